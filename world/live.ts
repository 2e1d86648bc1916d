/**
 * The county lives through its past: every deed goes through the door at its hour, and the jobs that it brings are done
 * before the next one. A deed that the door refuses is a mistake in the county, and throws.
 */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { dayMs, localDay } from '../core/day.ts';
import { htmlOfText } from '../core/plain-text.ts';
import { act } from '../server/act.ts';
import type { Written } from '../server/content/body.ts';
import { saveScratch } from '../server/content/compose.ts';
import { contentJobs } from '../server/content/jobs.ts';
import { timedWork } from '../server/content/timed.ts';
import type { Actor, Database } from '../server/door/knock.ts';
import { drain, type Job } from '../server/jobs.ts';
import { now as clock, setClock } from '../server/now.ts';
import { writers } from './adoptions.ts';
import type { Kept } from './bring.ts';
import { type PersonName, people, postsOf, type UnitName, units } from './county.ts';
import { columnsOf, type Ids } from './found.ts';
import { atMinute, workday } from './hours.ts';
import type { Made } from './made.ts';
import type { Random } from './random.ts';
import type { Deed, Story, Text } from './story.ts';

/** A deed at its hour. */
type Moment = { readonly at: Date; readonly tale: Tale; readonly deed: Deed };
type Tale = { readonly story: Story; readonly id: string; text: Text; readonly kept: Kept; readonly at: Date };
/** What happens at its hour beside the articles; it may open columns. */
export type Aside = { readonly at: Date; readonly happen: (db: Database) => Promise<void> };
type Wished = {
  readonly at: Date;
  readonly chance: Random;
  readonly kept: Kept;
  readonly asides?: readonly Aside[];
};

/**
 * Lives all stories through in the order of their hours. Gives the clock back whatever happens. Answers the placements' ids.
 * Only the last deed waits for the disk, and with it all before it: who loads the county throws a half away.
 */
export const live = (db: Database, ids: Ids, stories: readonly Story[], wished: Wished): Promise<readonly string[]> =>
  db.connection().execute((one) => liveOn(one, ids, stories, wished));

async function liveOn(
  db: Database,
  ids: Ids,
  stories: readonly Story[],
  { at, chance, kept, asides = [] }: Wished,
): Promise<readonly string[]> {
  // One after the other, so that a story's id and hours don't depend on those that come after it.
  const told = stories.map((story) => {
    const tale: Tale = { story, id: chance.uuid(), text: story.text, kept, at };
    return { tale, moments: momentsOf(tale, at, chance) };
  });
  const moments = told.flatMap((one) => one.moments).sort((a, b) => a.at.getTime() - b.at.getTime());
  const waiting = asides.toSorted((a, b) => a.at.getTime() - b.at.getTime());
  let known = ids;
  try {
    await sql`set synchronous_commit = off`.execute(db);
    for (const moment of moments) {
      if (moment === moments.at(-1)) await sql`reset synchronous_commit`.execute(db);
      for (let next = waiting[0]; next && next.at <= moment.at; next = waiting[0]) {
        await ready(db, next.at);
        setClock(next.at);
        await next.happen(db);
        known = { ...ids, columns: await columnsOf(db) };
        waiting.shift();
      }
      const stands = await ready(db, moment.at, moment.tale.id);
      setClock(moment.at);
      await happen(db, known, moment, stands);
    }
    await ready(db, at);
  } finally {
    setClock(undefined);
    await sql`reset synchronous_commit`.execute(db);
  }
  return told.map(({ tale }) => tale.id);
}

type Standing = { readonly version: number; readonly step: number | null; readonly hash: string | null };
type Seen = { readonly jobs: boolean; readonly due: Date | null } & (Standing | { readonly version: null });

/**
 * Everything of before is over: jobs of the last act, under its clock, and what became due by the clock since then, each
 * at its own instant. Answers how the placement stands that is next; undefined: it isn't there yet. One question, since
 * it comes before each of two thousand acts.
 */
async function ready(db: Database, until: Date, placement?: string): Promise<Standing | undefined> {
  for (;;) {
    const { rows } = await sql<Seen>`
      select exists (select from door.job where state = 'waiting') as jobs,
             least((select min(publish_at) from content.run where state = 'complete'),
                   (select min(expires_on + 1)::timestamptz from content.placement where state = 'published')) as due,
             p.version, r.step, r.hash
        from (select 1) once left join content.placement p on p.id = ${placement ?? null}
        left join content.run r on r.id = p.run_id`.execute(db);
    const [seen] = rows;
    if (!seen) throw new Error('one row was asked for');
    if (seen.jobs) await drain(db, contentJobs(act, db), broken);
    else if (seen.due && seen.due <= until) {
      setClock(seen.due);
      for (const { run } of timedWork(act, db)) await run(seen.due);
    } else return seen.version === null ? undefined : seen;
  }
}

function broken(what: string, job: Job | undefined, error: string): never {
  throw new Error(`a job of the county ${what}: ${job?.kind ?? ''} ${error}`);
}

const morning = 8 * 60 + 40;

/** From the morning on, some minutes between two deeds; a night moves to the next working day. */
function momentsOf(tale: Tale, at: Date, chance: Random): readonly Moment[] {
  let { ago } = tale.story;
  let minute = morning + chance.whole(60);
  const moments: Moment[] = [];
  for (const deed of tale.story.life) {
    if (deed[0] === 'night') {
      ago -= 1;
      minute = morning + chance.whole(60);
      continue;
    }
    if (ago < 1) throw new Error(`“${tale.text.title}” is not over before the county is looked at`);
    moments.push({ at: atMinute(workday(at, ago), minute), tale, deed });
    minute += 12 + chance.whole(40);
  }
  return moments;
}

type Stands = Standing | undefined;

async function happen(db: Database, ids: Ids, { at, tale, deed }: Moment, stands: Stands): Promise<void> {
  if (deed[0] === 'scratch') return scratch(db, ids, tale, at);
  if (deed[0] === 'also') return alsoKnock(db, ids, tale, deed[1]);
  if (deed[0] === 'revise') tale.text = { ...tale.text, ...deed[1] };
  return knock(db, ids, { tale, deed, id: tale.id, stands });
}

async function alsoKnock(db: Database, ids: Ids, tale: Tale, deed: Deed): Promise<void> {
  const id = await listedAlso(db, ids, tale);
  return knock(db, ids, { tale, deed, id, stands: await ready(db, clock(), id) });
}

/** A scratch is no act: it leaves no event. */
async function scratch(db: Database, ids: Ids, tale: Tale, at: Date): Promise<void> {
  const { story, id } = tale;
  const kept = { body: written(tale), columnIds: [columnId(ids, story, story.column)] };
  await saveScratch(db, ids.people[story.by], id, kept, at);
}

type Step = { readonly tale: Tale; readonly deed: Deed; readonly id: string; readonly stands: Stands };

async function knock(db: Database, ids: Ids, { tale, deed, id, stands }: Step): Promise<void> {
  const answer = await act(db, {
    subject: 'article',
    verb: verbOf(deed),
    id,
    version: stands?.version ?? 0,
    key: randomUUID(),
    actor: actorOf(deed, tale.story, ids),
    body: { ...bodyOf(deed, tale, ids, stands), ...(await successorOf(db, deed)) },
  });
  if (answer.status === 200) return;
  const { message } = answer.body as { message: string };
  throw new Error(`“${tale.text.title}”: ${deed.slice(0, 2).join(' ')} was refused: ${message}`);
}

/** Where the text stands that a marked one names; tests put a marker behind each title. */
async function successorOf(db: Database, deed: Deed): Promise<{ successor?: string }> {
  if (deed[0] !== 'mark_invalid') return {};
  const { rows } = await sql<{ no: string }>`
    select public_no as no from content.public_article where starts_with(fields ->> 'title', ${deed[3]})`.execute(db);
  return { successor: `/law/${rows[0]?.no}.html` };
}

const verbOf = ([word]: Deed): string => (word === 'revise' ? 'submit' : word === 'raise' ? 'approve' : word);

const named: readonly string[] = 'approve raise return publish withdraw schedule confirm force mark_invalid pin'.split(
  ' ',
);
const whoOf = (deed: Deed, story: Story): PersonName => (named.includes(deed[0]) ? (deed[1] as PersonName) : story.by);

/** What the author does is done under the post that the text is written for; everything else under one that fits. */
function actorOf(deed: Deed, story: Story, ids: Ids): Actor {
  const actor = { person: ids.people[whoOf(deed, story)], address: 'world' };
  const { post, unit } = writerOf(story);
  return named.includes(deed[0]) ? actor : { ...actor, post: { post, unit: ids.units[unit] } };
}

function writerOf({ by, site, unit: wanted }: Story): { post: string; unit: UnitName } {
  const found = postsOf(by).find(([post, unit]) => writers[site].includes(post) && (wanted ?? unit) === unit);
  if (!found) throw new Error(`${people[by].name} writes for no unit`);
  return { post: found[0], unit: found[1] };
}

function bodyOf(deed: Deed, tale: Tale, ids: Ids, stands: Stands): Record<string, unknown> {
  const { story } = tale;
  const now = { step: stands?.step ?? 0, hash: stands?.hash ?? '' };
  switch (deed[0]) {
    case 'save':
      return { columnId: columnId(ids, story, story.column), body: written(tale) };
    case 'submit':
    case 'revise': {
      const also = story.also ? [columnId(ids, story, story.also)] : [];
      return { columnId: columnId(ids, story, story.column), also, body: written(tale) };
    }
    case 'approve':
      return { ...now, ...(deed[2] ? { words: deed[2] } : {}) };
    case 'raise':
      return { ...now, raise: deed[2], words: deed[3] };
    case 'return':
      return { step: now.step, words: deed[2] };
    case 'publish':
      return { hash: now.hash };
    case 'schedule':
      return { hash: now.hash, at: new Date(clock().getTime() + deed[2] * dayMs).toISOString() };
    case 'confirm':
      return { words: deed[2] };
    case 'force':
      return { ...now, words: deed[2] };
    case 'mark_invalid':
      return { reason: deed[2], words: deed[4] };
    case 'withdraw':
      return { everywhere: true, type: deed[2], words: deed[3] };
    default:
      return {};
  }
}

function columnId(ids: Ids, story: Story, key: string): string {
  const id = ids.columns[`${story.site} ${key}`];
  if (!id) throw new Error(`the regulations in force open no column ${key} on the site ${story.site}`);
  return id;
}

function written({ text, story, kept, at }: Tale): Written {
  const { kind, title, author = '', link = '', reach = 'section', weight = 'general', sensitive = 'no' } = text;
  const source = text.source ?? units[writerOf(story).unit].name;
  const facets = { reach, weight, sensitive };
  const expires =
    text.lastDay === undefined ? {} : { expires: localDay(new Date(at.getTime() + text.lastDay * dayMs)) };
  return {
    ...expires,
    kind,
    title,
    source,
    author,
    reprint: link !== '',
    link,
    html: htmlOf(text, kept),
    original: null,
    facets,
  };
}

function htmlOf({ text, files = [] }: Text, kept: Kept): string {
  const [first = '', ...rest] = htmlOfText(text).split('\n');
  const pictures = files.filter(({ alt }) => alt !== undefined).map((file) => pictureOf(file, kept));
  const papers = files.filter(({ alt }) => alt === undefined).map((file) => paperOf(file, kept));
  return [first, ...pictures, ...rest, ...papers].join('\n');
}

/** Names and words are the county's own: no sign in them means anything in html. */
const pictureOf = (file: Made, kept: Kept): string =>
  `<figure class="picture"><img src="/files/${kept.get(file)}/any" alt="${file.alt}"><figcaption>${file.caption}</figcaption></figure>`;
const paperOf = (file: Made, kept: Kept): string =>
  `<p class="attachment"><a href="/files/${kept.get(file)}/any">${file.name}</a></p>`;

/** The cross-listing's placement: the door made its id. */
async function listedAlso(db: Database, ids: Ids, { story, id, text }: Tale): Promise<string> {
  const row = await db
    .selectFrom('content.placement as other')
    .innerJoin('content.placement as home', 'home.articleId', 'other.articleId')
    .select('other.id')
    .where('home.id', '=', id)
    .where('other.columnId', '=', columnId(ids, story, story.also ?? ''))
    .executeTakeFirst();
  if (!row) throw new Error(`“${text.title}” is not listed in a second column`);
  return row.id;
}
