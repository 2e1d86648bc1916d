/** A second working tree, in a temporary folder: mutants are applied there, and nowhere else. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../tidy/tree.ts';

// safe.directory: a checkout that another user owns is still ours to read.
const git = (folder: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
  execFileSync('git', ['-c', 'safe.directory=*', ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  }).trim();

/** The working tree as it is, new files included, as a commit that no branch holds. Index and files stay untouched. */
function snapshot(scratch: string): string {
  const env = { GIT_INDEX_FILE: join(scratch, 'index') };
  git(root, ['read-tree', 'HEAD'], env);
  git(root, ['add', '--all'], env);
  const author = { GIT_AUTHOR_NAME: 'mutants', GIT_AUTHOR_EMAIL: 'mutants@localhost' };
  const committer = { GIT_COMMITTER_NAME: 'mutants', GIT_COMMITTER_EMAIL: 'mutants@localhost' };
  return git(root, ['commit-tree', git(root, ['write-tree'], env), '-p', 'HEAD', '-m', 'snapshot'], {
    ...author,
    ...committer,
  });
}

export type Tree = {
  readonly folder: string;
  /** Throws, with git's words, when the patch no longer fits. */
  readonly apply: (patch: string) => void;
  readonly clean: () => void;
  readonly remove: () => void;
};

/** `uncommitted` takes the files as they lie there; otherwise the last commit. */
export function makeTree(uncommitted: boolean): Tree {
  const scratch = mkdtempSync(join(tmpdir(), 'menhu-mutants-'));
  const folder = join(scratch, 'tree');
  git(root, ['worktree', 'add', '--detach', folder, uncommitted ? snapshot(scratch) : 'HEAD']);
  copyPackages(folder);
  return {
    folder,
    apply: (patch) => void git(folder, ['apply', join('tools', 'mutants', patch)]),
    clean: () => {
      git(folder, ['checkout', '--', '.']);
      git(folder, ['clean', '-fdq']);
    },
    remove: () => {
      if (existsSync(folder)) git(root, ['worktree', 'remove', '--force', folder]);
      rmSync(scratch, { recursive: true, force: true });
    },
  };
}

/** Hard links, not a link to the folder: an `npm ci` in there would follow that link and empty the shared one. */
function copyPackages(folder: string): void {
  const from = join(root, 'node_modules');
  const to = join(folder, 'node_modules');
  try {
    execFileSync('cp', ['-al', from, to], { stdio: ['ignore', 'ignore', 'ignore'] });
  } catch {
    // Another file system: then a real copy.
    rmSync(to, { recursive: true, force: true });
    execFileSync('cp', ['-a', from, to]);
  }
}
