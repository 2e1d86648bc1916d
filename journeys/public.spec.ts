/** The public site as citizens meet it: at a desk, on a phone, in elder and dark mode, without a script, by keyboard. */
import type { Page } from '@playwright/test';
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
