/** All that regulations ask of one unit, one column, or the holders of one post: each line with what it rests on. */
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import type { LedgerLine, SpanName } from '../../../server/contract/duties.ts';
import { Box } from '../../parts/box.tsx';
import { Empty, Waiting } from '../../parts/empty.tsx';
import { Law } from '../../parts/law.tsx';
import { Trouble } from '../../parts/list-page.tsx';
import { Page } from '../../parts/page.tsx';
import { timeOfDay } from '../../parts/time.tsx';
import { dutyLines, sites, staff } from '../../queries.ts';
import { LineView } from './line-view.tsx';
import { SpanLinks } from './span-links.tsx';
import '../../style/board.css';

type Of = { column?: string; unit?: string; post?: string };

/** Whose account it is, by name. Empty while the register is on its way, and for what isn't in it. */
function useName({ column, unit, post }: Of): string {
  const units = useQuery(staff).data?.units;
  const site = useQuery({ ...sites, enabled: column !== undefined }).data?.items.find((one) =>
    one.columns.some(({ id }) => id === column),
  );
  if (column !== undefined) return site ? `${site.name} · ${site.columns.find(({ id }) => id === column)?.name}` : '';
  const one = units?.find(({ id }) => id === unit);
  if (!one) return '';
  const position = one.positions.find((held) => held.post === post);
  return post === undefined ? one.name : `${one.name} · ${position?.name ?? ''}`;
}

function Duty({ lines, at }: { lines: readonly LedgerLine[]; at: string }) {
  const [{ duty }] = lines as [LedgerLine];
  return (
    <Box title={duty.name} label={`${duty.law.cite}：${duty.name}`}>
      <p className="rule-says">
        {duty.says}（<Law law={duty.law} />）
      </p>
      <ul className="lines" aria-label={duty.name}>
        {lines.map((line) => (
          <LineView key={line.key} line={line} at={at} />
        ))}
      </ul>
    </Box>
  );
}

/** By duty, each where its worst line stands: lines come worst first. */
const byDuty = (lines: readonly LedgerLine[]): readonly (readonly LedgerLine[])[] =>
  [...new Set(lines.map(({ duty }) => duty.key))].map((key) => lines.filter(({ duty }) => duty.key === key));

export function Account() {
  const { span = 'today', ...of } = useSearch({ from: '/inside/account' });
  const asked = useQuery(dutyLines({ ...of, ...(span === 'today' ? {} : { span }) }));
  const name = useName(of);
  const { data } = asked;
  const late = data?.items.filter(({ status }) => status === 'breached').length ?? 0;
  const sub = data ? `${timeOfDay(data.at)} 核对：${data.items.length + data.more} 项，其中违反 ${late} 项` : ' ';
  return (
    <Page
      title={name ? `${name} · 职责` : '职责'}
      sub={sub}
      back={{ to: '/board', name: '值守看板' }}
      side={<SpanLinks to="/account" rest={of} />}
    >
      <Trouble asked={asked} />
      {!data && !asked.error && <Waiting lines={8} />}
      {data?.items.length === 0 && <Empty says={emptyWords(span)} />}
      {data && byDuty(data.items).map((lines) => <Duty key={lines[0]?.duty.key} lines={lines} at={data.at} />)}
      {data && data.more > 0 && (
        <p className="dim">
          还有 {data.more} 项没有列出，违反的都在前面。到<Link to="/board">值守看板</Link>可逐格查看。
        </p>
      )}
    </Page>
  );
}
const emptyWords = (span: SpanName): string =>
  span === 'today' ? '采用的规定没有交给这里的职责。' : '这段时间里没有要核对的职责。';
