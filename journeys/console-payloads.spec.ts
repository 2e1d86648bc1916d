/** What a person types is text on every screen: it is shown letter for letter, runs nowhere, and the policy reports nothing. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixture.ts';
import { person, publicPageOf, textOf } from './writing.ts';

const title = '<img src=x onerror="window.ran=1">通知';
const lines = [
  '<script>window.ran=1</script>',
  '<svg onload=window.ran=1>',
  '"><iframe srcdoc="<script>parent.ran=1</script>">',
  '<a href="javascript:window.ran=1">点我</a> &lt;b&gt; {{ 7*7 }}',
  '<style>*{display:none}</style><p style="display:none">',
];

async function expectOnlyText(page: Page): Promise<void> {
  expect(await page.evaluate(() => (window as { ran?: unknown }).ran)).toBeUndefined();
  const made = 'script, iframe:not([title="公众看到的页面"]), style, img[onerror], a[href^="javascript"]';
  expect(await page.locator(made.replaceAll(/(^|, )/g, '$1main ')).count()).toBe(0);
}

/** Types line by line, as a person does. */
async function typed(page: Page, all: readonly string[]): Promise<void> {
  await textOf(page).click();
  await page.keyboard.press('Control+A');
  for (const [i, line] of all.entries()) {
    if (i > 0) await page.keyboard.press('Enter');
    await page.keyboard.insertText(line);
  }
}

test('G3 G5 markup that is typed into every field is shown letter for letter and runs on no screen', async ({
  product,
  seat,
}) => {
  test.setTimeout(180_000);
  const { page } = await seat(person(product, '林晓岚'));
  await page.getByRole('button', { name: '新建稿件' }).click();
  await page.getByLabel('标题', { exact: true }).fill(title);
  await page.getByLabel('来源', { exact: true }).fill('<u>质量处</u>');
  await page.getByLabel('作者', { exact: true }).fill('<b>某人</b>');
  await typed(page, lines);
  await page.getByLabel('栏目', { exact: true }).selectOption({ label: '通知公告' });
  await page.getByRole('button', { name: /^送.+审批$/ }).click();
  await expect(page).toHaveURL(/\/articles\//);
  const sheet = publicPageOf(page).getByRole('article');
  for (const line of [title, '来源：<u>质量处</u>', '作者：<b>某人</b>', ...lines])
    await expect(sheet).toContainText(line);
  await expectOnlyText(page);
  await page.goto(`${product.console}/mine?tab=review`);
  await expect(page.getByRole('link', { name: title, exact: true })).toBeVisible();
  await expectOnlyText(page);

  const { page: head } = await seat(person(product, '张伟明'));
  await head.getByRole('link', { name: title, exact: true }).click();
  await expect(head.getByRole('heading', { level: 1, name: title })).toBeVisible();
  for (const line of lines) await expect(publicPageOf(head).getByRole('article')).toContainText(line);
  await expectOnlyText(head);
  await head.getByRole('textbox', { name: '意见' }).fill('<img src=x onerror=window.ran=1>请改');
  await head.getByRole('button', { name: '退回修改' }).click();
  await expect(head.getByText(/^办好了/)).toBeVisible();

  await page.goto(`${product.console}/?kind=revise`);
  await expect(page.getByText('<img src=x onerror=window.ran=1>请改')).toBeVisible();
  await expectOnlyText(page);
  await page.getByRole('link', { name: title, exact: true }).click();
  await typed(page, [...lines, '<script>window.ran=2</script>']);
  await page.getByRole('button', { name: /^送.+审批$/ }).click();
  await expect(page).toHaveURL(/\/articles\//);
  await expect(page.getByRole('list', { name: /全部经过/ })).toContainText('<img src=x onerror=window.ran=1>请改');
  await expectOnlyText(page);

  await head.goto(`${product.console}/?kind=approve`);
  await head.getByRole('link', { name: title, exact: true }).click();
  await head.getByText('与第 1 稿比对').click();
  await expect(head.locator('ins').filter({ hasText: 'window.ran=2' })).toBeVisible();
  await expectOnlyText(head);
});
