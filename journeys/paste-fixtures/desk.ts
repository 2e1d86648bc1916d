/** A page in a real browser that has the paste module and nothing else. */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test as base, expect, type Page } from '@playwright/test';
import type { Pasted, PasteOptions } from '../../admin/editor/paste/office.ts';
import { bundle } from './bundle.ts';

type Api = {
  readonly cleanOffice: (html: string, rtf?: string, options?: PasteOptions) => Pasted;
  readonly cleanPlain: (text: string) => Pasted;
  readonly isOffice: (html: string) => boolean;
};
declare global {
  interface Window {
    paste: Api;
    ran?: unknown;
    menhuRan?: number;
  }
}

export type Desk = {
  readonly page: Page;
  /** What the page asked the network for. */
  readonly asked: string[];
  /** What the browser reported against the policy, and what the page threw. */
  readonly reports: string[];
  /** Milliseconds of processor time that the page has used: a busy machine changes it little. */
  readonly cpu: () => Promise<number>;
};

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

export const test = base.extend<{ quiet: undefined }, { desk: Desk }>({
  desk: [
    async ({ browser }, use) => {
      const page = await browser.newPage();
      const asked: string[] = [];
      await page.route('**/*', (route) => {
        asked.push(route.request().url());
        return route.abort();
      });
      const reports: string[] = [];
      page.on('pageerror', (error) => reports.push(error.message));
      page.on('console', (message) => {
        if (/Content.Security.Policy/i.test(message.text())) reports.push(message.text());
      });
      await page.addScriptTag({ content: await bundle(root) });
      await page.evaluate((policy) => {
        const meta = document.createElement('meta');
        meta.httpEquiv = 'Content-Security-Policy';
        meta.content = policy;
        document.head.append(meta);
      }, "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; base-uri 'none'; form-action 'none'");
      const session = await page.context().newCDPSession(page);
      await session.send('Performance.enable', { timeDomain: 'threadTicks' });
      const cpu = async () => {
        const { metrics } = await session.send('Performance.getMetrics');
        return (metrics.find((metric) => metric.name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
      };
      await use({ page, asked, reports, cpu });
      await page.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  /** Whatever is pasted: nothing of it runs, and nothing is asked for. */
  quiet: [
    async ({ desk }, use) => {
      await use(undefined);
      expect(desk.asked, 'addresses that a paste asked for').toEqual([]);
      expect(desk.reports, 'policy reports and page errors').toEqual([]);
      expect(await desk.page.evaluate(() => [window.ran, window.menhuRan]), 'what a paste has run').toEqual([
        undefined,
        undefined,
      ]);
    },
    { auto: true },
  ],
});

export type Source = {
  html?: string | undefined;
  text?: string | undefined;
  rtf?: string;
  origin?: string | undefined;
};
/** `pictures` as KEY TYPE BYTES ALT. `refused`: the words of a paste that was refused. */
export type Flat = Omit<Pasted, 'pictures'> & { readonly pictures: readonly string[] };

export const clean = (page: Page, source: Source): Promise<Flat> =>
  page.evaluate(({ html, text, rtf, origin }) => {
    const options = origin === undefined ? {} : { origin };
    const pasted =
      text === undefined ? window.paste.cleanOffice(html ?? '', rtf, options) : window.paste.cleanPlain(text);
    const pictures = pasted.pictures.map(({ key, blob, alt }) => `${key} ${blob.type} ${blob.size} ${alt}`);
    return { ...pasted, pictures };
  }, source);
