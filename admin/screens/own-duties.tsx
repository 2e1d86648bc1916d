/** What regulations ask of my unit: late first, then what falls due soon, then the quotas of the periods that run. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { LedgerLine } from '../../server/contract/duties.ts';
import { Box } from '../parts/box.tsx';
import { until } from '../parts/due-words.ts';
import { Law } from '../parts/law.tsx';
import { Trouble } from '../parts/list-page.tsx';
import { ownDuties } from '../queries.ts';
import { LineHead } from './board/line-head.tsx';
import '../style/board.css';

const isRunning = ({ status }: LedgerLine): boolean => status === 'pending' || status === 'met';

function Line({ line }: { line: LedgerLine }) {
  return (
    <li className={`line ${line.status}`}>
      <LineHead line={line} name={`${line.thing.name} · ${line.duty.name}`} />
      <p>
        <span>{line.measure}</span>
        {line.overAt && <span>{until(line.overAt)}</span>}
        <span>
          <Law law={line.duty.law} />
        </span>
      </p>
    </li>
  );
}

/** Nothing is drawn for whoever bears no duty, and while the first answer is on its way. */
export function OwnDuties() {
  const asked = useQuery(ownDuties);
  const items = asked.data?.items ?? [];
  if (!asked.error && items.length === 0) return null;
  const late = items.filter((line) => !isRunning(line));
  const running = items.filter(isRunning);
  return (
    <Box title="本单位的职责" extra={<Link to="/board">看全部</Link>}>
      <Trouble asked={asked} />
      <ul className="lines" aria-label="本单位的职责">
        {[...late, ...running].map((line) => (
          <Line key={line.key} line={line} />
        ))}
      </ul>
    </Box>
  );
}
