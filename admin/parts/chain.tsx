/** The chain: who has agreed, with whom it rests, who is still to come, who publishes, and the article behind it. */
import type { ReactNode } from 'react';
import type { ChainView, LawView } from '../../server/contract/views.ts';
import { Law } from './law.tsx';
import { When } from './time.tsx';

type Stop = {
  key: string;
  state: 'done' | 'current' | 'waiting';
  title: string;
  who: string;
  at?: string | undefined;
  words?: string | undefined;
  /** Who is away, and what follows. */
  note?: string | undefined;
  missing: boolean;
  /** Where another article than the chain's asks for it. */
  law?: LawView | undefined;
};
type Props = {
  chain: ChainView;
  /** Who handed it in, and when; absent while it is only thought of. */
  start?: { name: string; at?: string };
  /** Who published it, and when, once it is out. */
  published?: { name: string; at: string };
  me?: string;
  /** In one line across the page, or one under the other in a narrow box. */
  upright?: boolean;
};
type People = ReadonlyArray<{ id: string; name: string }>;

const names = (people: People, me?: string) => people.map((p) => (p.id === me ? `${p.name}（您）` : p.name)).join('、');

function stops({ chain, start, published, me }: Props): Stop[] {
  const handed: Stop[] = start
    ? [{ key: 'start', state: 'done', title: '拟稿', who: start.name, at: start.at, missing: false }]
    : [];
  const steps = chain.steps.map((s): Stop => {
    const who = names(s.people, me);
    const title = `${s.postName}${s.actName}`;
    const law = ownLaw(s.law, chain);
    return {
      key: `${s.n}`,
      state: s.state,
      title,
      who: who || s.unitName,
      at: s.at,
      words: s.words,
      note: s.note,
      missing: !who,
      law,
    };
  });
  const p = chain.publish;
  const who = published?.name ?? (p.automatic ? '批准后自动发布' : names(p.people, me));
  const out: Stop = {
    key: 'publish',
    state: p.state,
    title: p.automatic ? '发布' : `${p.postName}发布`,
    who: who || '还没有人',
    at: published?.at ?? p.at,
    note: p.note,
    missing: !who,
    law: ownLaw(p.law, chain),
  };
  return [...handed, ...steps, out];
}

const ownLaw = (law: LawView | undefined, chain: ChainView): LawView | undefined =>
  law?.clause === chain.law.clause ? undefined : law;

function Mark({ stop, n }: { stop: Stop; n: number }) {
  const word = { done: '已办', current: '正在办', waiting: '还没到' }[stop.state];
  return (
    <b>
      <span className="vh">{word}</span>
      <span aria-hidden="true">{stop.state === 'done' ? '✓' : n}</span>
    </b>
  );
}

function Line({ stop, n }: { stop: Stop; n: number }): ReactNode {
  return (
    <li className={stop.state} aria-current={stop.state === 'current' ? 'step' : undefined}>
      <Mark stop={stop} n={n} />
      <div>
        {stop.title} <span className="who">{stop.who}</span>
        {stop.law && (
          <small>
            依据 <Law law={stop.law} />
          </small>
        )}
        {stop.note && <small>{stop.note}</small>}
        {stop.missing && <span className="gap">现在没有人可办</span>}
        {(stop.at || stop.words) && (
          <small>
            {stop.at && <When at={stop.at} />} {stop.words}
          </small>
        )}
      </div>
    </li>
  );
}

export function Chain(props: Props) {
  const { chain, upright } = props;
  return (
    <div className={upright ? 'chain upright' : 'chain'}>
      <ol aria-label="审批链">
        {stops(props).map((stop, n) => (
          <Line key={stop.key} stop={stop} n={n + 1} />
        ))}
      </ol>
      <p className="chain-law">
        依据 <Law law={chain.law} />
        {chain.reading && <span className="reading">（按此理解：{chain.reading}）</span>}
      </p>
    </div>
  );
}
