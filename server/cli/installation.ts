/** The installation that a command works on: its folder, and its database while it runs. */
import { join, resolve } from 'node:path';
import { type Opened, openPool } from '../db/client.ts';
import { packageRoot } from '../db/package-root.ts';
import { runningUrl, Unreachable } from '../db/running.ts';
import type { Database } from '../door/knock.ts';
import type { Environment, Outside } from './command.ts';
import type { Given } from './options.ts';
import { type Both, Said } from './words.ts';

export const dataOption: Both = {
  zh: '系统的数据目录；不写就是程序旁边的 DATA',
  en: 'where the installation keeps everything; default: DATA beside the program',
};

export const folderOf = (given: Given): string => resolve(given.value('data') ?? join(packageRoot(), 'DATA'));

/** Two connections as the program's role. Throws a sentence when nothing runs there, or this user may not read its keys. */
export const openRunning = (data: string, env: Environment): Opened =>
  openPool(urlOf(data, env), { role: 'worker', max: 2 });

/** Works on the database of the installation that was named, and lets go of it whatever happens. */
export async function withRunning<T>(
  given: Given,
  { env }: Pick<Outside, 'env'>,
  work: (db: Database) => Promise<T>,
): Promise<T> {
  const { db, close } = openRunning(folderOf(given), env);
  try {
    return await work(db);
  } finally {
    await close();
  }
}

function urlOf(data: string, env: Environment): string {
  try {
    return runningUrl(data, env);
  } catch (error) {
    if (error instanceof Unreachable) throw new Said({ zh: inChinese[error.why](error.place), en: error.message });
    throw error;
  }
}

const inChinese: Readonly<Record<Unreachable['why'], (place: string) => string>> = {
  absent: (place) => `没有 ${place}：用 --data 说明系统的数据目录`,
  stopped: (place) => `${place} 里的系统没有运行：用 npm start 启动`,
  unreadable: (place) => `没有权限读 ${place}：请用启动系统的那个用户运行这个命令，或用 root`,
  keyless: (place) => `${place} 不见了：请从备份恢复 DATA/keys`,
};
