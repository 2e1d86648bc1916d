/** An article's placement at the door: lock it, gather, ask the rule book, save what follows. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { decide, type Verb } from '../../core/article.ts';
import { beyondKey } from '../../core/keys.ts';
import { type Outcome, type Refusal, refuse } from '../../core/outcome.ts';
import type { Change, Knock, Subject } from '../door/knock.ts';
import type { Submission } from './body.ts';
import { type Known, know, ruleAsk, type Thing, thingOf } from './facts.ts';
import { factsFor, madeFrom } from './gather.ts';
import { rolesFor } from './roles.ts';
import { save } from './save.ts';
import type { Saving } from './saving.ts';
import { columnById, columnPlaces, lockPlacement, type PlacementRow, unmarked } from './store.ts';
import { movedView, placementView } from './view.ts';

const births: readonly string[] = ['save', 'submit'];

async function lock(knock: Knock): Promise<Thing | undefined> {
  const { tx, at, ask } = knock;
  // Two first submits under one id: the second waits here, and then finds the placement of the first.
  if (births.includes(ask.verb)) await sql`select pg_advisory_xact_lock(hashtextextended(${ask.id}, 0))`.execute(tx);
  const p = await lockPlacement(tx, ask.id, ask.actor.person, at);
  if (!p) return births.includes(ask.verb) ? unborn(knock) : undefined;
  return thingOf(tx, p);
}

/** The client's UUID becomes the placement's id at the first submit; an id that is taken, out of reach, looks absent. */
async function unborn({ tx, at, ask }: Knock): Promise<Thing | undefined> {
  const { columnId, articleId } = ask.body as unknown as Submission;
  const column = await columnById(tx, columnId);
  const taken = await tx.selectFrom('content.placement').select('id').where('id', '=', ask.id).executeTakeFirst();
  if (!column || taken) return undefined;
  const article = articleId
    ? await tx.selectFrom('content.article').select(['id', 'unitId']).where('id', '=', articleId).executeTakeFirst()
    : undefined;
  if (articleId && !article) return undefined;
  const p: PlacementRow = {
    id: ask.id,
    articleId: article?.id ?? randomUUID(),
    siteId: column.siteId,
    columnId: column.id,
    home: !article,
    state: 'none',
    revisionId: null,
    runId: null,
    version: 0,
    number: null,
    firstPublishedAt: null,
    discardedAt: null,
    servedAt: null,
    withdrawal: null,
    withdrawnAt: null,
    unitId: article?.unitId ?? '',
    authorId: ask.actor.person,
    createdAt: at,
    ...unmarked,
  };
  return { p, born: true, column };
}

async function judge(knock: Knock, thing: Thing): Promise<Outcome<{ change: Change; gathered: Known }>> {
  const { tx, at, ask } = knock;
  const verb = ask.verb as Verb;
  const person = ask.actor.person;
  const column = columnRefusal(verb, thing, ask.body as unknown as Submission);
  if (column) return column;
  const known = await know(tx, thing, person, at);
  const { roles, post } = rolesFor(verb, person, known, ask.actor.post);
  const read = await madeFrom(knock, thing);
  if (!read.ok) return read;
  const { made } = read;
  const facts = await factsFor(knock, known, verb, post, made);
  const ruling = decide(known.subject, ruleAsk(verb, person, post?.post ?? '', ask.body), {
    ...facts,
    roles,
    outside: known.key !== undefined,
  });
  if (!ruling.ok) return ruling;
  const beyond = await keyRefusal(knock, known);
  if (beyond) return beyond;
  const saving: Saving = {
    knock,
    known,
    ruling,
    post,
    ...(facts.facets ? { facets: facts.facets } : {}),
    ...(facts.successor ? { successor: facts.successor } : {}),
    ...(made ? { made } : {}),
  };
  return { ok: true, change: await save(verb, saving), gathered: known };
}

/** A key is asked about every column that the text goes to, so that no cross-listing is refused afterwards, unseen. */
async function keyRefusal({ tx, ask }: Knock, { key, thing }: Known): Promise<Refusal | undefined> {
  if (!key) return undefined;
  const { also = [] } = ask.body as unknown as Partial<Submission>;
  const places = also.length > 0 ? await columnPlaces(tx, also) : [];
  return beyondKey(key, ask.verb, [thing.p, ...places]);
}

/** A text stays in the column that it was first sent to; letterboxes and links take no texts. */
function columnRefusal(verb: Verb, { p, born, column }: Thing, body: Submission) {
  if (!births.includes(verb)) return undefined;
  if (!born && body.columnId !== p.columnId) return refuse('column_fixed');
  return ['letters', 'link'].includes(column.nature) ? refuse('no_column') : undefined;
}

export const article: Subject<Thing, Known> = {
  lock,
  version: (thing) => thing.p.version,
  decide: judge,
  moved: movedView,
  view: placementView,
};
