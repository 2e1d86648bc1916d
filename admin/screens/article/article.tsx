/** One article in one column: where it is, who did what under which article, and what may be done next. */
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Segmented } from 'antd';
import { lazy, Suspense, useState } from 'react';
import type { PlacementView } from '../../../server/contract/views.ts';
import { Box } from '../../parts/box.tsx';
import { Chain } from '../../parts/chain.tsx';
import { CopyArticle } from '../../parts/copy-article.tsx';
import { Waiting } from '../../parts/empty.tsx';
import { History } from '../../parts/history.tsx';
import { Law } from '../../parts/law.tsx';
import { Trouble } from '../../parts/list-page.tsx';
import { Page } from '../../parts/page.tsx';
import { PublicPage } from '../../parts/public-page.tsx';
import { Returned } from '../../parts/returned.tsx';
import { untilServed } from '../../parts/served.tsx';
import { When } from '../../parts/time.tsx';
import { me as meQuery, placement } from '../../queries.ts';
import { NoThing } from '../broken.tsx';
import { FacetTags } from '../review/facet-tags.tsx';
import { Notices } from './notices.tsx';
import { Todo } from './todo.tsx';
import '../../style/article.css';

/** The comparison brings its own code; most readers don't open it. */
const Compare = lazy(async () => ({ default: (await import('../review/compare.tsx')).Compare }));

type Look = 'shown' | 'public' | 'changes';

/** The text, what the public sees meanwhile, and what changed since the revision before: also what others changed in review. */
function Sheets({ view }: { view: PlacementView }) {
  const [look, setLook] = useState<Look>('shown');
  const { shown, previous } = view;
  const open = view.public && view.public.id !== shown.id ? view.public : undefined;
  const options: { value: Look; label: string }[] = [
    { value: 'shown', label: `第 ${shown.number} 稿` },
    ...(open ? [{ value: 'public' as const, label: `公众现在看到的（第 ${open.number} 稿）` }] : []),
    ...(previous ? [{ value: 'changes' as const, label: `与第 ${previous.number} 稿比对` }] : []),
  ];
  const revision = look === 'public' && open ? open : shown;
  return (
    <section className="box" aria-label="正文">
      <header>
        {options.length > 1 ? (
          <Segmented aria-label="看哪一稿" value={look} onChange={setLook} options={options} />
        ) : (
          <h2>正文（第 {shown.number} 稿）</h2>
        )}
      </header>
      {look === 'changes' && previous ? (
        <Suspense fallback={<Waiting lines={8} />}>
          <Compare before={previous} after={shown} />
        </Suspense>
      ) : (
        <PublicPage key={revision.id} placementId={view.id} revisionId={revision.id} />
      )}
    </section>
  );
}

function Register({ view }: { view: PlacementView }) {
  const r = view.register;
  if (!r) return null;
  const names = (people: ReadonlyArray<{ name: string }>) => people.map((p) => p.name).join('、') || '—';
  return (
    <Box title="文本登记">
      <dl className="facts">
        <dt>拟稿</dt>
        <dd>{names(r.writtenBy)}</dd>
        <dt>批准</dt>
        <dd>{names(r.approvedBy)}</dd>
        <dt>发布</dt>
        <dd>
          {r.publishedBy.name}，<When at={r.at} />
        </dd>
        <dt>依据</dt>
        <dd>
          <Law law={r.law} />
        </dd>
        <dt>指纹</dt>
        <dd className="hash">{r.hash}</dd>
      </dl>
    </Box>
  );
}

function Siblings({ view }: { view: PlacementView }) {
  if (view.siblings.length === 0) return null;
  return (
    <Box title="同一篇在其他栏目">
      <ul className="sent">
        {view.siblings.map((s) => (
          <li key={s.id}>
            <Link to="/articles/$id" params={{ id: s.id }}>
              {s.site.name} · {s.column.name}
            </Link>
            <small>
              {s.stateName}
              {s.home && '，公开地址在这里'}
            </small>
          </li>
        ))}
      </ul>
    </Box>
  );
}

/** Both ends of the chain: who handed it in, and who published it. */
function ends({ run, author, register, chain }: PlacementView) {
  const start = run ? { name: run.submittedBy.name, at: run.openedAt } : { name: author.name };
  const out = chain?.publish.state === 'done' ? register : undefined;
  return { start, ...(out && { published: { name: out.publishedBy.name, at: out.at } }) };
}

export function Article() {
  const { id } = useParams({ from: '/inside/articles/$id' });
  const asked = useQuery({ ...placement(id), refetchInterval: untilServed });
  const { data: me } = useQuery(meQuery);
  const navigate = useNavigate();
  const view = asked.data;
  if (!view) return asked.error ? <NoThing error={asked.error} retry={() => void asked.refetch()} /> : <Waiting />;
  return (
    <Page
      title={view.shown.title}
      back={{ to: '/mine', name: '我的稿件' }}
      tags={
        <>
          <span className="tag strong">{view.stateName}</span>
          {view.pinned && <span className="tag">置顶</span>}
          <FacetTags
            facets={view.run?.facets ?? view.shown.facets}
            kind={view.shown.kind}
            expires={view.shown.expires}
          />
        </>
      }
      side={me?.writes && <CopyArticle id={id} title={view.shown.title} />}
      sub={`${view.site.name} · ${view.column.name} · ${view.unit.name} ${view.author.name}`}
    >
      <Trouble asked={asked} />
      <Returned ended={view.ended} />
      <Notices view={view} />
      {view.chain && (
        <section className="box strip" aria-label="审批链">
          <Chain chain={view.chain} {...ends(view)} {...(me && { me: me.id })} />
        </section>
      )}
      <div className="article">
        <Sheets view={view} />
        <div className="beside">
          <Todo view={view} onRevise={() => void navigate({ to: '/write/$id', params: { id } })} />
          <Register view={view} />
          <Siblings view={view} />
          <Box title="全部经过">
            <History lines={view.history} />
          </Box>
        </div>
      </div>
    </Page>
  );
}
