/** Finding what is there, writing after an older text, seeing that its title was used, giving it up and taking it back. */
import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectNoSideScroll, test } from './fixture.ts';
import { person, textOf } from './writing.ts';

async function expectSound(page: Page): Promise<void> {
  // Where the mouse was left, the words of an article would be hovering over the page.
  await page.mouse.move(0, 0);
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await expectNoSideScroll(page);
    await expectAccessible(page);
  }
}
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

test('G5 from anywhere the key / leads to the box; hits are marked, narrowed in the address, and nothing found offers more', async ({
  product,
  seat,
}) => {
  test.setTimeout(120_000);
  const { page } = await seat(person(product, '林晓岚'));
  await page.keyboard.press('/');
  const box = page.getByRole('searchbox', { name: '查找什么' });
  await expect(box).toBeFocused();
  await page.keyboard.type('电缆 抽查/');
  await expect(box).toHaveValue('电缆 抽查/');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Enter');
  const articles = page.getByRole('region', { name: '稿件' });
  await expect(articles.getByRole('link', { name: '电线电缆产品监督抽查情况', exact: true })).toBeVisible();
  await expect(articles.locator('h3 mark')).toHaveText(['电缆', '抽查']);
  await expect(page).toHaveURL(/[?&]q=/);
  await expectSound(page);

  await page.getByText('只在一部分稿件里找').click();
  await page.getByLabel('状态').selectOption({ label: '送审中' });
  await expect(page.getByText('没有找到“电缆 抽查”。')).toBeVisible();
  await expect(page).toHaveURL(/state=review/);
  await page.getByRole('link', { name: '去掉状态、网站和日期的限制再找' }).click();
  await expect(articles).toBeVisible();
  await page.goBack();
  await expect(page.getByText('没有找到“电缆 抽查”。')).toBeVisible();
  await box.fill('电线电览产品监督抽查情况');
  await page.keyboard.press('Enter');
  await expect(page.getByText('是不是找').first()).toBeVisible();
  await expectSound(page);
  await page.getByRole('link', { name: '电线电缆产品监督抽查情况' }).click();
  await expect(articles).toBeVisible();
  const chips = page.getByRole('navigation', { name: '在哪里找' });
  await chips.getByRole('link', { name: '全部' }).click();
  await expect(page).not.toHaveURL(/scope=/);
  await chips.getByRole('link', { name: /^规定/ }).click();
  await box.fill('保密审查');
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: '规定' }).getByRole('link').first().click();
  await expect(page).toHaveURL(/\/rules\//);
});

test('G5 a text is written after an older one, its used title is hinted at, it is given up, and taken back', async ({
  product,
  seat,
}) => {
  test.setTimeout(120_000);
  const { page } = await seat(person(product, '林晓岚'));
  await page.goto(`${product.console}/mine?tab=published&scope=unit`);
  await expect(heading(page, '我的稿件')).toBeVisible();
  await expectSound(page);
  await page.getByRole('link', { name: '照此写一篇：电线电缆产品监督抽查情况' }).click();
  await expect(textOf(page)).toContainText('电线');
  await expect(page.getByText('标题还是原来的，请改。')).toBeVisible();
  const hint = page.getByText('这个标题在本网站用过');
  await expect(hint).toBeVisible();
  await expectSound(page);
  const title = page.getByLabel('标题', { exact: true });
  await title.fill('电线电缆产品监督抽查情况 。');
  await expect(hint).toBeVisible();
  await title.fill('电线电缆产品第二次监督抽查情况');
  await expect(hint).toBeHidden();
  await page.getByRole('button', { name: '存为一稿' }).click();
  await expect(page.getByText(/存为第 1 稿|第 1 稿/).first()).toBeVisible();

  await page.goto(`${product.console}/mine`);
  await page.getByRole('link', { name: '看经过：电线电缆产品第二次监督抽查情况' }).click();
  await page.getByRole('button', { name: '放弃这件稿件' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '放弃', exact: true }).click();
  await expect(page.getByText('已放弃').first()).toBeVisible();
  await page.getByRole('link', { name: '回收站' }).first().click();
  await expect(page.getByRole('cell', { name: '林晓岚' }).first()).toBeVisible();
  await expectSound(page);
  await page.getByRole('link', { name: '看内容，取回：电线电缆产品第二次监督抽查情况' }).click();
  await page.getByRole('button', { name: '取回', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: '取回', exact: true }).click();
  await expect(page.getByRole('button', { name: '放弃这件稿件' })).toBeVisible();
});
