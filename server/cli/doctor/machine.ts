/** The machine: Node, the disk, who may read the data folder, the walls around what reads strangers' files, the virus scanner. */
import { existsSync, lstatSync, readdirSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { dayMs } from '../../../core/day.ts';
import { limits } from '../../files/child/walls.ts';
import { ScannerAway, scannerVersion } from '../../files/scan.ts';
import { both, type Finding, found, type State, span } from './finding.ts';

const GB = 1e9;

/** `edge`: the public is served from here too. Node 20 gets no more repairs, which only an inside can bear for a while. */
export function nodeFinding(version: string, edge: boolean): Finding {
  const [major = 0] = version.split('.').map(Number);
  const upgrade = both('换成 Node 24（长期支持版）', 'change to Node 24, which is supported for long');
  if (major < 22) {
    const state = edge ? 'bad' : 'warn';
    const where = edge
      ? both('这台机器面向公众', 'this machine faces the public')
      : both('不面向公众', 'not facing the public');
    return found(
      'node',
      state,
      `Node ${version} 已经没有安全更新，${where.zh}`,
      `Node ${version} gets no more security updates, ${where.en}`,
      upgrade,
    );
  }
  if (major % 2 === 1)
    return found(
      'node',
      'warn',
      `Node ${version} 不是长期支持版`,
      `Node ${version} is not supported for long`,
      upgrade,
    );
  return found('node', 'ok', `Node ${version}`, `Node ${version}`);
}

/** Bytes free and in all. Below 1 GB uploads and pages will soon fail; PostgreSQL stops at none. */
export function diskFinding(free: number, all: number): Finding {
  const gb = (bytes: number) => (bytes / GB).toFixed(1);
  const state: State = free < GB ? 'bad' : free < 5 * GB || free < all / 10 ? 'warn' : 'ok';
  const room = both('腾出空间，或换大的磁盘', 'make room, or take a larger disk');
  return found(
    'disk',
    state,
    `数据目录所在磁盘还有 ${gb(free)} GB，共 ${gb(all)} GB`,
    `the disk of the data folder has ${gb(free)} GB free of ${gb(all)} GB`,
    state === 'ok' ? undefined : room,
  );
}

export function disk(data: string): Finding {
  const { bavail, blocks, bsize } = statfsSync(data);
  return diskFinding(bavail * bsize, blocks * bsize);
}

/** The keys and the demo's passwords are for their owner alone; nobody else may write in the folder. */
export function permissions(data: string): Finding {
  const keys = join(data, 'keys');
  if (!existsSync(keys))
    return found(
      'keys',
      'bad',
      `没有 ${keys}`,
      `there is no ${keys}`,
      both('从备份恢复 DATA/keys', 'restore DATA/keys from its backup'),
    );
  const secret = [keys, ...readdirSync(keys).map((name) => join(keys, name)), join(data, 'demo.json')];
  const open = secret.filter((path) => existsSync(path) && (lstatSync(path).mode & 0o077) !== 0);
  const written = (lstatSync(data).mode & 0o022) !== 0 ? [data] : [];
  const commands = [...open.map((path) => `chmod go= ${path}`), ...written.map((path) => `chmod go-w ${path}`)];
  if (commands.length === 0)
    return found('keys', 'ok', '密钥只有系统自己的用户能读', 'the keys can be read by their owner alone');
  return {
    ...found(
      'keys',
      'bad',
      '别的用户能读密钥，或能改数据目录',
      'other users may read the keys, or write in the data folder',
    ),
    todo: both('运行下面的命令', 'run the commands below'),
    details: commands,
  };
}

export function walls(): Finding {
  const { network, memory, words } = limits();
  if (network && memory)
    return found(
      'walls',
      'ok',
      '检查上传文件的子进程断网，限内存和时间',
      'what reads uploads has no network, and little memory and time',
    );
  return {
    ...found(
      'walls',
      memory ? 'warn' : 'bad',
      '检查上传文件的子进程限制不全',
      'what reads uploads is not wholly confined',
    ),
    todo: both(
      '照下面说的办',
      network ? 'install prlimit (util-linux)' : 'allow user namespaces, or block its network by a firewall',
    ),
    details: words,
  };
}

/** `address` is what this command's own environment names: the running system was given its own at its start. */
export async function scanner(address: string | undefined, at: Date): Promise<Finding> {
  const see = both('见 docs/virus-scanning.md', 'see docs/virus-scanning.md');
  if (!address)
    return found(
      'scanner',
      'warn',
      '没有配置查毒程序（MENHU_CLAMD），上传的文件不查毒',
      'no virus scanner is configured (MENHU_CLAMD): uploads are not scanned',
      see,
    );
  try {
    return scannerFinding(await scannerVersion(address, { silentMs: 5_000, wholeMs: 10_000 }), at);
  } catch (error) {
    if (!(error instanceof ScannerAway)) throw error;
    return {
      ...found(
        'scanner',
        'bad',
        `查毒程序 ${address} 没有应答，上传的文件都在等`,
        `the virus scanner ${address} does not answer: uploads wait`,
        see,
      ),
      details: [error.message],
    };
  }
}

/** `reply`: `ClamAV 1.0.7/27456/Tue Nov 24 08:35:12 2026`; the last part is the day of its signatures. */
export function scannerFinding(reply: string, at: Date): Finding {
  const made = Date.parse(`${reply.split('/')[2] ?? ''} UTC`);
  const refresh = both('让 freshclam 每天更新病毒库', 'let freshclam renew the signatures each day');
  if (Number.isNaN(made))
    return found(
      'scanner',
      'warn',
      `查毒程序没有说病毒库的日期：${reply}`,
      `the virus scanner does not say how old its signatures are: ${reply}`,
      refresh,
    );
  const days = Math.floor((at.getTime() - made) / dayMs);
  const state: State = days > 7 ? 'bad' : days > 3 ? 'warn' : 'ok';
  return found(
    'scanner',
    state,
    `查毒程序的病毒库是 ${days} 天前的`,
    `the signatures of the virus scanner are ${days} days old`,
    state === 'ok' ? undefined : refresh,
  );
}

/** `offMs`: our clock less the database's. Times in the log are ours; the lease of a publisher is the database's. */
export function clockFinding(offMs: number): Finding {
  const off = Math.abs(offMs) / 1000;
  const state: State = off > 60 ? 'bad' : off > 2 ? 'warn' : 'ok';
  const { zh, en } = span(off);
  if (state === 'ok') return found('clock', 'ok', '时钟与数据库的一致', 'the clock agrees with the database');
  return found(
    'clock',
    state,
    `时钟与数据库的相差 ${zh}`,
    `the clock and the database differ by ${en}`,
    both('两台机器都用 NTP 对时', 'set both by NTP'),
  );
}
