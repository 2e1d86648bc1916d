// The pages that people read first name paths and link to others: each must be there.
import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';
import { files, root } from './tidy/tree.ts';

const pages = files.filter(({ path }) => path.endsWith('.md') && !path.startsWith('regulations/'));
const exists = (path: string) => existsSync(join(root, path));

test('every relative link in a page leads somewhere', () => {
  const dead = pages.flatMap(({ path, text }) =>
    [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)]
      .map((link) => normalize(join(dirname(path), decodeURIComponent(link[1] as string))))
      .filter((target) => !exists(target))
      .map((target) => `${path} → ${target}`),
  );
  expect(dead).toEqual([]);
});

/** `core/moves.ts`, `server/contract/`: a path of ours in a code span, not a pattern and not a command. */
const ours =
  /`((?:core|regulations|server|publisher|edge|themes|admin|world|bin|start|tools|bench|journeys|docs)\/[\w./-]*)`/g;

test('every path that a page names is there', () => {
  const named = pages.filter(({ path }) => !path.startsWith('docs/decisions/') && path !== 'CHANGELOG.md');
  const gone = named.flatMap(({ path, text }) =>
    [...text.matchAll(ours)]
      .map((span) => span[1] as string)
      .filter((target) => !exists(target))
      .map((target) => `${path}: ${target}`),
  );
  expect(gone).toEqual([]);
});

test('the tree in ARCHITECTURE.md is the tree', () => {
  const drawn =
    /```\n(core\/[\s\S]*?)```/.exec(files.find(({ path }) => path === 'ARCHITECTURE.md')?.text ?? '')?.[1] ?? '';
  let folder = '';
  const paths = drawn.split('\n').flatMap((line) => {
    const top = /^([a-z]+\/)/.exec(line)?.[1];
    if (top) folder = top;
    const inside = top || line.startsWith('start') ? '' : folder;
    return [...line.matchAll(/(?:^|\s)([a-z][\w.-]*(?:\/|\.ts|\.mjs))(?=\s|$)/g)].map((word) => inside + word[1]);
  });
  expect(paths.length).toBeGreaterThan(20);
  expect(paths.filter((path) => !exists(path))).toEqual([]);
});

test('decisions are numbered, dated, and say what was rejected and what it costs', () => {
  const decisions = pages.filter(({ path }) => path.startsWith('docs/decisions/'));
  expect(decisions.length).toBeGreaterThan(6);
  const wrong = decisions.filter(({ path, text }) => {
    const number = /^docs\/decisions\/(\d{4})-[a-z0-9-]+\.md$/.exec(path)?.[1];
    const parts = ['Context', 'Option', 'Decision', 'Cost'].every((part) => new RegExp(`\\b${part}`, 'i').test(text));
    return !number || !text.startsWith(`# ${number} · `) || !/^\d{4}-\d\d-\d\d$/m.test(text) || !parts;
  });
  expect(wrong.map(({ path }) => path)).toEqual([]);
});
