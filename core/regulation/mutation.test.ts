/** Whatever somebody does to a text, the reader answers, and its faults lie inside the file. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { regulationFile } from '../zj.fixture.ts';
import { readRegulation } from './read.ts';

const ownRule = regulationFile('substation-portal.md');

const spot = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
const junk = fc.oneof(
  fc.constantFrom(
    '：',
    '，',
    '\u3000',
    '\u00a0',
    '“',
    '”',
    '```',
    '---',
    '{',
    '}',
    '[',
    ']',
    '\n',
    '\t',
    '&a',
    '*a',
    '!x',
    '<<:',
    '#',
    '|',
    '>',
  ),
  fc.constantFrom('\u0000', '\ud800', '```flow x\n', '{#1}', 'true', 'null', '~', '{ }', '一', '# ', '- '),
  fc.string({ maxLength: 8, unit: 'binary' }),
);
type Slip = (text: string) => string;
const slip: fc.Arbitrary<Slip> = fc.oneof(
  fc.tuple(spot, junk).map(
    ([at, word]): Slip =>
      (text) =>
        spliced(text, at, 0, word),
  ),
  fc.tuple(spot, fc.integer({ min: 1, max: 40 })).map(
    ([at, length]): Slip =>
      (text) =>
        spliced(text, at, length, ''),
  ),
  fc.tuple(spot, spot).map(
    ([from, to]): Slip =>
      (text) =>
        movedLine(text, from, to),
  ),
);

function spliced(text: string, at: number, remove: number, add: string): string {
  const start = Math.floor(at * text.length);
  return text.slice(0, start) + add + text.slice(start + remove);
}

function movedLine(text: string, from: number, to: number): string {
  const lines = text.split('\n');
  const [line = ''] = lines.splice(Math.floor(from * lines.length), 1);
  lines.splice(Math.floor(to * lines.length), 0, line);
  return lines.join('\n');
}

test('a regulation changed at random is read, or every fault names a place inside it', () => {
  fc.assert(
    fc.property(fc.array(slip, { minLength: 1, maxLength: 4 }), (slips) => {
      const source = slips.reduce((text, change) => change(text), ownRule);
      const { regulation, faults } = readRegulation(source);
      const lines = source
        .replace(/^\uFEFF/, '')
        .replace(/\r\n?/g, '\n')
        .split('\n');
      expect(regulation === undefined).toBe(faults.some((fault) => !fault.warn));
      for (const { line, column, message } of faults) {
        expect(lines[line - 1]).toBeDefined();
        expect(column).toBeGreaterThanOrEqual(1);
        expect(column).toBeLessThanOrEqual((lines[line - 1] ?? '').length + 1);
        expect(message).toMatch(/[\u4e00-\u9fff]/);
      }
    }),
    { numRuns: 400 },
  );
}, 120_000);

test('a word of a block with one letter lost is told, or changes nothing but prose, names and ids', () => {
  const lines = ownRule.split('\n');
  const inBlocks = lines.flatMap((line, i) =>
    insideFence(lines, i) ? [...line.matchAll(/[a-z_-]{4,}/g)].map((hit) => ({ i, at: hit.index, word: hit[0] })) : [],
  );
  const free = new Set([
    'scope',
    'commencement',
    'sections',
    'leaders',
    'site',
    'own-site',
    'news',
    'notices',
    'guide',
  ]);
  const missed = inBlocks.filter(({ i, at, word }) => {
    if (free.has(word)) return false;
    const line = lines[i] ?? '';
    const changed = lines.with(i, line.slice(0, at + 1) + line.slice(at + 2)).join('\n');
    return readRegulation(changed).faults.length === 0;
  });
  expect(missed.map(({ word }) => word)).toEqual([]);
}, 120_000);

function insideFence(lines: readonly string[], i: number): boolean {
  const fences = lines.slice(0, i).filter((line) => line.startsWith('```')).length;
  return fences % 2 === 1 && !(lines[i] ?? '').startsWith('```');
}
