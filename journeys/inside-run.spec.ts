/** Texts that others than their authors change: compiled inside the run (QX-8), suggested beside it (JY-13). */
import type { Page } from '@playwright/test';
import { agree, openDuty } from './chain.ts';
import { expect, expectAccessible, expectNoSideScroll, phone, test } from './fixture.ts';
import { paste, person, startWriting, textOf } from './writing.ts';

/** Who hands in a text of their own, and who it goes to first. */
async function handIn(page: Page, title: string, html: string, column: string, to: string): Promise<void> {
  await startWriting(page);
  await page.getByLabel('标题', { exact: true }).fill(title);
  await paste(page, html);
  await page.getByLabel('栏目', { exact: true }).selectOption({ label: column });
  await page.getByRole('button', { name: to }).click();
  await expect(page).toHaveURL(/\/articles\//);
}

/** The address of the same text on another page of the console. */
const there = (page: Page, as: 'review' | 'write'): string => page.url().replace('/articles/', `/${as}/`);

async function sound(page: Page): Promise<void> {
  await expectAccessible(page);
  await expectNoSideScroll(page);
}

test('QX-8 the administrator compiles what a section handed in, the office approves that, and the section sees what changed', async ({
  product,
  seat,
}) => {
  const title = '周末有大雾，出行请慢';
  const section = await seat(person(product, '冯远'));
  await handIn(section.page, title, '<p>周六早晨有雾。</p><p>能见度二百米。</p>', '气象要闻', '送邬帆编辑');

  const compiler = await seat(person(product, '邬帆'), phone);
  await compiler.page.goto(there(section.page, 'review'));
  await expect(compiler.page.getByText('请您确认：种类为新闻动态，轻重为一般')).toBeVisible();
  await sound(compiler.page);
  await compiler.page.getByRole('button', { name: '整理稿件' }).click();
  await expect(textOf(compiler.page)).toContainText('能见度二百米', { timeout: 30_000 });
  await paste(compiler.page, '<p>周六早晨有雾。</p><p>能见度不足二百米，高速可能限行。</p>');
  await sound(compiler.page);
  await compiler.page.getByRole('button', { name: '存下整理稿' }).click();
  await compiler.page.getByText('与第 1 稿比对').click();
  await expect(compiler.page.locator('ins', { hasText: '高速可能限行' })).toBeVisible();
  await compiler.page.getByRole('button', { name: '整理好，送岑雪审批' }).click();
  await expect(compiler.page.getByText(/^办好了：整理完毕，送下一步/)).toBeVisible();

  await agree(await seat(person(product, '岑雪')), title);
  await section.page.reload();
  await expect(section.page.getByRole('list', { name: /全部经过/ })).toContainText('编辑 邬帆（网站管理员） 第 2 稿');
  await section.page.getByText('与第 1 稿比对').click();
  await expect(section.page.locator('ins', { hasText: '高速可能限行' })).toBeVisible();
  await sound(section.page);
});

test('JY-13 the responsible editor suggests, the author takes it over and sends it, and the editor agrees', async ({
  product,
  seat,
}) => {
  const title = '三所小学开了木工课';
  const author = await seat(person(product, '柯文'));
  await handIn(author.page, title, '<p>三所小学开了木工课，每周两次。</p>', '新闻报道', '送姚静审批');
  const editor = await seat(person(product, '姚静'), phone);
  await editor.page.goto(there(author.page, 'review'));
  await editor.page.getByRole('button', { name: '写出建议的改法' }).click();
  await expect(textOf(editor.page)).toContainText('每周两次', { timeout: 30_000 });
  await paste(editor.page, '<p>三所小学开了木工课，每周三次。</p>');
  await sound(editor.page);
  await editor.page.getByLabel('意见').fill('次数请核对');
  await editor.page.getByRole('button', { name: '退给作者，附建议的改法' }).click();
  await expect(editor.page).toHaveURL(/\/articles\//);

  await openDuty(author, title);
  await expect(author.page.getByText('附有责任编辑建议的改法')).toBeVisible();
  await author.page.getByRole('button', { name: '看改了什么' }).click();
  const dialog = author.page.getByRole('dialog', { name: '责任编辑建议的改法' });
  await expect(dialog.locator('ins', { hasText: '三' })).toBeVisible();
  await sound(author.page);
  await dialog.getByRole('button', { name: '照此修改' }).click();
  await expect(textOf(author.page)).toContainText('每周三次');
  await author.page.getByRole('button', { name: '送姚静审批' }).click();
  await expect(author.page).toHaveURL(/\/articles\//);
  await editor.page.goto(there(author.page, 'review'));
  await editor.page.getByRole('button', { name: /^同意/ }).click();
  await expect(editor.page.getByText(/^办好了：同意/)).toBeVisible();
});

test('JY-12a a document states how it is disclosed, and one that is not open can’t be sent', async ({
  product,
  seat,
}) => {
  const { page } = await seat(person(product, '柯文'));
  await startWriting(page);
  await page.getByLabel('标题', { exact: true }).fill('关于调整作息时间的通知');
  await paste(page, '<p>从下周起调整作息时间。</p>');
  await page.getByLabel('栏目', { exact: true }).selectOption({ label: '信息公开' });
  const way = page.getByRole('radiogroup', { name: '公开方式' });
  await expect(page.getByRole('list', { name: '审批链' })).toBeVisible();
  await expect(way).toBeHidden();
  await page.getByLabel('种类').selectOption({ label: '政策文件' });
  await expect(way).toBeVisible();
  await way.getByText('不公开').first().click();
  await expect(page.getByText(/不能送：公开方式不是主动公开的/).first()).toBeVisible();
  await expect(page.getByRole('button', { name: /^送/ })).toBeDisabled();
  await sound(page);
});
