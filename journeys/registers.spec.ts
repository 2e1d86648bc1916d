/** The registers that everybody works by: regulations, sites, people. Sound at a desk and on a phone, and used by keys. */
import type { Locator, Page } from '@playwright/test';
import { expect, expectAccessible, expectNoSideScroll, phone, test } from './fixture.ts';
import { person } from './writing.ts';

test('G5 an article cited on a screen opens the regulation there; contents, sites and people are read by keys', async ({
  product,
  seat,
}) => {
  test.setTimeout(240_000);
  const { page } = await seat(person(product, '林晓岚'));
  const sound = async () => {
    for (const size of [phone, { width: 1440, height: 900 }]) {
      await page.setViewportSize(size);
      await expectNoSideScroll(page);
      await expectAccessible(page);
    }
  };
  await page.goto(`${product.console}/mine?tab=published`);
  await page.locator('.list .title a').first().click();
  await page.locator('.chain-law .law').click();
  await expect(page.getByRole('heading', { level: 1, name: /门户网站管理规定/ })).toBeVisible();
  const cited = page.getByRole('article', { name: /^第十三条（二）/ });
  await expect(cited.getByRole('heading', { level: 3 })).toBeFocused();
  await expect(cited).toContainText('办公室领导审核');
  await expect(cited).toContainText('沈雁秋');
  await cited.getByText('原写法').last().click();
  await expect(cited.getByText('act: approve').first()).toBeVisible();
  const entry = page.getByRole('navigation', { name: '目录' }).getByRole('link', { name: /更新频率/ });
  await entry.focus();
  await page.keyboard.press('Enter');
  const often = page.getByRole('article', { name: /更新频率/ });
  await expect(often.getByRole('heading', { level: 3 })).toBeFocused();
  await expect(often).toContainText('栏目“质监动态”：每天至少 1 次“发布”');
  await often
    .getByRole('link', { name: /^看这 \d+ 项和凭据$/ })
    .first()
    .click();
  const behind = page.getByRole('dialog', { name: /^市质监局门户网站管理规定（试行） · / });
  await expect(behind).toContainText('由办公室负责');
  await page.keyboard.press('Escape');
  await expect(behind).toBeHidden();

  // A short regulation with duties and flows: what axe looks at is the same in all, and the longest takes it far longer.
  await page.goto(`${product.console}/rules/qx-site#8.1`);
  await expect(page.getByText(/^近 30 天送审/).first()).toBeVisible();
  await sound();
  await page.getByRole('link', { name: '值守看板' }).first().click();
  await page.getByRole('link', { name: /^云山气象，24 小时内发布：超/ }).click();
  const lines = page.getByRole('dialog', { name: '云山气象 · 24 小时内发布' });
  await expect(lines).toContainText('24 小时内要“发布”');
  await expect(lines.getByRole('list', { name: '凭据' }).first()).toContainText('同意，审批完成');
  await sound();
  await eventBehind(page, lines, sound);
  await page.keyboard.press('Escape');
  await expect(lines).toBeHidden();
  await sound();
  await narrowed(page, product.console);
  await sound();

  await page.getByRole('link', { name: '站点与栏目' }).first().click();
  await expect(page.getByRole('region', { name: '主站 · 云山市场监管' })).toContainText('网站标识码');
  await expect(page.getByText('空栏目，网站上不显示').first()).toBeVisible();
  await sound();

  await page.getByRole('link', { name: '放假安排' }).first().click();
  await page.getByLabel('年份').selectOption('2026 年');
  const october = page.getByRole('table', { name: '10 月 18 个工作日' });
  await expect(october.getByRole('cell', { name: '10 班' })).toBeVisible();
  await expect(page.getByRole('row', { name: /^国庆节/ })).toContainText('10 月 1 日（周四）至 7 日（周三）');
  await sound();

  await page.getByRole('link', { name: '人员与岗位' }).first().click();
  await page.getByLabel('找人、岗位或单位').fill('晓岚');
  await page.getByRole('button', { name: '林晓岚', exact: true }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: '林晓岚' });
  await expect(dialog).toContainText('可以拟写、报送、发布、撤下');
  await sound();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

/** From the evidence of a line to the page of its first event, and back. */
async function eventBehind(page: Page, lines: Locator, sound: () => Promise<void>): Promise<void> {
  await lines.getByRole('list', { name: '凭据' }).first().getByRole('link').first().click();
  await expect(page.getByRole('heading', { level: 1, name: /^同意，审批完成（记录 \d+）$/ })).toBeVisible();
  await expect(page.getByRole('list', { name: '以它为凭据的职责' })).toContainText('24 小时内发布');
  await expect(page.getByRole('region', { name: '这条记录' })).toContainText('云山气象');
  await sound();
  await page.goBack();
}

/** The board of a few sites and units, found by their name, by keys; its address holds what was asked. */
async function narrowed(page: Page, at: string): Promise<void> {
  await page.goto(`${at}/board?only=trouble`);
  await page.getByLabel('网站或单位的名字').fill('云山气象');
  await page.keyboard.press('Enter');
  await expect(page.getByText('只列名字里有“云山气象”的')).toBeVisible();
  await expect(page).toHaveURL(/only=trouble/);
  const places = page.locator('.board tbody th');
  await expect(places.first()).toHaveText('云山气象');
  expect(new Set(await places.allInnerTexts())).toEqual(new Set(['云山气象']));
  await page.getByLabel('网站或单位的名字').fill('没有这个名字');
  await page.keyboard.press('Enter');
  await expect(page.getByText('名字里有“没有这个名字”的网站和单位里没有违反和将到期的。')).toBeVisible();
  await page.getByRole('link', { name: '看全部网站和单位' }).click();
  await expect(page).toHaveURL(/\/board$/);
  await page.goBack();
}

test('what one was told of stands under 提醒; mail is turned on with an address that can receive it, and off again', async ({
  product,
  seat,
}) => {
  const { page } = await seat(person(product, '张伟明'));
  await page.getByRole('link', { name: /^提醒/ }).first().click();
  // On a day off nobody is told of anything yet.
  const told = page.getByRole('list', { name: '给我的提醒' });
  await expect(told.or(page.getByText('还没有提醒过您什么。'))).toBeVisible();
  const mail = page.getByRole('region', { name: '邮件提醒' });
  await expect(mail).toContainText('现在只在管理台提醒，不发邮件。');
  await mail.getByLabel('邮箱地址').fill('不是地址');
  await mail.getByRole('button', { name: '也发邮件提醒我' }).click();
  await expect(mail).toContainText('请填一个能收信的邮箱地址');
  await mail.getByLabel('邮箱地址').fill('zhang@example.org');
  await mail.getByLabel('邮箱地址').press('Tab');
  await page.keyboard.press('Enter');
  await expect(mail).toContainText('提醒也发到 zhang@example.org');
  for (const size of [phone, { width: 1440, height: 900 }]) {
    await page.setViewportSize(size);
    await expectNoSideScroll(page);
    await expectAccessible(page);
  }
  await mail.getByRole('button', { name: '不再发邮件' }).click();
  await expect(mail).toContainText('现在只在管理台提醒，不发邮件。');
  const all = page.getByRole('button', { name: /条全标为已读$/ });
  if (await all.isVisible()) {
    await all.click();
    await expect(all).toBeHidden();
    await expect(told.getByText('未读')).toHaveCount(0);
  }
});
