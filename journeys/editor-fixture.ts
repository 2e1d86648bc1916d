/** The editor alone in a browser, with the server's own cleaning behind it; policy and page errors are watched. */
import { type Browser, test as base, type ConsoleMessage, expect, type Locator, type Page } from '@playwright/test';
import { clean } from '../server/html/clean.ts';
import type { KnownFile, KnownFiles } from '../server/html/types.ts';
import { type EditorPage, startEditorPage } from './editor-page.ts';

type Figures = { characters: number; missing: number; speechless: number; files: string[]; uploading: number };
export type Change = { html: string; figures: Figures; composing: boolean };
declare global {
  interface Window {
    trial: {
      changes: Change[];
      left: number;
      hold: boolean;
      sent: { name: string; purpose: string; end: (words?: string) => void; progress: (part: number) => void }[];
      set: (html: string, readOnly?: boolean) => void;
      flush: () => { html: string; figures: Figures };
    };
  }
}

/** Every id is known here: `p…` is a picture, anything else a document. As the page's own uploads name them. */
class EveryFile extends Map<string, KnownFile> {
  override get(id: string): KnownFile {
    return id.startsWith('p')
      ? {
          id,
          kind: 'picture',
          name: '图.jpg',
          type: 'JPEG',
          pieces: [
            { name: 'w960.jpg', size: 90_000, width: 960, height: 640 },
            { name: 'w480.jpg', size: 30_000, width: 480, height: 320 },
          ],
        }
      : { id, kind: 'document', name: '表.pdf', type: 'PDF', pieces: [{ name: 'file.pdf', size: 1_200_000 }] };
  }
}
export const known: KnownFiles = new EveryFile();
export const picture = `p${'a'.repeat(25)}`;
export const document_ = `d${'a'.repeat(25)}`;

export function cleaned(html: string): Extract<ReturnType<typeof clean>, { ok: true }> {
  const done = clean(html, known);
  if (!done.ok) throw new Error(`refused: ${done.code}`);
  return done;
}

export class Desk {
  readonly page: Page;
  readonly text: Locator;
  constructor(page: Page) {
    this.page = page;
    this.text = page.getByRole('textbox', { name: '正文', exact: true });
  }
  /** Opens a text anew, as it would stand on a screen. */
  async open(html: string, readOnly = false): Promise<void> {
    await this.page.evaluate(([next, locked]) => window.trial.set(next, locked), [html, readOnly] as const);
    await expect(this.text).toBeVisible({ timeout: 60_000 });
    await this.page.evaluate(() => {
      window.trial.changes = [];
      window.trial.sent = [];
    });
  }
  html(): Promise<string> {
    return this.page.evaluate(() => window.trial.flush().html);
  }
  figures(): Promise<Figures> {
    return this.page.evaluate(() => window.trial.flush().figures);
  }
  tool(name: string): Locator {
    return this.page.getByRole('toolbar', { name: '正文工具' }).getByRole('button', { name, exact: true });
  }
  /** The cursor at the end of what a selector names, as a click there would put it. */
  async cursorIn(selector: string): Promise<void> {
    await this.text.locator(selector).first().click();
    await this.page.keyboard.press('End');
  }
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }
  /** As the clipboard would hand it over. `files`: name, type and bytes. */
  async paste(
    forms: Readonly<Record<string, string>>,
    files: readonly { name: string; type: string }[] = [],
  ): Promise<void> {
    await this.text.evaluate(
      (element, [texts, named]) => {
        const clip = new DataTransfer();
        for (const [type, value] of Object.entries(texts)) clip.setData(type, value);
        for (const { name, type } of named) clip.items.add(new File([new Uint8Array(8)], name, { type }));
        const event = new ClipboardEvent('paste', { clipboardData: clip, bubbles: true, cancelable: true });
        element.dispatchEvent(event);
      },
      [forms, files] as const,
    );
  }
}

/** One page serves the tests of a file, since most of their time went into opening it; after a failure comes a new one. */
class OnePage {
  readonly #browser: Browser;
  readonly #address: string;
  #page: Page | undefined;
  constructor(browser: Browser, address: string) {
    this.#browser = browser;
    this.#address = address;
  }
  /** As it stands when it was just opened: empty, at a desk, and nothing held back. */
  async take(): Promise<Page> {
    this.#page ??= await this.#open();
    await this.#page.setViewportSize({ width: 1440, height: 900 });
    await this.#page.evaluate(() => {
      Object.assign(window.trial, { changes: [], sent: [], left: 0, hold: false });
      window.trial.set('');
    });
    return this.#page;
  }
  async close(): Promise<void> {
    await this.#page?.context().close();
    this.#page = undefined;
  }
  async #open(): Promise<Page> {
    const page = await this.#browser.newPage({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
    await page.exposeFunction('serverClean', (html: string) => {
      const { html: done, lost } = cleaned(html);
      return { html: done, lost };
    });
    await page.goto(this.#address);
    await expect(page.getByRole('textbox', { name: '正文', exact: true })).toBeVisible();
    return page;
  }
}

type Fixtures = { desk: Desk; reports: string[] };
export const test = base.extend<Fixtures, { served: EditorPage; one: OnePage }>({
  served: [
    // biome-ignore lint/correctness/noEmptyPattern: the first argument must be a pattern, and nothing is needed of it
    async ({}, use) => {
      const served = await startEditorPage();
      await use(served);
      await served.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: as above
  reports: async ({}, use) => {
    const reports: string[] = [];
    await use(reports);
    expect(reports, 'policy reports and page errors').toEqual([]);
  },
  one: [
    async ({ browser, served }, use) => {
      const one = new OnePage(browser, served.address);
      await use(one);
      await one.close();
    },
    { scope: 'worker' },
  ],
  page: async ({ one, reports }, use, info) => {
    const page = await one.take();
    const failed = (error: Error) => reports.push(error.message);
    const said = (message: ConsoleMessage) => {
      if (/Content.Security.Policy|Warning|prosemirror|tiptap/i.test(message.text())) reports.push(message.text());
    };
    page.on('pageerror', failed).on('console', said);
    await use(page);
    page.off('pageerror', failed).off('console', said);
    if (info.status !== info.expectedStatus) await one.close();
  },
  desk: async ({ page }, use) => {
    const desk = new Desk(page);
    await expect(desk.text).toBeVisible();
    await use(desk);
  },
});
export { expectAccessible, expectNoSideScroll } from './sound.ts';
export { expect };
