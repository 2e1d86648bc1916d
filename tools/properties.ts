/** Which properties have a test: read from the names of tests, as they stand in the source. */
import { type Source, textOf } from './tidy/syntax.ts';

type Node = Source['nodes'][number];

const number = /^[A-Z]\d{1,2}\b/;

/** The numbers that open a test's name: `A2 · T1 what is published …` has two. */
export function numbersOf(name: string): string[] {
  const found: string[] = [];
  for (let rest = name; number.test(rest); rest = rest.replace(number, '').replace(/^[\s·,、+]+/, ''))
    found.push((number.exec(rest) as RegExpExecArray)[0]);
  return found;
}

const opening = (node: Node | undefined): string => {
  if (node?.type === 'Literal') return String(node.value);
  const quasis = node?.type === 'TemplateLiteral' ? (node.quasis as { value: { cooked: string } }[]) : [];
  return quasis[0]?.value.cooked ?? '';
};

/** Names given to `test`, `it`, `describe`, and to their `.each(…)`, `.for(…)`, `.concurrent`, `.skipIf(…)` forms. */
export const testNames = (source: Source): string[] =>
  source.nodes
    .filter((node) => node.type === 'CallExpression' && /^(test|it|describe)\b/.test(textOf(source, node.callee)))
    .map((node) => opening((node.arguments as Node[])[0]))
    .filter((name) => name !== '');
