/** `menhu status` and `menhu stop`: of the installation that a start keeps running on a folder. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Command } from './command.ts';
import { dataOption, folderOf } from './installation.ts';
import { answers, runningOn } from './processes.ts';
import { type Both, Said } from './words.ts';

const stopped: Both = { zh: '没有运行', en: 'not running' };

export const status: Command = {
  name: 'status',
  usage: 'menhu status [--data DIR]',
  about: {
    zh: '系统在不在运行，公开网站和管理台的地址，有没有应答',
    en: 'whether the installation runs, where the public sites and the console are, and whether they answer',
  },
  takes: { values: { data: dataOption }, files: false },
  more: { zh: '退出码：0 在运行，都有应答；1 没有。', en: 'It ends with 0: it runs, and all answer; 1: not so.' },
  run: async (given, { text, json }) => {
    const running = await runningOn(folderOf(given));
    if (!running) {
      text(stopped);
      json({ running: false });
      return 1;
    }
    const { pid, addresses } = running;
    if (!addresses) {
      text({ zh: `正在启动（进程 ${pid}）`, en: `starting (process ${pid})` });
      json({ running: true, ready: false, pid });
      return 1;
    }
    const [site, desk] = await Promise.all([answers(addresses.public), answers(addresses.console)]);
    const said = (ok: boolean): Both =>
      ok ? { zh: '应答正常', en: 'answers' } : { zh: '没有应答', en: 'does not answer' };
    text({ zh: `正在运行（进程 ${pid}）`, en: `running (process ${pid})` });
    text({
      zh: `公开网站  ${addresses.public}  ${said(site).zh}`,
      en: `public sites  ${addresses.public}  ${said(site).en}`,
    });
    text({
      zh: `管理台    ${addresses.console}  ${said(desk).zh}`,
      en: `console       ${addresses.console}  ${said(desk).en}`,
    });
    json({ running: true, ready: true, pid, ...addresses, answers: { public: site, console: desk } });
    return site && desk ? 0 : 1;
  },
};

/** A start ends its children within 10 s each before it kills them, and PostgreSQL after them. */
const stopMsMax = 60_000;

export const stop: Command = {
  name: 'stop',
  usage: 'menhu stop [--data DIR]',
  about: {
    zh: '停止在这个数据目录上运行的系统，等它停完',
    en: 'stops the installation that runs on this folder, and waits until it has',
  },
  takes: { values: { data: dataOption }, files: false },
  run: async (given, { text, json }) => {
    const data = folderOf(given);
    const running = await runningOn(data);
    if (!running) {
      text(stopped);
      json({ stopped: false });
      return 1;
    }
    process.kill(running.pid, 'SIGTERM');
    for (let waited = 0; waited < stopMsMax; waited += 100) {
      if ((await runningOn(data))?.pid !== running.pid) {
        text({ zh: '已停止', en: 'stopped' });
        json({ stopped: true, pid: running.pid });
        return 0;
      }
      await sleep(100);
    }
    throw new Said({
      zh: `进程 ${running.pid} 一分钟还没有停完，请看它的输出`,
      en: `process ${running.pid} has not stopped within a minute: see what it printed`,
    });
  },
};
