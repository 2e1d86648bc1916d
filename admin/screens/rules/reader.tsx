/** A regulation laid open: contents, each article's words, and beside them what it makes happen. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useLocation, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { endOf, localDay } from '../../../core/day.ts';
import type { RuleState } from '../../../server/contract/duties.ts';
import type { RuleView } from '../../../server/contract/registers.ts';
import { isAbsent } from '../../api.ts';
import { AsOf } from '../../parts/as-of.tsx';
import { Empty, Waiting } from '../../parts/empty.tsx';
import { Trouble } from '../../parts/list-page.tsx';
import { Page } from '../../parts/page.tsx';
import { timeOfDay } from '../../parts/time.tsx';
import { rule, ruleState, rules } from '../../queries.ts';
import { CellDialog } from '../board/cell-dialog.tsx';
import { About } from './about.tsx';
import { Article } from './article.tsx';
import { Contents } from './contents.tsx';
import '../../style/board.css';
import '../../style/rules.css';

const back = { to: '/rules', name: '规定对照' } as const;

export function Reader() {
  const { slug } = useParams({ from: '/inside/rules/$slug' });
  const { duty, ...search } = useSearch({ from: '/inside/rules/$slug' });
  const { on } = search;
  const asked = useQuery({ ...rule({ slug, ...search }), placeholderData: keepPreviousData });
  const { hash } = useLocation();
  const { data } = asked;
  const live = useQuery(ruleState(data?.adoption ?? '', data?.on ?? ''));
  const navigate = useNavigate();
  useArticleInSight(hash, data !== undefined);
  if (asked.error && isAbsent(asked.error)) return <NotThen slug={slug} {...(on && { on })} />;
  if (!data)
    return (
      <Page title="规定" back={back}>
        <Trouble asked={asked} />
        {!asked.error && <Waiting lines={8} />}
      </Page>
    );
  return (
    <Page
      title={data.title}
      back={back}
      tags={<Tags rule={data} />}
      sub={`${data.issuer}发文，${data.unit.name}采用，${data.from} 起施行。${counted(data)}`}
      side={
        <>
          {data.versions.length > 1 && <BesideLast rule={data} />}
          <Choice rule={data} />
        </>
      }
    >
      <Trouble asked={asked} />
      <Trouble asked={live} />
      {live.data && <Judged state={live.data} on={data.on} />}
      <About rule={data} />
      <div className="reader">
        <Contents chapters={data.chapters} at={hash} state={live.data} />
        <div className="articles">
          {data.chapters.map((chapter) => (
            <section key={chapter.title} aria-label={chapter.title || '条文'}>
              <h2 className={chapter.title ? undefined : 'vh'}>{chapter.title || '条文'}</h2>
              {chapter.articles.map((article) => (
                <Article key={article.id} article={article} here={hash === article.id} rule={data} state={live.data} />
              ))}
            </section>
          ))}
        </div>
      </div>
      {duty && (
        <CellDialog
          title={data.title}
          asked={{ duty: `${data.adoption} ${duty}`, on: data.on }}
          onClose={() => void navigate({ to: '.', search: ({ duty: _, ...kept }) => kept, hash, resetScroll: false })}
        />
      )}
    </Page>
  );
}

/** When the figures were judged. */
function Judged({ state: { at }, on }: { state: RuleState; on: string }) {
  const instant = Date.parse(at);
  const isOver = instant === endOf(on) - 1;
  const early = on > localDay(instant) ? '，这一天还没有到' : '';
  const when = isOver ? `${on} 当天终了时` : `${timeOfDay(at)} 核对${early}`;
  return <p className="small">各项职责的数：{when}。</p>;
}

/** Whoever came by a link to an article finds it, and reads on from there. */
function useArticleInSight(id: string, ready: boolean) {
  useEffect(() => {
    const article = ready && id ? document.getElementById(id) : null;
    article?.scrollIntoView();
    article?.querySelector<HTMLElement>('h3')?.focus({ preventScroll: true });
  }, [id, ready]);
}

const Tags = ({ rule: { version, until, on } }: { rule: RuleView }) => (
  <>
    <span className="tag strong">第 {version} 版</span>
    {until && <span className="tag">{until <= on ? `${until} 起不再施行` : `施行到 ${until} 止`}</span>}
  </>
);

const BesideLast = ({ rule: { slug, unit, on } }: { rule: RuleView }) => (
  <Link to="/rules/$slug/changes" params={{ slug }} search={{ unit: unit.id, on }}>
    与上版比对
  </Link>
);

const standings = ['runs', 'judged', 'facility', 'noted', 'nothing'] as const;

/** 33 条：20 条由程序执行，3 条只作说明，1 条没有条款块 */
function counted({ chapters }: RuleView): string {
  const all = chapters.flatMap((c) => c.articles).filter((a) => a.standing);
  const kinds = standings.flatMap((standing) => {
    const some = all.filter((a) => a.standing === standing);
    const wholly = some.filter((a) => a.wholly).length;
    const waiting = wholly > 0 ? `（其中 ${wholly} 条系统还不能办）` : '';
    return some[0] ? [`${some.length} 条${some[0].standingName}${waiting}`] : [];
  });
  return `${all.length} 条（款项各算一条）：${kinds.join('，')}。`;
}

/** Another regulation, or another day. */
function Choice({ rule: { slug, unit, on } }: { rule: RuleView }) {
  const navigate = useNavigate();
  const { data } = useQuery(rules(on));
  const go = (to: { slug: string; unit: string; on: string }) =>
    void navigate({ to: '/rules/$slug', params: { slug: to.slug }, search: { unit: to.unit, on: to.on } });
  const value = `${slug} ${unit.id}`;
  return (
    <div className="choice">
      <select
        aria-label="看哪一份规定"
        value={value}
        onChange={(e) => {
          const [next = '', whose = ''] = e.target.value.split(' ');
          go({ slug: next, unit: whose, on });
        }}
      >
        {data?.items.some((r) => `${r.slug} ${r.unit.id}` === value) || <option value={value}>{unit.name}</option>}
        {data?.items.map((r) => (
          <option key={`${r.slug} ${r.unit.id}`} value={`${r.slug} ${r.unit.id}`}>
            {r.unit.name}：{r.title}
          </option>
        ))}
      </select>
      <AsOf day={on} onDay={(day) => go({ slug, unit: unit.id, on: day })} />
    </div>
  );
}

function NotThen({ slug, on }: { slug: string; on?: string }) {
  const navigate = useNavigate();
  const day = (next: string) => void navigate({ to: '/rules/$slug', params: { slug }, search: { on: next } });
  return (
    <Page title="没有这份规定" back={back} side={on && <AsOf day={on} onDay={day} />}>
      <Empty says={on ? `${on} 没有在施行的这份规定。换一天看，或者回规定对照。` : '没有单位采用过这份规定。'} />
    </Page>
  );
}
