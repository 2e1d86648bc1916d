/** A changed draft is tried on what really happened, adopted, and the reader says so. By keys where that is harder. */
import { expect, expectAccessible, expectNoSideScroll, phone, test } from './fixture.ts';
import { person } from './writing.ts';

test('T7 the centre’s administrator tries a changed text, adopts it, and the reader shows the new version', async ({
  product,
  seat,
}) => {
  test.setTimeout(120_000);
  const { page } = await seat(person(product, '苏小禾'));
  const sound = async () => {
    for (const size of [phone, { width: 1440, height: 900 }]) {
      await page.setViewportSize(size);
      await expectNoSideScroll(page);
      await expectAccessible(page);
    }
  };
  await page.goto(`${product.console}/regulations/try`);
  await page.getByLabel('从已有的规定里选').selectOption({ label: '分局子网站信息发布细则，第 1 版（程序自带）' });
  await expect(page.getByText('可以读懂')).toBeVisible();
  await page.getByText('看看、改改原文').click();
  const source = page.getByLabel('规定原文');
  const text = await source.inputValue();
  // A slip is said with its place.
  await source.fill(text.replace('act: approve', 'act: aprove'));
  await expect(page.getByRole('list', { name: '检查出的问题' })).toContainText('是不是“approve”？');
  const step = '```step look\nfor: { site: sub }\nadd: { post: main-leader, of: self, act: approve }\nplace: last\n```';
  await source.fill(
    `${text.replace('version: 1', 'version: 2')}\n## 第八条 分局领导批 {#8}\n\n分局领导批过再发。\n\n${step}\n`,
  );
  await page.getByLabel('采用单位', { exact: true }).selectOption({ label: '　云溪县市场监督管理局' });
  await page.getByRole('button', { name: '开始推演' }).click();
  const other = page.getByRole('list', { name: '会走另一条流程的稿件' });
  await expect(other.getByRole('listitem').first()).toContainText('分局领导审批');
  await sound();

  // What was tried is what is adopted: also after a reload nothing has to be said again.
  await page.getByRole('link', { name: '去采用这份规定' }).click();
  await page.reload();
  await expect(page.getByText(/代替第 1 版/)).toBeVisible();
  await page.getByText('和第 1 版相比，改了什么').click();
  await sound();
  await page.getByRole('button', { name: '采用这份规定' }).press('Enter');
  const asked = page.getByRole('dialog', { name: '采用这份规定' });
  await expect(asked).toContainText('《分局子网站信息发布细则》第 2 版');
  await expect(asked).toContainText('云溪县市场监督管理局');
  await asked.getByRole('button', { name: '采用', exact: true }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '分局子网站信息发布细则' })).toBeVisible();
  await expect(page.getByText('第 2 版').first()).toBeVisible();
  await expect(page.getByRole('article', { name: /^第八条/ })).toContainText('分局领导');
});
