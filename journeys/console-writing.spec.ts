/** A writer's text is never lost, and what others do meanwhile is said. */
import { expect, newPage, signIn, test } from './fixture.ts';
import type { Person, Product } from './start.ts';
import { keptHere, person, publicPageOf, startWriting, textOf } from './writing.ts';

const writerOf = (product: Product): Person => person(product, '林晓岚');

test('while the server is away the text stays on the machine, and a new window of the browser brings it back', async ({
  browser,
  product,
  reports,
}) => {
  const page = await newPage(browser, { width: 1440, height: 900 }, reports);
  await signIn(page, product, writerOf(product));
  await startWriting(page);
  await page.getByLabel('标题', { exact: true }).fill('停电检修公告');
  await expect(page.getByText(/\d\d:\d\d 已存/)).toBeVisible();
  const address = page.url();

  await page.context().route('**/api/scratch/**', (route) => route.abort());
  await textOf(page).fill('因检修，本周六停电半日。');
  await expect(
    page.getByRole('status').filter({ hasText: /没存上，您的稿子还在本机（\d\d:\d\d 存），已试 \d+ 次，还会再试/ }),
  ).toBeVisible();
  await page.close();

  await browser.contexts().at(-1)?.unroute('**/api/scratch/**');
  const again = await browser.contexts().at(-1)?.newPage();
  if (!again) throw new Error('the browser is still open');
  await again.goto(`${product.console}/mine`);
  await again.getByRole('status').getByRole('link', { name: '停电检修公告' }).click();
  await expect(again).toHaveURL(address);
  await expect(textOf(again)).toHaveText('因检修，本周六停电半日。', { timeout: 30_000 });
  await expect(again.getByText(/\d\d:\d\d 已存/)).toBeVisible();
  expect(await keptHere(again)).toEqual([]);

  await again.reload();
  await expect(textOf(again)).toHaveText('因检修，本周六停电半日。', { timeout: 30_000 });
  await again.getByRole('button', { name: '不要这份草稿' }).click();
  await again.getByRole('dialog').getByRole('button', { name: '不要这份草稿' }).click();
  await expect(again).toHaveURL(/\/mine/);
  await again.context().close();
});

test('a text sent in one window is not sent over in another: what changed is said, what was typed stays', async ({
  product,
  seat,
}) => {
  test.setTimeout(150_000);
  const { page } = await seat(writerOf(product));
  await startWriting(page);
  await page.getByLabel('标题', { exact: true }).fill('两处都开着的稿件');
  await textOf(page).fill('第一处写的。');
  await page.getByLabel('栏目', { exact: true }).selectOption({ label: '通知公告' });
  await page.getByRole('button', { name: '存为一稿' }).click();
  await expect(page.getByRole('heading', { name: '修改稿件' })).toBeVisible();

  const other = await page.context().newPage();
  await other.goto(page.url());
  await textOf(other).fill('第二处写的。');
  await other.getByRole('button', { name: /^存为一稿/ }).click();
  await expect(other.getByText('已存为第 2 稿')).toBeVisible();
  await other.close();

  // Coming back to the window must not quietly take over the other one's version.
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));
  await textOf(page).fill('第一处后来写的。');
  await page.getByRole('button', { name: '存为一稿' }).click();
  await expect(page.getByText('您写的都在，没有丢')).toBeVisible();
  await expect(page.getByText('内容换成了第 2 稿')).toBeVisible();
  await expect(textOf(page)).toHaveText('第一处后来写的。');
  await page.getByRole('button', { name: '看他改了什么' }).click();
  await expect(page.getByRole('dialog').getByRole('insertion').nth(1)).toHaveText('二');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '接着用我写的' }).click();
  await page.getByRole('button', { name: '存为一稿' }).click();
  await expect(page.getByText('已存为第 3 稿')).toBeVisible();
});

test('with the keyboard alone a person signs in, writes, sends, and takes the text back', async ({
  browser,
  product,
  reports,
}) => {
  const page = await newPage(browser, { width: 1440, height: 900 }, reports);
  const { login, password } = writerOf(product);
  const key = (name: string) => page.keyboard.press(name);
  /** Tabs on until what has the focus is called so. */
  const tabTo = async (name: string) => {
    for (let n = 0; n < 60; n += 1) {
      const at = await page.evaluate(() => {
        const el = document.activeElement;
        const label =
          el instanceof HTMLInputElement || el instanceof HTMLTextAreaElement || el instanceof HTMLSelectElement;
        return (label && el.labels?.[0]?.textContent) || el?.getAttribute('aria-label') || el?.textContent || '';
      });
      if (at.trim() === name) return;
      await key('Tab');
    }
    throw new Error(`no ${name} within 60 tabs`);
  };
  await page.goto(product.console);
  await tabTo('登录名');
  await page.keyboard.type(login);
  await tabTo('密码');
  await page.keyboard.type(password);
  await key('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '今天的职责' })).toBeVisible();

  await page.evaluate(() => document.body.focus());
  await key('Tab');
  await expect(page.getByRole('link', { name: '跳到正文' })).toBeFocused();
  await key('Enter');
  await tabTo('新建稿件');
  await key('Enter');
  await tabTo('标题');
  await page.keyboard.type('只用键盘写的稿件');
  await tabTo('正文');
  await page.keyboard.type('一段正文。');
  await tabTo('栏目');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('button', { name: /^送.+审批$/ })).toBeEnabled();
  await key('Control+Enter');
  await expect(page).toHaveURL(/\/articles\//);
  // Sixty tabs are quicker than a page that is still being read.
  await expect(page.getByRole('button', { name: '收回' })).toBeVisible();
  await tabTo('收回');
  await key('Enter');
  await expect(page.getByRole('dialog', { name: '收回这一稿' })).toBeVisible();
  await key('Escape');
  await expect(page.getByRole('button', { name: '收回' })).toBeFocused();
  await key('Enter');
  await tabTo('收回');
  await key('Enter');
  await expect(page.getByText('已收回').first()).toBeVisible();
  await page.context().close();
});

test('a reviewer whose text changes under their eyes is told, whether they had pressed a button or only came back', async ({
  product,
  seat,
}) => {
  test.setTimeout(240_000);
  const { page: writer } = await seat(writerOf(product));
  const { page: head } = await seat(person(product, '张伟明'));
  const send = async (text: string) => {
    await textOf(writer).fill(text);
    await writer.getByRole('button', { name: /^送.+审批$/ }).click();
    await expect(writer).toHaveURL(/\/articles\//);
  };
  const change = async (text: string) => {
    await writer.getByRole('button', { name: '收回' }).click();
    await writer.getByRole('dialog').getByRole('button', { name: '收回' }).click();
    await writer.getByRole('button', { name: '修改' }).click();
    await send(text);
  };
  await startWriting(writer);
  await writer.getByLabel('标题', { exact: true }).fill('审批时改过的稿件');
  await writer.getByLabel('栏目', { exact: true }).selectOption({ label: '通知公告' });
  await send('第一稿的话。');

  await head.goto(`${product.console}/?kind=approve`);
  await head.getByRole('link', { name: '审批时改过的稿件', exact: true }).click();
  await expect(publicPageOf(head).getByRole('main')).toContainText('第一稿的话。');
  await change('第二稿的话。');
  await head.getByRole('button', { name: /^同意/ }).click();
  await expect(head.getByText(/^没有办成：您看的时候，这件稿件有了变化/)).toBeVisible();
  await expect(head.getByText('内容换成了第 2 稿')).toBeVisible();
  await expect(publicPageOf(head).getByRole('main')).toContainText('第二稿的话。');

  await head.reload();
  await expect(publicPageOf(head).getByRole('main')).toContainText('第二稿的话。');
  await change('第三稿的话。');
  await head.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));
  await expect(head.getByText(/^您看的时候，这件稿件有了变化/)).toBeVisible();
  await expect(publicPageOf(head).getByRole('main')).toContainText('第三稿的话。');
  await head.getByText('与第 2 稿比对').click();
  await expect(head.locator('ins')).toHaveCount(2);
  await head.getByRole('button', { name: /^同意/ }).click();
  await expect(head.getByText(/^办好了：同意/)).toBeVisible();
});
