/** A year of days off is loaded in the console: every slip told at once, then what is found, then the page has it. */
import { expect, expectAccessible, expectNoSideScroll, phone, test } from './fixture.ts';
import { person } from './writing.ts';

test('E4 the centre loads next year’s days off: a wrong day is told with its line, and the alarm goes with the right file', async ({
  product,
  seat,
}) => {
  const { page } = await seat(person(product, '苏小禾'));
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
  await expect(page.getByText(/苏小禾 .+ 导入/)).toBeVisible();
  await expect(page.getByText('还没有导入')).toHaveCount(0);
});
