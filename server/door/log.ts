/** The append-only event table: canonical bytes, their leaf, and the number from the locked head row. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { canonical, plain } from '../../core/canonical.ts';
import { isCounted } from '../../core/vocabulary/counted.ts';
import type { EventDraft, Knock } from './knock.ts';

export const sha256 = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex');

/** RFC 6962: a leaf is hashed behind a zero byte, so that it can never pass for an inner node. */
export const leafOf = (bytes: Uint8Array): Buffer =>
  createHash('sha256').update(Uint8Array.of(0)).update(bytes).digest();

/** The columns of an event that its bytes cover: all but seq, recorded_at, bytes and leaf. Absent is null, as in the table. */
function columns({ at, ask, eventId }: Knock, e: EventDraft) {
  return {
    id: eventId,
    at,
    kind: e.kind,
    subject_kind: e.subjectKind,
    subject_id: e.subjectId,
    article_id: e.articleId ?? null,
    site_id: e.siteId ?? null,
    unit_id: e.unitId ?? null,
    person: ask.actor.person,
    post: e.post ?? null,
    on_behalf_of: ask.actor.onBehalfOf ?? null,
    verb: ask.verb,
    facets: e.facets ?? null,
    version_id: e.versionId ?? null,
    clause: e.clause ?? null,
    run_id: e.runId ?? null,
    step: e.step ?? null,
    before: plain(e.before) ?? null,
    after: plain(e.after) ?? null,
    words: e.words === undefined ? null : sha256(e.words),
    address: ask.actor.address,
    key: ask.key,
  };
}

/** The bytes of an event row, as they are hashed. The same function reads a stored row back (see the C1 test). */
export const eventBytes = (row: Readonly<Record<string, unknown>>): Buffer =>
  Buffer.from(canonical(plain(row) ?? null), 'utf8');

/**
 * Appends the event: the last statement of an act, since the head row stays locked through the commit's flush. The
 * number is taken there and not from a sequence: a reader with a watermark would miss a row that commits late.
 */
export async function append(knock: Knock, draft: EventDraft): Promise<void> {
  const row = columns(knock, draft);
  const bytes = eventBytes(row);
  const values = {
    ...row,
    facets: json(row.facets),
    before: json(row.before),
    after: json(row.after),
    bytes,
    leaf: leafOf(bytes),
  };
  // What has to be looked up is looked up before the head row is locked.
  const fact = isCounted(row.kind) ? await factBeside(knock, row) : undefined;
  const head = sql`with head as (update door.head set last = last + 1 returning last)`;
  const event = sql`insert into door.event (seq, recorded_at, ${names(values)})
    select head.last, clock_timestamp(), ${cells(values)} from head`;
  const statement = fact
    ? sql`${head}, event as (${event}) insert into door.fact (seq, ${names(fact)}) select head.last, ${cells(fact)} from head`
    : sql`${head} ${event}`;
  await statement.execute(knock.tx);
}

const names = (values: object) => sql.join(Object.keys(values).map((name) => sql.ref(name)));
const cells = (values: object) =>
  sql.join(Object.entries(values).map(([name, value]) => sql`${value}::${casts[types[name] ?? 'text']}`));

/** What the event counts for: whose it is and where, as that stands now. */
async function factBeside({ tx }: Knock, row: ReturnType<typeof columns>) {
  const { at, kind, subject_id, article_id, facets } = row;
  const { rows } = await sql<Record<string, unknown>>`
    select to_jsonb(f) as place from door.fact_of(${at}, ${row.subject_kind}, ${subject_id}, ${article_id}, ${row.site_id},
      ${row.person}, ${row.post}) f`.execute(tx);
  const place = rows[0]?.place as Readonly<Record<string, unknown>>;
  const withdrawal = (row.after as { type?: string } | null)?.type ?? null;
  return { at, kind, subject_id, article_id, facets: json(facets), withdrawal, ...place };
}

const json = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));

const types: Readonly<Record<string, keyof typeof casts>> = {
  id: 'uuid',
  subject_id: 'uuid',
  article_id: 'uuid',
  site_id: 'uuid',
  unit_id: 'uuid',
  person: 'uuid',
  on_behalf_of: 'uuid',
  version_id: 'uuid',
  run_id: 'uuid',
  key: 'uuid',
  facets: 'jsonb',
  before: 'jsonb',
  after: 'jsonb',
  at: 'timestamptz',
  step: 'int',
  bytes: 'bytea',
  leaf: 'bytea',
  column_id: 'uuid',
  home: 'bool',
  author_unit_id: 'uuid',
  lead_unit_ids: 'uuids',
  actor_unit_id: 'uuid',
};
const casts = {
  uuid: sql`uuid`,
  jsonb: sql`jsonb`,
  timestamptz: sql`timestamptz`,
  int: sql`int`,
  bytea: sql`bytea`,
  bool: sql`bool`,
  uuids: sql`uuid[]`,
  text: sql`text`,
} as const;
