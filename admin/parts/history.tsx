/** Everything that happened, newest first, each with the person, the post, the words and the article. */
import type { PlacementView } from '../../server/contract/views.ts';
import { Law } from './law.tsx';
import { When } from './time.tsx';

type Line = PlacementView['history'][number];

const newestFirst = (lines: readonly Line[]) =>
  [...lines].sort((a, b) => {
    const [x, y] = [BigInt(a.seq), BigInt(b.seq)];
    return x < y ? 1 : x > y ? -1 : 0;
  });

function Entry({ line, beside }: { line: Line; beside: string }) {
  return (
    <li>
      <When at={line.at} beside={beside} />
      <div>
        <p>
          <b>{line.label}</b> {line.person.name}
          {line.post && <span className="dim">（{line.post}）</span>}
          {line.standsIn && <span className="dim"> {line.standsIn}</span>}
          {line.revision !== undefined && <span className="dim"> 第 {line.revision} 稿</span>}
          {line.column && <span className="dim"> {line.column}</span>}
        </p>
        {line.words && <p className="words">{line.words}</p>}
        {line.law && <Law law={line.law} />}
      </div>
    </li>
  );
}

/** Years are said only where they differ from the newest line's. */
export function History({ lines }: { lines: readonly Line[] }) {
  const sorted = newestFirst(lines);
  const beside = sorted[0]?.at ?? '';
  return (
    <ol className="history" aria-label="全部经过，新的在前">
      {sorted.map((line) => (
        <Entry key={line.seq} line={line} beside={beside} />
      ))}
    </ol>
  );
}
