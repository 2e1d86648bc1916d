/** From an article, a line, an event and a refusal back to the articles behind them, on the small bureau. */
import { beforeAll, expect, test } from 'vitest';
import { walker } from '../../walk.fixture.ts';
import { menhu } from '../run.fixture.ts';

const w = walker();
let id = '';
beforeAll(async () => {
  id = await w.sent('home-news');
  for (const who of ['head', 'secrecy']) expect(await w.approve(who, id)).toMatchObject({ status: 200 });
  expect(await w.publish('writer', id)).toMatchObject({ status: 200 });
}, 60_000);
const explain = async (...asked: string[]) => {
  const { code, out, err } = await menhu(['regulation', 'explain', ...asked], {
    DATABASE_URL: w.url(),
    MENHU_LANG: 'zh',
  });
  return { code, out, err, lines: out.split('\n').map((line) => line.trim()) };
};
const json = async (...asked: string[]) => JSON.parse((await explain(...asked, '--json')).out);
const last = async (kind: string) =>
  (await w.pool().query('select seq::text, id from door.event where kind = $1 order by seq desc limit 1', [kind]))
    .rows[0] as { seq: string; id: string };

test('an article tells its words, what is done after it, and its lines; a line tells its events', async () => {
  const { code, lines } = await explain('zj-portal#14');
  expect(code).toBe(0);
  expect(lines[0]).toBe('《市质监局门户网站管理规定》第十四条（zj-portal#14），局施行');
  expect(lines).toContain('读法：每日按自然日计，节假日也算');
  expect(lines.some((line) => line.startsWith('duty business-weekly：每个栏目'))).toBe(true);
  const { duties } = await json('zj-portal#14');
  const line = duties.find(({ evidence }: { evidence: readonly unknown[] }) => evidence.length > 0) ?? duties[0];
  const told = await explain(line.key);
  expect(told.lines).toContain(`编号 ${line.key}`);
  expect(told.lines).toContain(`依据 ${line.duty.law.cite}（zj-portal#14）`);
  expect(await json(line.key)).toMatchObject({ kind: 'line', line: { key: line.key, status: line.status } });
});

test('an event tells its article, the way of approval, and the duties that rest on it', async () => {
  const { seq, id: eventId } = await last('article.approved');
  const found = await json(seq);
  expect(found).toMatchObject({ kind: 'event', event: { seq, id: eventId }, law: { clause: 'zj-portal#5' } });
  expect(found.way).toMatchObject({ flow: 'main-site', law: { clause: 'zj-portal#13.2' } });
  const { lines } = await explain(eventId);
  expect(lines).toContain('依据 《市质监局门户网站管理规定》第五条（zj-portal#5）');
  expect(lines).toContain('依据 《市质监局门户网站管理规定》第十三条（二）（zj-portal#13.2）');
  // 质监动态 owes one a day, and has it.
  const { duties } = await json((await last('article.published')).seq);
  expect(
    duties.map(({ duty, status }: { duty: { law: { clause: string } }; status: string }) => [duty.law.clause, status]),
  ).toEqual([['zj-portal#14', 'met']]);
});

test('a refusal tells why and under which article, by its id and by its code', async () => {
  const { version } = await w.at(id);
  expect((await w.c().act('writer', 'approve', id, version, { step: 0 })).status).toBe(409);
  const { rows } = await w.pool().query('select id, code from door.refusal order by at desc limit 1');
  const [{ id: refusal, code }] = rows as [{ id: string; code: string }];
  const told = await explain(refusal);
  expect([told.code, told.lines[0]]).toEqual([0, expect.stringMatching(new RegExp(`^拒绝：.*（${code}）$`))]);
  expect((await explain(code)).out).toContain(refusal);
});

test('what nobody knows is said, and something has to be asked for', async () => {
  for (const asked of ['zj-portal#99', '999999999', 'nothing', '00000000-0000-4000-8000-000000000000'])
    expect(await explain(asked)).toMatchObject({ code: 1, err: expect.stringContaining(`没有找到“${asked}”`) });
  expect(await explain()).toMatchObject({ code: 2, err: expect.stringContaining('要说明什么') });
});
