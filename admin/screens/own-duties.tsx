/** What regulations ask of my unit: late first, then what falls due soon, then the quotas of the periods that run. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { LedgerLine } from '../../server/contract/duties.ts';
import { Box } from '../parts/box.tsx';
import { until } from '../parts/due-words.ts';
import { InsideLink } from '../parts/inside-link.tsx';
import { Law } from '../parts/law.tsx';
import { Trouble } from '../parts/list-page.tsx';
import { ownDuties } from '../queries.ts';
import { LineHead } from './board/line-head.tsx';
import '../style/board.css';

/** late first, then by what is left; what nobody has to do anything about now is how far a quota is. */
const groups = [
  { near: 'late', name: '已超期' },
  { near: 'today', name: '今天到期' },
  { near: 'soon', name: '三个工作日内到期' },
  { near: 'warned', name: '接近期限' },
] as const;

function Line({ line }: { line: LedgerLine }) {
  return (
    <li className={`line ${line.status}`}>
      <LineHead line={line} name={`${line.thing.name} · ${line.duty.name}`} />
      <p>
        <span>{line.measure}</span>
        {line.overAt && <span>{until(line.overAt)}</span>}
        {line.exemption && <span>豁免原因：{line.exemption.reason}</span>}
        <span>
          <Law law={line.duty.law} />
        </span>
        {line.act && (
          <InsideLink href={line.act.link} aria-label={`${line.act.name}：${line.thing.name} · ${line.duty.name}`}>
            {line.act.name}
          </InsideLink>
        )}
      </p>
    </li>
  );
}

function Group({ name, lines }: { name: string; lines: readonly LedgerLine[] }) {
  if (lines.length === 0) return null;
  return (
    <section aria-label={name}>
      <h3 className={name === '已超期' ? 'group late' : 'group'}>
        {name} {lines.length} 项
      </h3>
      <ul className="lines own-lines">
        {lines.map((line) => (
          <Line key={line.key} line={line} />
        ))}
      </ul>
    </section>
  );
}

/** Nothing is drawn for whoever bears no duty, and while the first answer is on its way. Each line stands in one group. */
export function OwnDuties() {
  const asked = useQuery(ownDuties);
  const items = asked.data?.items ?? [];
  if (!asked.error && items.length === 0) return null;
  const exempt = items.filter(({ status }) => status === 'exempt');
  const rest = items.filter(({ near, status }) => near === undefined && status !== 'exempt');
  const ofPeriod = (...names: string[]) => rest.filter(({ per = '' }) => names.includes(per));
  const [week, month] = [ofPeriod('day', 'working day', 'week'), ofPeriod('half-month', 'month')];
  const others = rest.filter((line) => !week.includes(line) && !month.includes(line));
  return (
    <Box title="本单位的职责" bare extra={<Link to="/board">看全部</Link>}>
      <Trouble asked={asked} />
      {groups.map(({ near, name }) => (
        <Group key={near} name={name} lines={items.filter((line) => line.near === near)} />
      ))}
      <Group name="今天和本周的进度" lines={week} />
      <Group name="本月的进度" lines={month} />
      <Group name="更长周期的进度" lines={others} />
      <Group name="已豁免" lines={exempt} />
    </Box>
  );
}
