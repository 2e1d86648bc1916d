/** `menhu key …` as it is typed: a system registered, its key printed once, shown without its text, revoked. */
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { system } from '../../content/store.ts';
import { keySession } from '../../keys/session.ts';
import { now } from '../../now.ts';
import { walker } from '../../walk.fixture.ts';
import { main } from '../main.ts';

const w = walker();

async function menhu(...args: string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const { connectionString } = w.pool().options;
  const env = { DATABASE_URL: connectionString ?? '', MENHU_LANG: 'zh' };
  const code = await main(args, { env, out: (line) => out.push(line), err: (line) => err.push(line) });
  return { code, out: out.join('\n'), err: err.join('\n') };
}
const about = ['--system', '质检直报', '--unit', '质量处', '--answerable', 'writer', '--contact', '8800'];
const post = ['--post', 'undertaker@质量处'];

test('a key is issued with its system, shown once, opens, and is revoked; each act is in the log', async () => {
  const added = await menhu('key', 'add', ...about, ...post, '--column', 'www/law', '--rate', '30', '--json');
  expect([added.err, added.code]).toEqual(['', 0]);
  const { token, prefix } = JSON.parse(added.out);
  expect(token).toMatch(new RegExp(`^menhu_${prefix}_[\\w-]{43}$`));
  const open = () => keySession(w.db(), `Bearer ${token}`, '127.0.0.1');
  expect(await open()).toMatchObject({ ok: true, session: { perMinute: 30, answerable: w.c().person('writer') } });
  const shown = await menhu('key', 'show', token);
  expect(shown.out).toContain('质检直报  undertaker@质量处  可用');
  expect(shown.out).toContain('办理 save、submit、recall、discard，每分钟 30 次');
  expect(shown.out).toContain('网站 不限，栏目 www/law，地址 不限');
  const listed = await menhu('key', 'list', '--json');
  expect(JSON.parse(listed.out)).toMatchObject([{ prefix, system: '质检直报', state: 'live' }]);
  expect(shown.out + listed.out).not.toContain(token.slice(15));
  expect((await menhu('key', 'revoke', prefix)).out).toBe(`已停用“质检直报”的 ${prefix}`);
  expect(await open()).toMatchObject({ ok: false, why: 'key_revoked' });
  expect(await menhu('key', 'revoke', prefix)).toMatchObject({ code: 1, err: 'menhu: 没有这把密钥，或者早已停用' });
  const events = await w
    .db()
    .selectFrom('door.event')
    .select(['kind', 'person', 'address'])
    .where('subjectKind', '=', 'outside_system')
    .orderBy('seq')
    .execute();
  expect(events).toEqual(
    ['outside_system.registered', 'key.issued', 'key.revoked'].map((kind) => ({
      kind,
      person: system,
      address: 'menhu key',
    })),
  );
});

test.each([
  [[...about, '--post', 'undertaker@质量'], 1, '没有单位“质量”'],
  [['--system', '质检直报', '--post', 'undertaker'], 2, '岗位要写成 undertaker@质量处'],
  [['--system', '质检直报', ...post, '--verb', 'approve'], 1, '没有可开通的办理“approve”'],
  [['--system', '质检直报', ...post, '--column', 'www/laws'], 1, '是不是“www/law”？'],
  [['--system', '质检直报', ...post, '--rate', '0'], 2, '--rate 是 1 到 6000 的整数'],
  [['--system', '质检直报', ...post, '--unit', '质量处'], 2, '“质检直报”早已登记，不用再写 --unit'],
  [['--system', '质检直报', '--post', 'head@质量处'], 1, '这个岗位只管审批签字，不能交给业务系统 (head)'],
  [['--system', '质检直报', ...post, '--address', '10.0.0.0/33'], 1, '地址要写成 10.1.2.3 或 10.1.0.0/16'],
  [
    ['--system', '别的', '--unit', '法规处', '--answerable', 'writer', '--contact', '1', ...post],
    1,
    '责任人在这个单位没有岗位',
  ],
  [['--system', '别的', ...post], 2, '缺少 --unit'],
])('%j ends with %i and a sentence', async (args, code, words) => {
  const ended = await menhu('key', 'add', ...args);
  expect([ended.code, ended.out]).toEqual([code, '']);
  expect(ended.err).toContain(words);
});

test('a unit whose name another one has too is asked for with the way to it', async () => {
  const row = { id: randomUUID(), name: '法规处', parentId: w.c().unit('云溪分局'), position: 99, createdAt: now() };
  await w.db().insertInto('people.unit').values(row).execute();
  const same = about.filter((_, i) => i > 1);
  const ask = (unit: string) => menhu('key', 'add', '--system', '同名', ...same, '--post', `undertaker@${unit}`);
  expect(await ask('法规处')).toMatchObject({
    code: 2,
    err: expect.stringContaining('叫“法规处”的单位有 2 个，请写全：局/法规处、局/云溪分局/法规处'),
  });
  expect(await ask('局/法规处')).toMatchObject({ code: 0 });
});
