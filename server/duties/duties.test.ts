/** The ledger over a real database: what QX asks of its administrator, judged from the log as the clock goes on. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { explainLine } from '../cli/regulation/explain-line.ts';
import { today } from '../content/lists.ts';
import { table } from '../contract/table.ts';
import { text } from '../county.fixture.ts';
import { now, setClock } from '../now.ts';
import { regimes } from '../regimes.fixture.ts';
import { walker } from '../walk.fixture.ts';
import { factsUntil } from './facts-until.ts';
import { owedLines } from './owing.ts';
import { dutiesRoutes } from './routes.ts';
import { advance } from './stored/advance.ts';

const w = walker(regimes);
const clock = (when: string) => setClock(new Date(`${when.replace(' ', 'T')}:00+08:00`));
afterAll(() => setClock(undefined));

const out = async <N extends keyof typeof dutiesRoutes>(name: N, input: object = {}, person = 'forecaster') => {
  const session = { person: w.c().person(person), login: '' };
  const answer = await dutiesRoutes[name]({ db: w.db(), input, session } as never);
  if (!('body' in answer)) throw new Error('the ledger gives JSON');
  expect([name, answer.status]).toEqual([name, 200]);
  return table.duties[name].out.parse(answer.body) as ReturnType<(typeof table.duties)[N]['out']['parse']>;
};
const approved = async (weight: 'general' | 'major') => {
  const id = randomUUID();
  const body = {
    columnId: w.c().column('qixiang', 'weather-news'),
    body: text('周末有雾', { facets: { weight, reach: 'section', sensitive: 'no' } }),
  };
  expect(await w.c().act('forecaster', 'submit', id, 0, body)).toMatchObject({ status: 200 });
  expect((await w.approve('administrator', id)).status).toBe(200);
  expect((await w.approve(weight === 'major' ? 'qxVice' : 'reviewer', id)).body).toMatchObject({
    stateName: '已批准，待发布',
  });
  return id;
};
/** The two limits of QX; its other duties run beside them. */
const isClock = (clause: string | undefined): boolean => clause === 'qx-site#8.1' || clause === 'qx-site#8.2';
const clocksIn = (cells: readonly { readonly duty: string }[]) =>
  cells.filter(({ duty }) => duty.includes(' publish-'));
type Board = { readonly tables: Awaited<ReturnType<typeof board>>['rules'][number]['tables'] };
const board = () => out('board');
const rowsIn = (rule: Board | undefined) =>
  (rule?.tables ?? []).flatMap(({ kind, duties, rows }) =>
    rows.map(({ thing, cells }) => ({
      ...{ kind, thing },
      cells: cells.flatMap((cell, i) => (cell ? [{ ...cell, duty: duties[i]?.key ?? '' }] : [])),
    })),
  );
const told = async (input: object = {}) =>
  (await out('lines', input)).items
    .filter(({ duty }) => isClock(duty.law.clause))
    .map((one) => [one.duty.law.clause, one.status, one.words, one.evidence.map(({ name }) => name).join(' ')]);

test('E4 QX-8.1, QX-8.2 a clock of the regulation runs, is late, and is made good late: each says so, with its events', async () => {
  clock('2030-09-30 16:00');
  const cells = (await out('board')).rules.flatMap(rowsIn).flatMap((row) => row.cells);
  expect(clocksIn(cells)).toEqual([]);
  const general = await approved('general');
  clock('2030-09-30 17:00');
  await approved('major');
  expect(await told()).toEqual([
    ['qx-site#8.2', 'pending', '还剩 12 小时', '同意，审批完成'],
    ['qx-site#8.1', 'pending', '还剩 23 小时', '同意，审批完成'],
  ]);
  clock('2030-10-01 16:01');
  expect(await told()).toEqual([
    ['qx-site#8.2', 'breached', '超 11 小时 1 分', '同意，审批完成'],
    ['qx-site#8.1', 'breached', '超 1 分', '同意，审批完成'],
  ]);
  clock('2030-10-02 18:00');
  expect((await w.publish('administrator', general)).status).toBe(200);
  expect(await told()).toEqual([
    ['qx-site#8.2', 'breached', '超 1 天 13 小时', '同意，审批完成'],
    ['qx-site#8.1', 'breached', '已补，迟 1 天 2 小时', '同意，审批完成 发布'],
  ]);
  // As it stood before, whatever came later: the same instant gives the same words.
  clock('2030-10-01 16:01');
  expect((await told())[1]).toEqual(['qx-site#8.1', 'breached', '超 1 分', '同意，审批完成']);
  clock('2030-11-20 09:00');
  expect(await told()).toEqual([['qx-site#8.2', 'breached', '超 50 天 4 小时', '同意，审批完成']]);
});

test('the board has a cell for each duty of a site, the worst of its lines in it; the lines behind it are named', async () => {
  clock('2030-10-02 18:00');
  const { rules, sums } = await out('board');
  const qx = rules.find(({ slug }) => slug === 'qx-site');
  expect(
    rowsIn(qx).map(({ kind, thing, cells }) => [
      kind,
      thing.name,
      (clocksIn(cells) as typeof cells).map(({ status, says }) => `${status} ${says}`),
    ]),
  ).toContainEqual(['site', '气象局网站', ['breached 超 1 天 13 小时', 'breached 已补，迟 1 天 2 小时'].toSorted()]);
  expect(sums.breached).toBeGreaterThanOrEqual(2);
  const [cell] = clocksIn(rowsIn(qx).find(({ thing }) => thing.name === '气象局网站')?.cells ?? []);
  const [first] = (await out('lines', { duty: cell?.duty })).items;
  expect(first?.by.map(({ name }) => name)).toEqual(['网络中心']);
  expect(first?.thing.name).toBe('周末有雾');
  expect(await told({ duty: 'nobody knows it' })).toEqual([]);
});

test('over a week or a month a cell counts the periods that were kept, also what ended in it; unit, column and post have theirs', async () => {
  clock('2030-10-31 18:00');
  const cells = async (span?: 'month') => {
    const qx = (await out('board', span ? { span } : {})).rules.find(({ slug }) => slug === 'qx-site');
    const site = rowsIn(qx).find(({ thing }) => thing.name === '气象局网站');
    return clocksIn(site?.cells ?? []) as NonNullable<typeof site>['cells'];
  };
  // The general text was approved in September: its clock began there. The other one, of September too, still runs.
  expect((await cells()).map(({ lines, words }) => [lines, words])).toEqual([
    [1, '已补，迟 1 天 2 小时'],
    [1, '超 30 天 13 小时'],
  ]);
  expect((await cells('month')).map(({ lines, words }) => [lines, words])).toEqual([
    [1, '1 期：违反 1'],
    [1, '1 期：违反 1'],
  ]);
  const network = w.c().unit('网络中心');
  const of = async (input: object) => [
    ...new Set((await out('lines', input)).items.flatMap(({ by }) => by.map(({ name }) => name))),
  ];
  expect(await of({ unit: network })).toEqual(['网络中心']);
  const column = w.c().column('qixiang', 'weather-news');
  expect(new Set((await out('lines', { column, span: 'month' })).items.map(({ thing }) => thing.id))).toEqual(
    new Set([column]),
  );
  expect(await of({ unit: network, post: 'nobody' })).toEqual([]);
});

test('each thing that a line rests on is a link: an event to its own page, who holds a post to the person', async () => {
  clock('2030-10-02 18:00');
  const { items } = await out('lines');
  const general = items.find(({ duty }) => duty.law.clause === 'qx-site#8.1');
  const [first, last] = general?.evidence ?? [];
  expect([first?.link, last?.link]).toEqual([`/events/${first?.seq}`, `/events/${last?.seq}`]);
  const event = await out('event', { seq: last?.seq });
  expect(event).toMatchObject({ name: '发布', title: '周末有雾', place: '气象局网站 · 气象要闻', unit: '预报科' });
  expect(event.law?.clause).toBe('qx-site#8.1');
  expect(event.lines.map(({ key }) => key)).toContain(general?.key);
  const kept = items.flatMap(({ evidence }) => evidence.filter(({ name }) => name === '到岗'));
  expect(kept.map(({ title, link }) => [title, link])).toContainEqual([
    'columnEditor',
    `/people?person=${w.c().person('columnEditor')}`,
  ]);
  const answer = await dutiesRoutes.event({ db: w.db(), input: { seq: '999999999999999999' } } as never);
  expect(answer.status).toBe(404);
});

test('what one’s own unit adopted stands first on the board, in the order of its texts', async () => {
  clock('2030-10-02 18:00');
  const first = async (person: string) => {
    const { rules } = await out('board', {}, person);
    return [rules[0]?.slug, rules.length];
  };
  const [, all] = await first('administrator');
  expect(await first('administrator')).toEqual(['qx-site', all]);
  expect(await first('jyPublisher')).toEqual(['jy-education-site', all]);
});

test('a regulation tells how its duties stand and how much went its ways, now and as of a day', async () => {
  clock('2030-10-02 18:00');
  const [adoption = ''] = (await out('lines')).items
    .filter(({ duty }) => duty.law.clause === 'qx-site#8.1')
    .map(({ duty }) => duty.law.adoption ?? '');
  const state = async (on?: string) => {
    const { duties, flows } = await out('rule', { adoption, on });
    const told = duties.filter(({ id }) => id.startsWith('publish-'));
    return {
      duties: told.map(({ id, sums }) => [id, ...Object.entries(sums).filter(([, n]) => n > 0)].flat().join(' ')),
      flows: flows.map(({ id, sent, published, open }) => [id, sent, published, open].join(' ')),
    };
  };
  // The general text came out late, the major one is still there.
  expect(await state()).toEqual({
    duties: ['publish-general breached 1', 'publish-major breached 1'],
    flows: ['general 1 1 0', 'major 1 0 1'],
  });
  expect(await state('2030-09-30')).toEqual({
    duties: ['publish-general pending 1', 'publish-major pending 1'],
    flows: ['general 1 0 1', 'major 1 0 1'],
  });
  expect(await state('2030-09-29')).toEqual({ duties: [], flows: [] });
  // Made good late, it stands in the line and in the closed period: it ran out once.
  await advance(w.db(), new Date('2030-10-02T18:00:00+08:00'));
  const late = async (on?: string) =>
    (await out('rule', { adoption, on })).duties.flatMap(({ id, weeks }) =>
      id.startsWith('publish-') ? [[id, weeks?.map(({ n }) => n).join('')]] : [],
    );
  const once = '000000000001';
  expect(await late()).toEqual([
    ['publish-general', once],
    ['publish-major', once],
  ]);
  expect(await late('2030-09-30')).toEqual([
    ['publish-general', undefined],
    ['publish-major', undefined],
  ]);
  const { items } = await out('lines', { duty: `${adoption} publish-general`, on: '2030-09-30' });
  expect(items.map(({ status, words }) => [status, words])).toEqual([['pending', '还剩 16 小时']]);
  // Twelve hours from noon end with the day: looked at afterwards, they are over.
  clock('2030-11-04 12:00');
  await approved('major');
  clock('2030-11-05 09:00');
  const ended = await out('lines', { duty: `${adoption} publish-major`, on: '2030-11-04', status: 'breached' });
  expect(ended.items.map(({ from, words }) => [from, words])).toContainEqual(['2030-11-04', '超 1 分']);
  const answer = await dutiesRoutes.rule({ db: w.db(), input: { adoption: randomUUID() } } as never);
  expect(answer.status).toBe(404);
});

test('duties of one’s unit are one’s own; a text with its limit is no duty beside the list of texts', async () => {
  const clauses = async (person: string) => (await out('mine', {}, person)).items.map(({ duty }) => duty.law.clause);
  expect(await clauses('reviewer')).toContain('qx-site#4');
  expect(await clauses('jyPublisher')).toEqual([]);
  expect((await clauses('administrator')).filter(isClock)).toEqual([]);
});

test('only who may write for the unit is offered to write; who answers for it is shown how it stands, also in the digest', async () => {
  clock('2026-12-30 09:00');
  const supply = async (person: string) =>
    (await out('mine', {}, person)).items.flatMap(({ duty, act }) =>
      duty.law.clause === 'qx-site#7' && act ? act.name : [],
    );
  // 预报科 has a writer; the office has only a reviewer.
  expect([await supply('forecaster'), await supply('reviewer')]).toEqual([['写一条'], ['看凭据']]);
  const at = new Date('2026-12-30T09:00:00+08:00');
  const told = (await owedLines(w.db(), at, at)).filter(({ law }) => law?.clause === 'qx-site#7');
  const verbs = (person: string) => told.filter((one) => one.persons.includes(w.c().person(person))).map((o) => o.verb);
  expect([verbs('forecaster'), verbs('reviewer')]).toEqual([['写一条'], ['看凭据']]);
});

test('a withdrawal of the whole article stands in its home column, with its type', async () => {
  clock('2030-12-02 09:00');
  const id = await approved('general');
  expect((await w.publish('administrator', id)).status).toBe(200);
  const { version } = await w.at(id);
  const body = { everywhere: true, type: 'error', reason: 'error', words: '写错了' };
  expect((await w.c().act('administrator', 'withdraw', id, version, body)).status).toBe(200);
  const facts = await factsUntil(w.db(), [], new Date('2030-12-03T00:00:00+08:00'));
  const column = w.c().column('qixiang', 'weather-news');
  expect(facts.at(-1)).toMatchObject({ kind: 'article.withdrawn', column, home: true, withdrawal: 'error' });
  // Its column is listed on the home page of the site.
  expect(facts.at(-1)?.facets.page).toBe('home');
});

test('what a person owes is listed once: with two posts over the same thing, and a text under its limit as a task alone', async () => {
  clock('2031-03-03 09:00');
  const person = w.c().person('administrator');
  await sql`insert into people.holding (id, person_id, post, unit_id, from_at)
            values (${randomUUID()}, ${person}, 'information-officer', ${w.c().unit('网络中心')}, '2026-01-01')`.execute(
    w.db(),
  );
  await approved('general');
  const { items } = await out('mine', {}, 'administrator');
  const owed = items.map(({ thing, duty }) => `${thing.id} ${duty.name}`);
  expect(owed.length).toBeGreaterThan(1);
  expect(owed.filter((one, i) => owed.indexOf(one) !== i)).toEqual([]);
  const tasks = (await today(w.db(), person, new Date('2031-03-03T01:00:00Z'))).items.map(({ placementId, title }) => [
    placementId,
    title,
  ]);
  expect(tasks).toContainEqual([expect.any(String), '周末有雾']);
  expect(new Set(tasks.map(([id]) => id)).size).toBe(tasks.length);
  expect(items.filter(({ thing }) => thing.name === '周末有雾')).toEqual([]);
});

test('E4 a clock that stopped in time is no line of today; its events still tell of it, and so does its own name, months later too', async () => {
  clock('2031-07-07 09:00');
  const inTime = await approved('general');
  const isIt = ({ key }: { key: string }) => key.includes(' publish-');
  const mine = async () => (await out('lines')).items.filter(({ from }) => from === '2031-07-07');
  const clocks = async () => (await mine()).filter(isIt).map(({ status }) => status);
  expect(await clocks()).toEqual(['pending']);
  clock('2031-07-08 08:00');
  expect((await w.publish('administrator', inTime)).status).toBe(200);
  expect(await clocks()).toEqual([]);
  const { rows } = await sql<{ seq: string }>`
    select max(seq)::text as seq from door.event where kind = 'article.published' and at = ${new Date('2031-07-08T08:00:00+08:00')}`.execute(
    w.db(),
  );
  for (const when of ['2031-07-08 09:00', '2031-11-20 09:00']) {
    clock(when);
    const lines = (await out('event', { seq: rows[0]?.seq })).lines.filter(isIt);
    expect(lines.map(({ status, from }) => [status, from])).toEqual([['met', '2031-07-07']]);
    expect(await explainLine(w.db(), lines[0]?.key ?? '', now())).toMatchObject({ line: { status: 'met' } });
  }
});
