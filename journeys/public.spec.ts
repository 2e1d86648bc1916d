/** The public site as citizens meet it: at a desk, on a phone, in elder and dark mode, without a script, by keyboard. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { startEdge } from '../edge/ground.fixture.ts';
import { specimen } from '../publisher/specimen.fixture.ts';
import { desk, expect, expectAccessible, expectNoSideScroll, newPage, phone, test } from './fixture.ts';
import type { Product } from './start.ts';

/** One page of each kind, found by following links from the home page. */
async function kinds(page: Page, product: Product): Promise<Record<string, string>> {
  await page.goto(product.public);
  const at = (href: string | null) => new URL(href ?? '', product.public).href;
  const column = at(await page.locator('.block .more').first().getAttribute('href'));
  const article = at(await page.locator('.lead a').first().getAttribute('href'));
  await page.getByText('站群网站').click();
  const other = at(await page.locator('.kin li a').first().getAttribute('href'));
  return { home: at('/'), column, article, missing: at('/no-such-page.html'), other };
}

for (const [name, size] of [
  ['desk', desk],
  ['phone', phone],
] as const)
  for (const mode of ['', '适老版', '深色'])
    test(`G5 at a ${name}${mode && `, in ${mode}`} every kind of page is accessible and runs out nowhere`, async ({
      browser,
      product,
      reports,
    }) => {
      const page = await newPage(browser, size, reports);
      const all = await kinds(page, product);
      if (mode) await page.getByRole('button', { name: mode }).click();
      for (const [kind, address] of Object.entries(all)) {
        const answer = await page.goto(address);
        expect([kind, answer?.status()]).toEqual([kind, kind === 'missing' ? 404 : 200]);
        if (mode && kind !== 'other')
          await expect(page.getByRole('button', { name: mode, pressed: true })).toBeVisible();
        await expect(page.locator('h1')).toHaveCount(1);
        await expectNoSideScroll(page);
        await expectAccessible(page);
      }
      await page.context().close();
    });

test('elder mode is remembered, shows the telephone first and five items a list, and can be left', async ({
  browser,
  product,
  reports,
}) => {
  const page = await newPage(browser, desk, reports);
  const { article } = await kinds(page, product);
  const size = () => page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
  expect(await size()).toBe('16px');
  await page.goto(product.public);
  await page.getByRole('button', { name: '适老版' }).click();
  expect(await size()).toBe('22px');
  await expect(page.getByText('不会用网页？打电话办')).toBeVisible();
  for (const list of await page.locator('.block .list').all())
    expect(await list.locator('li:visible').count()).toBeLessThanOrEqual(5);
  await page.goto(article ?? '');
  expect(await size()).toBe('22px');
  await page.getByRole('button', { name: '适老版' }).click();
  await page.reload();
  expect(await size()).toBe('16px');
  await page.context().close();
});

test('without a script everything reads and leads on, and no button stands there that would do nothing', async ({
  browser,
  product,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: desk });
  const page = await context.newPage();
  await page.goto(product.public);
  await expect(page.getByRole('button')).toHaveCount(0);
  const title = (await page.locator('.lead a').textContent()) ?? '';
  await page.locator('.lead a').click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(page.getByRole('button')).toHaveCount(0);
  await page.getByRole('navigation', { name: '当前位置' }).getByRole('link').last().click();
  await expect(page.getByRole('link', { name: title }).first()).toBeVisible();
  await context.close();
});

test('the first key leads to the text, and what has the focus is seen', async ({ browser, product, reports }) => {
  const page = await newPage(browser, desk, reports);
  await page.goto(product.public);
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: '跳到正文' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  expect(await skip.evaluate((a) => getComputedStyle(a).outlineWidth)).toBe('3px');
  await page.keyboard.press('Enter');
  await expect(page.locator('#main')).toBeFocused();
  await page.context().close();
});

test('on paper there is the text, and neither navigation nor buttons', async ({ browser, product, reports }) => {
  const page = await newPage(browser, desk, reports);
  const { article } = await kinds(page, product);
  await page.goto(article ?? '');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.body')).toBeVisible();
  for (const part of ['.top', '.nav', '.crumb', '.tail button', '.skip']) await expect(page.locator(part)).toBeHidden();
  await page.context().close();
});

test('every page says that the county is invented', async ({ browser, product, reports }) => {
  const page = await newPage(browser, desk, reports);
  for (const address of Object.values(await kinds(page, product))) {
    await page.goto(address);
    await expect(page.getByText('演示数据：单位、人物、稿件均为虚构')).toBeVisible();
  }
  await page.context().close();
});

/** An article with every form of docs/article-html.md, at an edge of its own. */
const withSpecimen = async (work: (address: string) => Promise<void>): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'menhu-specimen-'));
  const path = await specimen(folder);
  const edge = await startEdge(folder);
  try {
    await work(`http://127.0.0.1:${edge.port}${path}`);
  } finally {
    await edge.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};

for (const [name, size] of [
  ['desk', desk],
  ['phone', phone],
] as const)
  for (const mode of ['', '适老版', '深色'])
    test(`G5 at a ${name}${mode && `, in ${mode}`} an article with every form is accessible, runs out nowhere, and shows its pictures`, async ({
      browser,
      reports,
    }) =>
      withSpecimen(async (address) => {
        test.slow(); // every rule of axe on every cell of two tables
        const page = await newPage(browser, size, reports);
        await page.goto(address);
        if (mode) await page.getByRole('button', { name: mode }).click();
        for (const picture of await page.locator('.body img').all()) {
          await picture.scrollIntoViewIfNeeded();
          await expect
            .poll(() => picture.evaluate((img: HTMLImageElement) => img.complete && img.naturalWidth))
            .toBeGreaterThan(0);
        }
        await expectNoSideScroll(page);
        await expectAccessible(page);
        await page.context().close();
      }));

test('a wide table scrolls in its own frame, by keyboard too, and says so; one that fits says nothing', async ({
  browser,
  reports,
}) =>
  withSpecimen(async (address) => {
    const page = await newPage(browser, phone, reports);
    await page.goto(address);
    const [wide, fits] = [page.locator('.scroll').first(), page.locator('.scroll').last()];
    const hint = (box: typeof wide) => box.evaluate((element) => getComputedStyle(element, '::before').content);
    expect(await hint(wide)).toContain('左右滑动');
    expect(await hint(fits)).toBe('none');
    await expect(page.getByRole('group', { name: '表格 2 表二　受检经营者' })).toHaveCount(1);
    await wide.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => wide.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
    await page.setViewportSize({ width: 2400, height: 900 });
    await page.evaluate(() => document.querySelector<HTMLElement>('.body')?.style.setProperty('max-width', 'none'));
    await page.evaluate(() => document.querySelector<HTMLElement>('.art')?.style.setProperty('max-width', 'none'));
    await page.setViewportSize({ width: 2300, height: 900 });
    await expect.poll(() => hint(wide)).toBe('none');
    await page.context().close();
  }));

test('a footnote leads to its words and back, and both ends are marked', async ({ browser, reports }) =>
  withSpecimen(async (address) => {
    const page = await newPage(browser, desk, reports);
    await page.goto(address);
    await page.getByRole('link', { name: '[1]' }).click();
    await expect(page.locator('#fn-1')).toBeInViewport();
    const marked = (id: string) => page.locator(id).evaluate((element) => getComputedStyle(element).outlineStyle);
    expect([await marked('#fn-1'), await marked('#fnref-1')]).toEqual(['solid', 'none']);
    await page.getByRole('link', { name: '回到正文' }).click();
    await expect(page.locator('#fnref-1')).toBeInViewport();
    expect([await marked('#fn-1'), await marked('#fnref-1')]).toEqual(['none', 'solid']);
    await page.context().close();
  }));

test('F1 an attachment is saved under the name that its owner gave it, and never opened in the site’s name', async ({
  browser,
  reports,
}) =>
  withSpecimen(async (address) => {
    const page = await newPage(browser, desk, reports);
    await page.goto(address);
    const waiting = page.waitForEvent('download');
    await page.getByRole('link', { name: '检定结果汇总表' }).click();
    const saved = await waiting;
    expect(saved.suggestedFilename()).toBe('检定结果汇总表.xlsx');
    expect(page.url()).toBe(address);
    await page.context().close();
  }));

test('on paper stand the page’s address and the time, links and attachments by their address, and tables with their head', async ({
  browser,
  reports,
}) =>
  withSpecimen(async (address) => {
    const page = await newPage(browser, desk, reports);
    await page.goto(address);
    await page.getByRole('button', { name: '深色' }).click();
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('.printed')).toContainText(
      /本页地址：http:\/\/.+\/notices\/8k2m4q0z1a\.html　打印时间：\d{4}年/,
    );
    await expect(page.locator('.paper-only li')).toHaveCount(5);
    const style = (selector: string, name: string, pseudo?: string) =>
      page
        .locator(selector)
        .first()
        .evaluate(
          (element, [wanted = '', part]) => getComputedStyle(element, part).getPropertyValue(wanted),
          [name, pseudo],
        );
    expect(await style('.body a[href^="https"]', 'content', '::after')).toContain('https://example.org/records');
    expect(await style('.body thead', 'display')).toBe('table-header-group');
    expect(await style('.body figure', 'break-inside')).toBe('avoid');
    expect(await style('.body .scroll', 'overflow-x')).toBe('visible');
    expect(await style('body', 'color')).toBe('rgb(27, 36, 48)'); // dark words on white paper, whatever the screen shows
    await page.context().close();
  }));
