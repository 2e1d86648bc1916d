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

/** Names that stand for a literal in their own file, declared once. */
function constants(source: Source): Set<string> {
  const declared = source.nodes
    .filter((node) => node.type === 'VariableDeclarator')
    .map((node) => textOf(source, node.id));
  const literals = source.nodes
    .filter((node) => node.type === 'VariableDeclaration' && node.kind === 'const')
    .flatMap((node) => node.declarations as Node[])
    .filter(({ init }) => literal(init) !== undefined || typeof (init as Node | null)?.value === 'number')
    .map((node) => textOf(source, node.id));
  return new Set(literals.filter((name) => declared.indexOf(name) === declared.lastIndexOf(name)));
}

/** What may be put into text: a quoted value, a constant of the file, or a choice between two of these. */
function isSafe(source: Source, node: Node, known: Set<string>): boolean {
  if (node.type === 'ConditionalExpression')
    return isSafe(source, node.consequent as Node, known) && isSafe(source, node.alternate as Node, known);
  const text = textOf(source, node);
  return quoted.test(text) || known.has(text) || literal(node) !== undefined;
}

/** Templates under a tag (Kysely's sql`…`) turn what is put in into parameters. */
const taggedTemplates = (source: Source) =>
  new Set(source.nodes.filter((node) => node.type === 'TaggedTemplateExpression').map((node) => node.quasi as Node));

/** A template or a `+` that puts a value into the text of a statement. */
export const valuesInText: Rule = (source) => {
  if (isDevelopment(source.path)) return [];
  const tagged = taggedTemplates(source);
  const known = constants(source);
  return source.nodes.flatMap((node) => {
    const inTemplate =
      node.type === 'TemplateLiteral' &&
      !tagged.has(node) &&
      statement.test(opening(node)) &&
      !(node.expressions as Node[]).every((part) => isSafe(source, part, known));
    const joined =
      node.type === 'BinaryExpression' && node.operator === '+' && statement.test(opening(node.left as Node));
    return inTemplate || joined ? [fault(source, node, 'a value stands in the text of a statement: bind it')] : [];
  });
};

/** What Kysely and pg take as text unseen: only a literal may be given. */
const raw = /^(sql\.(raw|lit)|CompiledQuery\.raw)$/;
export const rawText: Rule = (source) => {
  if (isDevelopment(source.path)) return [];
  const known = constants(source);
  return source.nodes.flatMap((node) => {
    const callee = node.type === 'CallExpression' ? textOf(source, node.callee).replace(/<.*/s, '') : '';
    const [first] = (node.arguments as Node[] | undefined) ?? [];
    if (!first) return [];
    const computed = literal(first) === undefined;
    const builtHere = computed && (first.type === 'TemplateLiteral' || first.type === 'BinaryExpression');
    const expressions = (first.expressions as Node[] | undefined) ?? [];
    const safe = expressions.length > 0 && expressions.every((part) => isSafe(source, part, known));
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
