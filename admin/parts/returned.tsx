/** How the last run ended, in the reviewer's own words: the writer must not have to look for them. */
import type { PlacementView } from '../../server/contract/views.ts';
import { Notice } from './error-box.tsx';
import { When } from './time.tsx';

export function Returned({ ended }: { ended: PlacementView['ended'] }) {
  const words = [ended?.words, ended?.suggestion && '附有建议的改法，修改时可以照着改'].filter(Boolean);
  if (!ended || words.length === 0) return null;
  return (
    <Notice tone="warned">
      <p>
        {ended.by.name}（<When at={ended.at} />
        ）：{words.join('。')}
      </p>
    </Notice>
  );
}
