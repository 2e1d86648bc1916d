/** The whole path of a text, as its people walk it: written, returned with words, revised, agreed, published, withdrawn. */
import type { Page } from '@playwright/test';
import { agree, cast, openDuty, publish, until } from './chain.ts';
import { expect, expectAccessible, expectNoSideScroll, phone, test } from './fixture.ts';
import { paste, person, publicPageOf, textOf } from './writing.ts';

/** A title of its own for each journey: the county has articles already. */
let made = 0;
const newTitle = () => `质量提升行动推进会召开（之${++made}）`;
const text =
  '<p>各处室：</p><p>市局今天召开质量提升行动推进会。</p><h2>一、目标</h2><p>年底前实现抽检结果全公开。</p><ul><li>每周更新</li><li>每月通报</li></ul>';

async function write(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: '新建稿件' }).click();
  await page.getByLabel('标题', { exact: true }).fill(title);
  await paste(page, text);
  await page.getByLabel('栏目', { exact: true }).selectOption({ label: '通知公告' });
}

test('a text is written, returned with words, revised, agreed by each hand, published by its writer, and withdrawn', async ({
  product,
  seat,
}) => {
  test.setTimeout(180_000);
  const writer = await seat(person(product, cast.writer));
  const head = await seat(person(product, cast.head));
  const secrecy = await seat(person(product, cast.secrecy));
  const title = newTitle();

  await write(writer.page, title);
  const chain = writer.page.getByRole('region', { name: '这篇会走的审批链' });
  await expect(chain.getByRole('listitem')).toContainText([`审批 ${cast.head}`, `审核 ${cast.secrecy}`, '发布']);
  await expect(chain.getByRole('link', { name: /第十三条（二）/ })).toBeVisible();
  await expect(writer.page.getByText(/\d\d:\d\d 已存/)).toBeVisible();
  await writer.page.getByRole('button', { name: `送${cast.head}审批` }).click();
  await expect(writer.page.getByText('送审中').first()).toBeVisible();

  await openDuty(head, title);
  await head.page.getByRole('button', { name: '退回修改' }).click();
  await expect(head.page.getByText('退回须写明要改什么')).toBeVisible();
  await head.page.getByRole('textbox', { name: '意见' }).fill('通报改为每季一次');
  await head.page.getByRole('button', { name: '退回修改' }).click();
  await expect(head.page.getByText(/^办好了/)).toBeVisible();

  await openDuty(writer, title);
  await expect(writer.page.getByText('通报改为每季一次')).toBeVisible();
  await expect(textOf(writer.page)).toContainText('每月通报');
  await paste(writer.page, text.replace('每月通报', '每季通报'));
  await writer.page.keyboard.press('Control+Enter');
  await expect(writer.page).toHaveURL(/\/articles\//);

  await openDuty(head, title);
  await head.page.getByText('与第 1 稿比对').click();
  await expect(head.page.locator('del', { hasText: '月' })).toBeVisible();
  await expect(head.page.locator('ins', { hasText: '季' })).toBeVisible();
  await agree(head, title);
  await agree(secrecy, title);

  const address = await publish(writer, title);
  const page = await (await writer.page.request.get(address)).text();
  expect(page).toContain('每季通报');
  expect(page).not.toContain('每月通报');

  await writer.page.getByRole('link', { name: '我的稿件', exact: true }).click();
  await writer.page.getByRole('link', { name: /^已发布/ }).click();
  await writer.page.getByRole('link', { name: title, exact: true }).click();
  const register = writer.page.getByRole('region', { name: '文本登记' });
  await expect(register).toContainText(`${cast.head}、${cast.secrecy}`);
  await writer.page.getByRole('button', { name: '撤下' }).click();
  const dialog = writer.page.getByRole('dialog', { name: '撤下' });
  await dialog.getByRole('button', { name: '撤下' }).click();
  await expect(dialog).toContainText('撤下须写明原因');
  await dialog.getByText('内容有误').click();
  await dialog.getByLabel('原因').fill('次数又写错了');
  await dialog.getByRole('button', { name: '撤下' }).click();
  await expect(writer.page.getByText('公开地址已不再显示正文')).toBeVisible();
  expect(await until(writer.page, address, 410)).toBeLessThan(1_000);
  await expect(writer.page.getByRole('list', { name: /全部经过/ })).toContainText('次数又写错了');
});

test('on a phone a head finds the text, reads it as the public will, and decides at the thumb', async ({
  product,
  seat,
}) => {
  const writer = await seat(person(product, cast.writer));
  const title = newTitle();
  await write(writer.page, title);
  await writer.page.getByRole('button', { name: `送${cast.head}审批` }).click();
  await expect(writer.page).toHaveURL(/\/articles\//);

  const head = await seat(person(product, cast.head), phone);
  await head.page.getByRole('button', { name: '菜单' }).click();
  await head.page
    .getByRole('dialog')
    .getByRole('link', { name: /待我审核/ })
    .click();
  await head.page.getByRole('link', { name: title, exact: true }).click();
  await expect(publicPageOf(head.page).getByRole('article')).toContainText('年底前实现抽检结果全公开');
  const bar = head.page.getByRole('button', { name: /^同意/ });
  await expect(bar).toBeInViewport();
  expect((await bar.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  await expectNoSideScroll(head.page);
  await expectAccessible(head.page);
  await bar.click();
  await expect(head.page.getByText(/^办好了：同意/)).toBeVisible();
});

test('a text for two columns shows both chains, is sent to each, and each can be taken back alone', async ({
  product,
  seat,
}) => {
  const { page } = await seat(person(product, cast.writer));
  const title = newTitle();
  await write(page, title);
  await page.getByLabel('同时报送', { exact: true }).selectOption({ label: '质监动态' });
  const chain = page.getByRole('region', { name: '这篇会走的审批链' });
  await expect(chain.getByRole('region')).toHaveCount(2);
  await expect(chain.getByRole('region', { name: /质监动态/ })).toContainText(cast.head);
  await page.getByRole('button', { name: `送${cast.head}审批` }).click();
  const others = page.getByRole('region', { name: '同一篇在其他栏目' });
  await expect(others.getByRole('listitem')).toContainText('送审中');
  await page.getByRole('button', { name: '收回' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '收回' }).click();
  await expect(page.getByText('已收回', { exact: true })).toBeVisible();
  await expect(others.getByRole('listitem')).toContainText('送审中');
  await others.getByRole('link', { name: /质监动态/ }).click();
  await expect(page.getByText('送审中', { exact: true }).first()).toBeVisible();
});
