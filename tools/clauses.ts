/** The clauses of the four regulations that set up a chain of approvals or say who may do what, and which tests name one. */

import { testNames } from './properties.ts';
import { type Source, textOf } from './tidy/syntax.ts';

/** By the letters that stand for a regulation: its text, and its clauses of form flow or right. Numbers are those of its articles. */
export const asked = {
  ZJ: { slug: 'zj-portal', clauses: ['4', '5', '7', '11', '12', '13.2', '13.3', '16', '17'] },
  JY: { slug: 'jy-education-site', clauses: ['6', '7', '8', '12a', '12b', '12c', '13', '15'] },
  CS: { slug: 'cs-portal', clauses: ['1', '2', '4.2', '4.3', '9', '11'] },
  QX: { slug: 'qx-site', clauses: ['1', '2', '6', '8.1', '8.2', '9', '10'] },
} as const satisfies Readonly<Record<string, { slug: string; clauses: readonly string[] }>>;
export type Letters = keyof typeof asked;

const clause = /^(?:ZJ|JY|CS|QX)-\d+(?:\.\d+)?[a-z]?(?![\w.])/;
const property = /^[A-Z]\d{1,2}\b/;

/** The clauses that a name opens with, also behind numbers of properties: `A4 JY-12a, JY-12c the office …`. */
export function clausesIn(name: string): readonly string[] {
  const found: string[] = [];
  for (let rest = name; clause.test(rest) || property.test(rest); ) {
    const next = (clause.exec(rest) ?? property.exec(rest))?.[0] ?? '';
    if (clause.test(next)) found.push(next);
    rest = rest.slice(next.length).replace(/^[\s·,、]+/, '');
  }
  return found;
}

/** Names of tests, and rows of a table of `.each` that open with a clause: such a row is a name as well. */
export function namesOf(source: Source): readonly string[] {
  const rows = source.nodes
    .filter((node) => node.type === 'Literal' && typeof node.value === 'string')
    .map((node) => String(node.value))
    .filter((text) => /^(?:ZJ|JY|CS|QX)-\d/.test(text));
  const each = source.nodes.some(
    (node) => node.type === 'CallExpression' && textOf(source, node.callee).includes('.each'),
  );
  return [...testNames(source), ...(each ? rows : [])];
}
