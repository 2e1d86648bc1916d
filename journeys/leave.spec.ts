/** The main leader lets a column off its duty and takes that back; and takes somebody off a post, who is then outside. */
import { addDays, localDay } from '../core/day.ts';
import { expect, expectAccessible, expectNoSideScroll, phone, test } from './fixture.ts';
import { person } from './writing.ts';

test('R1 H10 a column is let off its duty and that is taken back, by keys; somebody leaves his post and is out', async ({
  product,
  seat,
}) => {
  test.setTimeout(90_000);
  const { page } = await seat(person(product, '方建国'), phone);
  const sound = async () => {
    await expectNoSideScroll(page);
    await expectAccessible(page);
  };
  await page.goto(`${product.console}/board`);
  await page.getByRole('link', { name: /^云山市场监管，栏目按自定的周期更新：/ }).click();
  const cell = page.getByRole('dialog', { name: '云山市场监管 · 栏目按自定的周期更新' });
  const offered = cell.getByRole('button', { name: /^豁免：/ }).first();
  const title = ((await offered.getAttribute('aria-label')) ?? '').replace('豁免：', '');
  await offered.focus();
  await page.keyboard.press('Enter');
  const form = page.getByRole('dialog', { name: '豁免', exact: true });
  await form.getByRole('button', { name: '给予豁免' }).click();
  await expect(form).toContainText('豁免须写明原因');
  await form.getByLabel('到哪天（含）').fill(addDays(localDay(Date.now()), 10));
  await form.getByLabel('原因').fill('栏目改版');
  await sound();
  await form.getByRole('button', { name: '给予豁免' }).click();
  await expect(form).toBeHidden();

  await page.goto(`${product.console}/exemptions`);
  const given = page.getByRole('listitem').filter({ hasText: title });
  await expect(given).toContainText('豁免原因：栏目改版');
  await expect(given).toContainText('方建国给予');
  await sound();
  await given.getByRole('button', { name: `收回豁免：${title}` }).click();
  const back = page.getByRole('dialog', { name: '收回豁免' });
  await back.getByLabel('原因').fill('改版提前完成');
  await back.getByRole('button', { name: '收回豁免' }).click();
  await expect(given).toBeHidden();

  const leaver = person(product, '严冬青');
  await page.goto(`${product.console}/people?name=${encodeURIComponent(leaver.name)}`);
  await page.getByRole('button', { name: leaver.name }).first().click();
  await page.getByRole('button', { name: '办理离岗' }).click();
  const leave = page.getByRole('dialog', { name: `${leaver.name} · 办理离岗` });
  await expect(leave.getByRole('list', { name: '要转交的' })).toContainText('由乔立新、沈雁秋接手');
  await sound();
  await leave.getByLabel('原因').fill('调到别的单位');
  await leave.getByRole('button', { name: '办理离岗' }).click();
  await expect(page.getByText('这个人现在不任任何岗位')).toBeVisible();
  const { login, password } = leaver;
  const again = await page.request.post(`${product.console}/api/sign-in`, {
    data: { login, password },
    headers: { origin: product.console },
  });
  expect(again.status()).toBe(401);
});
