/** The lists of the console: 今天的职责, 我的稿件, 待发布. Reach is part of each query; each has a limit and a total order. */
import { sql } from 'kysely';
import { toldOf } from '../../core/takers.ts';
import { acts } from '../../core/vocabulary/words.ts';
import { type Above, acting, namesOf, unitsAbove } from '../acting.ts';
import type { ArticleLine, DutyLine } from '../contract/views.ts';
import type { Database } from '../door/knock.ts';
import { inForce, lawOf } from '../in-force.ts';
import { invalidNames } from '../words/names.ts';
import { addressOf } from './address.ts';
import { sayAway } from './away-words.ts';
import { within } from './key-limits.ts';
import { byLimit, limitOf } from './limits.ts';
import { isVacant, ownersOfText, restsWith, standsFor } from './rests.ts';
import { reviewOf } from './review.ts';
import { withLastRun } from './states.ts';
import { type InvalidReason, type KeptChain, reach } from './store.ts';
import { stateOfLine } from './view.ts';

type Row = {
  id: string;
  articleId: string;
  title: string;
  state: string;
  discardedAt: Date | null;
  siteId: string;
  siteName: string;
  columnId: string;
  columnName: string;
  unitId: string;
  unitName: string;
  runState: string | null;
  outcome: string | null;
  step: number | null;
  chain: KeptChain | null;
  versionId: string | null;
  facets: Readonly<Record<string, string>> | null;
  openedAt: Date | null;
  publishAt: Date | null;
  columnKey: string;
  rank: string;
  publishedAt: Date | null;
  confirmedAt: Date | null;
  forcedAt: Date | null;
  pinnedAt: Date | null;
  invalidReason: InvalidReason | null;
  ownerUnitId: string;
  submittedPost: string | null;
  submittedUnitId: string | null;
  contributors: string[] | null;
  taken: { step: number; person: string }[] | null;
  suggested: boolean;
  movedAt: Date;
  words: string | null;
  number: number | null;
};
export const listMax = 200;

/** A placement as a line: with its last run, the revision to name it by, and the words it was returned with. */
type Some = { readonly offset?: number; readonly limit?: number; readonly order?: ReturnType<typeof sql> };
const lines = (where: ReturnType<typeof sql>, { offset = 0, limit = listMax, order }: Some = {}) => sql<Row>`
  select p.id, p.article_id, coalesce(v.fields ->> 'title', n.fields ->> 'title') as title, p.state, p.discarded_at, s.id as site_id,
         s.name as site_name, c.id as column_id, c.name as column_name, u.id as unit_id, u.name as unit_name, r.state as run_state,
         r.outcome, r.step, r.chain, r.facets, r.opened_at, r.publish_at, c.key as column_key, s.rank, p.published_at, p.confirmed_at, p.forced_at, p.pinned_at, a.invalid_reason, s.owner_unit_id, r.version_id, r.submitted_post, r.submitted_unit_id,
         coalesce(v.contributors, n.contributors) as contributors, d.taken,
         exists (select from content.suggestion sg where sg.run_id = r.id) as suggested,
         coalesce(r.moved_at, p.created_at) as moved_at, o.words, coalesce(v.number, n.number) as number
    from content.placement p
    join content.article a on a.id = p.article_id
    join sites.site s on s.id = p.site_id
    join sites.column c on c.id = p.column_id
    join people.unit u on u.id = a.unit_id
    ${withLastRun}
    left join content.revision v on v.id = r.revision_id and r.state <> 'ended'
    left join lateral (select * from content.revision y where y.article_id = p.article_id order by y.number desc limit 1) n on true
    left join lateral (select op.words from door.event e join door.opinion op on op.event_id = e.id
                        where r.outcome = 'returned' and e.run_id = r.id and e.kind = 'article.returned' limit 1) o on true
    left join lateral (select jsonb_agg(jsonb_build_object('step', y.step, 'person', y.person_id)) as taken
                        from content.decision y where y.run_id = r.id) d on true
   where ${where} order by ${order ?? sql`moved_at desc`}, p.id limit ${limit} offset ${offset}`;

export const inColumns = (person: string) => within(person, sql`p.site_id`, sql`p.column_id`);
/** My post is asked by the due step, or publishes what is approved. */
const waitsFor = (person: string, at: Date) => sql`p.run_id is not null and ${inColumns(person)} and exists (
  select 1 from content.run_post rp join people.acting(${at}) x on x.post = rp.post and x.unit_id = rp.unit_id
   where rp.run_id = r.id and x.person_id = ${person} and rp.step = case r.state when 'open' then r.step else -1 end)`;
const isReturned = sql`p.run_id is null and r.outcome = 'returned' and p.discarded_at is null`;
/** Nobody holds the post that is asked. */
const isOrphan = (at: Date) => sql`(p.run_id is not null and not exists (
    select 1 from content.run_post rp join people.acting(${at}) x on x.post = rp.post and x.unit_id = rp.unit_id
     where rp.run_id = r.id and rp.step = case r.state when 'open' then r.step else -1 end)
  or ${isReturned} and not exists (
    select 1 from people.acting(${at}) x where x.post = r.submitted_post and x.unit_id = r.submitted_unit_id))`;
/** I sent it, or hold the post of that unit from which it was sent. */
export const ours = (person: string, at: Date) => sql`${inColumns(person)} and exists (
  select 1 from people.acting(${at}) x where x.person_id = ${person} and x.unit_id = a.unit_id
     and (r.submitted_by = ${person} or (r.id is null and a.author_id = ${person})
          or (x.post = r.submitted_post and x.unit_id = r.submitted_unit_id)))`;

const ref = (id: string, name: string) => ({ id, name });

type People = {
  acting: Awaited<ReturnType<typeof acting>>;
  above: Above;
  name(id: string): string;
  at: Date;
  /** What is in force over a unit: read once for a list. */
  path(unit: string): ReturnType<typeof inForce>;
};

async function people(db: Database, at: Date): Promise<People> {
  const everybody = await acting(db, at);
  const names = await namesOf(
    db,
    everybody.map((a) => a.person),
    [],
  );
  const paths = new Map<string, ReturnType<typeof inForce>>();
  const path = (unit: string) => {
    const found = paths.get(unit) ?? inForce(db, unit, at);
    paths.set(unit, found);
    return found;
  };
  return { acting: everybody, above: await unitsAbove(db), name: (id) => names.person(id).name, at, path };
}

async function articleLine(db: Database, row: Row, who: People): Promise<ArticleLine> {
  const address = row.state === 'published' ? await addressOf(db, row.id) : undefined;
  return {
    placementId: row.id,
    title: row.title,
    site: ref(row.siteId, row.siteName),
    column: ref(row.columnId, row.columnName),
    unit: ref(row.unitId, row.unitName),
    stateName: stateOfLine(row),
    with: row.runState === 'ended' ? [] : restsWith(row, who.acting).map(who.name),
    movedAt: row.movedAt.toISOString(),
    ...(row.words ? { note: row.words } : {}),
    ...(address ? { address } : {}),
    ...(row.publishAt && row.runState === 'complete' ? { publishAt: row.publishAt.toISOString() } : {}),
    tags: [...tagsOf(row), ...(await reviewTag(db, row, who))],
  };
}

const tagsOf = ({ forcedAt, pinnedAt, invalidReason }: Row): string[] => [
  ...(forcedAt ? ['强制发布，待核销'] : []),
  ...(invalidReason ? [invalidNames[invalidReason]] : []),
  ...(pinnedAt ? ['置顶'] : []),
];

async function reviewTag(db: Database, row: Row, { at, path }: People): Promise<string[]> {
  if (row.state !== 'published') return [];
  const review = await reviewOf(db, { ...row, path: await path(row.ownerUnitId) }, at);
  return review?.due ? ['该核对了'] : [];
}

const returnedNote = ({ words, suggested }: Row): string =>
  [words ? `退回意见：${words}` : '被退回', ...(suggested ? ['附有建议的改法'] : [])].join('，');

/** The lines that fit, newest first unless another order is given; each with whom it rests. */
export async function articleLines(db: Database, where: ReturnType<typeof sql>, some: Some, at: Date) {
  const who = await people(db, at);
  const { rows } = await lines(where, some).execute(db);
  return Promise.all(rows.map((row) => articleLine(db, row, who)));
}

function dueName({ runState, chain, step }: Row): string {
  const due = chain && step !== null ? chain.steps[step] : undefined;
  return runState === 'open' ? (acts[due?.act ?? ''] ?? '审批') : runState === 'complete' ? '发布' : '修改';
}

async function dutyLine(db: Database, { row, verb }: Waiting, who: People): Promise<DutyLine> {
  const step = row.chain && row.step !== null ? row.chain.steps[row.step] : undefined;
  const clause = verb === 'publish' ? row.chain?.publish.clause : (step?.clause ?? row.chain?.clause);
  const law = clause ? await lawOf(db, clause, { versionId: row.versionId ?? undefined }) : undefined;
  const limit = verb === 'publish' ? await limitOf(db, row) : undefined;
  const sent = verb === 'revise' ? returnedNote(row) : `${row.unitName}报送，第 ${row.number ?? 1} 稿`;
  const away = sayAway(standsFor(row, who.acting), who.name, who.at);
  const note = away ? `${away}，由您代办：${sent}` : sent;
  return {
    placementId: row.id,
    verb,
    verbName: dueName(row),
    title: row.title,
    site: ref(row.siteId, row.siteName),
    column: ref(row.columnId, row.columnName),
    unit: ref(row.unitId, row.unitName),
    note: isVacant(row, who.acting) ? `这个岗位现在没有人，请先安排人：${note}` : note,
    since: row.movedAt.toISOString(),
    ...(law ? { law } : {}),
    ...(limit ? { limit } : {}),
  };
}

type Waiting = { readonly row: Row; readonly verb: DutyLine['verb'] };

const verbOf = ({ runState }: Row): DutyLine['verb'] =>
  runState === 'open' ? 'approve' : runState === 'complete' ? 'publish' : 'revise';

/**
 * What waits for me: to approve, to publish, to revise, and to see to where a post is empty. Candidates come from SQL, and
 * who may really act from the rule.
 */
async function waiting(db: Database, person: string, who: People, at: Date): Promise<Waiting[]> {
  const { rows } = await lines(waitsFor(person, at)).execute(db);
  const due = rows.filter((row) => restsWith(row, who.acting).includes(person));
  const returned = await lines(sql`${isReturned} and ${ours(person, at)}`).execute(db);
  const vacant = await lines(sql`${inColumns(person)} and ${isOrphan(at)}`).execute(db);
  const seen = new Set([...due, ...returned.rows].map(({ id }) => id));
  const mine = vacant.rows.filter((row) => !seen.has(row.id) && ownersOfText(row, who).includes(person));
  return [...due, ...returned.rows, ...mine].map((row) => ({ row, verb: verbOf(row) }));
}

/** What goes out by itself asks nobody, as long as it isn't due. */
const owed = ({ row, verb }: Waiting): boolean => verb !== 'publish' || row.publishAt === null;

export async function today(db: Database, person: string, at: Date) {
  const who = await people(db, at);
  const due = (await waiting(db, person, who, at)).filter(owed);
  const items = await Promise.all(due.map((one) => dutyLine(db, one, who)));
  items.sort(byLimit);
  const sent = await lines(sql`r.submitted_by = ${person} and (p.run_id is not null or p.state = 'published')`, {
    limit: 8,
  }).execute(db);
  return { at: at.toISOString(), items, sent: await Promise.all(sent.rows.map((row) => articleLine(db, row, who))) };
}

/** Everything that rests with somebody, with all whom it waits for: for notices, which go to many at once. */
export async function allWaiting(db: Database, at: Date) {
  const who = await people(db, at);
  const rows = await resting(db);
  const all = rows.map((row) => ({ row, verb: verbOf(row), persons: toldOf(ownersOfText(row, who), who.acting) }));
  const owing = all.filter((one) => one.persons.length > 0 && owed(one));
  return Promise.all(owing.map(async (one) => ({ duty: await dutyLine(db, one, who), persons: one.persons })));
}
/** Each with what is due: 审批, 发布, 修改. */
export const allResting = async (db: Database) =>
  (await resting(db)).map((row) => ({ row, name: dueName(row) })).filter(({ row }) => owed({ row, verb: verbOf(row) }));

const resting = async (db: Database): Promise<readonly Row[]> =>
  (await lines(sql`(p.run_id is not null or ${isReturned})`, { limit: waitingMax }).execute(db)).rows;
/** Texts on their way at once; a county has some hundreds. */
const waitingMax = 5_000;

export async function queue(db: Database, person: string, at: Date) {
  const who = await people(db, at);
  const due = (await waiting(db, person, who, at)).filter(({ verb }) => verb === 'publish');
  const items = await Promise.all(due.map(({ row }) => queueLine(db, row, who)));
  items.sort((a, b) => byLimit({ ...a, since: a.movedAt }, { ...b, since: b.movedAt }));
  const forced = await articleLines(db, sql`p.forced_run_id is not null and ${reach(person, at)}`, {}, at);
  return { at: at.toISOString(), items, forced };
}

async function queueLine(db: Database, row: Row, who: People): Promise<ArticleLine> {
  const limit = await limitOf(db, row);
  return { ...(await articleLine(db, row, who)), ...(limit ? { limit } : {}) };
}

export async function counts(db: Database, person: string, at: Date) {
  const due = (await waiting(db, person, await people(db, at), at)).filter(owed);
  const of = (verb: DutyLine['verb']) => due.filter((d) => d.verb === verb).length;
  return { today: due.length, approve: of('approve'), publish: of('publish') };
}
