/** A run walked by hand through `decide`, for tests that try who can finish it. Roles are found as the server finds them. */
import { type Ask, decide, type Facts, type Role, type Run, type Subject } from './article.ts';
import type { Chain } from './flow.ts';
import type { Outcome } from './outcome.ts';
import { type Acting, askedNow, contributorsOf, fits, publishersPosts } from './takers.ts';

/** A text on its way: who made it, and what was decided by whom under which post. */
export type Going = {
  readonly chain: Chain;
  readonly facets: Readonly<Record<string, string>>;
  readonly makers: readonly string[];
  readonly by: Acting;
  readonly state: 'open' | 'complete';
  readonly step: number;
  readonly taken: readonly { readonly step: number; readonly by: Acting; readonly act: string }[];
};
export type House = { readonly acting: readonly Acting[]; readonly apart: readonly (readonly string[])[] };

const hash = 'h';

/** Sent in by this writer; others may have had a hand in it. */
export function begin(
  chain: Chain,
  facets: Going['facets'],
  by: Acting,
  makers: readonly string[],
  house: House,
): Going {
  const ask: Ask = { verb: 'submit', person: by.person, post: by.post, hash };
  const nothing: Subject = { placement: 'none', everPublic: false, discarded: false };
  const ruling = decide(nothing, ask, {
    roles: ['writer'],
    apart: house.apart,
    raisesOnly: true,
    chain: { ok: true, chain },
  });
  if (!ruling.ok || (ruling.run !== 'open' && ruling.run !== 'complete')) throw new Error(JSON.stringify(ruling));
  return { chain, facets, makers, by, state: ruling.run, step: ruling.step, taken: [] };
}

/** `raised`: the chain that raised facets give. Undefined: it was refused. */
export function approved(
  going: Going,
  by: Acting,
  house: House,
  raised?: { readonly chain: Outcome<{ chain: Chain }>; readonly facets: Going['facets'] },
): Going | undefined {
  const facts: Facts = {
    roles: holds(going, by, house) ? ['holder'] : [],
    apart: house.apart,
    raisesOnly: true,
    ...(raised ? { chain: raised.chain } : {}),
  };
  const ask: Ask = { verb: 'approve', person: by.person, post: by.post, step: going.step, hash };
  const ruling = decide(subjectOf(going), ask, facts);
  if (!ruling.ok || (ruling.run !== 'open' && ruling.run !== 'complete')) return undefined;
  const act = going.chain.steps[going.step]?.act ?? '';
  const taken = [...going.taken, { step: going.step, by, act }];
  const facets = raised ? raised.facets : going.facets;
  return { ...going, taken, facets, state: ruling.run, step: ruling.step, chain: ruling.chain ?? going.chain };
}

export function mayPublish(going: Going, by: Acting, { apart }: House): boolean {
  const posts = publishersPosts(going.chain, going.by);
  const roles: readonly Role[] = posts && fits(by, posts) ? ['publisher'] : [];
  const ask: Ask = { verb: 'publish', person: by.person, post: by.post, hash };
  const ruling = decide(subjectOf(going), ask, { roles, apart, raisesOnly: true });
  return ruling.ok && ruling.placement === 'published';
}

/** Tries everybody at every step, until somebody has published it. */
export function canFinish(going: Going, house: House): boolean {
  if (going.state === 'complete') return house.acting.some((one) => mayPublish(going, one, house));
  return house.acting.some((one) => {
    const next = approved(going, one, house);
    return next !== undefined && canFinish(next, house);
  });
}

export const handsOf = ({ chain, makers, taken }: Going): readonly string[] =>
  contributorsOf(
    chain,
    makers,
    taken.map(({ step, by }) => ({ step, person: by.person })),
  );

function holds(going: Going, by: Acting, { acting }: House): boolean {
  const step = going.state === 'open' ? going.chain.steps[going.step] : undefined;
  return step !== undefined && (fits(by, askedNow(step, acting, handsOf(going))) || fits(by, step));
}

function subjectOf(going: Going): Subject {
  const { chain, facets, state, step, by, taken } = going;
  const decided = taken.filter((one) => one.step === step).map((one) => one.by.post);
  const used = [by, ...taken.map((one) => one.by)];
  const run: Run = { state, step, hash, chain, facets, contributors: handsOf(going), used, decided };
  return { placement: 'none', everPublic: false, discarded: false, run };
}
