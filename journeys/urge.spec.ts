/** The centre urges the bearers of a line that is late: they have it at once, and a second time on one day is refused. CX-5. */
import { expect, expectAccessible, expectNoSideScroll, phone, test } from './fixture.ts';
import { person } from './writing.ts';

test('CX-5 who supervises urges a line that is late; who bears it is told at once, and nobody is urged twice a day', async ({
  product,
  seat,
}) => {
  const { page } = await seat(person(product, '包志强'));
  const name = '湖东街道 · 子网站管理人员在岗';
  const openLines = async (on: typeof page) => {
    await on.goto(`${product.console}/board`);
    await on.getByRole('link', { name: /^湖东街道，子网站管理人员在岗：/ }).click();
    return on.getByRole('dialog', { name });
  };
  const other = await page.context().newPage();
  const [here, there] = [await openLines(page), await openLines(other)];
  await here.getByRole('button', { name: `催办：${name}` }).press('Enter');
  await expect(here.getByText(/^已催 1 次/)).toBeVisible();
  await expect(here.getByRole('button', { name: `催办：${name}` })).toHaveCount(0);
  // Somebody who had it before him doesn't know of it yet.
  await there.getByRole('button', { name: `催办：${name}` }).press('Enter');
  await expect(there.getByRole('alert')).toContainText('第五条');
  await other.setViewportSize(phone);
  await expectNoSideScroll(other);
  await expectAccessible(other);

  const { page: bearers } = await seat(person(product, '宁静'), phone);
  await bearers.goto(`${product.console}/notices`);
  const told = bearers.getByRole('listitem').filter({ hasText: name }).first();
  await expect(told).toContainText('包志强催办：');
  await expect(told).toContainText('未读');
  // A phone at twice its size: 195 px wide.
  await bearers.setViewportSize({ width: 195, height: 422 });
  for (const path of ['notices', 'board', '']) {
    await bearers.goto(`${product.console}/${path}`);
    await expect(bearers.getByRole('heading', { level: 2 }).first()).toBeVisible();
    await expectNoSideScroll(bearers);
  }
});
