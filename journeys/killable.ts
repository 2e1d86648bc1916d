/** A browser with a profile of its own on the disk, that can be killed as a power cut or a crash would end it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Browser, chromium, type Page } from '@playwright/test';

const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'];

export class Killable {
  readonly profile = mkdtempSync(join(tmpdir(), 'menhu-profile-'));
  private child: ChildProcess | undefined;
  /** Of every browser that was started: each leads a group, in which its other processes are. */
  private readonly leaders: number[] = [];
  private browser: Browser | undefined;

  /** A page of a browser that has just been started on the profile. */
  async open(): Promise<Page> {
    const told = join(this.profile, 'DevToolsActivePort');
    rmSync(told, { force: true });
    const args = [
      ...flags,
      `--user-data-dir=${this.profile}`,
      '--remote-debugging-port=0',
      '--lang=zh-CN',
      'about:blank',
    ];
    const env = { ...process.env, TZ: 'Asia/Shanghai' };
    this.child = spawn('/usr/bin/chromium', args, { stdio: 'ignore', env, detached: true });
    if (this.child.pid) this.leaders.push(this.child.pid);
    for (let n = 0; n < 300 && !existsSync(told); n += 1) await sleep(100);
    await sleep(100);
    const [port] = readFileSync(told, 'utf8').split('\n');
    this.browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    const [context] = this.browser.contexts();
    if (!context) throw new Error('a browser has its own context');
    return context.pages()[0] ?? (await context.newPage());
  }

  /** SIGKILL to the browser's own process: nothing is written any more, nothing is closed. */
  async kill(): Promise<void> {
    const { child } = this;
    if (!child?.pid) throw new Error('no browser runs');
    const ended = new Promise((resolve) => child.once('exit', resolve));
    process.kill(child.pid, 'SIGKILL');
    await ended;
    this.child = undefined;
    await this.browser?.close().catch(() => {});
  }

  async end(): Promise<void> {
    const { child } = this;
    if (child?.pid && child.exitCode === null) {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    }
    for (const leader of this.leaders) endGroup(leader);
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 300 });
  }
}

/** The browser's other processes outlive it for a moment, and would go on writing into the profile. */
function endGroup(leader: number): void {
  try {
    process.kill(-leader, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
