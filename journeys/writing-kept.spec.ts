/** What is typed outlives the browser; two who have one text open are told; neither overwrites the other. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { expect, expectAccessible, signIn, test } from './fixture.ts';
import { Killable } from './killable.ts';
import { keptHere, person, startWriting, textOf } from './writing.ts';

async function savedOnce(page: Page, title: string, text: string): Promise<void> {
  await startWriting(page);
  await page.getByLabel('标题', { exact: true }).fill(title);
  await textOf(page).fill(text);
  await page.getByLabel('栏目', { exact: true }).selectOption({ label: '通知公告' });
  await page.getByRole('button', { name: '存为一稿' }).click();
  await expect(page.getByText('已存为第 1 稿')).toBeVisible();
}

test('a browser that is killed while somebody types loses at most the last second', async ({ product }) => {
  test.setTimeout(240_000);
  const browser = new Killable();
  try {
    let page = await browser.open();
    const writer = person(product, '林晓岚');
    await signIn(page, product, writer);
    await startWriting(page);
    await page.getByLabel('标题', { exact: true }).fill('突然断电的一天');
    await expect(page.getByText(/\d\d:\d\d 已存/)).toBeVisible();
    const address = page.url();
    await textOf(page).click();
    const typed: number[] = [];
    // So slow that the server is not asked amid the typing, so long that many keeps fall into it.
    for (let n = 0; n < 80; n += 1) {
      await page.keyboard.type(String(n % 10));
      typed.push(Date.now());
      await sleep(20);
    }
    const killedAt = Date.now();
    await browser.kill();
    const sure = typed.filter((at) => at <= killedAt - 1_000).length;
    expect(sure).toBeGreaterThan(5);

    page = await browser.open();
    await signIn(page, product, writer);
    expect(await keptHere(page)).toEqual(['突然断电的一天']);
    let isAway = true;
    await page
      .context()
      .route('**/api/scratch/*', (route) =>
        isAway && route.request().method() === 'PUT' ? route.abort() : route.continue(),
      );
    await page.goto(`${product.console}/mine`);
    await page.getByRole('status').getByRole('link', { name: '突然断电的一天' }).click();
    await expect(page).toHaveURL(address);
    await expect(page.getByText(/^这是本机 \d\d:\d\d 存的内容，服务器还没有；现在接着存。/)).toBeVisible();
    await expect(
      page.getByRole('status').filter({ hasText: /没存上，您的稿子还在本机（\d\d:\d\d 存）/ }),
    ).toBeVisible();
    const text = (await textOf(page).innerText()).trim();
    const whole = typed.map((_, n) => n % 10).join('');
    expect(whole.startsWith(text)).toBe(true);
    expect(text.length).toBeGreaterThanOrEqual(sure);

    isAway = false;
    await expect(page.getByText(/\d\d:\d\d 已存/)).toBeVisible({ timeout: 30_000 });
    expect(await keptHere(page)).toEqual([]);
  } finally {
    await browser.end();
  }
});

test('a browser that keeps nothing says so, and the text is saved all the same', async ({ product, seat }) => {
  const { page } = await seat(person(product, '林晓岚'));
  await page.context().addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
  });
  await page.reload();
  await page.context().route('**/api/scratch/*', (route) => route.abort());
  await page.goto(`${product.console}/write/${crypto.randomUUID()}`);
  await expect(page.getByRole('heading', { name: '没能打开这件稿件' })).toBeVisible();
  await page.context().unroute('**/api/scratch/*');
  await page.getByRole('button', { name: '再试一次' }).click();
  await expect(textOf(page)).toBeVisible();
  await page.context().route('**/api/scratch/*', (route) => route.abort());
  await page.getByLabel('标题', { exact: true }).fill('无痕窗口');
  await expect(
    page.getByRole('status').filter({ hasText: /这个浏览器不能在本机留底.*先把正文复制出来，已试 \d+ 次/ }),
  ).toBeVisible();
  await page.context().unroute('**/api/scratch/*');
  await expect(page.getByText(/\d\d:\d\d 已存/)).toBeVisible({ timeout: 30_000 });
});

test('two people with one text open are told of each other', async ({ product, seat }) => {
  test.setTimeout(150_000);
  const { page } = await seat(person(product, '林晓岚'));
  await savedOnce(page, '两个人都开着的稿件', '第一句。');
  const { page: other } = await seat(person(product, '张伟明'));
  await other.goto(page.url());
  await expect(other.getByText(/^林晓岚也开着这件稿件（\d\d:\d\d 起）/)).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText(/^张伟明也开着这件稿件（\d\d:\d\d 起）/)).toBeVisible({ timeout: 20_000 });
  await expectAccessible(page);
  await other.close();
  await expect(page.getByText(/^张伟明也开着/)).toBeHidden({ timeout: 40_000 });
});

test('what was saved elsewhere is said at once, and what it changed, before anything of one’s own is lost', async ({
  product,
  seat,
}) => {
  test.setTimeout(150_000);
  const { page } = await seat(person(product, '林晓岚'));
  await savedOnce(page, '写的时候被别人存过的稿件', '原来的第一句。');
  const other = await page.context().newPage();
  await other.goto(page.url());
  await textOf(other).fill('改过的第一句。');
  await other.getByRole('button', { name: '存为一稿' }).click();
  await expect(other.getByText('已存为第 2 稿')).toBeVisible();
  await other.close();

  await textOf(page).press('Control+End');
  await page.keyboard.type('还没送出的第二句。');
  // Nothing is pressed: it is said by itself.
  await expect(page.getByText('您写的时候，这件稿件有了变化。您写的都在，没有丢。')).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText('内容换成了第 2 稿')).toBeVisible();
  await expect(textOf(page)).toHaveText('原来的第一句。还没送出的第二句。');
  await page.getByRole('button', { name: '看他改了什么' }).click();
  await expect(page.getByRole('dialog', { name: '第 2 稿改了什么' }).getByRole('insertion').nth(1)).toHaveText('改过');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '换成第 2 稿的内容' }).click();
  await expect(textOf(page)).toHaveText('改过的第一句。');
  await textOf(page).press('Control+z');
  await expect(textOf(page)).toHaveText('原来的第一句。还没送出的第二句。');
});

test('one person in two windows overwrites nothing: the later window asks which of the two it shall be', async ({
  product,
  seat,
}) => {
  test.setTimeout(150_000);
  const { page } = await seat(person(product, '林晓岚'));
  await startWriting(page);
  await page.getByLabel('标题', { exact: true }).fill('同一个人的两个窗口');
  // 已存 may still tell of the title alone.
  const isSaved = page.waitForResponse((r) => (r.request().postData() ?? '').includes('第一个窗口。'));
  await textOf(page).fill('第一个窗口。');
  await isSaved;
  await expect(page.getByText(/\d\d:\d\d 已存/)).toBeVisible();

  // The first one may still be saving what the second begins with: no reason to ask.
  const other = await page.context().newPage();
  await other.goto(page.url());
  await expect(other.getByText(/^您在另一个窗口也开着（\d\d:\d\d 起）/)).toBeVisible({ timeout: 20_000 });
  await expect(textOf(other)).toHaveText('第一个窗口。');
  await textOf(other).fill('第二个窗口后来写的。');
  await other.waitForResponse((r) => r.request().method() === 'PUT' && r.url().includes('/api/scratch/'));

  await page.bringToFront();
  await expect(page.getByText(/这份草稿在另一处也改过，\d\d:\d\d 存到了服务器/)).toBeVisible({ timeout: 20_000 });
  await textOf(page).press('Control+End');
  await page.keyboard.type('又写一句。');
  await expect(page.getByRole('status').filter({ hasText: /^先不存：另一处也存过这份草稿/ })).toBeVisible();
  await page.waitForTimeout(3_000);
  await page.getByRole('button', { name: '换成服务器上的' }).click();
  await expect(textOf(page)).toHaveText('第二个窗口后来写的。');
  await expect(page.getByText(/\d\d:\d\d 已存/)).toBeVisible();
});

test('a text that lay on this machine while another one was saved is not sent over it unasked', async ({
  product,
  seat,
}) => {
  test.setTimeout(150_000);
  const { page } = await seat(person(product, '林晓岚'));
  await savedOnce(page, '本机放了一阵的稿件', '第一稿。');
  const address = page.url();
  await page.context().route('**/api/scratch/*', (route) => route.abort());
  await textOf(page).fill('只在本机的话。');
  await expect(page.getByRole('status').filter({ hasText: /没存上，您的稿子还在本机/ })).toBeVisible();
  await page.goto(`${product.console}/mine`);

  const { page: elsewhere } = await seat(person(product, '林晓岚'));
  await elsewhere.goto(address);
  await textOf(elsewhere).fill('第二稿。');
  await elsewhere.getByRole('button', { name: '存为一稿' }).click();
  await expect(elsewhere.getByText('已存为第 2 稿')).toBeVisible();
  await elsewhere.close();

  await page.context().unroute('**/api/scratch/*');
  await page.getByRole('status').getByRole('link', { name: '本机放了一阵的稿件' }).click();
  await expect(textOf(page)).toHaveText('只在本机的话。', { timeout: 30_000 });
  await expect(page.getByText('内容换成了第 2 稿')).toBeVisible();
  await page.getByRole('button', { name: '换成第 2 稿的内容' }).click();
  await expect(textOf(page)).toHaveText('第二稿。');
  await expect(page.getByText('内容换成了第 2 稿')).toBeHidden();
});
