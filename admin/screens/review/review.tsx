/** May this go out: the chain, the text as the public will see it, what changed, and the decision. */
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { PlacementView } from '../../../server/contract/views.ts';
import { isAbsent } from '../../api.ts';
import { Chain } from '../../parts/chain.tsx';
import { Waiting } from '../../parts/empty.tsx';
import { Notice } from '../../parts/error-box.tsx';
import { Trouble } from '../../parts/list-page.tsx';
import { NewSince } from '../../parts/new-since.tsx';
import { Page } from '../../parts/page.tsx';
import { me as meQuery, placement, today } from '../../queries.ts';
import { NoThing } from '../broken.tsx';
import { Checks } from './checks.tsx';
import { Decide } from './decide.tsx';
import { FacetTags } from './facet-tags.tsx';
import { Sheets } from './sheets.tsx';
import '../../style/review.css';

/** What waits for me of the same article in other columns, else what waits at all: the way on without a way back. */
function Next({ id, siblings }: { id: string; siblings: PlacementView['siblings'] }) {
  const { data } = useQuery(today);
  const waiting = data?.items.filter((d) => d.verb === 'approve' && d.placementId !== id) ?? [];
  const same = waiting.filter((d) => siblings.some((s) => s.id === d.placementId));
  const next = same[0] ?? waiting[0];
  if (!next) return <Link to="/">回今天的职责</Link>;
  return (
    <Link to="/review/$id" params={{ id: next.placementId }}>
      {same[0] ? `同一篇报送《${next.column.name}》的也等您审` : `下一件待审：${next.title}`}
    </Link>
  );
}

/** Where it is after my decision, in the server's words. */
function Done({ view }: { view: PlacementView }) {
  const last = [...view.history].sort((a, b) => Number(BigInt(b.seq) - BigInt(a.seq)))[0];
  const current = view.chain?.steps.find((s) => s.state === 'current');
  const names = current?.people.map((p) => p.name).join('、');
  return (
    <Notice tone="met">
      <p>
        办好了{last && `：${last.label}`}。现在：{view.stateName}
        {names && `，在 ${names} 手里`}。<Next id={view.id} siblings={view.siblings} />
      </p>
    </Notice>
  );
}

/** A text that went back to its writer is out of the reviewer's reach again: that isn't an error. */
function Gone({ title, siblings }: { title: string; siblings: PlacementView['siblings'] }) {
  return (
    <Page title={title} back={{ to: '/', name: '今天的职责' }}>
      <Notice tone="met">
        <p>
          办好了，这件稿件已离开您这一步。
          <Next id="" siblings={siblings} />
        </p>
      </Notice>
    </Page>
  );
}

export function Review() {
  const { id } = useParams({ from: '/inside/review/$id' });
  return <Reviewed key={id} id={id} />;
}

/**
 * A text that changes while it is being read: by a refused act, or because the page was read again by itself. Either way
 * the reader must know, or they would agree to words that they haven't seen.
 */
function useChangeUnderEyes(view: PlacementView | undefined) {
  const read = useRef(view);
  const [was, setWas] = useState<PlacementView>();
  const [tried, setTried] = useState(false);
  useEffect(() => {
    const before = read.current;
    read.current = view;
    if (before && view && before.shown.hash !== view.shown.hash) setWas((known) => known ?? before);
  }, [view]);
  const tell = (one: PlacementView | undefined) => {
    setTried(one !== undefined);
    setWas(one);
  };
  return { was, tried, setWas: tell };
}

function Reviewed({ id }: { id: string }) {
  const asked = useQuery(placement(id));
  const { data: me } = useQuery(meQuery);
  const { was, tried, setWas } = useChangeUnderEyes(asked.data);
  const [done, setDone] = useState(false);
  const [mark, setMark] = useState<number>();
  const view = asked.data;
  if (done && isAbsent(asked.error)) return <Gone title={view?.shown.title ?? ''} siblings={view?.siblings ?? []} />;
  if (!view) return asked.error ? <NoThing error={asked.error} retry={() => void asked.refetch()} /> : <Waiting />;
  const start = view.run ? { name: view.run.submittedBy.name, at: view.run.openedAt } : undefined;
  return (
    <Page
      title={view.shown.title}
      back={{ to: '/', name: '今天的职责' }}
      tags={
        <>
          <FacetTags
            facets={view.run?.facets ?? view.shown.facets}
            kind={view.shown.kind}
            expires={view.shown.expires}
          />
          <span className="tag">第 {view.shown.number} 稿</span>
          <span className="tag">{view.stateName}</span>
        </>
      }
    >
      <Trouble asked={asked} />
      {done && <Done view={view} />}
      {was && (
        <Notice tone="warned">
          <p>{tried && '没有办成：'}您看的时候，这件稿件有了变化。页面已换成新的，请看过再定。</p>
          <NewSince was={was} now={view} />
        </Notice>
      )}
      {view.chain && (
        <section className="box strip" aria-label="审批链">
          <Chain chain={view.chain} {...(start && { start })} {...(me && { me: me.id })} />
        </section>
      )}
      <div className="review">
        <Sheets view={view} read={was && was.shown.hash !== view.shown.hash ? was.shown : undefined} mark={mark} />
        <div className="decide">
          <Decide
            view={view}
            onStale={setWas}
            onDone={() => {
              setWas(undefined);
              setDone(true);
            }}
          />
          <Checks view={view} onShow={setMark} />
        </div>
      </div>
    </Page>
  );
}
