/** What must I do: everything that waits for me, oldest first within its kind, and where what I sent rests. */
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import type { ArticleLine, DutyLine, PersonView } from '../../server/contract/views.ts';
import { Box } from '../parts/box.tsx';
import { Due } from '../parts/due.tsx';
import { toneOf } from '../parts/due-words.ts';
import { Empty, Waiting } from '../parts/empty.tsx';
import { Notice } from '../parts/error-box.tsx';
import { Law } from '../parts/law.tsx';
import { Trouble } from '../parts/list-page.tsx';
import { LocalDrafts } from '../parts/local-drafts.tsx';
import { NewArticle } from '../parts/new-article.tsx';
import { exactly, Page } from '../parts/page.tsx';
import { dayAndTime, longDay, timeOfDay, When, waited } from '../parts/time.tsx';
import { calendarRights, me as meQuery, today } from '../queries.ts';
import type { DutyKind } from '../router.tsx';
import { OwnDuties } from './own-duties.tsx';
import '../style/today.css';

const groups: ReadonlyArray<{ kind: DutyKind; name: string; none: string }> = [
  { kind: 'approve', name: '待审核', none: '没有待审的稿件。' },
  { kind: 'publish', name: '待发布', none: '没有待发布的稿件。' },
  { kind: 'revise', name: '待修改', none: '没有退回来要改的稿件。' },
];

function open(d: DutyLine) {
  const to = { approve: '/review/$id', publish: '/queue', revise: '/write/$id' } as const;
  return { to: to[d.verb], params: { id: d.placementId } };
}

function Duty({ duty, at }: { duty: DutyLine; at: string }) {
  const wait = waited(duty.since, at);
  return (
    <li className="duty">
      <div>
        <h4>
          <Link {...open(duty)}>{duty.title}</Link>
        </h4>
        <p>
          <span>
            {duty.site.name} · {duty.column.name}
          </span>
          {!duty.note.includes(duty.unit.name) && <span>{duty.unit.name}</span>}
          {duty.note && <span>{duty.note}</span>}
          {duty.law && duty.law.clause !== duty.limit?.law.clause && (
            <span>
              依据 <Law law={duty.law} />
            </span>
          )}
        </p>
      </div>
      <div className="since">
        {duty.limit ? (
          <Due limit={duty.limit} at={at} />
        ) : (
          <>
            <b>{wait || `${dayAndTime(duty.since, at)} 起`}</b>
            {wait && (
              <span>
                <When at={duty.since} beside={at} /> 起
              </span>
            )}
          </>
        )}
      </div>
      <Link {...open(duty)} className="go" aria-label={`${duty.verbName}：${duty.title}`}>
        {duty.verbName}
      </Link>
    </li>
  );
}

function Duties({ items, at, kind }: { items: readonly DutyLine[]; at: string; kind: DutyKind | undefined }) {
  const shown = groups.filter((g) => !kind || g.kind === kind);
  const asked = items.filter((d) => !kind || d.verb === kind);
  const late = asked.filter((d) => isLate(d, at));
  const sections = [
    { name: '已超期', of: late },
    ...shown.map((g) => ({ name: g.name, of: asked.filter((d) => d.verb === g.kind && !late.includes(d)) })),
  ].filter(({ of }) => of.length > 0);
  if (sections.length === 0) {
    const says = kind ? shown[0]?.none : '现在没有等您办的事。';
    return (
      <Empty says={says ?? ''}>
        <p className="dim">上次查看 {timeOfDay(at)}。有新的事会自己出现在这里。</p>
      </Empty>
    );
  }
  return sections.map(({ name, of }) => (
    <section key={name} aria-label={name}>
      <h3 className={name === '已超期' ? 'group late' : 'group'}>
        {name} {of.length} 件
      </h3>
      <ul>
        {of.map((d) => (
          <Duty key={`${d.verb} ${d.placementId}`} duty={d} at={at} />
        ))}
      </ul>
    </section>
  ));
}

const isLate = ({ limit }: DutyLine, at: string): boolean => limit !== undefined && toneOf(limit, at) === 'breached';

function Tiles({ items, kind }: { items: readonly DutyLine[]; kind: DutyKind | undefined }) {
  const count = (k?: DutyKind) => items.filter((d) => !k || d.verb === k).length;
  return (
    <nav className="tiles" aria-label="按类筛选">
      {[{ kind: undefined, name: '全部' }, ...groups].map((g) => (
        <Link
          key={g.name}
          to="/"
          search={g.kind ? { kind: g.kind } : {}}
          activeOptions={exactly}
          aria-current={kind === g.kind ? 'true' : undefined}
        >
          <b>{count(g.kind)}</b>
          <span>{g.name}</span>
        </Link>
      ))}
    </nav>
  );
}

function Sent({ lines, at }: { lines: readonly ArticleLine[]; at: string }) {
  if (lines.length === 0) return <Empty says="您还没有送出的稿件。" />;
  return (
    <ul className="sent">
      {lines.map((l) => (
        <li key={l.placementId}>
          <div>
            <Link to="/articles/$id" params={{ id: l.placementId }}>
              {l.title}
            </Link>
            <small>{(l.with.length > 0 && waited(l.movedAt, at)) || <When at={l.movedAt} beside={at} />}</small>
          </div>
          <small>{[l.stateName, l.with.join('、'), l.note].filter(Boolean).join(' · ')}</small>
        </li>
      ))}
    </ul>
  );
}

const whoAmI = (me: PersonView) =>
  `${me.name}（${me.posts.map((p) => `${p.unit.name} ${p.postName}`).join('，') || me.unitName}）`;

/** To whoever may load it: next year's days off are missing, from 1 November on. */
function MissingYear() {
  const { data } = useQuery(calendarRights);
  if (!data?.alarm || !data.isForAll) return null;
  return (
    <Notice tone="warned">
      {data.alarm}。<Link to="/calendar/load">导入放假安排</Link>
    </Notice>
  );
}

export function Today() {
  const { kind } = useSearch({ from: '/inside/' });
  const asked = useQuery(today);
  const { data: me } = useQuery(meQuery);
  const data = asked.data;
  return (
    <Page
      title="今天的职责"
      sub={data && me ? `${longDay(data.at)} · ${whoAmI(me)}` : ' '}
      side={me?.writes && <NewArticle />}
    >
      <LocalDrafts />
      <MissingYear />
      <Trouble asked={asked} />
      {data && <Tiles items={data.items} kind={kind} />}
      <div className="columns">
        <Box title="要办的事" bare>
          {data ? <Duties items={data.items} at={data.at} kind={kind} /> : !asked.error && <Waiting lines={6} />}
        </Box>
        <div>
          <OwnDuties />
          <Box title="我送出的">{data ? <Sent lines={data.sent} at={data.at} /> : !asked.error && <Waiting />}</Box>
        </div>
      </div>
    </Page>
  );
}
