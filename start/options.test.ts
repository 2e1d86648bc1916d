import { expect, test } from 'vitest';
import { readOptions } from './options.mjs';

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
])('%s is refused', (_name, args, why) => {
  expect(() => read(...args)).toThrow(why);
});
