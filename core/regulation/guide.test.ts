import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { kinds } from './kinds/table.ts';
import { readRegulation } from './read.ts';

const guide = readFileSync(new URL('../../docs/regulation-language.md', import.meta.url), 'utf8');

test('the example of the guide is a sound regulation', () => {
  const example = /````markdown\n([\s\S]*?)````/.exec(guide)?.[1] ?? '';
  const { regulation, faults } = readRegulation(example);
  expect(faults).toEqual([]);
  expect(regulation?.flows.map((flow) => flow.id)).toEqual(['own-site']);
});

test('the guide has a row for each kind that is carried out', () => {
  const rows = [...guide.matchAll(/^\| `([a-z]+)` \|/gm)].map((row) => row[1]);
  expect(rows.toSorted()).toEqual(Object.keys(kinds).toSorted());
});
