// The style that Biome cannot count, held over the whole repository. tools/tidy/rules.test.ts shows that each rule bites.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { clockReads, consoleCalls, randomInCore } from './tidy/clocks.ts';
import { directions, oneDoorPerLibrary, rings } from './tidy/imports.ts';
import { emptyFileNames, emptyTypeNames, hiddenOrigins, lockFaults, machineText } from './tidy/names.ts';
import { bannedStatements, rawText, valuesInText } from './tidy/sql.ts';
import { type Rule, read } from './tidy/syntax.ts';
import { files, isCode, root } from './tidy/tree.ts';

const sources = files.filter((file) => isCode(file.path)).map(read);
const all = (rule: Rule) => sources.flatMap(rule);

test('the tree was read: rules over nothing would hold', () => {
  const paths = sources.map((source) => source.path);
  expect(paths).toEqual(expect.arrayContaining(['core/moves.ts', 'server/now.ts', 'tools/tidy.test.ts']));
});

test('imports go only the way that the design draws', () => expect(all(directions)).toEqual([]));
test('no ring of imports', () => expect(rings(sources)).toEqual([]));
test('a library that can be changed sits behind one file', () => expect(oneDoorPerLibrary(sources)).toEqual([]));

test('only now.ts reads the clock', () => expect(all(clockReads)).toEqual([]));
test('core draws nothing at random', () => expect(all(randomInCore)).toEqual([]));
test('only what a person starts in a terminal writes to the console', () => expect(all(consoleCalls)).toEqual([]));

test('G6 no value stands in the text of a statement, and no text is given to the database unseen', () =>
  expect([...all(valuesInText), ...all(rawText)]).toEqual([]));
test('no statement changes the log, and no job is enqueued with `do nothing`', () =>
  expect(files.flatMap(bannedStatements)).toEqual([]));

test('names of files and types say what is inside', () =>
  expect([...files.flatMap((file) => emptyFileNames(file.path)), ...all(emptyTypeNames)]).toEqual([]));
test('exports are named, and no file passes on another one', () => expect(all(hiddenOrigins)).toEqual([]));
test('no file names a path of one machine or the host of a registry', () =>
  expect(files.flatMap(machineText)).toEqual([]));
test('the lock file has integrity for all it names, and no place it came from', () =>
  expect(lockFaults(readFileSync(join(root, 'package-lock.json'), 'utf8'))).toEqual([]));

test('Biome stops files over 300 lines and functions over 70', () => {
  const settings = JSON.parse(readFileSync(join(root, 'biome.json'), 'utf8'));
  expect(settings.linter.rules.complexity.noExcessiveLinesPerFunction).toEqual({
    level: 'error',
    options: { maxLines: 70 },
  });
  expect(settings.overrides).toEqual([
    {
      includes: ['**/*.ts', '**/*.tsx', '**/*.mjs'],
      linter: { rules: { style: { noExcessiveLinesPerFile: { level: 'error', options: { maxLines: 300 } } } } },
    },
  ]);
});

test('no test is skipped, left for later or run alone', () => {
  const marks = /^(test|it|describe)\.(only|todo|skip|fails)\b/m;
  const marked = files.filter((file) => /\.(test|spec)\.tsx?$/.test(file.path) && marks.test(file.text));
  expect(marked.map((file) => file.path)).toEqual([]);
});
