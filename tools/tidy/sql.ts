/** SQL takes values only as parameters, and three statements are never written at all. */
import { type Fault, fault, literal, type Node, type Rule, type Source, textOf } from './syntax.ts';
import { isDevelopment, type TextFile } from './tree.ts';

/** Statements without parameters in PostgreSQL (create role, alter role …): what is put in goes through one of these. */
const quoted = /^(\w+\.)?(quoteIdent|quoteLiteral|escapeIdentifier|escapeLiteral)\(/;
const statement =
  /^\s*(select\s|insert\s+into\s|update\s+[\w."]+\s+set\s|delete\s+from\s|with\s+\w+\s+as\s|create\s|alter\s|drop\s|grant\s|revoke\s|truncate\s|copy\s|set\s+(local|role|session)\s|notify\s|listen\s)/i;

const opening = (node: Node): string =>
  node.type === 'TemplateLiteral'
    ? (node.quasis as { value: { raw: string } }[])[0]?.value.raw || ''
    : (literal(node) ?? '');

/** What a name is bound to, from this place of the file on. Without `init` it is anything: a parameter, a `let`. */
type Binding = { readonly name: string; readonly at: number; readonly init?: Node };

/** Constants and parameters in order of their place: the last one before a use is taken for the one that is meant. */
function bindings(source: Source): Binding[] {
  const constants = source.nodes.flatMap((node) => {
    const fixed = node.type === 'VariableDeclaration' && node.kind === 'const';
    const parts = node.type === 'VariableDeclaration' ? (node.declarations as Node[]) : [];
    return parts.map((part) => {
      const bound = { name: textOf(source, part.id), at: part.start };
      return fixed && part.init ? { ...bound, init: part.init as Node } : bound;
    });
  });
  const parameters = source.nodes
    .flatMap((node) => (node.params as Node[] | undefined) ?? [])
    .map((node) => ({ name: textOf(source, node).split(/\W/)[0] ?? '', at: node.start }));
  return [...constants, ...parameters].sort((x, y) => x.at - y.at);
}

/** What may be put into text: a literal, a quoted value, a constant, and a choice, a template or a call made of these. */
function isSafe(source: Source, node: Node, bound: readonly Binding[]): boolean {
  const safe = (part: unknown) => isSafe(source, part as Node, bound);
  if (literal(node) !== undefined || (node.type === 'Literal' && typeof node.value === 'number')) return true;
  if (node.type === 'ConditionalExpression') return safe(node.consequent) && safe(node.alternate);
  if (node.type === 'TemplateLiteral') return (node.expressions as Node[]).every(safe);
  const text = textOf(source, node);
  const given = (node.arguments as Node[] | undefined) ?? [];
  if (node.type === 'CallExpression') return quoted.test(text) || (given.length > 0 && given.every(safe));
  const from = bound.findLast(({ name, at }) => name === text && at < node.start);
  // Only what was bound earlier: `const name = f(name)` speaks of another `name`.
  const earlier = bound.filter(({ at }) => from && at < from.at);
  return from?.init !== undefined && isSafe(source, from.init, earlier);
}

/** Templates under a tag (Kysely's sql`…`) turn what is put in into parameters. */
const taggedTemplates = (source: Source) =>
  new Set(source.nodes.filter((node) => node.type === 'TaggedTemplateExpression').map((node) => node.quasi as Node));

/** A template or a `+` that puts a value into the text of a statement. */
export const valuesInText: Rule = (source) => {
  if (isDevelopment(source.path)) return [];
  const tagged = taggedTemplates(source);
  const bound = bindings(source);
  return source.nodes.flatMap((node) => {
    const inTemplate =
      node.type === 'TemplateLiteral' &&
      !tagged.has(node) &&
      statement.test(opening(node)) &&
      !(node.expressions as Node[]).every((part) => isSafe(source, part, bound));
    const joined =
      node.type === 'BinaryExpression' && node.operator === '+' && statement.test(opening(node.left as Node));
    return inTemplate || joined ? [fault(source, node, 'a value stands in the text of a statement: bind it')] : [];
  });
};

/** What Kysely and pg take as text unseen: only a literal may be given. */
const raw = /^(sql\.(raw|lit)|CompiledQuery\.raw)$/;
export const rawText: Rule = (source) => {
  if (isDevelopment(source.path)) return [];
  const bound = bindings(source);
  return source.nodes.flatMap((node) => {
    const callee = node.type === 'CallExpression' ? textOf(source, node.callee).replace(/<.*/s, '') : '';
    const [first] = (node.arguments as Node[] | undefined) ?? [];
    if (!first) return [];
    const computed = literal(first) === undefined;
    const builtHere = computed && (first.type === 'TemplateLiteral' || first.type === 'BinaryExpression');
    const expressions = (first.expressions as Node[] | undefined) ?? [];
    const safe = expressions.length > 0 && expressions.every((part) => isSafe(source, part, bound));
    const wrong = (raw.test(callee) && computed) || (/\.query$/.test(callee) && builtHere && !safe);
    return wrong ? [fault(source, node, `${callee} gets text that is computed: bind the value`)] : [];
  });
};

const banned: readonly (readonly [RegExp, string])[] = [
  [/\b(update|delete\s+from|truncate(\s+table)?)\s+("?door"?\.)"?event"?\b/i, 'the log is only ever appended to'],
  [/\b(updateTable|deleteFrom)\(\s*['"`]door\.event\b/, 'the log is only ever appended to'],
  [
    /\bgrant\s+(all|[^;]*\b(update|delete|truncate)\b)[^;]*\bon\s+(table\s+)?door\.event\b/i,
    'the log is only ever appended to',
  ],
  [
    // A grant over the whole schema reaches the log too, unless the same file takes it back afterwards.
    /\bgrant\s+(all|[^;]*\b(update|delete|truncate)\b)[^;]*\bon\s+all\s+tables\s+in\s+schema\s[^;]*\bdoor\b(?![\s\S]*\brevoke\b[^;]*\bdoor\.event\b)/i,
    'this grant reaches the log',
  ],
  [/\binsert\s+into\s+door\.job\b[^;`]*\bdo\s+nothing\b/i, '`do nothing` was seen to lose a job: do update'],
  [/\binsertInto\(\s*['"`]door\.job\b[^;]*\bdoNothing\(/, '`do nothing` was seen to lose a job: do update'],
];

/** Text of SQL comments is taken out first: a comment may name what it forbids. */
const uncommented = (file: TextFile) =>
  file.path.endsWith('.sql') ? file.text.replace(/--[^\n]*/g, (comment) => ' '.repeat(comment.length)) : file.text;

export function bannedStatements(file: TextFile): Fault[] {
  if (isDevelopment(file.path) || !/\.(ts|mjs|sql)$/.test(file.path)) return [];
  const text = uncommented(file);
  return banned.flatMap(([pattern, why]) => {
    const hit = pattern.exec(text);
    return hit ? [fault(file, hit.index, why)] : [];
  });
}
