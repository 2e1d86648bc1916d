/** Names that say nothing, exports that hide where a thing comes from, and text that belongs to one machine. */
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Fault, fault, type Node, type Rule, textOf } from './syntax.ts';
import { isDevelopment, root, type TextFile } from './tree.ts';

const empty = /^(services?|managers?|helpers?|utils?|impls?|base|handlers?|data|info|infos)$/;
const wordsOf = (name: string) =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[-_.]/);

export function emptyFileNames(path: string): Fault[] {
  const ours = /\.(ts|tsx|mjs|sql|liquid)$/.test(path) && path.includes('/');
  const words = path.split('/').flatMap((part) => wordsOf(part));
  const found = ours ? words.filter((word) => empty.test(word)) : [];
  return found.map((word) => `${path}:1: "${word}" in a name says nothing about what is inside`);
}

export const emptyTypeNames: Rule = (source) =>
  source.nodes.flatMap((node) => {
    if (!/^(TSTypeAliasDeclaration|TSInterfaceDeclaration|ClassDeclaration)$/.test(node.type)) return [];
    const name = textOf(source, node.id);
    const word = wordsOf(name).find((part) => empty.test(part));
    return word ? [fault(source, node, `"${word}" in the name of ${name} says nothing`)] : [];
  });

/** Named exports only, and no index file that passes others on: "where does it come from" has one answer. */
export const hiddenOrigins: Rule = (source) => {
  const isIndex = /(^|\/)index\.tsx?$/.test(source.path);
  const exportsDefault =
    isDevelopment(source.path) || /^[^/]+\.config\.ts$|^admin\/vite\.config\.ts$/.test(source.path);
  return source.nodes.flatMap((node: Node) => {
    if (node.type === 'ExportDefaultDeclaration' && !exportsDefault) return [fault(source, node, 'a default export')];
    if (node.type === 'ExportAllDeclaration') return [fault(source, node, 'passes on all of another file')];
    return isIndex && node.type === 'ExportNamedDeclaration' && node.source
      ? [fault(source, node, 'an index file that passes others on')]
      : [];
  });
};

/** What stands beside this checkout, by its full path: nothing in the repository may name it. */
const parent = dirname(root);
const here = parent === '/' || parent === tmpdir() ? [] : readdirSync(parent).map((name) => join(parent, name));
const machine: readonly (readonly [RegExp, string])[] = [
  [/\/(home|Users)\/[a-z][\w.-]*\//, 'a path of one machine'],
  [/\/root\/[\w.-]+/, 'a path of one machine'],
  [/https?:\/\/[\w.-]*\b(registry|npmmirror|yarnpkg|verdaccio|artifactory|nexus)\b[\w.-]*/i, 'the host of a registry'],
  [/\bregistry\.[\w-]+\.\w+/i, 'the host of a registry'],
];

export function machineText(file: TextFile): Fault[] {
  if (file.path === 'tools/tidy/names.ts' || file.path === 'tools/tidy/rules.test.ts') return [];
  // A clipboard carries the path of the file that was copied from: these are invented, and must not come through.
  if (file.path.startsWith('journeys/paste-fixtures/')) return [];
  const paths = here.flatMap((path) => {
    const at = file.text.indexOf(path);
    return at < 0 ? [] : [fault(file, at, 'a path of this machine')];
  });
  const patterns = machine.flatMap(([pattern, what]) => {
    const hit = pattern.exec(file.text);
    return hit ? [fault(file, hit.index, what)] : [];
  });
  return [...paths, ...patterns];
}

/** The lock file names versions and integrity, never where they were fetched from. */
export function lockFaults(text: string): Fault[] {
  const { packages } = JSON.parse(text) as { packages: Record<string, { resolved?: string; integrity?: string }> };
  return Object.entries(packages).flatMap(([path, { resolved, integrity }]) => [
    ...(resolved ? [`package-lock.json: ${path} names the place it came from`] : []),
    ...(path !== '' && !integrity ? [`package-lock.json: ${path} has no integrity`] : []),
  ]);
}
