/** As whom the children run. PostgreSQL refuses to run as root, and nothing that listens should. */
import { type ChildProcess, execFile, execFileSync, type SpawnOptions, spawn, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';

/** `prefix` is put before every command: `unshare -U` where only root can reach the folder. */
export type Identity = {
  readonly name: string;
  readonly uid?: number;
  readonly gid?: number;
  readonly prefix: readonly string[];
};

/** What a child must be able to use: the files it reads, and the programs it runs. */
export type Needs = { readonly read: readonly string[]; readonly run: readonly string[] };

const unshare: readonly string[] = ['unshare', '-U', '--'];

/**
 * Not root: as we are. Root: the first of `candidates` that exists and reaches everything in `needs`. Where none does (a
 * clone under root's own 0700 home), a user namespace without root's powers. Never makes a user: that would change the host.
 */
export function chooseIdentity(needs: Needs, candidates: readonly string[] = ['postgres', 'nobody']): Identity {
  if (process.getuid?.() !== 0) return { name: 'this user', prefix: [] };
  const known = candidates.flatMap((name) => lookUp(name));
  const able = known.find((identity) => reaches(identity, needs));
  if (able) return able;
  const inside: Identity = { name: 'root without its powers (unshare -U)', prefix: unshare };
  if (reaches(inside, needs)) return inside;
  throw new Error(unreachable(needs, known));
}

/** Another unprivileged user than `first`, where root starts us and there is one that reaches what it needs; else `first`. */
export function anotherIdentity(first: Identity, needs: Needs): Identity {
  if (first.uid === undefined) return first;
  const others = ['nobody', 'www-data', 'daemon']
    .flatMap((name) => lookUp(name))
    .filter(({ uid }) => uid !== first.uid);
  return others.find((identity) => reaches(identity, needs)) ?? first;
}

function unreachable(needs: Needs, known: readonly Identity[]): string {
  const who =
    known.map((identity) => identity.name).join(' or ') || 'an unprivileged user (there is none on this machine)';
  const missing = [...needs.read, ...needs.run].find(
    (path) => !known.some((i) => reaches(i, { read: [path], run: [] })),
  );
  return [
    `started by root, PostgreSQL must run as ${who}, who can't reach ${missing ?? needs.read[0] ?? 'the installation'},`,
    'and this machine does not allow user namespaces (unshare -U). One of these helps:',
    '  - move the installation to a folder that others may enter, for example /srv/menhu',
    '  - start it as an ordinary user that owns the folder',
    '  - use a PostgreSQL of your own: set DATABASE_URL and DATABASE_OWNER_URL',
  ].join('\n');
}

function lookUp(name: string): Identity[] {
  try {
    const said = execFileSync('id', [name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    const [, uid, known, gid] = /^uid=(\d+)(?:\(([^)]*)\))? gid=(\d+)/.exec(said) ?? [];
    return uid && gid ? [{ name: known ?? name, uid: Number(uid), gid: Number(gid), prefix: [] }] : [];
  } catch {
    return []; // no such user here: the caller tries the next one
  }
}

/** Asked of the system itself, by a process of that identity: modes, ACLs and mounts all count. */
function reaches(identity: Identity, needs: Needs): boolean {
  const test =
    'until [ "$1" = -- ]; do [ -r "$1" ] || exit 1; shift; done; shift; for p do [ -x "$p" ] || exit 1; done';
  const [file, ...args] = [...identity.prefix, '/bin/sh', '-c', test, 'reach', ...needs.read, '--', ...needs.run];
  return spawnSync(file!, args, { ...ids(identity), cwd: '/', stdio: 'ignore' }).status === 0;
}

const ids = ({ uid, gid }: Identity) => (uid === undefined || gid === undefined ? {} : { uid, gid });

/** Spawns a command as that identity. */
export function spawnAs(identity: Identity, command: readonly string[], options: SpawnOptions): ChildProcess {
  const [file, ...args] = [...identity.prefix, ...command];
  return spawn(file!, args, { ...options, ...ids(identity) });
}

/** Runs a command to its end and returns what it printed; throws with what it complained about. */
export async function runAs(identity: Identity, command: readonly string[], env?: NodeJS.ProcessEnv): Promise<string> {
  const [file, ...args] = [...identity.prefix, ...command];
  try {
    const { stdout } = await promisify(execFile)(file!, args, { ...ids(identity), cwd: '/', ...(env ? { env } : {}) });
    return stdout;
  } catch (error) {
    const { stderr, message } = error as Error & { stderr?: string };
    throw new Error(`${command[0]} failed: ${(stderr || message).trim().slice(-1500)}`);
  }
}
