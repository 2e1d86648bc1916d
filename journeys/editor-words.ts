/** Html of every form of the profile, drawn at random: what goes through the server's cleaning must come back the same. */
import fc from 'fast-check';
import { document_, picture } from './editor-fixture.ts';

const words = fc.constantFrom('本局', '今年 3 月', 'A&B <公司>', '“质量”', '𠮷野', '一、', '…… 完', 'ISO 9001', '👍🏽');
const marks = ['strong', 'em', 'u', 's', 'sup', 'sub'] as const;
const hrefs = [
  'https://example.com/a?b=1&c=2',
  '/zj/tz/1.html',
  'mailto:a@example.com',
  `/files/${document_}/file.pdf`,
];

const run = fc.oneof(
  { weight: 4, arbitrary: words },
  {
    weight: 3,
    arbitrary: fc.tuple(fc.constantFrom(...marks), words).map(([tag, text]) => `<${tag}>${esc(text)}</${tag}>`),
  },
  fc
    .tuple(fc.constantFrom(...hrefs), words)
    .map(([href, text]) => `<a href="${href.replace('&', '&amp;')}"><em>${esc(text)}</em>后</a>`),
  fc.constant('<br>'),
  fc.integer({ min: 1, max: 3 }).map((n) => `<sup class="fnref"><a href="#fn-${n}">[${n}]</a></sup>`),
);
function esc(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}
const inline = fc
  .array(run, { minLength: 1, maxLength: 5 })
  .map((runs) => runs.map((r) => (r.startsWith('<') ? r : esc(r))).join(''));
const line = (tag: string, classes: readonly string[]) =>
  fc
    .tuple(fc.constantFrom(...classes), inline)
    .map(([name, text]) => `<${tag}${name ? ` class="${name}"` : ''}>${text}</${tag}>`);

const paragraph = line('p', ['', '', 'al-center', 'al-right', 'noindent', 'al-right noindent']);
const simple = fc.oneof(
  { weight: 4, arbitrary: paragraph },
  fc.constant('<hr>'),
  inline.map(
    (text) =>
      `<figure class="picture"><img src="/files/${picture}/w960.jpg" alt="两个人在签字"><figcaption>${text}</figcaption></figure>`,
  ),
  fc.constant(`<figure class="picture"><img src="/files/${picture}/any" alt=""></figure>`),
  words.map((text) => `<p class="attachment"><a href="/files/${document_}/x">${esc(text)}</a></p>`),
  words.map((text) => `<p class="missing">【图片未带来：${esc(text)}】</p>`),
);
const { inside } = fc.letrec<{ inside: string; list: string; quote: string }>((tie) => ({
  inside: fc.oneof({ depthSize: 'small' }, { weight: 4, arbitrary: simple }, tie('list'), tie('quote')),
  list: fc
    .tuple(
      fc.constantFrom('ul', 'ol', 'ol start="4"'),
      fc.array(fc.tuple(paragraph, fc.array(tie('inside'), { maxLength: 1 })), { minLength: 1, maxLength: 3 }),
    )
    .map(
      ([tag, items]) =>
        `<${tag}>${items.map(([p, more]) => `<li>${p}${more.join('')}</li>`).join('')}</${tag.slice(0, 2)}>`,
    ),
  quote: fc
    .array(tie('inside'), { minLength: 1, maxLength: 2 })
    .map((blocks) => `<blockquote>${blocks.join('')}</blockquote>`),
}));
const heading = fc.integer({ min: 2, max: 4 }).chain((level) => line(`h${level}`, ['', 'al-center']));

const row = (tag: string, columns: number) =>
  fc
    .array(fc.oneof(inside, fc.constant('')), { minLength: columns, maxLength: columns })
    .map((cells) => `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`);
const table = fc.integer({ min: 1, max: 4 }).chain((columns) =>
  fc
    .tuple(
      fc.option(inline),
      fc.option(row('th', columns)),
      fc.array(row('td', columns), { minLength: 1, maxLength: 3 }),
      fc.boolean(),
    )
    .map(([caption, head, rows, wide]) => {
      const merged = wide && columns > 1 ? `<tr><th colspan="${columns}" rowspan="1"><p>合计</p></th></tr>` : '';
      return `<table>${caption ? `<caption>${caption}</caption>` : ''}${head ?? ''}${rows.join('')}${merged}</table>`;
    }),
);

const notes = ['甲。', '乙，<strong>见附件</strong>。', '丙。']
  .map((text, i) => `<li id="fn-${i + 1}"><p>${text}</p></li>`)
  .join('');
export const texts = fc
  .array(fc.oneof({ weight: 5, arbitrary: inside }, { weight: 2, arbitrary: heading }, table), {
    minLength: 1,
    maxLength: 7,
  })
  .map(
    (blocks) =>
      `<p>开头<sup class="fnref"><a href="#fn-1">[1]</a></sup><sup class="fnref"><a href="#fn-2">[2]</a></sup><sup class="fnref"><a href="#fn-3">[3]</a></sup></p>${blocks.join('')}<ol class="footnotes">${notes}</ol>`,
  );
