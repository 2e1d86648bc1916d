/** Each screen and state of the console, at a desk and on a phone: no fault under axe, nothing out of the window, no report (G5). */
import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectNoSideScroll, newPage, test } from './fixture.ts';
import { person } from './writing.ts';

/** Desk and phone for every state; where a screen is first seen also 1280, below which the menu grows narrow. */
const states = [1440, 390] as const;
const screens = [1440, 1279, 390] as const;
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });

async function expectSound(page: Page, widths: readonly number[] = states): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    await expectNoSideScroll(page);
    await expectAccessible(page);
  }
}

test('G5 lists, writing page and article page are sound, full, empty, and with an open dialog', async ({
  product,
  seat,
}) => {
  test.setTimeout(240_000);
  const { page } = await seat(person(product, '林晓岚'));
  await expectSound(page, screens);
  for (const tab of ['draft', 'published', 'withdrawn']) {
    await page.goto(`${product.console}/mine?tab=${tab}`);
    await expect(heading(page, '我的稿件')).toBeVisible();
    await expectSound(page);
  }
  await page.goto(`${product.console}/queue`);
  await expect(heading(page, '待发布')).toBeVisible();
  await expectSound(page, screens);

  await page.goto(`${product.console}/mine?tab=published`);
  await page.locator('.list .title a').first().click();
  await expect(page.getByRole('list', { name: '审批链' })).toBeVisible();
  await expectSound(page, screens);
  await page.getByRole('button', { name: '撤下' }).click();
  await expectSound(page);
});

test('G5 a timed text, one that has expired, and the dialogs in which a public text is signed for are sound', async ({
  product,
  seat,
}) => {
  const { page } = await seat(person(product, '丁文佩'));
  const published = async (title: string) => {
    await page.goto(`${product.console}/mine?tab=published`);
    await page.getByRole('link', { name: title, exact: true }).click();
    await expect(heading(page, title)).toBeVisible();
  };
  await published('云山市流动摊点计量管理办法');
  await expect(page.getByText('引用它的公开页都已注明')).toBeVisible();
  await expectSound(page);
  await published('云山市集贸市场计量管理办法');
  await expect(page.getByText('核对过，确认仍有效')).toBeVisible();
  for (const name of ['确认仍有效', '标明失效']) {
    await page.getByRole('button', { name }).click();
    await page.getByRole('dialog').getByRole('button', { name }).click();
    await expect(page.locator('.field-error').first()).toBeVisible();
    await expectSound(page);
    await page.getByRole('button', { name: '关上' }).click();
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  const { page: other } = await seat(person(product, '林晓岚'));
  await other.goto(`${product.console}/queue`);
  await other.getByRole('link', { name: '质量开放日报名公告', exact: true }).click();
  await expect(other.getByText('到点由系统发布')).toBeVisible();
  await other.getByRole('button', { name: '改定时' }).click();
  await other.getByLabel('什么时候发布').fill('2020-01-01T08:00');
  await other.getByRole('button', { name: '就定在这时' }).click();
  await expect(other.getByText('定时发布的时间要在现在以后')).toBeVisible();
  await expectSound(other);
});

test('G5 the writing page is sound empty, with what it lacks, with a refusal beside a field, and with the server away', async ({
  product,
  seat,
}) => {
  test.setTimeout(240_000);
  const { page } = await seat(person(product, '林晓岚'));
  await page.getByRole('button', { name: '新建稿件' }).click();
  await expect(page.getByText('先选栏目')).toBeVisible();
  await expectSound(page, screens);
  await page.getByLabel('栏目', { exact: true }).selectOption({ label: '通知公告' });
  await expect(page.getByRole('button', { name: /^送/ })).toBeDisabled();
  await page.getByRole('button', { name: '标题没有填：去补' }).click();
  await expect(page.getByLabel('标题', { exact: true })).toBeFocused();
  await expectSound(page);
  await page.getByRole('button', { name: '存为一稿' }).click();
  await expect(page.getByText('标题没有填', { exact: true })).toBeInViewport();
  await expect(page.getByLabel('标题', { exact: true })).toBeFocused();
  await page.setViewportSize({ width: 1440, height: 900 });
  await expect(page.getByText('有几项没有填对')).toBeInViewport();
  await expectSound(page);
  await page.route('**/api/**', (route) => route.abort());
  await page.getByLabel('标题', { exact: true }).fill('没有标题怎么行');
  await expect(page.getByRole('status').filter({ hasText: /没存上/ })).toBeVisible();
  await expectSound(page);
});

test('G5 the approval page is sound in its three looks, and with what a reviewer may raise', async ({
  product,
  seat,
}) => {
  test.setTimeout(240_000);
  const { page } = await seat(person(product, '张伟明'));
  await page
    .getByRole('link', { name: /^待我审核/ })
    .first()
    .click();
  await page.locator('.duty h4 a').first().click();
  await expect(page.getByRole('list', { name: '审批链' })).toBeVisible();
  await expectSound(page, screens);
  for (const look of await page.locator('.ant-segmented-item').all()) {
    await look.click();
    await expectSound(page);
  }
  await page.getByText('属性报低了？可以调高').click();
  await page.getByRole('button', { name: '退回修改' }).click();
  await expect(page.getByText('退回须写明要改什么')).toBeVisible();
  await expectSound(page);
});

test('G5 a wrong password, a missing page and an answer that does not come are each said, soundly', async ({
  browser,
  product,
  reports,
  seat,
}) => {
  test.setTimeout(240_000);
  const stranger = await newPage(browser, { width: 1440, height: 900 }, reports);
  await stranger.goto(`${product.console}/mine?tab=review`);
  await expect(stranger.getByText(/^演示环境：/)).toBeVisible();
  await stranger.getByLabel('登录名').fill('nobody');
  await stranger.getByLabel('密码').fill('wrong');
  await stranger.getByRole('button', { name: '登录' }).click();
  await expect(stranger.getByRole('alert')).toContainText('不对');
  await expectSound(stranger);
  await stranger.context().close();

  const { page } = await seat(person(product, '林晓岚'));
  await page.goto(`${product.console}/articles/00000000-0000-4000-8000-000000000404`);
  await expect(heading(page, '没有这件稿件')).toBeVisible();
  await expectSound(page);
  await page.goto(`${product.console}/nowhere`);
  await expect(heading(page, '没有这一页')).toBeVisible();
  await expectSound(page);
  await page.goto(product.console);
  await expect(page.getByText('要办的事')).toBeVisible();
  await page.route('**/api/**', (route) => route.abort());
  await page.setViewportSize({ width: 1440, height: 900 });
  await page
    .getByRole('link', { name: /^待发布/ })
    .first()
    .click();
  await expect(page.getByText('连不上服务器')).toBeVisible();
  await expectSound(page);
  await page.unroute('**/api/**');
  await page.getByRole('button', { name: '再试一次' }).click();
  await expect(page.getByText('连不上服务器')).toBeHidden();
});
