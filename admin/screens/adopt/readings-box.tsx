/** Where the text leaves two readings: what is chosen, in words. Each is agreed to by itself. */
import type { Questions } from '../../../server/contract/adoption.ts';
import { Box } from '../../parts/box.tsx';
import type { Change, Draft } from './draft.ts';

type Props = { draft: Draft; change: Change; questions: Questions };

export function ReadingsBox({ draft: { readings }, change, questions }: Props) {
  const all = questions.readings;
  if (all.length === 0) return null;
  const done = all.filter((one) => readings.includes(one.id)).length;
  return (
    <Box title="三、读法" extra={<span className="dim">{`已同意 ${done} 条，共 ${all.length} 条`}</span>}>
      <p className="dim">原文没有说清、按下面的意思执行的地方。逐条看过，同意的打勾；全部同意才能采用。</p>
      <ul className="readings">
        {all.map((one) => (
          <li key={`${one.id} ${one.cite}`}>
            <label>
              <input
                type="checkbox"
                checked={readings.includes(one.id)}
                onChange={(e) =>
                  change({
                    readings: e.target.checked ? [...readings, one.id] : readings.filter((id) => id !== one.id),
                  })
                }
              />
              <span>
                {one.says}
                <small>{one.cite}</small>
              </span>
            </label>
          </li>
        ))}
      </ul>
    </Box>
  );
}
