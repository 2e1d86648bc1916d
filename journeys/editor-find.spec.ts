/** Finding and replacing, 一键排版, links and the source view. */
import { cleaned, expect, expectAccessible, test } from './editor-fixture.ts';

const hits = '.article-text .hit';

test('every hit is coloured and counted, also across bold; Enter goes on, Shift+Enter back, Esc gives the focus back', async ({
  desk,
}) => {
  const { page } = desk;
  await desk.open(
    '<p>质<strong>量</strong>监督</p>\n<h2>质量提升</h2>\n<table><tr><td><p>质量</p></td></tr></table>\n<p>品质</p>',
  );
  await desk.cursorIn('p');
  await desk.press('Home');
  // The browser tells of a moved cursor a moment later.
  await page.waitForTimeout(150);
  await desk.press('Control+f');
  await page.keyboard.type('质量');
  await expect(page.getByText('第 1 处，共 3 处')).toBeVisible();
  expect(await page.locator('.article-text h2 .hit, .article-text td .hit').count()).toBe(2);
  await desk.press('Enter');
  await expect(page.getByText('第 2 处，共 3 处')).toBeVisible();
  await expect(page.locator('h2 .hit.at')).toHaveText('质量');
  await desk.press('Shift+Enter', 'Shift+Enter');
  await expect(page.getByText('第 3 处，共 3 处')).toBeVisible();
  await expectAccessible(page);
  await desk.press('Escape');
  await expect(desk.text).toBeFocused();
  expect(await page.locator(hits).count()).toBe(0);
});

test('one is replaced and then all the rest, which is one step back; marks stay where they were', async ({ desk }) => {
  const { page } = desk;
  await desk.open('<p>ISO 与 iso 与 <strong>Iso</strong></p>\n<p>iso</p>');
  await desk.cursorIn('p');
  await desk.press('Home');
  await page.waitForTimeout(150);
  await desk.press('Control+h');
  await page.keyboard.type('iso');
  await page.getByLabel('替换为').fill('GB');
  await page.getByRole('button', { name: '替换', exact: true }).click();
  expect(await desk.html()).toBe('<p>GB 与 iso 与 <strong>Iso</strong></p>\n<p>iso</p>');
  await expect(page.getByText('第 1 处，共 3 处')).toBeVisible();
  await page.getByRole('button', { name: '全部替换' }).click();
  await expect(page.getByText('换好了 3 处')).toBeVisible();
  expect(await desk.html()).toBe('<p>GB 与 GB 与 <strong>GB</strong></p>\n<p>GB</p>');
  await desk.text.focus();
  await desk.press('Control+z');
  expect(await desk.html()).toBe('<p>GB 与 iso 与 <strong>Iso</strong></p>\n<p>iso</p>');
});

test('capital letters can be asked for, nothing found is said, and replacing nothing says so', async ({ desk }) => {
  const { page } = desk;
  await desk.open('<p>ISO iso</p>');
  await desk.cursorIn('p');
  await desk.press('Control+f');
  await page.keyboard.type('ISO');
  await expect(page.getByText('共 2 处')).toBeVisible();
  await page.getByText('区分大小写').click();
  await expect(page.getByText('共 1 处')).toBeVisible();
  await page.getByRole('textbox', { name: '查找' }).fill('没有的');
  await expect(page.getByText('没有找到')).toBeVisible();
  await page.getByRole('button', { name: '全部替换' }).click();
  await expect(page.getByText('没有可以换的')).toBeVisible();
});

test('Esc in the text is left to the page around it, and Ctrl+F outside the editor to the browser', async ({
  desk,
}) => {
  const { page } = desk;
  await desk.open('<p>甲</p>');
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    document.addEventListener('keydown', (e) => seen.push(`${e.key} ${e.defaultPrevented}`));
  });
  await desk.cursorIn('p');
  await desk.press('Escape');
  await page.getByRole('button', { name: '后面的按钮' }).focus();
  await desk.press('Control+f');
  const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen);
  expect(seen).toContain('Escape false');
  expect(seen).toContain('f false');
  expect(await page.getByRole('textbox', { name: '查找' }).count()).toBe(0);
});

test('一键排版 tells what it would do, leaves out what is not wanted, says what it did, and is one step back', async ({
  desk,
}) => {
  const { page } = desk;
  const before = '<p>　　各市局:</p>\n<p></p>\n<p><strong>一、总体要求</strong></p>\n<p>做好工作,完成任务.</p>';
  await desk.open(before);
  await desk.tool('一键排版').click();
  await expect(page.getByRole('dialog')).toContainText('去掉空段 1 个');
  await expect(page.getByRole('dialog')).toContainText('一级：一、总体要求');
  await expectAccessible(page);
  await page.getByLabel('改成全角的标点').uncheck();
  await page.getByRole('button', { name: '整理正文' }).click();
  expect(await desk.html()).toBe('<p>各市局:</p>\n<h2>一、总体要求</h2>\n<p>做好工作,完成任务.</p>');
  await expect(page.getByText('排版好了')).toBeVisible();
  await expect(desk.text).toBeFocused();
  await desk.press('Control+z');
  expect(await desk.html()).toBe(before);
  await page.getByRole('button', { name: '关上提示：排版好了' }).click();
  await expect(page.getByText('排版好了')).toBeHidden();
});

test('a link is judged while it is typed, a script refused with its reason, and an outside address said to be outside', async ({
  desk,
}) => {
  const { page } = desk;
  await desk.open('<p>详见网站</p>');
  await desk.cursorIn('p');
  await desk.press('Shift+ArrowLeft', 'Shift+ArrowLeft', 'Control+k');
  await expect(page.getByLabel('显示的文字')).toHaveValue('网站');
  await page.getByLabel('地址').fill('javascript:alert(1)');
  await desk.press('Enter');
  await expect(page.getByText('这种地址不能用')).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('地址').fill('www.example.cn/a?b=1&c=2');
  await expect(page.getByText('通向站外：www.example.cn')).toBeVisible();
  await desk.press('Enter');
  expect(await desk.html()).toBe('<p>详见<a href="https://www.example.cn/a?b=1&amp;c=2">网站</a></p>');
  await expect(desk.text).toBeFocused();
  await desk.press('ArrowLeft', 'Control+k');
  await page.getByRole('button', { name: '去掉链接' }).click();
  expect(await desk.html()).toBe('<p>详见网站</p>');
});

test('the source view shows a line for each block, goes through the cleaning, says what was lost, and is one step back', async ({
  desk,
}) => {
  const { page } = desk;
  const before = cleaned('<h2>甲</h2><ul><li>一</li><li>二</li></ul>').html;
  await desk.open(before);
  await desk.tool('源代码').click();
  const source = page.getByLabel('正文的 HTML');
  await expect(source).toHaveValue('<h2>甲</h2>\n<ul>\n<li><p>一</p>\n</li>\n<li><p>二</p>\n</li>\n</ul>');
  await source.fill('<h2>甲</h2><script>x</script><p onclick="y()" style="color:red">乙</p>');
  await desk.press('Escape');
  await expect(page.getByText('改动还没有应用')).toBeVisible();
  await page.getByRole('button', { name: '应用到正文' }).click();
  await expect(page.getByText('这些内容按规定去掉了')).toBeVisible();
  await expect(page.getByText('脚本（1 处）')).toBeVisible();
  expect(await desk.html()).toBe('<h2>甲</h2>\n<p>乙</p>');
  await expect(desk.text).toBeFocused();
  await desk.press('Control+z');
  expect(await desk.html()).toBe(before);
});

test('leaving the source view without a change, or twice with Esc, changes nothing', async ({ desk }) => {
  const { page } = desk;
  await desk.open('<p>甲</p>');
  await desk.tool('源代码').click();
  await desk.press('Escape');
  await expect(desk.text).toBeFocused();
  await desk.tool('源代码').click();
  await page.getByLabel('正文的 HTML').fill('<p>乙</p>');
  await desk.press('Escape', 'Escape');
  await expect(desk.text).toBeVisible();
  expect(await desk.html()).toBe('<p>甲</p>');
});
