/** `node --import tsx journeys/site-pictures.ts`: takes docs/pictures/site-*.png from the demo county, at a desk and on a phone; `forms`: only the article with every form. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from '@playwright/test';
import { startEdge } from '../edge/ground.fixture.ts';
import config from '../playwright.config.ts';
import { specimen } from '../publisher/specimen.fixture.ts';
import { type Product, startProduct } from './start.ts';

const folder = fileURLToPath(new URL('../docs/pictures/', import.meta.url));
const sizes = [
  { suffix: '', viewport: { width: 1440, height: 960 } },
  { suffix: '-phone', viewport: { width: 390, height: 844 } },
] as const;

const press = (name: string) => (page: Page) => page.getByRole('button', { name }).click();
type Picture = { name: string; path: string; use?: (page: Page) => Promise<unknown> };

/** Withdraws the newest article of the person who writes most; answers its public path. */
async function withdraw(browser: Browser, product: Product): Promise<string> {
  const person = product.people.find((p) => p.name === '林晓岚');
  if (!person) throw new Error('the writer can sign in');
  const page = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
  await page.goto(product.console);
  await page.getByLabel('登录名').fill(person.login);
  await page.getByLabel('密码').fill(person.password);
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('heading', { level: 1, name: '今天的职责' }).waitFor();
  await page.goto(`${product.console}/mine?tab=published`);
  await page.locator('.list .title a').first().click();
  const address = await page.getByRole('link', { name: new RegExp(`^${product.public}`) }).getAttribute('href');
  await page.getByRole('button', { name: '撤下' }).click();
  const dialog = page.getByRole('dialog', { name: '撤下' });
  await dialog.getByText('内容有误').click();
  await dialog.getByLabel('原因').fill('数字有误，更正后再发');
  await dialog.getByRole('button', { name: '撤下' }).click();
  await page.getByText('公开地址已不再显示正文').waitFor();
  await page.context().close();
  return new URL(address ?? '').pathname;
}

/** One page of each kind. The withdrawal comes last, so that the others still show the whole county. */
async function kinds(browser: Browser, product: Product): Promise<Picture[]> {
  const page = await browser.newPage();
  await page.goto(product.public);
  const column = (await page.locator('.block .more').nth(1).getAttribute('href')) ?? '';
  const article = (await page.locator('.lead a').first().getAttribute('href')) ?? '';
  await page.close();
  return [
    { name: 'home', path: '/' },
    { name: 'column', path: column },
    { name: 'article', path: article },
    { name: 'elder', path: '/', use: press('适老版') },
    { name: 'dark', path: '/', use: press('深色') },
    { name: 'missing', path: '/no-such-page.html' },
  ];
}

async function take(browser: Browser, product: Pick<Product, 'public'>, { name, path, use }: Picture): Promise<void> {
  for (const { suffix, viewport } of sizes) {
    const context = await browser.newContext({ viewport, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
    const page = await context.newPage();
    await page.goto(product.public + path);
    await use?.(page);
    await page.screenshot({ path: `${folder}site-${name}${suffix}.png`, fullPage: true });
    await context.close();
  }
}

/** Home, column and article of each bureau that works by another regulation: where the main site's bar leads. */
async function bureaus(browser: Browser, product: Product): Promise<void> {
  const page = await browser.newPage();
  for (const label of ['jy', 'cs', 'qx']) {
    const { protocol, port } = new URL(product.public);
    const at = `${protocol}//${label}.localhost:${port}`;
    await page.goto(at);
    const column = (await page.locator('.block .more').first().getAttribute('href')) ?? '';
    const article = (await page.locator('.lead a').first().getAttribute('href')) ?? '';
    const kept = { home: '/', column, article };
    for (const [name, path] of Object.entries(kept))
      await take(browser, { public: at }, { name: `${label}-${name}`, path, use: allPictures });
  }
  await page.close();
}

/** Scrolls to each picture, so that those that are loaded late are there. */
const allPictures = async (page: Page) => {
  for (const picture of await page.locator('.body img').all()) await picture.scrollIntoViewIfNeeded();
  await page.waitForLoadState('networkidle');
};

/** An article with every form, at an edge of its own: no text of the county has them all. */
async function forms(browser: Browser): Promise<void> {
  const place = mkdtempSync(join(tmpdir(), 'menhu-forms-'));
  const path = await specimen(place);
  const edge = await startEdge(place);
  await take(browser, { public: `http://127.0.0.1:${edge.port}` }, { name: 'forms', path, use: allPictures });
  await edge.stop();
  rmSync(place, { recursive: true });
}

const browser = await chromium.launch(config.use?.launchOptions ?? {});
await forms(browser);
if (process.argv.includes('forms')) {
  await browser.close();
  process.exit();
}
const product = await startProduct();
try {
  await bureaus(browser, product);
  for (const picture of await kinds(browser, product)) await take(browser, product, picture);
  await take(browser, product, { name: 'gone', path: await withdraw(browser, product) });
} finally {
  await browser.close();
  await product.stop();
}
