/**
 * Real texts on a whole installation: every .md of MENHU_MATERIAL/law-zh is imported as a draft by the command line, goes
 * its chain by different people over HTTP, and is looked for on the public site: its page with its last words, and
 * the column's list. The material lies outside the repository and is never copied into it.
 */
import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { packageRoot } from '../server/db/package-root.ts';
import { type Figure, quantile } from './figure.ts';
import { approve, columnNamed, publish, see, submit } from './running/article.ts';
import { send } from './running/http.ts';
import { type Installation, type Person, startInstallation } from './running/installation.ts';

type Law = { readonly placementId: string; readonly title: string; readonly characters: number };
type Done = Law & {
  readonly steps: number;
  readonly chainMs: number;
  readonly publicMs: number;
  readonly path: string;
};
/** Every third one is stated as important, so that the longer chain is gone too. */
const important = (n: number): boolean => n % 3 === 0;

export async function bench(): Promise<readonly Figure[]> {
  const files = materialFiles();
  const running = await startInstallation('bench-laws');
  try {
    const began = performance.now();
    const laws = await imported(running, files);
    const importMs = performance.now() - began;
    const staff = await signedIn(running);
    const done: Done[] = [];
    for (const [n, law] of laws.entries()) done.push(await goPublic(running, staff, law, important(n)));
    const listed = await listedIn(running, done);
    print(done);
    return [
      { name: 'law texts imported as drafts', value: laws.length, unit: `of ${files.length} files` },
      { name: 'import of all of them', value: importMs, unit: 'ms', note: 'one command, its start included' },
      { name: 'law texts found on the public site', value: done.length, unit: `of ${files.length}` },
      { name: 'law texts found in the column’s lists', value: listed, unit: `of ${files.length}` },
      { name: 'characters in all', value: done.reduce((sum, one) => sum + one.characters, 0), unit: 'characters' },
      spread(
        'submit → last approval',
        done.map((one) => one.chainMs),
      ),
      spread(
        'publish asked → page is public',
        done.map((one) => one.publicMs),
      ),
    ];
  } finally {
    await running.stop();
  }
}

const spread = (name: string, values: readonly number[]): Figure => ({
  name,
  value: quantile(values, 0.5),
  min: Math.min(...values),
  max: Math.max(...values),
  unit: 'ms',
  note: `${values.length} texts`,
});

function materialFiles(): readonly string[] {
  const folder = join(resolve(process.env.MENHU_MATERIAL ?? join(packageRoot(), '../shared/material')), 'law-zh');
  if (!existsSync(folder)) throw new Error(`the law texts are not here (${folder}): say where with MENHU_MATERIAL`);
  const files = readdirSync(folder).filter((name) => name.endsWith('.md'));
  if (files.length === 0) throw new Error(`${folder} has no .md files`);
  return files.sort().map((name) => join(folder, name));
}

async function imported({ data }: Installation, files: readonly string[]): Promise<readonly Law[]> {
  const where = [
    '--site',
    'main',
    '--column',
    'law',
    '--as',
    'dingwenpei',
    '--unit',
    '法规处',
    '--data',
    data,
    '--json',
  ];
  const program = join(packageRoot(), 'dist/server/cli/run.js');
  const { stdout } = await promisify(execFile)(process.execPath, [program, 'import', ...files, ...where]);
  return JSON.parse(stdout) as Law[];
}

type Staff = Readonly<Record<'author' | 'head' | 'office' | 'secrecy' | 'leader', Person>> & { columnId: string };

async function signedIn({ signIn }: Installation): Promise<Staff> {
  const author = await signIn('dingwenpei');
  return {
    author,
    head: await signIn('weishuqin'),
    office: await signIn('chenguodong'),
    secrecy: await signIn('hejingyi'),
    leader: await signIn('fangjianguo'),
    columnId: await columnNamed(author, '云山市场监管', '政策法规'),
  };
}

/** ZJ-13.2 and ZJ-5: the section's head, (the office's head,) the secrecy reviewer, (a leader,) and the author publishes. */
async function goPublic(running: Installation, staff: Staff, law: Law, high: boolean): Promise<Done> {
  const { author, columnId } = staff;
  const id = law.placementId;
  const { version, shown } = await see(author, id);
  const facets = { reach: 'section', weight: high ? 'important' : 'general', sensitive: 'no' };
  const body = { kind: 'document', title: shown.title, source: shown.source, html: shown.html, facets };
  const reviewers = high ? [staff.head, staff.office, staff.secrecy, staff.leader] : [staff.head, staff.secrecy];
  const began = performance.now();
  await submit(author, { id, version, columnId, body });
  for (const reviewer of reviewers) await approve(reviewer, id);
  const chainMs = performance.now() - began;
  const asked = performance.now();
  await publish(author, id);
  const path = new URL((await see(author, id)).address ?? '').pathname;
  await found(running, path, shown);
  return { ...law, steps: reviewers.length, chainMs, publicMs: performance.now() - asked, path };
}

/** The page is there with its title and its last paragraph. */
async function found({ publicPort }: Installation, path: string, text: { title: string; text: string }): Promise<void> {
  const last =
    text.text
      .split('\n')
      .at(-1)
      ?.replace(/^[-#]+ /, '') ?? '';
  for (const began = performance.now(); performance.now() - began < 20_000; await sleep(2)) {
    const page = await send({ port: publicPort, path });
    if (page.status === 200 && page.text.includes(text.title) && page.text.includes(last)) return;
  }
  throw new Error(`《${text.title}》 is not public at ${path} after 20 s`);
}

/** The column's lists are written after the page: within two seconds they link to each one. */
async function listedIn({ publicPort }: Installation, done: readonly Done[]): Promise<number> {
  let listed = 0;
  for (const began = performance.now(); performance.now() - began < 2000 && listed < done.length; await sleep(50)) {
    const text = await listsOf(publicPort);
    listed = done.filter(({ path }) => text.includes(path)).length;
  }
  return listed;
}

async function listsOf(port: number): Promise<string> {
  const paths = new Set(['/law/']);
  let text = '';
  for (const path of paths) {
    const page = await send({ port, path });
    text += page.text;
    for (const [, more] of page.text.matchAll(/href="(\/law\/[^"]*)"/g))
      if (more && paths.size < 20 && !more.endsWith('.html')) paths.add(more);
  }
  return text;
}

function print(done: readonly Done[]): void {
  const rows = done.map(
    ({ title, characters, steps, chainMs, publicMs }) =>
      `  ${String(characters).padStart(6)} characters  ${steps} approvals  ${chainMs.toFixed(0).padStart(5)} ms  public after ${publicMs.toFixed(0).padStart(4)} ms  ${title}`,
  );
  process.stderr.write(`${rows.join('\n')}\n`);
}
