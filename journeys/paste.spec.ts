/** What comes of a paste, in a real browser: no server is needed, only the module and a page. */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test as base, expect, type Page } from '@playwright/test';
import type { Pasted, PasteOptions } from '../admin/editor/paste/office.ts';
import { bundle } from './paste-fixtures/bundle.ts';
import { clipboards } from './paste-fixtures/fixture.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

type Api = {
  cleanOffice: (html: string, rtf?: string, options?: PasteOptions) => Pasted;
  cleanPlain: (text: string) => Pasted;
  isOffice: (html: string) => boolean;
};
declare global {
  interface Window {
    paste: Api;
    ran?: unknown;
  }
}

type Desk = { readonly page: Page; readonly asked: string[] };
const test = base.extend<{ quiet: undefined }, { desk: Desk }>({
  /** One empty page that has the module, for all tests; whatever it asks the network for is noted, and not answered. */
  desk: [
    async ({ browser }, use) => {
      const page = await browser.newPage();
      const asked: string[] = [];
      await page.route('**/*', (route) => {
        asked.push(route.request().url());
        return route.abort();
      });
      await page.addScriptTag({ content: await bundle(root) });
      await use({ page, asked });
      await page.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  quiet: [
    async ({ desk }, use) => {
      await use(undefined);
      expect(desk.asked, 'addresses that a paste asked for').toEqual([]);
      expect(await desk.page.evaluate(() => window.ran), 'what a paste has run').toBeUndefined();
    },
    { auto: true },
  ],
});

type Flat = Omit<Pasted, 'pictures'> & { readonly pictures: readonly string[] };
type Source = { html?: string | undefined; text?: string | undefined; rtf?: string; origin?: string | undefined };

/** Pictures as KEY TYPE BYTES ALT. */
const clean = (page: Page, source: Source): Promise<Flat> =>
  page.evaluate(({ html, text, rtf, origin }) => {
    const options = origin === undefined ? {} : { origin };
    const pasted =
      text === undefined ? window.paste.cleanOffice(html ?? '', rtf, options) : window.paste.cleanPlain(text);
    const pictures = pasted.pictures.map(({ key, blob, alt }) => `${key} ${blob.type} ${blob.size} ${alt}`);
    return { ...pasted, pictures };
  }, source);

/** One block a line, so that a difference is seen. */
const inLines = (html: string) => html.replace(/(<\/(?:p|h\d|table|[uo]l|figure|li|tr)>)/g, '$1\n');

for (const { name, html, text, rtf, about, origin, expected } of clipboards) {
  test(`${name}: ${about}`, async ({ desk }) => {
    const pasted = await clean(desk.page, { html, text, rtf, origin });
    expect(inLines(pasted.html)).toBe(inLines(expected.html));
    expect(pasted).toEqual(expected);
  });
}
