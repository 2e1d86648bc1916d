/**
 * How long a key takes to be seen in the editor, in Chromium: in a short text, in one of fifty pages, in a table of a
 * thousand rows; and how long the browser's longest task was meanwhile. A key's time runs from its event to after the
 * next frame. The text is handed out each 400 ms as on the writing page. The main thread's own time for a key stands
 * beside, since it says the same on a machine that others use too.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Browser, chromium, type Page } from '@playwright/test';
import { startEditorPage } from '../journeys/editor-page.ts';
import { type Figure, quantile } from './figure.ts';
import { type Computed, computed } from './running/main-thread.ts';
import { fiftyPages, table } from './running/typing-text.ts';

const keys = Number(process.env.MENHU_BENCH_KEYS ?? 200);
/** About 700 keys a minute: faster than anybody types Chinese. */
const pauseMs = 85;
const texts = {
  'a short text': { html: '<p>甲</p>', at: 'p' },
  'fifty pages, in the middle': { html: fiftyPages, at: 'h2:has-text("第25部分") + p' },
  'fifty pages, in a table': { html: fiftyPages, at: 'h2:has-text("第24部分") ~ .table-box td p' },
  'a table of 1,000 rows': { html: `${table(1000, 5)}<p>末</p>`, at: 'tr:nth-child(500) td p' },
} as const;

type Timed = { readonly times: number[]; readonly tasks: number[]; readonly openMs: number; readonly own: Computed };

/** Records keys and tasks from now on. */
async function watch(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen = { times: [] as number[], tasks: [] as number[] };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.tasks.push(entry.duration);
    }).observe({ type: 'longtask' });
    // No named function in here: what starts this file would wrap it in something that the page doesn't have.
    document.addEventListener(
      'keydown',
      ({ timeStamp }) => requestAnimationFrame(() => setTimeout(() => seen.times.push(performance.now() - timeStamp))),
      true,
    );
  });
}

async function timed(browser: Browser, page: Page, html: string, at: string): Promise<Timed> {
  await page.reload();
  await page.waitForSelector('.article-text');
  const openMs = await page.evaluate(async (text) => {
    const began = performance.now();
    (window as unknown as { trial: { set: (html: string) => void } }).trial.set(text);
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    return performance.now() - began;
  }, html);
  await page.locator(`.article-text ${at}`).first().click();
  await page.keyboard.press('End');
  await watch(page);
  const own = await computed(browser, page, async () => {
    for (let i = 0; i < keys; i++) {
      await page.keyboard.press(i % 40 === 39 ? 'Backspace' : 'a');
      await page.waitForTimeout(pauseMs);
    }
    await page.waitForTimeout(600);
  });
  const seen = await page.evaluate(() => (window as unknown as { seen: Pick<Timed, 'times' | 'tasks'> }).seen);
  return { ...seen, openMs, own };
}

const figuresOf = (name: string, { times, tasks, openMs, own }: Timed): Figure[] => [
  { name: `${name}: open`, unit: 'ms', value: openMs },
  { name: `${name}: key seen, p50`, unit: 'ms', value: quantile(times, 0.5), rounds: times.length },
  { name: `${name}: key seen, p99`, unit: 'ms', value: quantile(times, 0.99), rounds: times.length },
  { name: `${name}: main thread's own time for a key`, unit: 'ms', value: own.all / keys },
  { name: `${name}: longest task, the thread's own time`, unit: 'ms', value: own.longest },
  { name: `${name}: key seen, slowest`, unit: 'ms', value: Math.max(...times) },
  {
    name: `${name}: longest task, by the clock`,
    unit: 'ms',
    value: Math.max(0, ...tasks),
    note: `${tasks.length} above 50 ms; 0: none`,
  },
];

/** Script and styles of the page as the server would send them, antd and React included. */
function sizeOf(folder: string): Figure {
  const files = ['page.js', ...readdirSync(join(folder, 'assets')).map((file) => `assets/${file}`)];
  const bytes = files.map((file) => gzipSync(readFileSync(join(folder, file)), { level: 9 }).length);
  return { name: 'page with the editor alone', unit: 'KiB gz', value: bytes.reduce((a, b) => a + b, 0) / 1024 };
}

export async function bench(): Promise<readonly Figure[]> {
  const served = await startEditorPage();
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(served.address);
    const figures: Figure[] = [sizeOf(served.folder)];
    for (const [name, { html, at }] of Object.entries(texts))
      figures.push(...figuresOf(name, await timed(browser, page, html, at)));
    return figures;
  } finally {
    await browser.close();
    await served.stop();
  }
}
