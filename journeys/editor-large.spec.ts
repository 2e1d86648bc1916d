/** Large texts in the editor: they open and can be written in, or are refused in words. */
import { computed } from '../bench/running/main-thread.ts';
import { fiftyPages, table } from '../bench/running/typing-text.ts';
import { cleaned, expect, expectAccessible, test } from './editor-fixture.ts';

for (const [name, html, at] of [
  ['a text of fifty pages', fiftyPages, 'h2:has-text("第25部分") + p'],
  ['a table of a thousand rows', `${table(1000, 5)}<p>末</p>`, 'tr:nth-child(500) td p'],
] as const) {
  test(`${name} opens, is handed out as the server has it, and nothing that a key asks for takes 200 ms`, async ({
    desk,
    browser,
  }) => {
    test.setTimeout(240_000);
    const { page } = desk;
    const before = cleaned(html).html;
    await desk.open(before);
    // As a truth, since a difference of a megabyte says nothing.
    expect((await desk.html()) === before).toBe(true);
    await desk.cursorIn(at);
    const { longest } = await computed(browser, page, async () => {
      for (let i = 0; i < 30; i++) await desk.press('x');
      await page.waitForTimeout(600);
    });
    expect(longest).toBeLessThan(200);
    expect((await desk.html()).includes('x'.repeat(30))).toBe(true);
    // Several steps where keys came more than half a second apart.
    for (let i = 0; i < 30 && (await desk.html()) !== before; i++) await desk.press('Control+z');
    expect((await desk.html()) === before).toBe(true);
  });
}

test('a table of more cells than the browser can lay out is refused with the limit, and the source is the way out', async ({
  desk,
}) => {
  test.setTimeout(240_000);
  const { page } = desk;
  await page.evaluate((html) => window.trial.set(html), `${table(1100, 20)}<p>末</p>`);
  await expect(page.getByText('超过 10,000 格，编辑器打不开')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: '打开源代码' }).click();
  await page.getByLabel('正文的 HTML').fill('<p>末</p>');
  await page.getByRole('button', { name: '应用到正文' }).click();
  await expect(desk.text).toHaveText('末');
  expect(await page.evaluate(() => window.trial.changes.at(-1)?.html)).toBe('<p>末</p>');
});

test('a paste beyond the limits changes nothing and says which limit', async ({ desk }) => {
  const { page } = desk;
  await desk.open('<p>甲</p>');
  await desk.cursorIn('p');
  await desk.paste({ 'text/html': `<p>${'字'.repeat(1_000_001)}</p>`, 'text/plain': 'x' });
  await expect(page.getByText('没有粘贴')).toBeVisible();
  await expect(page.getByText('一篇稿件最多 1,000,000 字')).toBeVisible();
  expect(await desk.html()).toBe('<p>甲</p>');
  await desk.paste({ 'text/html': table(1100, 20), 'text/plain': 'x' });
  await expect(page.getByText('编辑器里最多 10,000 格')).toBeVisible();
  expect(await desk.html()).toBe('<p>甲</p>');
});

test('into a cell a pasted table goes as cells, and headings and tables among words as lines', async ({ desk }) => {
  const two = (a: string, b: string) => cleaned(`<table><tr><td>${a}</td><td>${b}</td></tr></table>`).html;
  await desk.open(two('', ''));
  await desk.cursorIn('td p');
  await desk.paste({ 'text/html': '<table><tr><td>甲</td><td>乙</td></tr></table>', 'text/plain': 'x' });
  expect(cleaned(await desk.html()).html).toBe(two('<p>甲</p>', '<p>乙</p>'));
  await desk.open(two('', ''));
  await desk.cursorIn('td p');
  await desk.paste({
    'text/html': '<h2>题</h2><p>文</p><table><tr><td>甲</td><td>乙</td></tr></table>',
    'text/plain': 'x',
  });
  expect(cleaned(await desk.html()).html).toBe(two('<p>题</p><p>文</p><p>甲　乙</p>', ''));
});

test('plain text from the clipboard is one paragraph a line, without the blanks that indent it', async ({ desk }) => {
  await desk.open('');
  await desk.text.focus();
  await desk.paste({ 'text/plain': '　　第一段\r\n\r\n    第二段' });
  expect(await desk.html()).toBe('<p>第一段</p>\n<p>第二段</p>');
});

test('a text that may only be read has no tools and takes no key', async ({ desk }) => {
  const { page } = desk;
  await desk.open('<p>甲</p>', true);
  expect(await page.getByRole('toolbar').count()).toBe(0);
  await desk.text.click();
  await page.keyboard.type('乙');
  expect(await desk.html()).toBe('<p>甲</p>');
  await expectAccessible(page);
});
