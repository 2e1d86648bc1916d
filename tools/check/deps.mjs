// Does node_modules hold what package-lock.json names? Compared entry by entry with npm's own record of what it
// installed, so no marker file can be stale. Run as a program it exits 0 (as locked) or 1 (and says what differs).
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const packagesIn = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;

/** The first difference in words, or undefined. Optional packages of other machines may be absent. */
export function difference(root) {
  const installedFile = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedFile)) return 'nothing is installed';
  const installed = packagesIn(installedFile);
  for (const [path, wanted] of Object.entries(packagesIn(join(root, 'package-lock.json')))) {
    if (path === '') continue;
    const got = installed[path];
    if (got && got.integrity !== wanted.integrity) return `${path} is not version ${wanted.version}`;
    if (!got && !wanted.optional && !wanted.devOptional) return `${path} is missing`;
    if (got && !existsSync(join(root, path, 'package.json'))) return `${path} is gone`;
  }
  return undefined;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const differs = difference(process.cwd());
  if (differs) process.stdout.write(`${differs}\n`);
  process.exitCode = differs ? 1 : 0;
}
