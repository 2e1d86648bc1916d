/** What a page's main thread has computed: its own time, which a machine that others use too doesn't stretch. */
import type { Browser, Page } from '@playwright/test';

type TraceEvent = { name: string; ph: string; pid: number; tid: number; tdur?: number; args?: { name?: string } };
/** In milliseconds: all of it, and the longest task. */
export type Computed = { readonly all: number; readonly longest: number };

/** Watches while `does` runs. Throws when the browser told of no task at all. */
export async function computed(browser: Browser, page: Page, does: () => Promise<void>): Promise<Computed> {
  await browser.startTracing(page, { categories: ['toplevel'] });
  await does();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString('utf8')) as { traceEvents: TraceEvent[] };
  const threads = new Set(
    traceEvents
      .filter((e) => e.name === 'thread_name' && e.args?.name === 'CrRendererMain')
      .map((e) => `${e.pid}:${e.tid}`),
  );
  const tasks = traceEvents
    .filter((e) => e.ph === 'X' && /RunTask$/.test(e.name) && threads.has(`${e.pid}:${e.tid}`))
    .map((e) => (e.tdur ?? 0) / 1000);
  const all = tasks.reduce((sum, ms) => sum + ms, 0);
  if (all === 0) throw new Error('the trace has no task of a main thread');
  return { all, longest: Math.max(...tasks) };
}
