/** Pictures from the RTF part: its two ways to write bytes, what is no picture of the text, and RTF that is torn. */
import { expect } from '@playwright/test';
import { clean, test } from './desk.ts';

const png = '89504e470d0a1a0a0000000d49484452';
const jpeg = 'ffd8ffe000104a464946';
const bytes = (hex: string) => Buffer.from(hex, 'hex').toString('latin1');
const pict = (words: string) => `{\\pict${words}}`;
const image = '<p><img src="file:///C:/clip_image001.png"></p>';

/** How many places the html has; what is taken, as TYPE BYTES; the lines of those that did not come. */
const cases: readonly (readonly [what: string, places: number, rtf: string, taken: string[], lines: string[]])[] = [
  ['hex', 1, pict(`\\pngblip ${png}`), ['image/png 16'], []],
  [
    'hex with capitals, line ends and a digit too many',
    1,
    pict(`\\pngblip\r\n${png.toUpperCase().replace(/(.{7})/g, '$1\r\n')}A`),
    ['image/png 16'],
    [],
  ],
  ['bytes as they are', 1, pict(`\\jpegblip\\bin10 ${bytes(jpeg)}`), ['image/jpeg 10'], []],
  ['bytes that look like braces', 1, pict(`\\jpegblip\\bin8 ${bytes('ffd8ff7d7b5c7d7d')}`), ['image/jpeg 8'], []],
  [
    'bytes that were taken for text',
    1,
    pict('\\jpegblip\\bin3 \u00ff\ufffd\u00ff'),
    [],
    ['【图片未随剪贴板带来，请单独上传】'],
  ],
  [
    'fewer bytes than were promised',
    1,
    pict(`\\pngblip\\bin99 ${bytes(png)}`).slice(0, -1),
    [],
    ['【图片未随剪贴板带来，请单独上传】'],
  ],
  ['no end', 1, `{\\rtf1{\\pict\\pngblip ${png}`, [], ['【图片未随剪贴板带来，请单独上传】']],
  [
    'what calls itself PNG and is none',
    1,
    pict(`\\pngblip ${'41'.repeat(40)}`),
    [],
    ['【图片未随剪贴板带来，请单独上传】'],
  ],
  [
    'a group inside the picture',
    1,
    pict(`{\\*\\blipuid ${'ab'.repeat(16)}}\\pngblip{\\sp{\\sn a}{\\sv b}}${png}`),
    ['image/png 16'],
    [],
  ],
  [
    'an older copy beside it',
    1,
    `{\\*\\shppict${pict(`\\pngblip ${png}`)}}{\\nonshppict${pict('\\wmetafile8 0100')}}`,
    ['image/png 16'],
    [],
  ],
  ['a bitmap of old', 1, pict('\\dibitmap0 2800'), [], ['【图片是 BMP 格式，网页显示不了，请另存为 PNG 后上传】']],
  [
    'a picture of a Macintosh',
    1,
    pict('\\macpict 00'),
    [],
    ['【图片是 PICT 格式，网页显示不了，请另存为 PNG 后上传】'],
  ],
  [
    'a name of a picture before two pictures',
    2,
    `{\\sp{\\sn fLine}{\\sv 0}}${pict(`\\pngblip ${png}`)}${pict(`\\jpegblip ${jpeg}`)}`,
    ['image/png 16', 'image/jpeg 10'],
    [],
  ],
  [
    'a style sheet and a page head',
    1,
    `{\\stylesheet{\\s1 a}}{\\headerf ${pict(`\\jpegblip ${jpeg}`)}}${pict(`\\pngblip ${png}`)}`,
    ['image/png 16'],
    [],
  ],
  [
    'more pictures than places, of sizes that tell nothing',
    1,
    pict(`\\pngblip ${png}`).repeat(2),
    [],
    ['【图片未随剪贴板带来，请单独上传】'],
  ],
];
for (const [what, places, rtf, taken, lines] of cases) {
  test(`pictures of the RTF: ${what}`, async ({ desk }) => {
    const { html, pictures, missing } = await clean(desk.page, { html: image.repeat(places), rtf });
    expect(pictures.map((picture) => picture.replace(/^\S+ /, '').trim())).toEqual(taken);
    expect([...html.matchAll(/<p class="missing">([^<]*)/g)].map(([, line]) => line)).toEqual(lines);
    expect(missing).toBe(lines.length);
  });
}

test('two places of one size take no picture when there is one', async ({ desk }) => {
  const place = '<p><img width="100" height="100" src="file:///C:/a.png"></p>';
  const rtf = pict(`\\picwgoal1500\\pichgoal1500\\pngblip ${png}`);
  expect((await clean(desk.page, { html: place + place, rtf })).missing).toBe(2);
});

test('a picture that the source has elsewhere comes when the RTF has it', async ({ desk }) => {
  const html = '<p><img src="file:///C:/a.png"><img src="https://gov.example/b.png"></p>';
  const { pictures } = await clean(desk.page, { html, rtf: pict(`\\pngblip ${png}`) + pict(`\\jpegblip ${jpeg}`) });
  expect(pictures).toEqual(['p1 image/png 16 ', 'p2 image/jpeg 10 ']);
});

test('the keys of two pastes differ when the caller says so', async ({ desk }) => {
  const keys = await desk.page.evaluate(
    (html) => window.paste.cleanOffice(html, '', { prefix: '粘贴7-' }).pictures.map(({ key }) => key),
    '<img src="data:image/png;base64,iVBORw0KGgo=">',
  );
  expect(keys).toEqual(['粘贴7-1']);
});
