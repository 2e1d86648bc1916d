/**
 * What changes the rules for everybody, and so comes last: next year’s days off are loaded; a changed draft is tried on what
 * really happened, refused with its article, mended and adopted, and the reader says so.
 */
import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectNoSideScroll, phone, test } from './fixture.ts';
import { person } from './writing.ts';

const block = (head: string, ...lines: readonly string[]) => [`\`\`\`${head}`, ...lines, '```'].join('\n');
/** `post`: who looks at each text last. */
const article = (post: string) =>
  [
    '## 第八条 局领导批 {#8}',
    '局领导批过再发，每天至少发三条。',
    block('posts more', 'list: [ { id: vice-leader, name: 分管领导, of: office, may: [approve] } ]'),
    block('step look', 'for: { site: sub }', `add: { post: ${post}, act: approve }`, 'place: last'),
    block('duty daily', 'over: site', 'by: site.owner', 'event: article.published', 'rate: at least 3 per day'),
  ].join('\n\n');

async function soundOnPhone(page: Page) {
  await page.setViewportSize(phone);
  await expectNoSideScroll(page);
  await expectAccessible(page);
  await page.setViewportSize({ width: 1440, height: 900 });
}

test('T7 a changed text is tried, refused for whom it lacks, mended and adopted; days that have passed stay under the old one', async ({
  product,
  seat,
}) => {
  const { page } = await seat(person(product, '苏小禾'));
  await page.goto(`${product.console}/regulations/try`);
  await page.getByLabel('从已有的规定里选').selectOption({ label: '分局子网站信息发布细则，第 1 版（程序自带）' });
  await expect(page.getByText('可以读懂')).toBeVisible();
  await page.getByText('看看、改改原文').click();
  const source = page.getByLabel('规定原文');
  const text = (await source.inputValue()).replace('version: 1', 'version: 3');
  // A slip is said with its place.
  await source.fill(text.replace('act: approve', 'act: aprove'));
  await expect(page.getByRole('list', { name: '检查出的问题' })).toContainText('是不是“approve”？');
  await source.fill(`${text}\n${article('vice-leader, of: office')}\n`);
  await page.getByLabel('采用单位', { exact: true }).selectOption({ label: '　云溪县市场监督管理局' });
  await page.getByRole('button', { name: '开始推演' }).click();
  const daily = page.getByRole('list', { name: '可以评判的职责' }).getByRole('listitem').filter({ hasText: '第八条' });
  await expect(daily.first()).toContainText(/违反 [1-9]/);
  const other = page.getByRole('list', { name: '会走另一条流程的稿件' });
  await expect(other.getByRole('listitem').first()).toContainText('分管领导审批');
  await soundOnPhone(page);

  // What was tried is what is adopted: also after a reload nothing has to be said again.
  await page.getByRole('link', { name: '去采用这份规定' }).click();
  await page.reload();
  const against = page.getByRole('list', { name: '不能采用的原因' });
  await expect(against).toContainText(/分管领导没有人任职（《分局子网站信息发布细则》第八条）/);
  const adopt = page.getByRole('button', { name: '采用这份规定' });
  await expect(adopt).toBeDisabled();
  await page.getByText('看看、改改原文').click();
  await page.getByLabel('规定原文').fill(`${text}\n${article('main-leader, of: self')}\n`);
  await expect(page.getByText('可以采用。')).toBeVisible();
  await expect(page.getByText(/代替第 \d 版（.+ 起施行，到 .+ 为止）/)).toBeVisible();
  await soundOnPhone(page);
  await adopt.press('Enter');
  const asked = page.getByRole('dialog', { name: '采用这份规定' });
  await expect(asked).toContainText('《分局子网站信息发布细则》第 3 版');
  await expect(asked).toContainText('云溪县市场监督管理局');
  await asked.getByRole('button', { name: '采用', exact: true }).press('Enter');

  await expect(page.getByRole('heading', { level: 1, name: '分局子网站信息发布细则' })).toBeVisible();
  await expect(page.getByText('第 3 版', { exact: true }).first()).toBeVisible();
  await expect(page.getByRole('article', { name: /^第八条/ })).toContainText('分局领导');
  const yesterday = await page.evaluate(() => new Date(Date.now() - 16 * 3_600_000).toISOString().slice(0, 10));
  const here = new URL(page.url());
  here.searchParams.set('on', yesterday);
  await page.goto(here.href);
  await expect(page.getByText('第 2 版', { exact: true }).first()).toBeVisible();
  await expect(page.getByRole('article', { name: /^第八条/ })).toHaveCount(0);
});

test('E4 the centre loads next year’s days off: a wrong day is told with its line, and the alarm goes with the right file', async ({
  product,
  seat,
}) => {
  const { page } = await seat(person(product, '唐一帆'));
  await page.getByRole('status').getByRole('link', { name: '导入放假安排' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '导入放假安排' })).toBeVisible();
  const upload = (...more: string[]) => {
    const lines = ['2027-01-01,休,元旦', '2027-05-01,休,劳动节', '2027-10-01,休,国庆节', ...more];
    const file = { name: '2027.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\r\n')) };
    return page.getByLabel('选择文件').setInputFiles(file);
  };
  await upload('2027-10-08,班,国庆节', '2027-02-30,休,春节');
  const faults = page.getByRole('list', { name: '检查出的问题' }).getByRole('listitem');
  await expect(faults).toHaveCount(2);
  await expect(faults.first()).toContainText('第 4 行：10 月 8 日（星期五）本来就上班，不能是补班');
  for (const size of [phone, { width: 1440, height: 900 }]) {
    await page.setViewportSize(size);
    await expectNoSideScroll(page);
    await expectAccessible(page);
  }
  await upload();
  await expect(page.getByText('2027 年：放假 3 天（含周末），补班 0 天。')).toBeVisible();
  await page.getByRole('button', { name: '导入 2027 年放假安排' }).press('Enter');
  await expect(page.getByRole('heading', { name: '2027 年放假安排' })).toBeVisible();
  await expect(page.getByText(/唐一帆 .+ 导入/)).toBeVisible();
  await expect(page.getByText('还没有导入')).toHaveCount(0);
});
