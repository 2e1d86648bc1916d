/**
 * An upload that is all here: scanned, taken apart in a limited child process, its pieces kept, and all of it written down in
 * one transaction. May run twice, also at the same time: the second finds the upload finished and leaves it alone.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { WordView } from '../contract/files.ts';
import type { Database } from '../door/knock.ts';
import { type Job, type JobKinds, pauseMs } from '../jobs.ts';
import { aboutError, log } from '../log-line.ts';
import { now } from '../now.ts';
import type { Given, Taken, Verdict, Word } from './child/types.ts';
import { foldersUnder, makeFolder, noRoom } from './disk.ts';
import { type Ready, record, store, storeOriginal } from './keep.ts';
import { partFile, removeParts, sizeOf } from './parts.ts';
import type { Storage } from './storage.ts';
import { checkingUpload, lockChecking, type Refusal, setRefused, setTaken, setWaiting } from './store.ts';
import { enqueueTaking, takeFile } from './taking-job.ts';
import type { UploadRow } from './view.ts';

/** `folder`: DATA. `scan` throws when a scanner is configured and does not answer. `take` runs the limited child. */
export type Intake = {
  readonly db: Database;
  readonly storage: Storage;
  readonly folder: string;
  readonly scan: (path: string) => Promise<'clean' | 'unconfigured' | { readonly found: string }>;
  readonly take: (given: Given, person: string) => Promise<Verdict>;
};

export const fileJobs = (intake: Intake): JobKinds => ({ [takeFile]: (job) => run(intake, job) });

/** A file that fails or kills so often is refused, long before its job would be parked. */
const triesMax = 4;

const scannerAway = '查毒程序没有回答，正在重试';
const noRoomLeft = '服务器的磁盘满了，腾出空间后会接着检查';
const broken: Refusal = {
  code: 'lost_part',
  message: '传来的内容在服务器上不完整了，请重新上传',
};
const unchecked: Refusal = {
  code: 'not_checked',
  message: '这个文件几次都没能检查完，程序已经记下，请联系信息化中心，或换一个文件再传',
};

async function run(intake: Intake, job: Job): Promise<void> {
  const { id, tries } = payloadOf(job);
  const row = await checkingUpload(intake.db, id);
  if (!row) return; // another run has finished it, or it was swept; a part that is left goes with the next sweep
  if (job.attempts > triesMax) return giveUp(intake, row);
  try {
    await check(intake, row, tries);
  } catch (error) {
    if (noRoom(error)) return putOff(intake, id, tries, noRoomLeft, error);
    throw error;
  }
}

/** Each time it failed, or the whole program died of it: its owner is told, and the alarms of the tries stand in the log. */
async function giveUp(intake: Intake, row: UploadRow): Promise<void> {
  log('error', 'a file could not be checked', { upload: row.id, person: row.personId });
  await refuse(intake, row, unchecked);
}

function payloadOf({ payload }: Job): { id: string; tries: number } {
  if (typeof payload.id !== 'string') throw new Error('a job that takes a file lacks its id');
  return { id: payload.id, tries: typeof payload.tries === 'number' ? payload.tries : 0 };
}

/** Tried again after a growing pause, as often as it takes: what is away is no fault of the file. */
async function putOff({ db }: Intake, id: string, tries: number, words: string, why: unknown): Promise<void> {
  log('warn', 'a file waits to be taken', { upload: id, tries, ...aboutError(why) });
  await setWaiting(db, id, words);
  await enqueueTaking(db, id, new Date(now().getTime() + pauseMs(tries + 1)), tries + 1);
}

async function check(intake: Intake, row: UploadRow, tries: number): Promise<void> {
  const { db, folder } = intake;
  if ((await sizeOf(folder, row.id)) !== row.size) return refuse(intake, row, broken);
  const path = partFile(folder, row.id);
  const scanned = await intake.scan(path).catch((away: unknown) => ({ away }));
  if (typeof scanned === 'object' && 'away' in scanned) return putOff(intake, row.id, tries, scannerAway, scanned.away);
  if (typeof scanned === 'object') {
    log('warn', 'a virus scanner found something in an upload', {
      upload: row.id,
      person: row.personId,
      found: scanned.found,
    });
    return refuse(intake, row, infected(scanned.found));
  }
  await setWaitingOver(db, row);
  await inFolder(folder, async (out) => {
    const verdict = await intake.take({ task: row.purpose, input: path, name: row.name, out }, row.personId);
    if (!verdict.ok) return refuse(intake, row, { code: verdict.code, message: verdict.message });
    const found = 'word' in verdict ? verdict.word : verdict.file;
    await finish(intake, row, found, { out, scanned: scanned === 'clean' });
  });
}

/** A scanner that reached its own limits has found nothing, and cleared nothing either. */
const infected = (found: string): Refusal =>
  found.startsWith('Heuristics.Limits.Exceeded')
    ? { code: 'scan_limit', message: '这个文件太大或层数太多，查毒程序没有查完，不能收；请拆分或减少压缩层数后再传' }
    : { code: 'virus', message: `查毒程序在这个文件里发现了 ${found}，不能收；请先在自己的电脑上查毒` };

async function setWaitingOver(db: Database, row: UploadRow): Promise<void> {
  if (row.waiting) await db.updateTable('files.upload').set({ waiting: null }).where('id', '=', row.id).execute();
}

async function refuse({ db, folder }: Intake, row: UploadRow, refusal: Refusal): Promise<void> {
  await setRefused(db, row.id, refusal, now());
  await removeParts(folder, [row.id]);
}

/** An empty folder that the child may fill, on the same disk as the store; gone afterwards. */
async function inFolder(folder: string, work: (out: string) => Promise<void>): Promise<void> {
  const { taking } = foldersUnder(folder);
  await makeFolder(taking);
  const own = await mkdtemp(join(taking, 'file-'));
  try {
    const out = join(own, 'out');
    await mkdir(out, { mode: 0o700 });
    await work(out);
  } finally {
    await rm(own, { recursive: true, force: true });
  }
}

/** The bytes first, each durable; then one transaction. A crash in between leaves bytes that nobody names, which the next run finds again. */
async function finish(
  { db, storage, folder }: Intake,
  row: UploadRow,
  found: Word | Taken,
  { out, scanned }: { readonly out: string; readonly scanned: boolean },
): Promise<void> {
  const taken = 'pictures' in found ? found.pictures : [found];
  const ready: Ready[] = [];
  if ('pictures' in found) ready.push(await storeOriginal(storage, { path: partFile(folder, row.id), name: row.name }));
  for (const each of taken) ready.push(await store(storage, each, out));
  const [main] = ready;
  if (!main) throw new Error('a check that gave no file');
  await db.transaction().execute(async (tx) => {
    const still = await lockChecking(tx, row.id);
    if (!still) return;
    const at = now();
    for (const each of ready) await record(tx, each, { person: still.personId, scanned, at });
    await setTaken(tx, row.id, main.id, 'pictures' in found ? wordView(found) : undefined, at);
  });
  await removeParts(folder, [row.id]);
}

const wordView = ({ title, html, characters, tables, pictures, lost }: Word): WordView => ({
  title,
  html,
  characters,
  tables,
  pictures: pictures.length,
  lost: [...lost],
});
