/** What every journey has: the running product, people signed in at a browser, and a watch over policy and errors. */
import { type Browser, test as base, expect, type Page } from '@playwright/test';
import { type Person, type Product, startProduct } from './start.ts';

export type Seat = { readonly page: Page; readonly person: Person };
type Size = { readonly width: number; readonly height: number };
export const desk: Size = { width: 1440, height: 900 };
export const phone: Size = { width: 390, height: 844 };

type Journey = {
  /** Signs a person in, in a browser window of their own. */
  seat: (person: Person, size?: Size) => Promise<Seat>;
  /** What the browser reported against the policy, and what the page threw: empty at the end of every journey. */
  reports: string[];
};

export const test = base.extend<Journey, { product: Product }>({
  product: [
    // biome-ignore lint/correctness/noEmptyPattern: the first argument must be a pattern, and nothing is needed of it
    async ({}, use) => {
      const product = await startProduct();
      await use(product);
      await product.stop();
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: as above
  reports: async ({}, use) => {
    const reports: string[] = [];
    await use(reports);
    expect(reports, 'policy reports and page errors').toEqual([]);
  },
  seat: async ({ browser, product, reports }, use) => {
    const open: Page[] = [];
    await use(async (person, size = desk) => {
      const page = await newPage(browser, size, reports);
      open.push(page);
      await enter(page, product, person);
      return { page, person };
    });
    await Promise.all(open.map((page) => page.context().close()));
  },
});
export { expectAccessible, expectNoSideScroll } from './sound.ts';
export { expect };

export async function newPage(browser: Browser, size: Size, reports: string[]): Promise<Page> {
  const context = await browser.newContext({ viewport: size, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  const page = await context.newPage();
  page.on('pageerror', (error) => reports.push(error.message));
  page.on('console', (message) => {
    if (/Content.Security.Policy/i.test(message.text())) reports.push(message.text());
  });
  return page;
}

/** Signed in without the form, which is walked in journeys of its own: a screen less to draw for every person. */
async function enter(page: Page, product: Product, { login, password }: Person): Promise<void> {
  await page.goto(`${product.console}/api/me`);
  const status = await page.evaluate(
    async (body) => {
      const headers = { 'content-type': 'application/json' };
      return (await fetch('/api/sign-in', { method: 'POST', headers, body: JSON.stringify(body) })).status;
    },
    { login, password },
  );
  expect(status).toBe(200);
  await page.goto(product.console);
  await expect(page.getByRole('heading', { level: 1, name: '今天的职责' })).toBeVisible();
}

export async function signIn(page: Page, product: Product, person: Person): Promise<void> {
  await page.goto(product.console);
  await page.getByLabel('登录名').fill(person.login);
  await page.getByLabel('密码').fill(person.password);
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '今天的职责' })).toBeVisible();
}
