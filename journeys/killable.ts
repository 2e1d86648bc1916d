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
    // It leads a group, in which its other processes are: they are ended together.
    this.child = spawn('/usr/bin/chromium', args, { stdio: 'ignore', env, detached: true });
    for (let n = 0; n < 300 && !existsSync(told); n += 1) await sleep(100);
    await sleep(100);
    const [port] = readFileSync(told, 'utf8').split('\n');
    this.browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    const [context] = this.browser.contexts();
    if (!context) throw new Error('a browser has its own context');
    return context.pages()[0] ?? (await context.newPage());
  }

  /** SIGKILL to the browser and all its processes at once, as when the power goes: nothing is written any more. */
  async kill(): Promise<void> {
    const { child } = this;
    if (!child?.pid) throw new Error('no browser runs');
    const ended = new Promise((resolve) => child.once('exit', resolve));
    endGroup(child.pid);
    await ended;
    this.child = undefined;
    // It has nobody to say goodbye to: not waited for.
    void this.browser?.close().catch(() => {});
  }

  async end(): Promise<void> {
    if (this.child?.pid && this.child.exitCode === null) await this.kill();
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 300 });
  }
}

function endGroup(leader: number): void {
  try {
    process.kill(-leader, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
