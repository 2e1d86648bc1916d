/** One line of the ledger: what it is about, how it stands, when it changes next, who bears it, and on what it rests. */
import type { LedgerLine } from '../../../server/contract/duties.ts';
import { until } from '../../parts/due-words.ts';
import { InsideLink } from '../../parts/inside-link.tsx';
import { When } from '../../parts/time.tsx';
import { Let, LineActs } from './line-acts.tsx';
import { LineHead } from './line-head.tsx';

export function LineView({ line, at }: { line: LedgerLine; at: string }) {
  return (
    <li className={`line ${line.status}`}>
      <LineHead line={line} name={line.thing.name} />
      <p>
        <span>{line.measure}</span>
        {line.overAt && <span>{until(line.overAt)}</span>}
        {line.by.length > 0 && (
          <span>
            由{line.by.map(({ name }) => name).join('、')}
            {line.posts && `的${line.posts.join('、')}`}负责
          </span>
        )}
      </p>
      {line.exemption && <Let of={line.exemption} at={at} />}
      <Evidence line={line} at={at} />
      <LineActs line={line} at={at} />
    </li>
  );
}

function Evidence({ line, at }: { line: LedgerLine; at: string }) {
  if (line.evidence.length === 0) return <p className="dim">还没有可以算数的记录。</p>;
  return (
    <ol className="evidence" aria-label="凭据">
      {line.evidence.map(({ seq, at: when, name, title, link }) => (
        <li key={seq}>
          <When at={when} beside={at} />{' '}
          <InsideLink href={link} isWord>
            {title ? `${name}：${title}` : name}
          </InsideLink>
        </li>
      ))}
    </ol>
  );
}
