/** Files on their way: said before, shown while they go, on again after a break, refused in words; and a whole text with them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { agree, cast, openDuty, publish } from './chain.ts';
import { choose } from './choose.ts';
import { expect, expectAccessible, expectNoSideScroll, phone, test } from './fixture.ts';
import { pdf, png, word } from './made-files.ts';
import { person, publicPageOf, startWriting, textOf } from './writing.ts';

const title = '关于开展年度检查的通知';
const widthOf = (picture: Locator) => picture.evaluate((img: HTMLImageElement) => img.naturalWidth);
const filesOf = (page: Page) => page.getByRole('list', { name: '正文里的图片和附件，按正文的顺序' });
const goingOf = (page: Page) => page.getByRole('list', { name: '正在传的文件' });
const lacksOf = (page: Page) => page.getByRole('list', { name: '送审以前要补的' });

test('a text with a table from Word, a picture and an attachment is written, seen in review, and published with all of them', async ({
  product,
  seat,
}) => {
  test.setTimeout(180_000);
  const writer = await seat(person(product, cast.writer));
  const { page } = writer;
  await startWriting(page);
  await choose(page, '从 Word 导入', await word('年度检查.docx'));
  await expect(page.getByText(/《年度检查\.docx》导入了/)).toBeVisible({ timeout: 30_000 });
  await expect(page.getByLabel('标题', { exact: true })).toHaveValue(title);
  await expect(textOf(page).getByRole('table')).toContainText('第一分局');
  await expect(page.getByRole('link', { name: '《年度检查.docx》' })).toBeVisible();

  await textOf(page).press('Control+End');
  await choose(page, '图片', await png('检查现场.png'));
  await expect(filesOf(page).getByRole('button', { name: /检查现场\.png/ })).toBeVisible({ timeout: 30_000 });
  await expect(lacksOf(page)).toContainText('有 1 张图片没有替代文字');
  await page.getByLabel('栏目', { exact: true }).selectOption({ label: '通知公告' });
  const submit = page.getByRole('button', { name: /^送.+审批$/ });
  await expect(submit).toBeDisabled();
  await page.getByRole('button', { name: /没有替代文字.*：去补/ }).click();
  await page.keyboard.type('检查组在现场');
  await expect(lacksOf(page)).toBeHidden();

  await textOf(page).press('Control+End');
  await choose(page, '附件', pdf('检查安排表.pdf'));
  await expect(filesOf(page).getByRole('listitem')).toHaveCount(2, { timeout: 30_000 });
  await expect(filesOf(page).getByRole('listitem').nth(1)).toContainText(/附件，PDF，\d+ (B|KB)，未查毒/);
  await expect(page.getByText('未查毒：本机没有配置查毒程序。')).toBeVisible();
  await expectAccessible(page);
  await submit.click();
  await expect(page).toHaveURL(/\/articles\//);

  const head = await seat(person(product, cast.head));
  await openDuty(head, title);
  const sheet = publicPageOf(head.page);
  await expect(sheet.getByRole('table')).toContainText('第一分局');
  await expect(sheet.getByRole('link', { name: '检查安排表' })).toBeVisible();
  const picture = sheet.getByRole('img', { name: '检查组在现场' });
  await picture.scrollIntoViewIfNeeded();
  await expect.poll(() => widthOf(picture)).toBeGreaterThan(0);

  await agree(head, title);
  await agree(await seat(person(product, cast.secrecy)), title);
  const { page: reader } = await seat(person(product, cast.writer), phone);
  await reader.goto(await publish(writer, title));
  await expect(reader.getByRole('table')).toContainText('第一分局');
  const shown = reader.getByRole('img', { name: '检查组在现场' });
  await shown.scrollIntoViewIfNeeded();
  await expect.poll(() => widthOf(shown)).toBeGreaterThan(0);
  const attached = reader.getByRole('link', { name: '检查安排表' });
  await expect(attached.locator('..')).toContainText(/PDF，\d+ (B|KB)/);
  const saved = reader.waitForEvent('download');
  await attached.click();
  expect((await saved).suggestedFilename()).toBe('检查安排表.pdf');
  await expectNoSideScroll(reader);
  await expectAccessible(reader);
});

test('what can be sent is said before, and what can’t is refused in words and never begun', async ({
  product,
  seat,
}) => {
  const { page } = await seat(person(product, '林晓岚'), phone);
  await startWriting(page);
  await expect(page.getByText('DOCX，最大 50 MB；旧格式 DOC、WPS 请另存为 DOCX')).toBeVisible();
  await expect(page.getByText(/^图片：JPG、PNG、WebP、GIF，每张最大 20 MB/)).toBeVisible();
  await expect(page.getByText(/^附件：PDF、DOCX/)).toBeVisible();
  const begun: string[] = [];
  page.on('request', (request) => request.url().includes('/api/uploads') && begun.push(request.url()));
  await choose(page, '从 Word 导入', { name: '旧稿.doc', mimeType: 'application/msword', buffer: Buffer.from('x') });
  await expect(goingOf(page)).toContainText('没有传《旧稿.doc》：Word 文件只收 DOCX，最大 50 MB');
  expect(begun).toEqual([]);
  await expectNoSideScroll(page);
  await expectAccessible(page);
  await page.getByRole('button', { name: '知道了，关上《旧稿.doc》' }).click();
  await expect(goingOf(page)).toBeHidden();
});

test('what the check finds wrong inside a file is said where it was chosen', async ({ product, seat }) => {
  const { page } = await seat(person(product, '林晓岚'));
  await startWriting(page);
  const broken = { name: '不是真的.docx', mimeType: 'application/zip', buffer: Buffer.from('no archive at all') };
  await choose(page, '从 Word 导入', broken);
  await expect(goingOf(page).getByRole('listitem')).toContainText(/[一-鿿]{6,}/, { timeout: 30_000 });
  await expect(goingOf(page).getByRole('button', { name: /^知道了/ })).toBeVisible({ timeout: 30_000 });
});

test('when the line breaks amid a file it says so, tries again, and sends nothing twice', async ({ product, seat }) => {
  test.setTimeout(120_000);
  const { page } = await seat(person(product, '林晓岚'));
  await startWriting(page);
  const file = pdf('大附件.pdf', 'Annex', 6_000_000);
  const taken: Array<[number, number]> = [];
  let breaks = 3;
  await page.context().route('**/api/uploads/*/parts/*', async (route) => {
    const offset = Number(route.request().url().split('/').at(-1));
    if (offset > 500_000 && breaks > 0) {
      breaks -= 1;
      return route.abort();
    }
    taken.push([offset, route.request().postDataBuffer()?.length ?? 0]);
    return route.continue();
  });
  await textOf(page).click();
  await choose(page, '附件', file);
  await expect(goingOf(page)).toContainText(/连不上服务器。传了 .+ \/ 6\.0 MB，已试 \d 次，会接着试/);
  await expectAccessible(page);
  await expect(filesOf(page).getByRole('button', { name: /大附件\.pdf/ })).toBeVisible({ timeout: 60_000 });
  // Each part begins where the one before it ended: nothing is left out, nothing comes twice.
  let end = 0;
  for (const [offset, length] of taken) {
    expect(offset).toBe(end);
    end = offset + length;
  }
  expect(end).toBe(file.buffer.length);
});

test('a file is paused, goes on after the page was loaded anew, and is given up, each by its button', async ({
  product,
  seat,
}) => {
  test.setTimeout(120_000);
  const { page } = await seat(person(product, '林晓岚'));
  await startWriting(page);
  // On the disk, so that it is the same file with the same time of change when it is chosen again.
  const path = join(mkdtempSync(join(tmpdir(), 'menhu-chosen-')), '停一停.pdf');
  writeFileSync(path, pdf('停一停.pdf', 'Annex', 5_000_000).buffer);
  const offsets: number[] = [];
  await page.context().route('**/api/uploads/*/parts/*', async (route) => {
    offsets.push(Number(route.request().url().split('/').at(-1)));
    await new Promise((resolve) => setTimeout(resolve, 400));
    await route.continue();
  });
  await textOf(page).click();
  await choose(page, '附件', path);
  await expect.poll(() => offsets.length, { timeout: 30_000 }).toBeGreaterThan(1);
  await page.getByRole('button', { name: '暂停《停一停.pdf》' }).click();
  await expect(goingOf(page)).toContainText(/已暂停/);
  const paused = offsets.length;
  await page.waitForTimeout(1_500);
  expect(offsets.length).toBe(paused);

  page.on('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await expect(page.getByText('刷新前没传完：《停一停.pdf》。再选一次同一个文件，就接着传。')).toBeVisible();
  offsets.length = 0;
  await textOf(page).click();
  await choose(page, '附件', path);
  await expect.poll(() => offsets[0] ?? 0).toBeGreaterThan(200_000);
  await page.getByRole('button', { name: '不传《停一停.pdf》了' }).click();
  await expect(goingOf(page)).toBeHidden();
  rmSync(dirname(path), { recursive: true });
});
