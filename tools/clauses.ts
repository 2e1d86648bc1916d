/** The clauses of the eight regulations that set up a chain of approvals or say who may do what, and which tests name one. */

import { testNames } from './properties.ts';
import { allLetters, type Letters, requirementsOf } from './requirements.ts';
import { type Source, textOf } from './tidy/syntax.ts';

/** Clauses that a row of form flow or right names, by the letters of its regulation. */
export const askedOf = (letters: Letters): readonly string[] =>
  requirementsOf(letters)
    .filter(({ form }) => form.includes('flow') || form.includes('right'))
    .flatMap(({ clauses }) => clauses);

const letters = allLetters.join('|');
const clause = new RegExp(`^(?:${letters})-\\d+(?:\\.\\d+)?[a-z]?(?![\\w.])`);
const opens = new RegExp(`^(?:${letters})-\\d`);
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
    .filter((text) => opens.test(text));
  const each = source.nodes.some(
    (node) => node.type === 'CallExpression' && textOf(source, node.callee).includes('.each'),
  );
  return [...testNames(source), ...(each ? rows : [])];
}
