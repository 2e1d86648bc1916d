/** The folder of package.json: what is not TypeScript (.sql, .mjs, .md, .liquid) is read from there, never copied to dist. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Works from the sources (server/db) and from the build (dist/server/db). */
export function packageRoot(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder)
      throw new Error(`no package.json above ${import.meta.dirname}: the installation is incomplete`);
    folder = parent;
  }
  return folder;
}

export const migrationsFolder = (): string => join(packageRoot(), 'server/db/migrations');
