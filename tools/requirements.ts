/**
 * What the eight regulations ask of the product, row by row (requirements.tsv): in our words, in which form it is held, and
 * under which articles of the text it stands. docs/coverage.md is made from it, and clauses.ts asks for tests of its rows.
 */
import { readFileSync } from 'node:fs';

const forms = ['flow', 'duty', 'score', 'check', 'right', 'filing', 'facility', 'note'] as const;
export type Form = (typeof forms)[number];
/** `clauses`: the articles that its id names, `articles`: those of the text that carry it. */
export type Requirement = {
  readonly id: string;
  readonly form: readonly Form[];
  readonly clauses: readonly string[];
  readonly articles: readonly string[];
  readonly asks: string;
};

/** By the letters that stand for a regulation: its text. */
export const slugs = {
  ZJ: 'zj-portal',
  JY: 'jy-education-site',
  CS: 'cs-portal',
  QX: 'qx-site',
  DQ: 'dq-enterprise-portal',
  MS: 'ms-assessment',
  HD: 'hd-interaction',
  CX: 'cx-portal',
} as const;
export type Letters = keyof typeof slugs;
export const allLetters = Object.keys(slugs) as readonly Letters[];

/** Throws on a row that has another shape. */
function rowOf(line: string): Requirement {
  const [id = '', form = '', articles = '', asks = '', ...more] = line.split('\t');
  const read = form.split(' ').map((word) => forms.find((one) => one === word));
  if (asks === '' || more.length > 0 || !read.every((one) => one !== undefined))
    throw new Error(`tools/requirements.tsv: ${line}`);
  return { id, form: read, clauses: clausesOf(id), articles: articles.split(' '), asks };
}

/** `JY-6, 7` names two, `MS-1.1–1.10` ten. */
function clausesOf(id: string): readonly string[] {
  return id
    .slice(3)
    .split(/,\s*/)
    .flatMap((part) => {
      const [first = '', last] = part.split('–');
      if (last === undefined) return [first];
      const [from, to] = [first, last].map((one) => Number(one.split('.').at(-1))) as [number, number];
      const head = first.includes('.') ? `${first.split('.')[0]}.` : '';
      return Array.from({ length: to - from + 1 }, (_, i) => `${head}${from + i}`);
    });
}

const rows = readFileSync(new URL('./requirements.tsv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map(rowOf);

export const requirementsOf = (letters: Letters): readonly Requirement[] =>
  rows.filter(({ id }) => id.startsWith(`${letters}-`));
