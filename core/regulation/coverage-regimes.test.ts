/** JY, CS and QX read off the articles by hand: what this version carries out, and what waits for a later one. */
import { expect, test } from 'vitest';
import { regulationFile, soundly } from '../zj.fixture.ts';
import { coverage } from './coverage.ts';

const standings = (file: string) =>
  coverage(soundly(regulationFile(file))).map(({ clause, standing }) => `${clause} ${standing}`);
const clauses = (file: string) => soundly(regulationFile(file)).clauses.map(({ id }) => id);

test('JY says honestly, article by article, what runs and what waits', () => {
  expect(standings('jy-education-site.md')).toEqual(
    `1 noted, 2 noted, 3 noted, 4 runs, 5 nothing, 6 runs, 7 runs, 8 runs, 9 nothing, 10 nothing, 11 nothing,
     12a runs, 12b runs, 12c runs, 12d nothing, 13 runs, 14 nothing, 15 runs, 16 nothing, 17 nothing, 18 nothing,
     19 noted, 20 noted`.split(/,\s+/),
  );
});

test('CS says honestly, article by article, what runs and what waits', () => {
  expect(standings('cs-portal.md')).toEqual(
    `0 nothing, 1 noted, 2 runs, 3.1 runs, 3.2 runs, 3.3 runs, 3.4 runs, 3.5 runs, 3.6 runs, 4.1 runs, 4.2 runs,
     4.3 runs, 5 nothing, 6 runs, 7 nothing, 8 nothing, 9 runs, 10 nothing, 11 nothing, 12 nothing, 13 noted,
     13.1 nothing, 13.2 nothing, 13.3 nothing, 13.4 nothing`.split(/,\s+/),
  );
});

test('QX says honestly, article by article, what runs and what waits', () => {
  expect(standings('qx-site.md')).toEqual(
    `1 noted, 2 runs, 3 nothing, 4 nothing, 5 nothing, 6 nothing, 7 runs, 8 runs, 8.1 runs, 8.2 runs, 9 noted,
     10 runs, 11 nothing, 12 nothing, 13 nothing, 14 nothing, 15 runs, 16 noted, 17 noted`.split(/,\s+/),
  );
});

const upTo = (last: number) => Array.from({ length: last }, (_, i) => String(i + 1));

test('every article of the originals stands in its place', () => {
  const items = (article: string, count: number) => [article, ...upTo(count).map((item) => `${article}.${item}`)];
  expect(clauses('jy-education-site.md')).toEqual(
    upTo(20).flatMap((id) => (id === '12' ? ['12', '12a', '12b', '12c', '12d'] : [id])),
  );
  const cs: Readonly<Record<string, number>> = { 3: 6, 4: 3, 13: 4 };
  expect(clauses('cs-portal.md')).toEqual(['0', ...upTo(13).flatMap((id) => items(id, cs[id] ?? 0))]);
  expect(clauses('qx-site.md')).toEqual(upTo(17).flatMap((id) => items(id, id === '8' ? 2 : 0)));
});
