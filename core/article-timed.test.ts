/** What becomes due by the clock: timed publication (A5), and the end of a last day (B4). */
import { expect, test } from 'vitest';
import { ask, facts, runOf, subjects, why } from './article.fixture.ts';
import { decide, type Role, type Subject, timeUnfit, type Verb } from './article.ts';

const { review } = subjects;

test.each([
  [
    'A5 a time that is over, or more than a year away, is no time',
    why(subjects.approved, 'schedule', {}, { timeUnfit: true }, 'publisher'),
    'time_unfit',
  ],
  [
    'A5 who sets a time names the revision that was approved',
    why(subjects.approved, 'schedule', { hash: 'h2' }, {}, 'publisher'),
    'text_changed',
  ],
  ['A5 nothing is timed before its chain is complete', why(review, 'schedule', {}, {}, 'publisher'), 'not_while_open'],
  ['B4 nothing expires before its day is over', why(subjects.live, 'expire', {}, { due: false }, 'system'), 'not_due'],
  [
    'B5 what has expired comes back only through a whole chain',
    why(subjects.expired, 'publish', {}, {}, 'publisher'),
    'not_while_none',
  ],
  [
    'B5 what comes back after its last day is a restoration',
    why({ ...subjects.expired, run: runOf({ state: 'complete', step: 2 }) }, 'publish', {}, {}, 'publisher'),
    'article.restored',
  ],
])('%s', (_name, got, expected) => expect(got).toBe(expected));

const now = new Date('2026-11-26T10:00:00+08:00');
test.each([
  ['2026-11-26T09:59:59+08:00', true],
  ['2026-11-26T10:00:00+08:00', true],
  ['2026-11-26T10:00:01+08:00', false],
  ['2027-11-27T10:00:00+08:00', false],
  ['2027-11-27T10:00:01+08:00', true],
  ['not a time', true],
])('A5 at ten on 26 November 2026 the time %s is unfit: %s', (out, unfit) =>
  expect(timeUnfit(new Date(out), now)).toBe(unfit),
);

test('B4 a last day is asked for where the column’s article asks, and one that is over sends nothing out', () => {
  const text = {
    missing: 0,
    speechless: 0,
    reprint: false,
    author: '',
    source: '',
    disclosure: 'open',
    day: '2027-03-01',
  };
  const approved = subjects.approved;
  const said = (subject: Subject, verb: Verb, more: object, role: Role) => {
    const outcome = decide(subject, ask(verb), facts([role], { text: { ...text, ...more } }));
    return outcome.ok ? outcome.event : `${outcome.why} ${outcome.clause}`;
  };
  const draft = subjects.draft;
  expect(said(draft, 'submit', { expiryClause: 'hd#1' }, 'writer')).toBe('expiry_missing hd#1');
  expect(said(draft, 'submit', { expires: '2027-02-28', expiryClause: 'hd#1' }, 'writer')).toBe('expiry_past hd#1');
  expect(said(draft, 'submit', { expires: '2027-03-01', expiryClause: 'hd#1' }, 'writer')).toBe('article.submitted');
  expect(said(approved, 'publish', { expires: '2027-02-28' }, 'publisher')).toBe('expiry_past zj#13.2');
  expect(said(approved, 'publish', { expires: '2027-03-01' }, 'publisher')).toBe('article.published');
  expect(said(approved, 'schedule', { expires: '2027-02-28' }, 'publisher')).toBe('expiry_past zj#13.2');
});
