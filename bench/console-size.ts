/**
 * What a browser loads for each screen of the console: scripts and styles, compressed as the server sends them. Read from
 * the build's manifest, so it counts what is really imported; what a screen loads later (the comparison) stands apart.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Bench, Figure } from './figure.ts';

const built = fileURLToPath(new URL('../dist/admin', import.meta.url));
const entry = 'index.html';
const screens = {
  'sign in': 'screens/sign-in.tsx',
  今天的职责: 'screens/today.tsx',
  我的稿件: 'screens/mine.tsx',
  待发布: 'screens/queue.tsx',
  'writing page': 'screens/write/write.tsx',
  'approval page': 'screens/review/review.tsx',
  'article page': 'screens/article/article.tsx',
} as const;

type Chunk = { file: string; imports?: string[]; css?: string[] };
type Manifest = Readonly<Record<string, Chunk>>;

/** Files that a chunk can't do without: its own, its imports', their styles. */
function filesOf(manifest: Manifest, name: string, seen = new Set<string>()): Set<string> {
  const chunk = manifest[name];
  if (!chunk) throw new Error(`the console's build has no ${name}; run npx vite build`);
  if (seen.has(chunk.file)) return seen;
  seen.add(chunk.file);
  for (const css of chunk.css ?? []) seen.add(css);
  for (const other of chunk.imports ?? []) filesOf(manifest, other, seen);
  return seen;
}

const kilobytes = (files: Iterable<string>): number =>
  [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(built, file)), { level: 9 }).length, 0) / 1024;

export const bench: Bench = async () => {
  const path = join(built, '.vite/manifest.json');
  if (!existsSync(path)) throw new Error('the console is not built; run npx vite build');
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
  const shell = filesOf(manifest, entry);
  const routes = Object.entries(screens).map(([name, source]): Figure => {
    const all = filesOf(manifest, source, new Set(shell));
    return { name, unit: 'KiB gz', value: kilobytes(all), note: `${all.size} files, with the shell` };
  });
  const compare = filesOf(manifest, 'screens/review/compare.tsx');
  const later = [...compare].filter((file) => !filesOf(manifest, screens['approval page'], new Set(shell)).has(file));
  return [
    { name: 'shell', unit: 'KiB gz', value: kilobytes(shell), note: `${shell.size} files` },
    ...routes,
    { name: 'comparison, when it is opened', unit: 'KiB gz', value: kilobytes(later) },
  ];
};
