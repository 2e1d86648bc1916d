/** Which site is in trouble, and why: sites and units across the duties of each regulation, worst first. Only trouble is coloured. */
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { BoardCell, BoardView } from '../../../server/contract/duties.ts';
import { Box } from '../../parts/box.tsx';
import { Empty, Waiting } from '../../parts/empty.tsx';
import { Law } from '../../parts/law.tsx';
import { Light, type Tone } from '../../parts/light.tsx';
import { Trouble } from '../../parts/list-page.tsx';
import { Page } from '../../parts/page.tsx';
import { timeOfDay } from '../../parts/time.tsx';
import { board } from '../../queries.ts';
import { CellDialog } from './cell-dialog.tsx';
import '../../style/board.css';

type Rule = BoardView['rules'][number];
const sumWords: ReadonlyArray<{ tone: Tone; name: string; means: string }> = [
  { tone: 'breached', name: '违反规定', means: '已经超期，或没有达到' },
  { tone: 'warned', name: '将到期', means: '到了提醒的时候' },
  { tone: 'met', name: '合规', means: '按时、已达标、正常' },
  { tone: 'provisional', name: '暂定', means: '还判不了，不算违反' },
];

function Sums({ sums }: { sums: BoardView['sums'] }) {
  return (
    <ul className="sums" aria-label="合计">
      {sumWords.map(({ tone, name, means }) => (
        <li key={tone} className={tone}>
          <Light tone={tone} />
          <b>{sums[tone]}</b>
          <span>
            {name}
            <small>{means}</small>
          </span>
        </li>
      ))}
    </ul>
  );
}

function Cell({ cell, place, name }: { cell: BoardCell | undefined; place: string; name: string }) {
  if (!cell) {
    return (
      <td className="none">
        <span>不适用</span>
      </td>
    );
  }
  return (
    <td className={cell.status}>
      <Link to="/board" search={{ place, duty: cell.duty }} aria-label={`${name}：${cell.words}，${cell.measure}`}>
        <Light tone={cell.status} />
        <span>{cell.says}</span>
      </Link>
    </td>
  );
}

function RuleTable({ rule }: { rule: Rule }) {
  return (
    <Box title={`${rule.title} · ${rule.unit.name}`} bare>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls in its frame is reached by keys too */}
      <section className="scroll" aria-label={`${rule.title}的各项职责`} tabIndex={0}>
        <table className="board">
          <caption className="vh">{`按${rule.title}，各网站、各单位的职责现在怎样`}</caption>
          <thead>
            <tr>
              <th scope="col">网站、单位</th>
              {rule.duties.map((duty) => (
                <th scope="col" key={duty.key}>
                  <b>{duty.name}</b>
                  <small>
                    <Law law={duty.law} />
                  </small>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rule.rows.map(({ thing, cells }) => (
              <tr key={thing.id}>
                <th scope="row">{thing.name}</th>
                {rule.duties.map((duty) => (
                  <Cell
                    key={duty.key}
                    cell={cells.find((one) => one.duty === duty.key)}
                    place={thing.id}
                    name={`${thing.name}，${duty.name}`}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Box>
  );
}

export function Board() {
  const { place, duty } = useSearch({ from: '/inside/board' });
  const navigate = useNavigate();
  const asked = useQuery(board);
  const { data } = asked;
  const row = data?.rules.flatMap((rule) => rule.rows).find(({ thing }) => thing.id === place);
  return (
    <Page title="值守看板" sub={data ? `${timeOfDay(data.at)} 核对，每分钟自动再核对一次` : ' '}>
      <Trouble asked={asked} />
      {!data && !asked.error && <Waiting lines={8} />}
      {data && data.rules.length === 0 && <Empty says="采用的规定里还没有可以核对的职责。" />}
      {data && data.rules.length > 0 && <Sums sums={data.sums} />}
      {data?.rules.map((rule) => (
        <RuleTable key={`${rule.slug} ${rule.unit.id}`} rule={rule} />
      ))}
      {row && duty && (
        <CellDialog
          title={row.thing.name}
          asked={{ duty, ...(row.kind === 'site' ? { site: row.thing.id } : { unit: row.thing.id }) }}
          onClose={() => void navigate({ to: '/board', search: {} })}
        />
      )}
    </Page>
  );
}
