/** The repository as the tidy rules see it: hand-written files, read once; nothing that was installed, built or stored. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

const skipped = /^(node_modules|dist|\.git|DATA.*|test-results|playwright-report|.*\.tsbuildinfo)$/;
const binary = /\.(png|jpg|jpeg|webp|ico|gz|zip|pdf|docx)$/;

function* walk(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (skipped.test(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* walk(path);
    else if (entry.isFile()) yield path;
  }
}

export type TextFile = { readonly path: string; readonly text: string };

/** Every text file, by its path from the root with `/`, in order. */
export const files: readonly TextFile[] = [...walk(root)]
  .filter((path) => !binary.test(path))
  .map((path) => ({ path: relative(root, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }))
  .sort((a, b) => (a.path < b.path ? -1 : 1));

export const isCode = (path: string): boolean => /\.(ts|tsx|mts|mjs)$/.test(path) && !path.endsWith('.d.mts');
/** Runs only in development: tests, their fixtures, journeys, tools and bench. */
export const isDevelopment = (path: string): boolean =>
  /\.(test|spec|fixture)\.tsx?$/.test(path) ||
  /^(tools|bench|journeys)\//.test(path) ||
  /^[^/]+\.config\.ts$/.test(path);
