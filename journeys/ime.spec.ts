/**
 * Chinese is typed through an input method: letters stand in the text while they are composed, and become words or go
 * away. In every kind of block nothing may be doubled or lost, and nothing may be handed out half composed.
 */
import type { CDPSession, Page } from '@playwright/test';
import { cleaned, type Desk, document_, expect, picture, test } from './editor-fixture.ts';

class Ime {
  readonly #session: CDPSession;
  readonly #page: Page;
  constructor(session: CDPSession, page: Page) {
    this.#session = session;
    this.#page = page;
  }
  /** Letters as they are typed, one after the other; each step shows what is composed so far. */
  async compose(...steps: readonly string[]): Promise<void> {
    for (const text of steps) {
      await this.#session.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
      await this.#page.waitForTimeout(15);
    }
  }
  async commit(text: string): Promise<void> {
    await this.#session.send('Input.insertText', { text });
    await this.#page.waitForTimeout(40);
  }
  async cancel(): Promise<void> {
    await this.#session.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 });
    await this.#page.waitForTimeout(40);
  }
}
const imeOf = async (page: Page) => new Ime(await page.context().newCDPSession(page), page);

const figure = `<figure><img src="/files/${picture}/w960.jpg" alt="图"><figcaption>HERE</figcaption></figure>`;
const note =
  '<p>正文<sup class="fnref"><a href="#fn-1">[1]</a></sup></p><ol class="footnotes"><li id="fn-1"><p>HERE</p></li></ol>';
/** Where the cursor goes, and html in which HERE stands for what was typed there. */
const places: Readonly<Record<string, readonly [selector: string, html: string]>> = {
  'a paragraph': ['p', '<p>HERE</p>'],
  'a centred paragraph': ['p', '<p class="al-center">HERE</p>'],
  'a heading': ['h2', '<h2>HERE</h2><p>后</p>'],
  'an item of a list': ['li p', '<ul><li><p>HERE</p></li><li><p>二</p></li></ul>'],
  'an item of a list in a list': ['li li p', '<ol><li><p>一</p><ul><li><p>HERE</p></li></ul></li></ol>'],
  'a cell': ['td p', '<table><tr><td>HERE</td><td>乙</td></tr></table>'],
  'a header cell': ['th p', '<table><tr><th>HERE</th></tr><tr><td>乙</td></tr></table>'],
  'the caption of a table': ['.table-caption', '<table><caption>HERE</caption><tr><td>乙</td></tr></table>'],
  'the caption of a picture': ['figcaption', figure],
  'a quotation': ['blockquote p', '<blockquote><p>HERE</p></blockquote>'],
  'a footnote': ['.footnotes p', note],
  'bold words': ['strong', '<p>前<strong>HERE</strong></p>'],
};
const at = (html: string, words: string) => cleaned(html.replace('HERE', words)).html;

async function changesOf({ page }: Desk) {
  await page.waitForTimeout(500);
  return page.evaluate(() => window.trial.changes);
}

for (const [name, [selector, html]] of Object.entries(places)) {
  test(`in ${name} composed words stand once, what is cancelled leaves nothing, and nothing half composed is handed out`, async ({
    desk,
  }) => {
    const ime = await imeOf(desk.page);
    await desk.open(at(html, '甲乙'));
    await desk.cursorIn(selector);
    await ime.compose('n', 'ni', "ni'h", "ni'hao");
    await expect(desk.text).toContainText("甲乙ni'hao");
    await desk.page.waitForTimeout(900);
    expect(await desk.page.evaluate(() => window.trial.changes)).toEqual([]);
    await ime.commit('你好');
    expect(await desk.html()).toBe(at(html, '甲乙你好'));
    await ime.compose('s', 'sh', 'shi');
    await ime.cancel();
    expect(await desk.html()).toBe(at(html, '甲乙你好'));
    // Between two characters, not at the end.
    await desk.press('ArrowLeft');
    await ime.compose('a', 'a');
    await ime.commit('啊');
    expect(await desk.html()).toBe(at(html, '甲乙你啊好'));
    const changes = await changesOf(desk);
    expect(changes.filter((c) => c.composing || /ni|sh|>a/.test(c.html.replace(/<[^>]*>/g, '')))).toEqual([]);
    await desk.press('Control+z', 'Control+z', 'Control+z', 'Control+z');
    expect(await desk.html()).toBe(at(html, '甲乙'));
    await desk.press('Control+y', 'Control+y', 'Control+y', 'Control+y');
    expect(await desk.html()).toBe(at(html, '甲乙你啊好'));
  });
}

test('in an empty text, over a selection, and after a line was begun, composed words stand once', async ({ desk }) => {
  const ime = await imeOf(desk.page);
  await desk.open('');
  await desk.text.focus();
  await ime.compose('zh', 'zhong');
  await ime.commit('中');
  await desk.press('Enter');
  await ime.compose('g', 'guo');
  await ime.commit('国');
  expect(await desk.html()).toBe('<p>中</p>\n<p>国</p>');
  await desk.press('Shift+ArrowLeft');
  await ime.compose('w', 'wen');
  await ime.commit('文');
  expect(await desk.html()).toBe('<p>中</p>\n<p>文</p>');
  await desk.press('Control+b');
  await ime.compose('c', 'cu');
  await ime.commit('粗');
  expect(await desk.html()).toBe('<p>中</p>\n<p>文<strong>粗</strong></p>');
});

test('within a link composed words belong to it, behind its end they do not', async ({ desk }) => {
  const ime = await imeOf(desk.page);
  const linked = (inside: string, after = '') =>
    cleaned(`<p>前<a href="https://example.com/">${inside}</a>${after}</p>`).html;
  await desk.open(linked('网站'));
  await desk.cursorIn('p');
  await desk.press('ArrowLeft');
  await ime.compose('w', 'wang');
  await ime.commit('王');
  expect(await desk.html()).toBe(linked('网王站'));
  await desk.press('End');
  await ime.compose('h', 'hou');
  await ime.commit('后');
  expect(await desk.html()).toBe(linked('网王站', '后'));
});

test('fields in the text take composed words whole: alternative text and name of an attachment', async ({ desk }) => {
  const { page } = desk;
  const ime = await imeOf(page);
  const html = (alt: string, title: string) =>
    cleaned(
      `<p>前</p><figure><img src="/files/${picture}/x" alt="${alt}"></figure><p class="attachment"><a href="/files/${document_}/x">${title}</a></p>`,
    ).html;
  await desk.open(html('旧', '表'));
  for (const [label, want] of [
    ['替代文字', html('旧图片', '表')],
    ['附件名称', html('旧图片', '表图片')],
  ] as const) {
    await page.getByLabel(label, { exact: true }).focus();
    await desk.press('End');
    await ime.compose('t', 'tu', "tu'p");
    await ime.commit('图片');
    await ime.compose('x', 'xx');
    await ime.cancel();
    expect(await desk.html()).toBe(want);
  }
  expect((await changesOf(desk)).filter((c) => c.composing || /tu'|xx/.test(c.html))).toEqual([]);
});

test('the find box takes composed words whole, Enter and Esc that belong to the input method do nothing else', async ({
  desk,
}) => {
  const { page } = desk;
  const ime = await imeOf(page);
  await desk.open('<p>质量监督，质量提升</p>');
  await desk.cursorIn('p');
  await desk.press('Control+f');
  await expect(page.getByRole('textbox', { name: '查找' })).toBeFocused();
  await ime.compose('z', 'zhi', "zhi'liang");
  await page.evaluate(() => {
    const composing = (key: string) => new KeyboardEvent('keydown', { key, bubbles: true, isComposing: true });
    document.activeElement?.dispatchEvent(composing('Escape'));
    document.activeElement?.dispatchEvent(composing('Enter'));
  });
  await ime.commit('质量');
  await expect(page.getByRole('textbox', { name: '查找' })).toHaveValue('质量');
  await expect(page.getByText('第 1 处，共 2 处')).toBeVisible();
});

test('with the find box open the colours beside composed words do not break them off', async ({ desk }) => {
  const { page } = desk;
  const ime = await imeOf(page);
  await desk.open('<p>质量质量</p>');
  await desk.cursorIn('p');
  await desk.press('Control+f');
  await page.keyboard.type('质量');
  await desk.cursorIn('p');
  await ime.compose('z', 'zhi', "zhi'liang");
  await ime.commit('质量');
  expect(await desk.html()).toBe('<p>质量质量质量</p>');
  await expect(page.getByText('共 3 处')).toBeVisible();
});

test('an upload that is done while a word is composed waits, and breaks nothing off', async ({ desk }) => {
  const { page } = desk;
  const ime = await imeOf(page);
  await page.evaluate(() => {
    window.trial.hold = true;
  });
  await desk.open('<p>甲</p>');
  await desk.cursorIn('p');
  await desk.paste({}, [{ name: '图.png', type: 'image/png' }]);
  await expect.poll(() => page.evaluate(() => window.trial.sent.length)).toBe(1);
  await desk.cursorIn('p');
  await ime.compose('y', 'yi');
  await page.evaluate(() => window.trial.sent[0]?.end());
  await ime.compose('yi', 'yin');
  expect(await desk.text.locator('figure').count()).toBe(0);
  await ime.commit('音');
  await expect(desk.text.locator('figure')).toBeVisible();
  expect(cleaned(await desk.html()).html).toContain('<p>甲音</p>\n<figure');
});
