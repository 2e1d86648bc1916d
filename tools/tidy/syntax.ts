/** Reads TypeScript into a tree, with the parser that Vite already brings: TypeScript 7 has no stable one of its own. */
import { parseSync } from 'vite';
import type { TextFile } from './tree.ts';

/** Any node of the tree; what a kind of node holds is read by name. */
export type Node = { readonly type: string; readonly start: number; readonly end: number } & Readonly<
  Record<string, unknown>
>;
export type Source = TextFile & { readonly nodes: readonly Node[] };
export type Fault = string;
/** A rule gives one line for each fault it sees: `path:line: what is wrong`. */
export type Rule = (source: Source) => Fault[];

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

function* visit(node: Node): Generator<Node> {
  yield node;
  for (const value of Object.values(node)) {
    if (isNode(value)) yield* visit(value);
    else if (Array.isArray(value)) for (const item of value) if (isNode(item)) yield* visit(item);
  }
}

/** Throws on text that is no TypeScript: a file nothing can read must not pass as clean. */
export function read(file: TextFile): Source {
  const parsed = parseSync(file.path, file.text);
  if (parsed.errors.length > 0) throw new Error(`${file.path}: ${parsed.errors[0]?.message}`);
  return { ...file, nodes: [...visit(parsed.program as unknown as Node)] };
}

export function fault(source: TextFile, at: Node | number, message: string): Fault {
  const offset = typeof at === 'number' ? at : at.start;
  return `${source.path}:${source.text.slice(0, offset).split('\n').length}: ${message}`;
}

export const textOf = (source: TextFile, node: unknown): string =>
  isNode(node) ? source.text.slice(node.start, node.end) : '';

/** The text of a string literal, or of a template without `${}`; undefined for anything that is computed. */
export function literal(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  const parts = node.type === 'TemplateLiteral' ? (node.quasis as Node[]) : [];
  const only = parts.length === 1 ? parts[0] : undefined;
  return only ? (only.value as { cooked: string }).cooked : undefined;
}

export type Import = { readonly from: string; readonly typeOnly: boolean; readonly node: Node };

/** Every way in which a file names another one: import, re-export, `import()` and the type `import('…')`. */
export function importsOf(source: Source): Import[] {
  const found: Import[] = [];
  for (const node of source.nodes) {
    const from = literal(node.type === 'TSImportType' ? (node.argument ?? node.source) : node.source);
    if (from === undefined) continue;
    const parts = (node.specifiers as Node[] | undefined) ?? [];
    const typeOnly =
      node.type === 'TSImportType' ||
      node.importKind === 'type' ||
      node.exportKind === 'type' ||
      (parts.length > 0 && parts.every((part) => part.importKind === 'type' || part.exportKind === 'type'));
    found.push({ from, typeOnly, node });
  }
  return found;
}
