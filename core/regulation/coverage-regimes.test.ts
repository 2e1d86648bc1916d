/** The texts of the library, article by article: under which figure each counts, and that none is left out. */
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { regulationFile, soundly } from '../zj.fixture.ts';
import { coverage } from './coverage.ts';

const standings = (file: string) =>
  coverage(soundly(regulationFile(file))).map(({ clause, standing }) => `${clause} ${standing}`);
const clauses = (file: string) => soundly(regulationFile(file)).clauses.map(({ id }) => id);

/** Read off the articles by hand: what the program runs, what people judge, what the product promises, what is only noted. */
const byHand: readonly (readonly [file: string, standings: string])[] = [
  [
    'zj-portal.md',
    `1 noted, 2 noted, 3 runs, 4.1 noted, 4.2 runs, 4.3 facility, 4.4 runs, 4.5 runs, 5 runs, 6.1 runs, 6.2 facility,
     6.3 runs, 7.1 runs, 7.2 runs, 8 facility, 9 facility, 10 runs, 11 noted, 12 runs, 13.1 judged, 13.2 runs, 13.3 runs,
     13.4 runs, 14 runs, 15 runs, 16.1 runs, 16.2 runs, 16.3 runs, 16.4 runs, 16.5 runs, 16.6 runs, 16.7 runs, 16.8 runs,
     16.9 runs, 17 runs, 18.1 runs, 18.2 runs, 18.3 facility, 18.4 runs, 18.5 runs, 19 runs, 20 runs, 21 runs, 22 judged,
     23 runs, 24 judged, 25 noted, 26 noted`,
  ],
  [
    'jy-education-site.md',
    `1 noted, 2 noted, 3 noted, 4 runs, 5 runs, 6 runs, 7 runs, 8 runs, 9 runs, 10 judged, 11 runs, 12a runs, 12b runs,
     12c runs, 12d runs, 13 runs, 14 runs, 15 runs, 16 runs, 17 runs, 18 judged, 19 noted, 20 noted`,
  ],
  [
    'cs-portal.md',
    `0 facility, 1 noted, 2 runs, 3.1 runs, 3.2 runs, 3.3 runs, 3.4 runs, 3.5 runs, 3.6 runs, 4.1 runs, 4.2 runs,
     4.3 runs, 5 runs, 6 runs, 7 runs, 8 runs, 9 runs, 10 runs, 11 runs, 12 judged, 13 noted, 13.1 runs, 13.2 judged,
     13.3 judged, 13.4 judged`,
  ],
  [
    'qx-site.md',
    `1 noted, 2 runs, 3 runs, 4 runs, 5 runs, 6 runs, 7 runs, 8 runs, 8.1 runs, 8.2 runs, 9 noted, 10 runs, 11 runs,
     12 runs, 13 runs, 14 runs, 15 judged, 16 noted, 17 noted`,
  ],
  ['dq-enterprise-portal.md', '0 noted, 1 facility, 2 runs, 3 runs, 4 runs, 5 runs, 6 runs, 7 runs, 8 runs, 9 noted'],
  [
    'ms-assessment.md',
    `0 noted, 1.1 runs, 1.2 runs, 1.3 judged, 1.4 runs, 1.5 runs, 1.6 runs, 1.7 runs, 1.8 runs, 1.9 runs, 1.10 runs,
     1.11 runs, 1.12 runs, 2 runs, 3.1 judged, 3.2 runs, 3.3 runs, 4 runs, 4.1 runs, 4.2 runs, 4.3 runs, 4.4 runs, 5 runs,
     6 noted`,
  ],
  ['hd-interaction.md', '1 runs, 2 runs, 3 runs, 4 judged'],
  [
    'cx-portal.md',
    `1 noted, 2 facility, 3 facility, 4 noted, 5 runs, 6 runs, 7 runs, 8 noted, 9 noted, 10 facility, 11 facility,
     12 runs, 13 runs, 14 judged, 15 runs, 15.1 runs, 15.2 runs, 15.3 runs, 15.4 runs, 15.5 runs, 15.6 runs, 16 runs,
     17 runs, 18 runs, 19 runs, 20 runs, 21 runs, 22 judged, 23.1 noted, 23.2 runs, 24 runs, 24.1 runs, 24.2 runs, 25 runs,
     26 runs, 27 runs, 28 judged, 28.1 runs, 28.2 judged, 28.3 judged, 28.4 judged, 28.5 judged, 29 runs, 30 judged,
     31 runs, 32 judged, 33 noted`,
  ],
  [
    'national-2019.md',
    `0 noted, 1.1 runs, 1.2 runs, 1.3 runs, 1.4 runs, 1.5 runs, 1.6 runs, 1.7 runs, 1.8 runs, 1.9 judged, 1.10 judged,
     1.11 runs, 2.1 runs, 2.2 runs, 2.3 runs, 2.4 runs, 2.5 runs, 3 runs, 4.1 runs, 4.2 runs, 4.3 runs, 4.4 runs,
     4.5 runs, 5.1 runs, 5.2 runs, 5.3 runs, 5.4 runs, 5.5 runs, 6 judged`,
  ],
  ['substation-portal.md', '1 noted, 2 runs, 3 runs, 4 runs, 5 runs, 6 runs, 7 noted'],
];

test.each(byHand)('%s says, article by article, which of the four figures it counts under', (file, expected) => {
  expect(standings(file)).toEqual(expected.split(/,\s+/));
});

test('no article of any text of the library is without a block', () => {
  const files = readdirSync(new URL('../../regulations/', import.meta.url)).filter((file) => file.endsWith('.md'));
  expect(files.length).toBeGreaterThan(8);
  expect(files.flatMap((file) => standings(file).filter((one) => one.endsWith('nothing')))).toEqual([]);
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
  expect(clauses('dq-enterprise-portal.md')).toEqual(['0', ...upTo(9)]);
  expect(clauses('hd-interaction.md')).toEqual(upTo(4));
  const ms: Readonly<Record<string, number>> = { 1: 12, 3: 3, 4: 4 };
  expect(clauses('ms-assessment.md')).toEqual(['0', ...upTo(6).flatMap((id) => items(id, ms[id] ?? 0))]);
  const cx: Readonly<Record<string, number>> = { 15: 6, 23: 2, 24: 2, 28: 5 };
  expect(clauses('cx-portal.md')).toEqual(upTo(33).flatMap((id) => items(id, cx[id] ?? 0)));
});
