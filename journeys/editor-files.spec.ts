/** Pictures and attachments on their way into the text, and what comes from the clipboard. */
import { cleaned, expect, expectAccessible, expectNoSideScroll, picture, test } from './editor-fixture.ts';

const png = (name: string) => ({ name, type: 'image/png' });
const ids = '[a-z2-7]{26}';

test('a picture on the clipboard stands there at once with its progress, and is in the html when it is done, not before', async ({
  desk,
}) => {
  const { page } = desk;
  await page.evaluate(() => {
    window.trial.hold = true;
  });
  await desk.open('<p>甲</p>');
  await desk.cursorIn('p');
  await desk.paste({}, [png('image.png')]);
  await expect(page.getByText('粘贴的图片1.png')).toBeVisible();
  await expect(page.getByText('正在传 40%')).toBeVisible();
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 844 });
    await expectNoSideScroll(page);
    await expectAccessible(page);
  }
  expect(await desk.html()).toBe('<p>甲</p>');
  expect((await desk.figures()).uploading).toBe(1);
  await page.evaluate(() => window.trial.sent[0]?.end());
  await expect(desk.text.locator('figure img')).toBeVisible();
  expect(await desk.html()).toMatch(
    new RegExp(`^<p>甲</p>\\n<figure class="picture"><img src="/files/${ids}/w960.jpg" srcset=`),
  );
  expect(cleaned(await desk.html()).html).toBe(await desk.html());
  expect((await desk.figures()).speechless).toBe(1);
  await desk.text.focus();
  await desk.press('Control+z');
  expect(await desk.html()).toBe('<p>甲</p>');
  await desk.press('Control+y');
  expect(await desk.html()).toMatch(/<figure/);
});

test('a failed upload says why and is tried again; a cancelled one leaves nothing; neither is in the html', async ({
  desk,
}) => {
  const { page } = desk;
  await page.evaluate(() => {
    window.trial.hold = true;
  });
  await desk.open('<p>甲</p>');
  await desk.cursorIn('p');
  await desk.paste({}, [png('一.png'), png('二.png')]);
  await expect.poll(() => page.evaluate(() => window.trial.sent.length)).toBe(2);
  await page.evaluate(() => window.trial.sent[0]?.end('图片里有病毒，没有收。请换一张。'));
  await expect(page.getByText('没传上：图片里有病毒')).toBeVisible();
  await page.getByRole('group', { name: '二.png' }).getByRole('button', { name: '取消' }).click();
  await expect(page.getByText('二.png')).toBeHidden();
  expect(await desk.html()).toBe('<p>甲</p>');
  await page.getByRole('button', { name: '重传' }).click();
  await expect.poll(() => page.evaluate(() => window.trial.sent.length)).toBe(3);
  await page.evaluate(() => window.trial.sent[2]?.end());
  await expect(desk.text.locator('figure img')).toBeVisible();
});

test('files that are dropped: pictures are shown, the rest attached where they fell, older formats refused with the way out', async ({
  desk,
}) => {
  const { page } = desk;
  await desk.open('<p>甲</p>\n<p>乙</p>');
  const box = await desk.text.locator('p').first().boundingBox();
  await desk.text.evaluate(
    (element, [x, y]) => {
      const files = new DataTransfer();
      for (const name of ['合影.jpg', '表格.pdf', '旧.doc']) files.items.add(new File([new Uint8Array(9)], name));
      const at = { clientX: x, clientY: y, dataTransfer: files, bubbles: true, cancelable: true };
      element.dispatchEvent(new DragEvent('drop', at));
    },
    [(box?.x ?? 0) + 60, (box?.y ?? 0) + 12] as const,
  );
  await expect(desk.text.locator('figure img')).toBeVisible();
  await expect(page.getByLabel('附件名称')).toHaveValue('表格');
  await expect(page.getByText('《旧.doc》旧格式不收，请用 Office 或 WPS 另存为 DOCX 再传。')).toBeVisible();
  expect(await desk.html()).toMatch(/^<p>甲<\/p>\n<figure.+<\/figure>\n<p class="attachment">.+<\/p>\n<p>乙<\/p>$/);
  await page.getByLabel('附件名称').fill('申请表');
  expect(await desk.html()).toContain('>申请表</a><span class="about">PDF，9 B</span>');
});

test('two hundred pictures at once wait in a queue, three on their way, and all arrive', async ({ desk }) => {
  test.setTimeout(240_000);
  const { page } = desk;
  await page.evaluate(() => {
    window.trial.hold = true;
  });
  await desk.open('<p>甲</p>');
  await desk.cursorIn('p');
  const all = Array.from({ length: 200 }, (_, i) => png(`${i + 1}.png`));
  await desk.paste({}, all);
  expect((await desk.figures()).uploading).toBe(200);
  await expect.poll(() => page.evaluate(() => window.trial.sent.length)).toBe(3);
  await page.evaluate(() => {
    window.trial.hold = false;
    for (const { end } of window.trial.sent) end();
  });
  await expect.poll(() => desk.text.locator('figure img').count(), { timeout: 120_000 }).toBe(200);
  const { files, uploading } = await desk.figures();
  expect([files.length, uploading]).toEqual([200, 0]);
  expect(cleaned(await desk.html()).html).toBe(await desk.html());
  await desk.paste({}, [...all.slice(0, 100), png('多.png')]);
  await expect(page.getByText('《多.png》一篇稿件最多 300 个图片和附件')).toBeVisible();
});

test('the 【图片未带来】 line takes a picture in its place, and can be taken away', async ({ desk }) => {
  const { page } = desk;
  await desk.open(
    '<p>甲</p>\n<p class="missing">【图片未带来：示意图】</p>\n<p class="missing">【另一张】</p>\n<p>乙</p>',
  );
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '上传图片' }).first().click();
  await (await chooser).setFiles({ name: '示意图.png', mimeType: 'image/png', buffer: Buffer.from('x') });
  await expect(desk.text.locator('figure img')).toBeVisible();
  await page.getByRole('button', { name: '删除这一行' }).click();
  expect(await desk.html()).toMatch(/^<p>甲<\/p>\n<figure[^\n]+\n<p>乙<\/p>$/);
});

test('pictures and attachments are chosen from the toolbar, and a choice that is broken off changes nothing', async ({
  desk,
}) => {
  const { page } = desk;
  await desk.open('<p>甲</p>');
  await desk.cursorIn('p');
  let chooser = page.waitForEvent('filechooser');
  await desk.tool('附件').click();
  await (await chooser).setFiles([{ name: '通知.pdf', mimeType: 'application/pdf', buffer: Buffer.from('x') }]);
  await expect(page.getByLabel('附件名称')).toHaveValue('通知');
  chooser = page.waitForEvent('filechooser');
  await desk.tool('图片').click();
  await (await chooser).setFiles([]);
  expect(await desk.html()).toMatch(/^<p>甲<\/p>\n<p class="attachment">[^\n]+$/);
});

test('what Word puts on the clipboard comes in clean, in whole paragraphs, its losses said until they are closed', async ({
  desk,
}) => {
  const { page } = desk;
  await desk.open('');
  await desk.text.focus();
  await desk.paste({
    'text/html':
      '<html xmlns:o="urn:schemas-microsoft-com:office:office"><body><!--StartFragment-->' +
      '<p class=MsoNormal align=center style="text-align:center"><b>关于开展检查的通知</b></p>' +
      '<p class=MsoNormal style="text-indent:32.0pt">各市局：</p>' +
      '<table class=MsoTableGrid><tr><td colspan=2><p class=MsoNormal>合并</p></td></tr><tr><td><p>甲</p></td><td><p>乙</p></td></tr></table>' +
      '<p class=MsoNormal><img width=100 src="file:///C:/a.png"></p><!--EndFragment--></body></html>',
    'text/plain': '关于开展检查的通知',
  });
  const html = cleaned(await desk.html()).html;
  expect(html).toContain('<p class="al-center"><strong>关于开展检查的通知</strong></p>');
  expect(html).toContain('<td colspan="2"><p>合并</p></td>');
  expect(html).toContain('<p class="missing">');
  await expect(page.getByRole('status', { name: '编辑器的提示' })).toContainText('没能带来');
  await desk.press('Control+z');
  expect(await desk.html()).toBe('');
});

test('our own text keeps its nodes on the clipboard: pictures, attachments and footnotes, the latter with numbers of their own', async ({
  desk,
}) => {
  const { page } = desk;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const html = cleaned(
    `<p>甲<sup class="fnref"><a href="#fn-1">[1]</a></sup></p><figure><img src="/files/${picture}/x" alt="图"><figcaption>说明</figcaption></figure><p>末</p><ol class="footnotes"><li id="fn-1"><p>注<strong>文</strong></p></li></ol>`,
  ).html;
  await desk.open(html);
  await desk.text.focus();
  await desk.press('Control+a', 'Control+c');
  await desk.cursorIn('p >> nth=1');
  await desk.press('Enter', 'Control+v');
  const after = cleaned(await desk.html()).html;
  expect(after.match(/注<strong>文<\/strong>/g)?.length).toBe(2);
  expect(after.match(/id="fnref-[12]"/g)).toEqual(['id="fnref-1"', 'id="fnref-2"']);
  expect(after.match(/<figcaption>说明<\/figcaption>/g)?.length).toBe(2);
});
