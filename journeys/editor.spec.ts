/** The article editor in a real browser: what it keeps, what it makes, and that a keyboard is enough. */
import fc from 'fast-check';
import { cleaned, document_, expect, expectAccessible, expectNoSideScroll, picture, test } from './editor-fixture.ts';
import { texts } from './editor-words.ts';

const everything =
  cleaned(`<h2>一、总体要求</h2><p>为了做好<strong>今年</strong>的工作<sup class="fnref"><a href="#fn-1">[1]</a></sup>，现通知如下。</p>
<figure><img src="/files/${picture}/w960.jpg" alt=""><figcaption>图一</figcaption></figure>
<p class="attachment"><a href="/files/${document_}/file.pdf">附件一</a></p><p class="missing">【图片未带来：示意图】</p>
<table><caption>表一</caption><tr><th>名称</th><th>数量</th></tr><tr><td>甲</td><td></td></tr><tr><td colspan="2">合计</td></tr></table>
<ul><li><p>一条</p><ol start="3"><li><p>里面</p></li></ol></li></ul><blockquote><p>引文</p></blockquote><hr><p class="al-right">2026年</p>
<ol class="footnotes"><li id="fn-1"><p>见文件。</p></li></ol>`);

test('G2 what the server has cleaned comes out of the editor letter for letter, whatever forms it has', async ({
  desk,
}) => {
  test.setTimeout(180_000);
  const drawn = fc.sample(texts, { numRuns: 120, seed: 20261125 });
  for (const html of [everything.html, '', ...drawn.map((text) => cleaned(text).html)]) {
    await desk.open(html);
    expect(await desk.html()).toBe(html);
  }
});

test('what the editor counts is what the server counts', async ({ desk }) => {
  for (const html of [
    everything.html,
    ...fc.sample(texts, { numRuns: 15, seed: 7 }).map((text) => cleaned(text).html),
  ]) {
    await desk.open(html);
    const { text, missing, speechless, files } = cleaned(html);
    const characters = text.replace(/\s/g, '').length;
    expect(await desk.figures()).toEqual({ characters, missing, speechless, files, uploading: 0 });
  }
});

test('G3 the console shows a text with markup in it letter for letter, and no address of a script becomes a link', async ({
  desk,
}) => {
  await desk.open(
    '<p>&lt;script&gt;x&lt;/script&gt; <a href="javascript:alert(1)">点</a><img src="data:image/png,x"></p>',
  );
  await expect(desk.text).toContainText('<script>x</script> 点');
  expect(await desk.text.locator('a, img, script').count()).toBe(0);
});

test('the screen is sound under axe and within a phone, with everything in the text, with find box, table bar, dialogs and source', async ({
  desk,
}) => {
  test.setTimeout(240_000);
  const { page } = desk;
  await desk.open(everything.html);
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 844 });
    await desk.cursorIn('td p');
    await expect(page.getByRole('toolbar', { name: '表格工具' })).toBeVisible();
    await desk.press('Control+f');
    await expectNoSideScroll(page);
    await expectAccessible(page);
    await desk.press('Escape');
    if (width === 390) {
      await desk.tool('更多').click();
      const small = await page.evaluate(() =>
        [
          ...document.querySelectorAll<HTMLElement>(
            '[role=toolbar] button, [role=toolbar] select, .piece button, .piece input',
          ),
        ]
          .filter((e) => Math.min(e.offsetWidth, e.offsetHeight) < 44)
          .map((e) => `${e.innerText} ${e.offsetWidth}×${e.offsetHeight}`),
      );
      expect(small).toEqual([]);
      await expectNoSideScroll(page);
      await expectAccessible(page);
    }
    for (const name of ['链接', '一键排版', '源代码']) {
      await desk.tool(name).click();
      await expect(page.getByRole(name === '源代码' ? 'region' : 'dialog')).toBeVisible();
      await expectNoSideScroll(page);
      await expectAccessible(page);
      await desk.press('Escape');
    }
  }
});

test('with the keyboard alone: to the toolbar and back, marks, headings, a table with merged cells, its caption, a footnote', async ({
  desk,
}) => {
  const { page } = desk;
  await desk.open('');
  await page.getByRole('textbox', { name: '正文', exact: true }).focus();
  await page.keyboard.type('标题一');
  await desk.press('Control+Alt+2', 'End', 'Enter');
  await page.keyboard.type('前');
  await desk.press('Control+b');
  await page.keyboard.type('粗');
  await desk.press('Control+b', 'Alt+F10');
  await expect(page.getByLabel('段落样式')).toBeFocused();
  await desk.press('ArrowRight');
  await expect(desk.tool('加粗')).toBeFocused();
  await expect(desk.tool('加粗')).toHaveAttribute('aria-pressed', 'false');
  await desk.press('Escape');
  await expect(desk.text).toBeFocused();

  await desk.press('Alt+F10', 'End', 'ArrowLeft');
  for (let i = 0; i < 30 && !(await desk.tool('表格').evaluate((e) => e === document.activeElement)); i++)
    await desk.press('ArrowLeft');
  await desk.press('Enter');
  await page.getByLabel('行数').fill('2');
  await page.getByLabel('列数').fill('2');
  await desk.press('Enter');
  await page.keyboard.type('甲');
  await desk.press('Tab');
  await page.keyboard.type('乙');
  await desk.press('Tab', 'Shift+ArrowRight');
  const tools = page.getByRole('toolbar', { name: '表格工具' });
  await tools.getByRole('button', { name: '合并格子' }).focus();
  await desk.press('Enter');
  await page.keyboard.type('合');
  await tools.getByRole('button', { name: '表格标题' }).focus();
  await desk.press('Enter');
  await page.keyboard.type('表一');
  // Enter leaves a caption: here into the first cell.
  await desk.press('Enter');
  await page.keyboard.type('首');
  expect(cleaned(await desk.html()).html).toBe(
    cleaned(
      '<h2>标题一</h2><p>前<strong>粗</strong></p><table><caption>表一</caption><tr><th><p>首甲</p></th><th><p>乙</p></th></tr><tr><td colspan="2"><p>合</p></td></tr></table>',
    ).html,
  );
});

test('a picture can be described, captioned, moved and taken away with the keyboard, and one step back brings it again', async ({
  desk,
}) => {
  const { page } = desk;
  const figure = (alt: string, caption: string) =>
    cleaned(`<figure><img src="/files/${picture}/any" alt="${alt}"><figcaption>${caption}</figcaption></figure>`).html;
  await desk.open(`<p>前文</p>\n${figure('', '图')}\n<p>后文</p>`);
  await expect(page.getByText('缺替代文字：')).toBeVisible();
  await page.getByLabel('替代文字', { exact: true }).focus();
  await page.keyboard.type('两人签字');
  await expect(page.getByText('缺替代文字：')).toBeHidden();
  await desk.press('Tab', 'Tab');
  await expect(page.getByRole('button', { name: '上移这张图片' })).toBeFocused();
  await desk.press('Enter');
  await expect(page.getByRole('button', { name: '上移这张图片' })).toBeFocused();
  expect(await desk.html()).toBe(`${figure('两人签字', '图')}\n<p>前文</p>\n<p>后文</p>`);
  await desk.press('Tab', 'Enter', 'Enter');
  expect(await desk.html()).toBe(`<p>前文</p>\n<p>后文</p>\n${figure('两人签字', '图')}`);
  await desk.press('Tab', 'Enter');
  expect(await desk.html()).toBe('<p>前文</p>\n<p>后文</p>');
  await desk.press('Control+z');
  expect(await desk.html()).toBe(`<p>前文</p>\n<p>后文</p>\n${figure('两人签字', '图')}`);
});

test('footnotes count themselves, go with their mark, come back with one step, and travel when their place is copied', async ({
  desk,
}) => {
  const { page } = desk;
  await desk.open('<p>甲</p>\n<p>乙</p>');
  await desk.cursorIn('p >> nth=1');
  await desk.tool('脚注').click();
  await page.keyboard.type('乙的注');
  await desk.tool('脚注').click();
  await desk.cursorIn('p >> nth=0');
  await desk.tool('脚注').click();
  await page.keyboard.type('甲的注');
  const ref = (n: number) => `<sup class="fnref" id="fnref-${n}"><a href="#fn-${n}">[${n}]</a></sup>`;
  const note = (n: number, text: string) =>
    `<li id="fn-${n}"><p>${text}<a class="back" href="#fnref-${n}" aria-label="回到正文">↩</a></p></li>`;
  const both = `<p>甲${ref(1)}</p>\n<p>乙${ref(2)}</p>\n<ol class="footnotes">${note(1, '甲的注')}${note(2, '乙的注')}</ol>`;
  expect(await desk.html()).toBe(both);
  await desk.tool('脚注').click();
  await desk.press('Backspace');
  expect(await desk.html()).toBe(`<p>甲</p>\n<p>乙${ref(1)}</p>\n<ol class="footnotes">${note(1, '乙的注')}</ol>`);
  await desk.press('Control+z');
  expect(await desk.html()).toBe(both);
});

test('a change comes out at most each 400 ms, and at once when the text is left', async ({ desk }) => {
  const { page } = desk;
  await desk.open('<p>甲</p>');
  await desk.cursorIn('p');
  const began = Date.now();
  await page.keyboard.type('一二三四五六七八九十'.repeat(5), { delay: 20 });
  const most = Math.ceil((Date.now() - began) / 400) + 1;
  const given = await page.evaluate(() => window.trial.changes.length);
  expect(given).toBeGreaterThan(0);
  expect(given).toBeLessThanOrEqual(most);
  await page.keyboard.type('末');
  await page.getByRole('button', { name: '后面的按钮' }).focus();
  const { changes, left } = await page.evaluate(() => ({ changes: window.trial.changes, left: window.trial.left }));
  expect(changes.at(-1)?.html).toBe(`<p>甲${'一二三四五六七八九十'.repeat(5)}末</p>`);
  expect(left).toBe(1);
});
