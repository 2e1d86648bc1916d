/** What one ask brings, cleaned, and what the rule book has to know of it: the chain, raised facets, what the text lacks. */
import { type Facts, type TextState, timeUnfit, type Verb } from '../../core/article.ts';
import { expiryClause } from '../../core/column-rules.ts';
import { localDay } from '../../core/day.ts';
import { disclosureClause } from '../../core/disclosure.ts';
import { type Chain, chainFor } from '../../core/flow.ts';
import type { Outcome } from '../../core/outcome.ts';
import { reprintClause } from '../../core/reprint.ts';
import type { Acting } from '../../core/takers.ts';
import type { Knock } from '../door/knock.ts';
import { fileIdsIn } from '../html/text.ts';
import { type Fields, type Made, make, type Submission, type Written } from './body.ts';
import { apartOf, facetsOf, type Known, raisedChain, stated, type Thing, targetOf } from './facts.ts';
import { filesSeen } from './files.ts';
import { articleAt, pinsBeside } from './marks.ts';
import { revisionById } from './store.ts';

const texts: readonly string[] = ['save', 'submit', 'edit', 'suggest'];

/** The text that was handed in, cleaned; undefined when none was, or when a revision of before is named instead. */
export async function madeFrom({ tx, ask, at }: Knock, { revision }: Thing): Promise<Outcome<{ made?: Made }>> {
  const { body } = ask.body as unknown as Submission;
  if (!body || !texts.includes(ask.verb)) return { ok: true };
  // A suggestion is about the words: what the text is stays as its author stated it.
  const own = ask.verb === 'suggest' && revision;
  const kept = own ? { kind: own.kind, facets: own.facets, original: own.originalId, expires: own.fields.expires } : {};
  const written: Written = { ...body, ...kept };
  const named = [...fileIdsIn(written.html), ...(written.original ? [written.original] : [])];
  return make(written, await filesSeen(tx, named, ask.actor.person, at));
}

type Gathered = Omit<Facts, 'roles'> & {
  readonly facets?: Readonly<Record<string, string>>;
  /** The article that holds instead. */
  readonly successor?: string;
};

export async function factsFor(
  knock: Knock,
  known: Known,
  verb: Verb,
  post: Acting | undefined,
  made: Made | undefined,
): Promise<Gathered> {
  const base = { apart: apartOf(known.path), raisesOnly: true };
  const { run } = known.thing;
  const same = made !== undefined && made.hash === run?.hash;
  switch (verb) {
    case 'submit':
      return { ...base, ...(await sent(knock, known, post, made)) };
    case 'approve':
      return { ...base, ...(await raised(knock, known, (knock.ask.body.raise ?? {}) as Record<string, string>)) };
    case 'edit': {
      if (!made) return base;
      const changes = { ...stated(made.facets), kind: made.kind };
      const text = textState(made.fields, made.lacks, known, changes.disclosure, run?.chain, knock.at);
      return { ...base, ...(await raised(knock, known, changes)), same, text };
    }
    case 'suggest':
      return { ...base, same };
    case 'mark_invalid':
      return { ...base, ...(await successor(knock, known)) };
    case 'pin':
      return { ...base, pins: await pinsBeside(knock.tx, known.thing.p) };
    case 'force':
    case 'publish':
      return { ...base, ...approvedText(known, knock.at) };
    case 'schedule': {
      const out = new Date(knock.ask.body.at as string);
      return { ...base, ...approvedText(known, out), timeUnfit: timeUnfit(out, knock.at) };
    }
    case 'expire': {
      const { expiresOn } = known.thing.p;
      return { ...base, due: expiresOn !== null && expiresOn < localDay(knock.at) };
    }
    default:
      return base;
  }
}

/** What was named as holding instead, by its public address; nothing was, or nothing public stands there. */
async function successor(
  { tx, ask }: Knock,
  { thing }: Known,
): Promise<Pick<Gathered, 'successor' | 'successorUnfit'>> {
  const address = ask.body.successor;
  if (typeof address !== 'string' || address === '') return {};
  const id = await articleAt(tx, address);
  return id && id !== thing.p.articleId ? { successor: id } : { successorUnfit: true };
}

/** The text that was approved, as it would go out at an instant. */
function approvedText(known: Known, out: Date): Pick<Gathered, 'text'> {
  const { run, revision } = known.thing;
  if (!run || !revision) return {};
  return { text: textState(revision.fields, undefined, known, stated(run.facets).disclosure, run.chain, out) };
}

/** The facets as they would stand, and the chain that they then give. */
async function raised(
  { tx }: Knock,
  known: Known,
  changes: Readonly<Record<string, string>>,
): Promise<Pick<Gathered, 'chain' | 'raisesOnly' | 'facets'>> {
  const chain = await raisedChain(tx, known, changes);
  const raisesOnly = !(chain && !chain.ok && chain.why === 'lowered');
  return { raisesOnly, chain, facets: { ...known.thing.run?.facets, ...changes } };
}

async function sent(
  { tx, ask }: Knock,
  known: Known,
  post: Acting | undefined,
  made: Made | undefined,
): Promise<Pick<Gathered, 'chain' | 'facets' | 'text'>> {
  const { revisionId } = ask.body as unknown as Submission;
  const text = made ?? (await revisionById(tx, revisionId ?? ''));
  const { thing, path } = known;
  const facets = facetsOf(thing.column, text.kind, text.facets);
  const unit = thing.p.unitId || (post?.unit ?? '');
  const chain = chainFor('article.publish', targetOf(thing.column, path, unit, facets));
  const found = chain.ok ? chain.chain : undefined;
  const { disclosure } = stated(text.facets);
  return { chain, facets, text: textState(text.fields, made?.lacks, known, disclosure, found, known.at) };
}

function textState(
  fields: Fields,
  lacks: Made['lacks'] | undefined,
  { path, thing }: Known,
  disclosure: string,
  chain: Chain | undefined,
  out: Date,
): TextState {
  const asksSource = reprintClause(path);
  const asksDisclosure = disclosureClause(path, chain);
  const asksExpiry = expiryClause(path, thing.column);
  return {
    missing: lacks?.missing ?? 0,
    speechless: lacks?.speechless ?? 0,
    reprint: fields.reprint ?? false,
    author: fields.author,
    source: fields.source,
    disclosure,
    expires: fields.expires,
    day: localDay(out),
    ...(asksExpiry ? { expiryClause: asksExpiry } : {}),
    ...(asksSource ? { reprintClause: asksSource } : {}),
    ...(asksDisclosure ? { disclosureClause: asksDisclosure } : {}),
  };
}
