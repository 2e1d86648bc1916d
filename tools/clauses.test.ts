// Every clause of the eight regulations that sets up a chain or gives a right has a test that names it, as `ZJ-13.2 …`.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { coverage } from '../core/regulation/coverage.ts';
import { readRegulation } from '../core/regulation/read.ts';
import { askedOf, clausesIn, namesOf } from './clauses.ts';
import { isCarried } from './generate/coverage.ts';
import { allLetters, requirementsOf, slugs } from './requirements.ts';
import { read } from './tidy/syntax.ts';
import { files, root } from './tidy/tree.ts';

const sources = files.filter((file) => /\.(test|spec)\.tsx?$/.test(file.path)).map(read);
const named = new Set(sources.flatMap((source) => namesOf(source).flatMap(clausesIn)));
const each = allLetters.map((letters) => ({
  letters,
  clauses: askedOf(letters),
  regulation: readRegulation(readFileSync(join(root, 'regulations', `${slugs[letters]}.md`), 'utf8')).regulation,
}));

test.each(each)('each clause of $letters of form flow or right has a test that names it', ({ letters, clauses }) => {
  expect(clauses.map((clause) => `${letters}-${clause}`).filter((clause) => !named.has(clause))).toEqual([]);
});

test.each(each)('each of them is an article of the text of $letters', ({ clauses, regulation }) => {
  const articles = regulation?.clauses.map(({ id }) => id) ?? [];
  expect(clauses.filter((clause) => !articles.includes(clause))).toEqual([]);
});

test.each(each)(
  'whatever other article of $letters holds a chain, a post or a remit has a test that names it as well',
  (one) => {
    const { letters, regulation } = one;
    const given = (regulation?.blocks ?? []).filter(({ kind }) => ['flow', 'step', 'posts', 'remit'].includes(kind));
    const article = (clause: string): boolean =>
      named.has(`${letters}-${clause}`) || (clause.includes('.') && named.has(`${letters}-${clause.split('.')[0]}`));
    expect([...new Set(given.map(({ clause }) => clause))].filter((clause) => !article(clause))).toEqual([]);
  },
);

test.each(each)('every row of $letters stands under articles of its text, and every article under a row', (one) => {
  const articles = (one.regulation?.clauses ?? []).map(({ id }) => id);
  const asked = requirementsOf(one.letters).flatMap((row) => row.articles);
  expect(asked.filter((article) => !articles.includes(article))).toEqual([]);
  const withBlocks = new Set((one.regulation?.blocks ?? []).filter(({ kind }) => kind !== 'note').map((b) => b.clause));
  expect([...withBlocks].filter((article) => !asked.includes(article))).toEqual([]);
});

test.each(each)('each row of $letters that is carried out, also in part, has a test that names it', (one) => {
  const clauses = one.regulation ? coverage(one.regulation) : [];
  const bare = requirementsOf(one.letters).filter(
    (row) =>
      isCarried(clauses.filter(({ clause }) => row.articles.includes(clause))) &&
      ![...row.clauses, ...row.articles].some((clause) => named.has(`${one.letters}-${clause}`)),
  );
  expect(bare.map(({ id }) => id)).toEqual([]);
});

test('a clause is found at the front of a name and of a row, and nowhere else', () => {
  const text = [
    "test('A3 JY-12a, JY-12c the office, as in JY-13', () => {});",
    "test.each([['QX-8.1 general', {}]])('%s', () => {});",
    "expect('see CS-4.3').toBe('');",
  ].join('\n');
  const found = namesOf(read({ path: 'a.test.ts', text })).flatMap(clausesIn);
  expect([...new Set(found)]).toEqual(['JY-12a', 'JY-12c', 'QX-8.1']);
  expect(clausesIn('a sub-site under ZJ-13.3')).toEqual([]);
});
