/** Somebody says by keys that he is away: who stands in for him is told why, until he is back. */
import { addDays, localDay } from '../core/day.ts';
import { expect, expectAccessible, expectNoSideScroll, phone, test } from './fixture.ts';
import { person } from './writing.ts';

test('A3 while a head is away his texts wait for whoever stands in, and for him again when he is back', async ({
  product,
  seat,
}) => {
  const away = person(product, '张伟明');
  const { page } = await seat(away, phone);
  const until = addDays(localDay(Date.now()), 5);
  const own = page.getByRole('dialog', { name: '我的账号' });
  await page.getByRole('button', { name: /^我的账号/ }).focus();
  await page.keyboard.press('Enter');
  await own.getByRole('button', { name: '登记外出' }).focus();
  await page.keyboard.press('Enter');
  const form = page.getByRole('dialog', { name: '张伟明 · 登记外出' });
  await form.getByRole('button', { name: '登记外出' }).click();
  await expect(form).toContainText('请填最后一天');
  await form.getByLabel('到哪天（含）').fill(until);
  await form.getByLabel('事由').fill('到省局学习');
  await expectNoSideScroll(page);
  await expectAccessible(page);
  await form.getByRole('button', { name: '登记外出' }).click();
  await expect(own).toContainText(`正在外出 ${localDay(Date.now())} 至 ${until}`);
  await expectAccessible(page);

  const { page: desk } = await seat(person(product, '沈雁秋'));
  const waiting = desk.getByRole('listitem').filter({ hasText: `张伟明外出至 ${until.slice(5)}，由您代办` });
  await waiting.first().getByRole('link').first().click();
  await expect(desk.getByRole('list', { name: '审批链' })).toContainText(/张伟明外出至 .*，由分管.*代办/);
  await expectAccessible(desk);
  await desk.goto(`${product.console}/people?name=${encodeURIComponent('张伟明')}`);
  await expect(desk.getByText(`外出至 ${until}`).first()).toBeVisible();
  await expectAccessible(desk);

  await own.getByRole('button', { name: /^提前回岗：张伟明/ }).click();
  const back = page.getByRole('dialog', { name: '张伟明 · 提前回岗' });
  await expectAccessible(page);
  await back.getByRole('button', { name: '现在就回岗' }).click();
  await expect(own).toContainText('没有登记外出');
  await desk.goto(product.console);
  await expect(desk.getByText('由您代办')).toHaveCount(0);
});
