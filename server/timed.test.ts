/** What becomes due by the clock, through the door on a real PostgreSQL: timed publications and last days. */
import { sql } from 'kysely';
import { afterEach, expect, test } from 'vitest';
import { act } from './act.ts';
import { timed } from './cli/doctor/clockwork.ts';
import { queue, today } from './content/lists.ts';
import { timedAlarms } from './content/owing.ts';
import { timedWork } from './content/timed.ts';
import { now, setClock } from './now.ts';
import { publicSite } from './public.fixture.ts';
import { walker } from './walk.fixture.ts';

const w = walker();
afterEach(() => setClock(undefined));

const shanghai = (local: string) => new Date(`${local}+08:00`);
/** Everything that is due at this instant. */
async function strike(at: Date): Promise<void> {
  setClock(at);
  for (const { run } of timedWork(act, w.db())) await run(now());
}
/** A text whose chain is complete, at nine on 1 December 2026. */
async function approved(more: Parameters<typeof w.sent>[1] = {}): Promise<string> {
  setClock(shanghai('2026-12-01T09:00:00'));
  const id = await w.sent('law', more);
  await w.approve('head', id);
  expect(await w.approve('secrecy', id)).toMatchObject({ status: 200 });
  return id;
}
const schedule = async (name: string, id: string, at: string) => {
  const { version, hash } = await w.at(id);
  return w.c().act(name, 'schedule', id, version, { hash, at: shanghai(at).toISOString() });
};
/** Kinds of events and their words, oldest first, from the approval on. */
async function told(id: string): Promise<readonly string[]> {
  const { rows } = await sql<{ line: string }>`
    select e.kind || ' ' || w.name || coalesce(': ' || o.words, '') as line
      from door.event e join people.person w on w.id = e.person left join door.opinion o on o.event_id = e.id
     where e.subject_id = ${id} order by e.seq offset 3`.execute(w.db());
  return rows.map(({ line }) => line);
}
const eight = shanghai('2026-12-02T08:00:00');

test('A5 a timed text goes out at its time, once, though two workers look at once; the log says who set it', async () => {
  const id = await approved();
  expect(await schedule('writer', id, '2026-12-02T08:00:00')).toMatchObject({
    status: 200,
    body: { stateName: '已批准，定时发布', run: { scheduled: { at: eight.toISOString() } } },
  });
  await strike(shanghai('2026-12-02T07:59:59'));
  expect((await w.at(id)).state).toBe('none');
  setClock(eight);
  await Promise.all([strike(eight), strike(eight)]);
  expect((await w.at(id)).state).toBe('published');
  await strike(shanghai('2026-12-03T08:00:00'));
  expect(await told(id)).toEqual([
    'article.scheduled writer',
    'article.published 系统: writer2026-12-01 09:00定时，定在2026-12-02 08:00发布',
  ]);
});

test('A5 where no worker ran for a week the text goes out late, once, and says so', async () => {
  const id = await approved();
  await schedule('writer', id, '2026-12-02T08:00:00');
  await strike(shanghai('2026-12-09T11:30:00'));
  expect((await told(id)).at(-1)).toBe(
    'article.published 系统: writer2026-12-01 09:00定时，定在2026-12-02 08:00发布；到点时系统没有在运行，晚了7天3小时',
  );
});

test.each([
  ['recalled', async (id: string) => w.c().act('writer', 'recall', id, (await w.at(id)).version)],
  [
    'returned',
    async (id: string) => {
      const { version, step } = await w.at(id);
      return w.c().act('colleague', 'return', id, version, { step, words: '先不发' });
    },
  ],
  ['edited and sent anew', (id: string) => w.revised(id, '改过的')],
  ['freed of its time', async (id: string) => w.c().act('colleague', 'unschedule', id, (await w.at(id)).version)],
] as const)('A5 a timed text that was %s meanwhile does not go out', async (_how, meanwhile) => {
  const id = await approved();
  await schedule('writer', id, '2026-12-02T08:00:00');
  expect(await meanwhile(id)).toMatchObject({ status: 200 });
  await strike(eight);
  expect((await w.at(id)).state).toBe('none');
  expect((await told(id)).filter((line) => line.startsWith('article.published'))).toEqual([]);
});

test('A5 whoever set the time must still hold the post when it comes; else it waits for a person, and says why', async () => {
  const id = await approved();
  await schedule('writer', id, '2026-12-02T08:00:00');
  const gone = sql`update people.holding set until_at = ${shanghai('2026-12-01T18:00:00')} where person_id = ${w.c().person('writer')}`;
  await gone.execute(w.db());
  await strike(eight);
  await strike(eight);
  expect(await w.at(id)).toMatchObject({ state: 'none', runState: 'complete' });
  expect(await told(id)).toEqual([
    'article.scheduled writer',
    'article.unscheduled 系统: 到点没有发布：这一步不由您的岗位办理',
  ]);
  await sql`update people.holding set until_at = null where person_id = ${w.c().person('writer')}`.execute(w.db());
});

test('A5 a time that passed without a publication is an alarm, for doctor too, until the text is out', async () => {
  const id = await approved();
  await schedule('writer', id, '2026-12-02T08:00:00');
  const alarms = async (at: string) =>
    (await timedAlarms(w.db(), shanghai(at))).map(({ title, persons }) => ({ title, persons: persons.toSorted() }));
  const both = [w.c().person('writer'), w.c().person('webmaster')].toSorted();
  expect(await alarms('2026-12-02T08:05:00')).toEqual([]);
  expect(await alarms('2026-12-02T08:05:01')).toEqual([
    { title: expect.stringContaining('到点没有发布'), persons: both },
  ]);
  expect(await timed(w.db(), shanghai('2026-12-02T09:00:00'))).toMatchObject({
    state: 'bad',
    says: { zh: '有 1 件定时发布的稿件到点没有发布' },
    details: [expect.stringContaining('2026-12-02 08:00')],
  });
  await strike(shanghai('2026-12-02T09:00:00'));
  expect(await alarms('2026-12-02T09:10:00')).toEqual([]);
  expect((await timed(w.db(), shanghai('2026-12-02T09:10:00'))).state).toBe('ok');
});

test('A5 a time that is over, or another person’s to set, is refused', async () => {
  const id = await approved();
  expect((await schedule('writer', id, '2026-12-01T08:59:59')).body).toMatchObject({
    code: 'time_unfit',
    message: '定时发布的时间要在现在以后、一年以内',
  });
  expect((await schedule('head', id, '2026-12-02T08:00:00')).body).toMatchObject({ code: 'not_your_role' });
  expect((await w.c().act('writer', 'unschedule', id, (await w.at(id)).version)).body).toMatchObject({
    code: 'not_scheduled',
  });
});

test('the queue shows a timed text with its time, and today’s duties ask nobody for it', async () => {
  const id = await approved();
  const writer = w.c().person('writer');
  const asked = async () => {
    const [all, mine] = await Promise.all([queue(w.db(), writer, now()), today(w.db(), writer, now())]);
    return {
      queue: all.items.filter((one) => one.placementId === id).map(({ publishAt }) => publishAt),
      today: mine.items.filter((one) => one.placementId === id).length,
    };
  };
  expect(await asked()).toEqual({ queue: [undefined], today: 1 });
  await schedule('writer', id, '2026-12-02T08:00:00');
  expect(await asked()).toEqual({ queue: [eight.toISOString()], today: 0 });
});

/** A published text with a last day. */
async function until(expires: string): Promise<string> {
  const id = await approved({ expires });
  expect(await w.publish('writer', id)).toMatchObject({ status: 200, body: { state: 'published' } });
  return id;
}

test.each([
  ['2026-12-31', '2026-12-31T23:59:59', '2027-01-01T00:00:00'],
  ['2027-02-28', '2027-02-28T23:59:59', '2027-03-01T00:00:00'],
  ['2028-02-29', '2028-02-29T23:59:59', '2028-03-01T00:00:00'],
])('B4 a text that holds until %s is public at %s, and gone at %s', async (expires, last, first) => {
  const id = await until(expires);
  await strike(shanghai(last));
  expect((await w.at(id)).state).toBe('published');
  await strike(shanghai(first));
  await strike(shanghai(first));
  expect(await w.at(id)).toMatchObject({ state: 'expired', revisionId: null });
  expect((await told(id)).slice(1)).toEqual(['article.expired 系统']);
});

test('B3 B4 the page of what has expired answers 410 and says 到期下线, and its list names it no more', async () => {
  const id = await until('2026-12-05');
  const site = publicSite(w.pool());
  const { no, title } = await sql<{ no: string; title: string }>`
    select public_no as no, fields ->> 'title' as title from content.public_article where placement_id = ${id}`
    .execute(w.db())
    .then(({ rows }) => rows[0] as { no: string; title: string });
  const page = `law/${no}.html`;
  const shown = () => [site.page('www', page) !== undefined, site.page('www', 'law/index.html')?.includes(title)];
  await site.settle();
  expect(shown()).toEqual([true, true]);
  await strike(shanghai('2026-12-06T00:00:00'));
  await site.settle();
  expect(shown()).toEqual([false, false]);
  expect(site.gone('www', page)).toContain('到期下线');
  await site.end();
});

test('B4 B5 what has expired comes back through its whole chain, with a new day', async () => {
  const id = await until('2026-12-05');
  await strike(shanghai('2026-12-06T00:00:00'));
  expect((await w.publish('writer', id)).body).toMatchObject({ code: 'not_while_none' });
  const again = async (expires: string) =>
    w.c().act('writer', 'submit', id, (await w.at(id)).version, {
      columnId: w.c().column('www', 'law'),
      body: { ...(await bodyOf(id)), expires },
    });
  expect((await again('2026-12-05')).body).toMatchObject({ code: 'expiry_past' });
  expect((await again('2026-12-20')).status).toBe(200);
  await w.approve('head', id);
  await w.approve('secrecy', id);
  expect(await w.publish('writer', id)).toMatchObject({ status: 200, body: { state: 'published' } });
  expect((await told(id)).at(-1)).toBe('article.restored writer');
});

const bodyOf = async (id: string) => {
  const { rows } = await sql<{ fields: object; html: string; facets: object; kind: string }>`
    select v.fields, v.html, v.facets, v.kind from content.revision v join content.placement p on p.article_id = v.article_id
     where p.id = ${id} order by v.number desc limit 1`.execute(w.db());
  const [{ fields, ...rest } = { fields: {} }] = rows;
  return { reprint: false, link: '', original: null, ...fields, ...rest };
};

test('C1 the events of a timed text tell the time it waited for, and its day leaves no event without a change', async () => {
  const { rows } = await sql<{ idle: number; waiting: number }>`select
    (select count(*)::int from door.event where before = after) as idle,
    (select count(*)::int from door.event where kind = 'article.scheduled' and after ->> 'publish_at' is null) as waiting`.execute(
    w.db(),
  );
  expect(rows).toEqual([{ idle: 0, waiting: 0 }]);
});
