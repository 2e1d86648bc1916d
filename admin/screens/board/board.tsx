/** Which site is in trouble, and why: sites and units across the duties of each regulation, worst first. Only trouble is coloured. */
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import type { BoardCell, BoardView, SpanName } from '../../../server/contract/duties.ts';
import { Box } from '../../parts/box.tsx';
import { Empty, Waiting } from '../../parts/empty.tsx';
import { Law } from '../../parts/law.tsx';
import { Light, type Tone } from '../../parts/light.tsx';
import { Trouble } from '../../parts/list-page.tsx';
import { Page } from '../../parts/page.tsx';
import { timeOfDay } from '../../parts/time.tsx';
import { board } from '../../queries.ts';
import { CellDialog } from './cell-dialog.tsx';
import { saveBoard } from './export.ts';
import { SpanLinks } from './span-links.tsx';
import { spanNames } from './words.ts';
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
        <span aria-hidden="true">—</span>
        <span className="vh">不适用</span>
      </td>
    );
  }
  return (
    <td className={cell.status}>
      <Link
        to="/board"
        search={(now) => ({ ...now, place, duty: cell.duty })}
        aria-label={`${name}：${cell.words}，${cell.measure}`}
      >
        <Light tone={cell.status} />
        <span>{cell.status === 'provisional' ? '暂定' : cell.says}</span>
      </Link>
    </td>
  );
}

const kindWords = { site: '网站', unit: '单位' } as const;

function Grid({ table, rule }: { table: Rule['tables'][number]; rule: Rule }) {
  const title = `${rule.title}：各${kindWords[table.kind]}`;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls in its frame is reached by keys too
    <section className="scroll" aria-label={title} tabIndex={0}>
      <table className="board">
        <caption className="vh">{`${title}的职责现在怎样`}</caption>
        <thead>
          <tr>
            <th scope="col">{kindWords[table.kind]}</th>
            {table.duties.map((duty) => (
              <th scope="col" key={duty.key}>
                <b>{duty.name}</b>
                <small>
                  <Law law={{ ...duty.law, cite: articleOf(duty.law.cite) }} />
                </small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(({ thing, cells }) => (
            <tr key={thing.id}>
              <th scope="row">{thing.name}</th>
              {table.duties.map((duty) => (
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
  );
}
/** Under the regulation's own heading its title would be said in every column. */
const articleOf = (cite: string): string => cite.replace(/^《[^》]*》/, '');

function Waits({ waiting }: { waiting: Rule['waiting'] }) {
  return (
    <details className="waits">
      <summary>另有 {waiting.length} 项职责已写明，系统还不能办，不作评判</summary>
      <ul>
        {waiting.map((duty) => (
          <li key={duty.key}>
            {duty.says}（<Law law={{ ...duty.law, cite: articleOf(duty.law.cite) }} />）
          </li>
        ))}
      </ul>
    </details>
  );
}

function RuleBox({ rule }: { rule: Rule }) {
  return (
    <Box title={`${rule.title} · ${rule.unit.name}`} bare className="rule">
      {rule.tables.map((table) => (
        <Grid key={table.kind} table={table} rule={rule} />
      ))}
      {rule.waiting.length > 0 && <Waits waiting={rule.waiting} />}
    </Box>
  );
}

const also: Readonly<Record<SpanName, string>> = {
  today: '',
  week: '；本周里的每一期，和现在还没到期的',
  month: '；本月里的每一期，和现在还没到期的',
};

export function Board() {
  const { place, duty, span = 'today' } = useSearch({ from: '/inside/board' });
  const navigate = useNavigate();
  const asked = useQuery(board(span));
  const kept = span === 'today' ? {} : { span };
  const { data } = asked;
  const open = data?.rules
    .flatMap(({ tables }) => tables)
    .flatMap(({ kind, rows }) => rows.map(({ thing }) => ({ kind, thing })))
    .find(({ thing }) => thing.id === place);
  return (
    <Page
      title="值守看板"
      sub={data ? `${timeOfDay(data.at)} 核对，每分钟自动再核对一次${also[span]}` : ' '}
      side={
        <>
          <SpanLinks to="/board" rest={{}} />
          <Link to="/exemptions">豁免</Link>
          <Button disabled={!data} onClick={() => data && saveBoard(data, spanNames[span])}>
            导出表格
          </Button>
        </>
      }
    >
      <Trouble asked={asked} />
      {!data && !asked.error && <Waiting lines={8} />}
      {data && data.rules.length === 0 && <Empty says="采用的规定里还没有可以核对的职责。" />}
      {data && data.rules.length > 0 && <Sums sums={data.sums} />}
      {data?.rules.map((rule) => (
        <RuleBox key={`${rule.slug} ${rule.unit.id}`} rule={rule} />
      ))}
      {open && duty && (
        <CellDialog
          title={open.thing.name}
          asked={{ duty, ...kept, ...(open.kind === 'site' ? { site: open.thing.id } : { unit: open.thing.id }) }}
          onClose={() => void navigate({ to: '/board', search: kept })}
        />
      )}
    </Page>
  );
}
