/** Which site is in trouble, and why: sites and units across the duties of each regulation, worst first. */
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Fragment } from 'react';
import type { BoardView, SpanName } from '../../../server/contract/duties.ts';
import { Box } from '../../parts/box.tsx';
import { Empty, Waiting } from '../../parts/empty.tsx';
import { Law } from '../../parts/law.tsx';
import { Light, type Tone } from '../../parts/light.tsx';
import { Trouble } from '../../parts/list-page.tsx';
import { Page } from '../../parts/page.tsx';
import { timeOfDay } from '../../parts/time.tsx';
import { board } from '../../queries.ts';
import { CellDialog } from './cell-dialog.tsx';
import { articleOf, Grid, type Rule } from './grid.tsx';
import { Narrow, wide } from './narrow.tsx';
import { usePlace } from './place.ts';
import { Listed, Onward } from './rest.tsx';
import { SaveBoard } from './save-board.tsx';
import { type BoardList, isNarrowed, listOf } from './search.ts';
import { SpanLinks } from './span-links.tsx';
import '../../style/board.css';

const sumWords: ReadonlyArray<{ tone: Tone; name: string; means: string }> = [
  { tone: 'breached', name: '违反规定', means: '已经超期，或没有达到' },
  { tone: 'warned', name: '将到期', means: '到了提醒的时候' },
  { tone: 'met', name: '合规', means: '按时、已达标、正常' },
  { tone: 'provisional', name: '暂定', means: '还判不了，不算违反' },
];

/** `isOld`: of what was asked before; the figures that were asked for are on their way. */
function Sums({ sums, isOld }: { sums: BoardView['sums']; isOld: boolean }) {
  return (
    <ul className={isOld ? 'sums old' : 'sums'} aria-busy={isOld} aria-label="合计">
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

function RuleBox({ rule, list }: { rule: Rule; list: BoardList }) {
  return (
    <Box title={`${rule.title} · ${rule.unit.name}`} bare className="rule">
      {rule.tables.map((table) => (
        <Fragment key={table.kind}>
          <Listed table={table} adoption={rule.adoption} list={list} />
          <Grid table={table} rule={rule} list={list} />
          <Onward table={table} adoption={rule.adoption} list={list} />
        </Fragment>
      ))}
      {rule.waiting.length > 0 && <Waits waiting={rule.waiting} />}
    </Box>
  );
}

/** Nothing to list: because nothing is adopted, or because of what was asked. */
function Nothing({ list }: { list: BoardList }) {
  if (!isNarrowed(list) && !list.adoption) return <Empty says="采用的规定里还没有可以核对的职责。" />;
  const those = list.name === undefined ? '网站和单位' : `名字里有“${list.name}”的网站和单位`;
  return (
    <Empty says={list.only ? `${those}里没有违反和将到期的。` : `没有${those}。`}>
      {list.name === undefined && (
        <Link to="/board" search={wide(list)}>
          看全部网站和单位
        </Link>
      )}
    </Empty>
  );
}

const also: Readonly<Record<SpanName, string>> = {
  today: '',
  week: '；本周里的每一期，和现在还没到期的',
  month: '；本月里的每一期，和现在还没到期的',
};
/** With so many sites or units in a table somebody looks for one of them. */
const many = 20;

function Head({ board, list, isOld }: { board: BoardView; list: BoardList; isOld: boolean }) {
  const asksNarrow = board.rules.some(({ tables }) => tables.some(({ all }) => all > many));
  return (
    <>
      {(board.rules.length > 0 || isNarrowed(list)) && <Sums sums={board.sums} isOld={isOld} />}
      {(asksNarrow || isNarrowed(list)) && <Narrow list={list} />}
    </>
  );
}

export function Board() {
  const { place, duty } = useSearch({ from: '/inside/board' });
  const list = useSearch({ from: '/inside/board', select: listOf, structuralSharing: true });
  const { span = 'today', page: _, ...kept } = list;
  const navigate = useNavigate();
  const asked = useQuery(board(list));
  const { data } = asked;
  // Of what was listed before only the head stays while other rows are on their way.
  const listed = asked.isPlaceholderData ? undefined : data;
  const open = usePlace(place, listed);
  return (
    <Page
      title="值守看板"
      sub={data ? `${timeOfDay(data.at)} 核对，每分钟自动再核对一次${also[span]}` : ' '}
      {...(list.adoption ? { back: { to: '/board', name: '值守看板' } } : {})}
      side={
        <>
          <SpanLinks to="/board" rest={kept} />
          <Link to="/exemptions">豁免</Link>
          <SaveBoard board={listed} list={list} />
        </>
      }
    >
      <Trouble asked={asked} />
      {data && <Head board={data} list={list} isOld={listed === undefined} />}
      {!listed && !asked.error && <Waiting lines={8} />}
      {listed?.rules.length === 0 && <Nothing list={list} />}
      {listed?.rules.map((rule) => (
        <RuleBox key={rule.adoption} rule={rule} list={list} />
      ))}
      {open && duty && (
        <CellDialog
          title={open.thing.name}
          asked={{
            ...{ duty, ...(span === 'today' ? {} : { span }) },
            ...(open.kind === 'site' ? { site: open.thing.id } : { unit: open.thing.id }),
          }}
          onClose={() => void navigate({ to: '/board', search: list, resetScroll: false })}
        />
      )}
    </Page>
  );
}
