/** One line of the ledger: what it is about, how it stands, when it changes next, who bears it, and on what it rests. */
import { Link } from '@tanstack/react-router';
import type { LedgerLine } from '../../../server/contract/duties.ts';
import { until } from '../../parts/due-words.ts';
import { Light } from '../../parts/light.tsx';
import { When } from '../../parts/time.tsx';

export function LineView({ line, at }: { line: LedgerLine; at: string }) {
  return (
    <li className={`line ${line.status}`}>
      <h3>
        <Light tone={line.status} />
        <span>
          {line.thing.name}
          <b>{line.words}</b>
        </span>
      </h3>
      <p>
        <span>{line.measure}</span>
        {line.overAt && <span>{until(line.overAt)}</span>}
        {line.by.length > 0 && <span>由{line.by.map(({ name }) => name).join('、')}负责</span>}
      </p>
      <Evidence line={line} at={at} />
    </li>
  );
}

function Evidence({ line, at }: { line: LedgerLine; at: string }) {
  if (line.evidence.length === 0) return <p className="dim">本期还没有算数的事。</p>;
  return (
    <ol className="evidence" aria-label="凭据">
      {line.evidence.map(({ seq, at: when, name, title, placementId }) => (
        <li key={seq}>
          <When at={when} beside={at} /> {name}
          {title && placementId && (
            <>
              ：
              <Link to="/articles/$id" params={{ id: placementId }}>
                {title}
              </Link>
            </>
          )}
        </li>
      ))}
    </ol>
  );
}
