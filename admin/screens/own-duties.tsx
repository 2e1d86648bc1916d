/** What regulations ask of my unit: late first, then what falls due soon, then the quotas of the periods that run. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { LedgerLine } from '../../server/contract/duties.ts';
import { Box } from '../parts/box.tsx';
import { until } from '../parts/due-words.ts';
import { Law } from '../parts/law.tsx';
import { Light } from '../parts/light.tsx';
import { ownDuties } from '../queries.ts';
import '../style/board.css';

const isRunning = ({ status }: LedgerLine): boolean => status === 'pending' || status === 'met';

function Line({ line }: { line: LedgerLine }) {
  return (
    <li className={`line ${line.status}`}>
      <h3>
        <Light tone={line.status} />
        <span>
          {line.thing.name} · {line.duty.name}
          <b>{line.words}</b>
        </span>
      </h3>
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
  const { data } = useQuery(ownDuties);
  if (!data || data.items.length === 0) return null;
  const late = data.items.filter((line) => !isRunning(line));
  const running = data.items.filter(isRunning);
  return (
    <Box title="本单位的职责" extra={<Link to="/board">看全部</Link>}>
      <ul className="lines" aria-label="本单位的职责">
        {[...late, ...running].map((line) => (
          <Line key={line.key} line={line} />
        ))}
      </ul>
    </Box>
  );
}
