/** `menhu doctor`: what an operator has to know of this installation, a line each, with what to do. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Opened } from '../../db/client.ts';
import { now } from '../../now.ts';
import type { Command, Environment, Outside } from '../command.ts';
import { dataOption, folderOf, openRunning } from '../installation.ts';
import { answers, type Running, runningOn } from '../processes.ts';
import { type Both, Said } from '../words.ts';
import { calendar } from './calendar.ts';
import { mail, periodic, timed } from './clockwork.ts';
import { clock, migrations, rights, soundness } from './database.ts';
import { both, type Finding, found, type State } from './finding.ts';
import { ledger } from './ledger.ts';
import { disk, nodeFinding, permissions, scanner, walls } from './machine.ts';
import { demo, rules } from './rules.ts';
import { jobs, publishing } from './work.ts';

export const doctor: Command = {
  name: 'doctor',
  usage: 'menhu doctor [--data DIR] [--json]',
  about: {
    zh: '检查这个系统：机器、数据库、发布、后台工作、规定和任职，每项说明怎么办',
    en: 'looks the installation over: machine, database, publishing, jobs, rules and posts, and says what to do',
  },
  takes: { values: { data: dataOption }, files: false },
  more: {
    zh: `什么也不改。系统没有运行时，只查不用数据库的几项。
退出码：0 没有不正常的；1 有不正常的（[异常]）；2 命令写错了。`,
    en: `It changes nothing. Of an installation that isn't running only the machine is looked at.
It ends with 0: nothing is bad; 1: something is; 2: the command was not understood.`,
  },
  run: async (given, outside) => {
    const findings = await examine(folderOf(given), outside.env);
    for (const one of findings) say(one, outside);
    const count = (state: State) => findings.filter((one) => one.state === state).length;
    const [ok, warn, bad] = [count('ok'), count('warn'), count('bad')];
    outside.text(both(`${ok} 项正常，${warn} 项要注意，${bad} 项异常`, `${ok} ok, ${warn} to note, ${bad} bad`));
    outside.json({ ok, warn, bad, findings });
    return bad > 0 ? 1 : 0;
  },
};

const marks: Readonly<Record<State, Both>> = {
  ok: both('[正常]', '[ok]  '),
  warn: both('[注意]', '[note]'),
  bad: both('[异常]', '[BAD] '),
};

function say({ state, says, todo, details = [] }: Finding, { text }: Outside): void {
  const mark = marks[state];
  text(both(`${mark.zh} ${says.zh}`, `${mark.en} ${says.en}`));
  for (const line of details) text(`         ${line}`);
  if (todo) text(both(`       → ${todo.zh}`, `       → ${todo.en}`));
}

/** Every check, in the order of a reader's worry: what runs, the machine, the database, the work, the rules. */
export async function examine(data: string, env: Environment): Promise<readonly Finding[]> {
  if (!existsSync(data))
    throw new Said(
      both(
        `没有 ${data}：用 --data 说明系统的数据目录`,
        `there is no ${data}: say where the installation is with --data DIR`,
      ),
    );
  const running = await runningOn(data);
  const machine = [
    () => processes(running),
    () => nodeFinding(process.versions.node, existsSync(join(data, 'edge'))),
    () => disk(data),
    () => permissions(data),
    () => walls(),
    () => scanner(env.MENHU_CLAMD, now()),
    () => backup,
  ];
  return [...(await all(machine)), ...(await inDatabase(data, env))];
}

async function inDatabase(data: string, env: Environment): Promise<readonly Finding[]> {
  let opened: Opened;
  try {
    opened = openRunning(data, env);
  } catch (error) {
    if (!(error instanceof Said)) throw error;
    const { zh, en } = error.both;
    return [found('database', 'bad', `没有查数据库：${zh}`, `the database was not looked at: ${en}`)];
  }
  const { pool, db, close } = opened;
  try {
    const first = await all([() => soundness(pool), () => migrations(pool)]);
    // Of a database that is away, or isn't ours yet, nothing else can be asked.
    if (first.some(({ state }) => state === 'bad')) return first;
    const rest = [
      () => rights(pool),
      () => clock(pool),
      () => demo(db),
      () => jobs(pool),
      () => periodic(db, now()),
      () => timed(db, now()),
      () => mail(db, now()),
      () => publishing(pool, data),
      () => calendar(db, now()),
      () => rules(db, now()),
      () => ledger(db, now()),
    ];
    return [...first, ...(await all(rest))];
  } finally {
    await close();
  }
}

type Check = () => Finding | readonly Finding[] | Promise<Finding | readonly Finding[]>;

/** One after the other. A check that fails is told as such, and hides no other. */
async function all(checks: readonly Check[]): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const check of checks)
    try {
      findings.push(...[await check()].flat());
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      findings.push(found('failed', 'bad', `有一项没有查成：${why}`, `a check failed: ${why}`));
    }
  return findings;
}

async function processes(running: Running | undefined): Promise<Finding> {
  const start = both('用 npm start 启动', 'start it with npm start');
  if (!running) return found('processes', 'bad', '系统没有运行', 'the installation is not running', start);
  const { addresses, pid } = running;
  if (!addresses) return found('processes', 'warn', `正在启动（进程 ${pid}）`, `starting (process ${pid})`);
  const [site, desk] = await Promise.all([answers(addresses.public), answers(addresses.console)]);
  if (site && desk)
    return found(
      'processes',
      'ok',
      `正在运行：公开网站 ${addresses.public}，管理台 ${addresses.console}（只对本机开放）`,
      `running: public sites ${addresses.public}, console ${addresses.console} (for this machine only)`,
    );
  const [zh, en] = site
    ? ['管理台', 'the console']
    : desk
      ? ['公开网站', 'the public sites']
      : ['公开网站和管理台', 'neither the public sites nor the console'];
  const silent = site || desk ? `${en} does not answer` : `${en} answer`;
  return found('processes', 'bad', `${zh}没有应答`, silent, both('看启动时的输出', 'see what the start printed'));
}

/** Said as it is: there is nothing to look at yet. */
const backup = found(
  'backup',
  'warn',
  '这个版本还没有备份命令，系统不知道您备份过没有',
  'this version has no command for backups, and does not know of yours',
  both(
    '用 pg_dump 备份数据库，再备份数据目录里的 files 和 keys',
    'back up the database with pg_dump, and files and keys of the data folder',
  ),
);
