// biome-ignore-all lint/suspicious/noTemplateCurlyInString: one case is code, held as text
// Every property that holds has a test whose name opens with its number, and a mutant that the test was seen to catch
// (npm run mutants). The numbers stand in shared order: what must hold, from the page of properties.
//
// How to go on: when a property of `later` has its test and its mutant, move its number up to `required`. When `later`
// is empty, the part is done; the next part begins by writing its numbers there. A number never leaves `required`.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse, patches } from './mutants/patches.ts';
import { numbersOf, testNames } from './properties.ts';
import { read } from './tidy/syntax.ts';
import { files, root } from './tidy/tree.ts';

const required: readonly string[] =
  'A1 A2 A3 A4 A5 A6 A7 A10 A11 A14 A15 A16 B3 B4 B5 C1 C5 C7 C8 D1 D2 D4 D7 E4 F1 F2 F3 F4 F5 F6 F7 G1 G2 G3 G4 G5 G6 G10 H1 H6 H8 H10 I9 I12 R1 R3 T4 T5 T6 T7 T12 T22 T24 T27'.split(
    ' ',
  );

const later: readonly string[] = [];

const tests = files.filter((file) => /\.(test|spec)\.tsx?$/.test(file.path)).map(read);
const numbersIn = new Map(tests.map((source) => [source.path, new Set(testNames(source).flatMap(numbersOf))]));
const tested = new Set([...numbersIn.values()].flatMap((numbers) => [...numbers]));
const mutants = patches();

test('each property that must hold has a test of its number', () =>
  expect(required.filter((number) => !tested.has(number))).toEqual([]));

test('each property that must hold has a mutant', () =>
  expect(required.filter((number) => !mutants.some((mutant) => mutant.number === number))).toEqual([]));

test('no number stands in both lists', () => expect(later.filter((number) => required.includes(number))).toEqual([]));

test('each mutant names a test that exists and holds a test of its number', () => {
  const wrong = mutants.flatMap(({ file, number, tests: named }) => {
    if (named.length === 0) return [`${file}: no "# test: path" line`];
    const absent = named.filter((path) => !existsSync(join(root, path)));
    const holds = named.some((path) => numbersIn.get(path)?.has(number));
    return [
      ...absent.map((path) => `${file}: ${path} does not exist`),
      ...(holds ? [] : [`${file}: no test named ${number} in ${named}`]),
    ];
  });
  expect(wrong).toEqual([]);
});

test('numbers are read from the front of a name only', () => {
  expect(numbersOf('A2 · T1 what is published is what was approved')).toEqual(['A2', 'T1']);
  expect(numbersOf('A10, T18: no request on site A reads site B')).toEqual(['A10', 'T18']);
  expect(numbersOf('what A2 says')).toEqual([]);
  expect(numbersOf('A23b is no number')).toEqual([]);
});

test('names of tests are found in each form of writing them', () => {
  const text = [
    "test('A1 one', () => {});",
    "test.each([1])('A2 %s', () => {});",
    'describe(`A3 three ${1}`, () => { it("A4 four", () => {}); });',
    "test.skipIf(!material)('A6 six', () => {});",
    "expect('A7 no test');",
  ].join('\n');
  expect(testNames(read({ path: 'a.test.ts', text })).flatMap(numbersOf)).toEqual(['A1', 'A2', 'A3', 'A4', 'A6']);
});

test('a mutant carries its number in its name, and its tests in its first lines', () => {
  const text =
    '# bulk approval forgets the guard\n# test: core/a.test.ts\n# test: journeys/b.spec.ts\n--- a/core/a.ts\n';
  expect(parse('A3-by-bulk.patch', text)).toEqual({
    file: 'A3-by-bulk.patch',
    number: 'A3',
    tests: ['core/a.test.ts', 'journeys/b.spec.ts'],
  });
  expect(() => parse('guard.patch', '')).toThrow('NUMBER.patch');
});
