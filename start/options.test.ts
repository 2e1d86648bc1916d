import { expect, test } from 'vitest';
import { helpAsked, readOptions } from './options.mjs';

const read = (...args: string[]) => readOptions(args, '/srv/menhu');

test('without a word: DATA beside package.json, ports 8080 and 8081, with the county', () => {
  expect(read()).toEqual({
    ...{ data: '/srv/menhu/DATA', publicPort: 8080, consolePort: 8081 },
    ...{ empty: false, json: false, detached: false },
  });
});

test('everything can be said, with a space or with =', () => {
  expect(
    read('--data', '/tmp/d', '--public-port=90', '--console-port', '0', '--empty', '--json', '--detached'),
  ).toEqual({
    ...{ data: '/tmp/d', publicPort: 90, consolePort: 0 },
    ...{ empty: true, json: true, detached: true },
  });
});

test.each([
  ['an unknown word', ['--emtpy'], 'unknown option --emtpy'],
  ['a bare word', ['DATA'], 'unknown option DATA'],
  ['a folder left out', ['--data'], '--data needs a value'],
  ['a folder that is a switch', ['--data', '--json'], '--data needs a value'],
  ['a port that is none', ['--public-port', '80a'], 'not 80a'],
  ['a port too high', ['--console-port', '65536'], 'not 65536'],
  ['an unknown language of the help', ['--help=fr'], 'unknown option --help'],
])('%s is refused', (_name, args, why) => {
  expect(() => read(...args)).toThrow(why);
});

test('help is asked for in a language, or comes in that of the locale, or in both, Chinese first', () => {
  const first = (args: readonly string[], env = {}) => helpAsked(args, env)?.split('\n')[0];
  const [zh, en] = ['menhu start [选项]，或 npm start -- [选项]', 'menhu start [options], or npm start -- [options]'];
  expect(helpAsked(['--empty'], { LANG: 'zh_CN.UTF-8' })).toBeUndefined();
  expect([first(['--help=en'], { LANG: 'zh_CN.UTF-8' }), first(['-h'], { LANG: 'zh_CN.UTF-8' })]).toEqual([en, zh]);
  expect(first(['--help'], { LANG: 'en_US.UTF-8' })).toBe(en);
  const both = helpAsked(['--help'], { LANG: 'C.UTF-8' })?.split('\n') ?? [];
  expect([both[0], both.includes(en)]).toEqual([zh, true]);
});
