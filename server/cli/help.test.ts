/** Help and complaints in both languages; nothing here needs a database. */
import { expect, test } from 'vitest';
import { commands } from './commands.ts';
import { main } from './main.ts';

async function menhu(args: readonly string[], env: Record<string, string> = {}) {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await main(args, { env, out: (line) => out.push(line), err: (line) => err.push(line) });
  return { code, out: out.join('\n'), err: err.join('\n') };
}
const chinese = /\p{Script=Han}/u;
/** What stands for a value, names of programs and files: the same in both languages. */
const neutral =
  /"[^"]*"|--?[a-z-]+(=\w+)?|[A-Z][A-Z…_|,=\d-]*|\.?[a-z]+\.(yaml|json|md)|\.(docx|txt|md)|npm start|menhu( [a-z]+)*|T?\d\d:\d\d|~\$|\b(zh|en|JSON|Word|Ctrl-C|PostgreSQL|OpenAPI)\b/g;

test.each(commands)(
  '$name: each option and sentence of its help is whole in both languages',
  async ({ name, takes }) => {
    const words = name.split(' ');
    const [zh, en] = [await menhu([...words, '--help=zh']), await menhu([...words, '--help=en'])];
    expect([zh.code, en.code, zh.err, en.err]).toEqual([0, 0, '', '']);
    for (const option of [...Object.keys(takes.values), ...Object.keys(takes.switches ?? {}), 'json', 'help'])
      for (const { out } of [zh, en]) expect(out).toMatch(new RegExp(`^ {2}--${option} +\\S`, 'm'));
    const usage = zh.out.split('\n')[0] ?? '';
    expect(usage).toMatch(new RegExp(`^menhu ${name}( |$)`));
    expect(en.out.split('\n')[0]).toBe(usage);
    const prose = (out: string) =>
      out
        .split('\n')
        .slice(1)
        .filter((line) => line !== '');
    for (const line of prose(zh.out)) expect(line).toMatch(chinese);
    for (const line of prose(zh.out)) expect(line.replaceAll(neutral, '')).not.toMatch(/[a-z]{3,} [a-z]{2,}/);
    for (const line of prose(en.out)) expect(line).not.toMatch(chinese);
  },
);

test('what there is at all is told with one line for each command, and for those that begin with a word', async () => {
  const all = await menhu([]);
  for (const { usage } of commands) expect(all.out.split(`\n  ${usage}\n`)).toHaveLength(3);
  expect(all.out.split('\n').filter((line) => line.startsWith('menhu COMMAND'))).toEqual([
    'menhu COMMAND …   门户的命令行',
    'menhu COMMAND …   the command line of Menhu',
  ]);
  const some = await menhu(['regulation', '--help=en']);
  expect([some.code, some.out.includes('menhu regulation check'), some.out.includes('menhu import')]).toEqual([
    0,
    true,
    false,
  ]);
});

test.each([
  [{ MENHU_LANG: 'zh', LANG: 'en_US.UTF-8' }, ['zh']],
  [{ LC_ALL: 'en_US.UTF-8', LANG: 'zh_CN.UTF-8' }, ['en']],
  [{ LANG: 'zh_CN.UTF-8' }, ['zh']],
  [{ LANG: 'C.UTF-8' }, ['zh', 'en']],
  [{}, ['zh', 'en']],
  [{ LANG: 'enm_GB' }, ['zh', 'en']],
])('with %j a person is spoken to in %j', async (env, spoken) => {
  const said = { zh: '是不是 import？', en: 'is it import?' };
  const { err, code } = await menhu(['improt'], env);
  expect(code).toBe(2);
  for (const one of ['zh', 'en'] as const) expect([one, err.includes(said[one])]).toEqual([one, spoken.includes(one)]);
});

test('help is found behind a mistake, not behind --, and in no third language', async () => {
  expect((await menhu(['import', '--colum', 'x', '--help=en'])).code).toBe(0);
  expect((await menhu(['regulation', 'check', '--', '--help'])).err).toContain('there is no --help');
  const { code, err } = await menhu(['import', '--help=fr']);
  expect([code, err]).toEqual([2, expect.stringContaining('--help=zh or --help=en, not fr')]);
  expect((await menhu(['improt', '--help'])).code).toBe(2);
});
