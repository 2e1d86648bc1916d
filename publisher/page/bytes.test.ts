/** Pages as bytes, with the default theme: what must be on them, and what must never be. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { loadTheme } from '../theme.ts';
import { bytesOf, type Page } from './bytes.ts';
import type { ArticleRow, Chrome, Stub, Withdrawal } from './rows.ts';

const folder = fileURLToPath(new URL('../../themes/default', import.meta.url));
const theme = loadTheme(folder);
const column = {
  id: 'c1',
  siteId: 's1',
  key: 'notices',
  name: '通知公告',
  description: '本局的通知和公告',
  nature: 'dynamic',
  onHome: 1,
  position: 1,
  leadNames: '办公室、法规股',
  shown: true,
};
const site = {
  id: 's1',
  label: 'www',
  name: '云山县市场监管局',
  rank: 'main' as const,
  about: {
    host: 'scjgj.yunshan.example',
    idCode: '0000000012',
    organiser: '云山县市场监督管理局',
    phone: '0000-8800000',
  },
  position: 1,
  ownerName: '办公室',
};
const sub = { ...site, id: 's2', label: 'qingxi', name: '清溪镇市场监管所', rank: 'sub' as const, about: {} };
const chrome: Chrome = {
  site,
  sites: [site, sub],
  columns: [column],
  originOf: (s) => `http://${s.label}.localhost:8080`,
  demo: false,
  assets: { css: theme.css, js: theme.js },
};
const stub = (publicNo: string, title: string, more: Partial<Stub> = {}): Stub => ({
  placementId: publicNo,
  columnId: 'c1',
  publicNo,
  number: 1,
  title,
  firstAt: Date.parse('2026-11-23T09:40:00+08:00'),
  publishedAt: Date.parse('2026-11-23T09:40:00+08:00'),
  siteId: 's1',
  columnKey: 'notices',
  pinned: false,
  invalid: null,
  ...more,
});
const article = (more: Partial<ArticleRow> = {}): ArticleRow => ({
  ...stub('n11', '关于检定电子秤的通知'),
  articleId: 'a11',
  unitName: '计量股',
  source: '',
  author: '',
  reprint: false,
  link: '',
  html: '<p>各集贸市场：</p>',
  files: [],
  invalidAt: null,
  successor: null,
  cites: [],
  prev: null,
  next: null,
  ...more,
});
const html = (page: Page, more: Partial<Chrome> = {}) =>
  bytesOf(theme.templates, { ...chrome, ...more }, page).toString('utf8');
const articlePage = (more: Partial<ArticleRow> = {}) => html({ kind: 'article', article: article(more) });
const list = (items: Stub[], bucket: number | null, last: number) =>
  html({ kind: 'list', column, items, bucket, last });

test('an article shows title, time to the minute, source, text, and carries the meta tags of the field', () => {
  const page = articlePage({ author: '周晓' });
  for (const part of [
    '<title>关于检定电子秤的通知 - 云山县市场监管局</title>',
    '<h1>关于检定电子秤的通知</h1>',
    '<time datetime="2026-11-23T09:40+08:00">2026-11-23 09:40</time>',
    '来源：计量股',
    '作者：周晓',
    '<p>各集贸市场：</p>',
    '<meta name="SiteName" content="云山县市场监管局">',
    '<meta name="SiteDomain" content="scjgj.yunshan.example">',
    '<meta name="SiteIDCode" content="0000000012">',
    '<meta name="ColumnName" content="通知公告">',
    '<meta name="ColumnType" content="工作动态">',
    '<meta name="ArticleTitle" content="关于检定电子秤的通知">',
    '<meta name="PubDate" content="2026-11-23 09:40">',
    '<meta name="ContentSource" content="计量股">',
  ])
    expect(page).toContain(part);
  expect(page.match(/<h1/g)).toHaveLength(1);
  expect(page).not.toContain('更新时间');
});

test('a later revision keeps the first date and says when it was updated', () => {
  const page = articlePage({ publishedAt: Date.parse('2026-11-25T08:00:00+08:00') });
  expect(page).toContain('发布时间：<time datetime="2026-11-23T09:40+08:00">');
  expect(page).toContain('更新时间：<time datetime="2026-11-25T08:00+08:00">2026-11-25 08:00</time>');
});

test('neighbours are linked within the site from its root, and at another site absolutely', () => {
  const page = articlePage({
    prev: stub('n10', '上一件'),
    next: stub('n12', '下一件', { siteId: 's2', columnKey: 'news' }),
  });
  expect(page).toContain('上一篇：<a href="/notices/n10.html">上一件</a>');
  expect(page).toContain('下一篇：<a href="http://qingxi.localhost:8080/news/n12.html">下一件</a>');
});

test('a reprint says so and leads to the original, by an address of the web and by nothing else', () => {
  const shown = articlePage({ reprint: true, source: '云山日报', link: 'https://example.org/a?b=1&c=2' });
  expect(shown).toContain('<b class="tag">转载</b>');
  expect(shown).toContain('href="https://example.org/a?b=1&amp;c=2" rel="external noopener noreferrer">查看原文');
  for (const link of ['', 'javascript:alert(1)', '/notices/', 'https://example.org/ "x'])
    expect(articlePage({ reprint: true, link }), link).not.toContain('查看原文');
  expect(articlePage({ link: 'https://example.org/' })).not.toMatch(/转载|查看原文/);
});

test('paper carries the page’s address, and the address of each attachment; pictures are not listed', () => {
  const piece = (name: string) => ({ name, sha256: '', size: 1 });
  const page = articlePage({
    files: [
      { id: 'a'.repeat(26), kind: 'picture', name: '图.jpg', type: 'JPEG', pieces: [piece('w960.jpg')] },
      { id: 'b'.repeat(26), kind: 'document', name: '通报.pdf', type: 'PDF', pieces: [piece('file.pdf')] },
    ],
  });
  expect(page).toContain('本页地址：http://www.localhost:8080/notices/n11.html');
  expect(page).toContain(`<li>通报.pdf<br>http://www.localhost:8080/files/${'b'.repeat(26)}/file.pdf</li>`);
  expect(page).not.toContain('图.jpg');
  expect(articlePage()).not.toContain('附件地址');
});

test('navigation, footer and the 404 page list only columns that have an article; the page of an empty one still reads', () => {
  const empty = { ...column, id: 'c9', key: 'mail', name: '局长信箱', nature: 'letters', shown: false };
  const more = { columns: [column, empty] };
  const pages: Page[] = [
    { kind: 'missing' },
    { kind: 'article', article: article() },
    { kind: 'list', column: empty, items: [], bucket: null, last: 0 },
  ];
  for (const page of pages) {
    expect(html(page, more), page.kind).not.toContain('href="/mail/"');
    expect(html(page, more).match(/href="\/notices\/"/g)?.length, page.kind).toBeGreaterThanOrEqual(2);
  }
  expect(html({ kind: 'missing' }, { columns: [empty] })).not.toContain('从下面的栏目里找');
});

test('G3 no field of a site, a column or an article becomes markup', () => {
  const bad = `"'><script>alert(1)</script><img src=x onerror=alert(2)>{{ site.name }}`;
  const named = { ...column, name: bad, description: bad, leadNames: bad };
  const evil: Partial<Chrome> = {
    site: { ...site, name: bad, about: { ...site.about, organiser: bad, phone: bad, fullName: bad, address: bad } },
    sites: [site, { ...sub, name: bad }],
    columns: [named],
  };
  const hostile = article({
    title: bad,
    source: bad,
    author: bad,
    unitName: bad,
    html: '<p>好</p>',
    prev: stub('n1', bad),
  });
  const withdrawn = {
    ...stub('n9', bad),
    withdrawal: 'error' as const,
    withdrawnAt: 0,
    unitName: bad,
    entry: 1,
  };
  const pages: Page[] = [
    { kind: 'article', article: hostile },
    { kind: 'list', column: named, items: [stub('n1', bad)], bucket: null, last: 1 },
    {
      kind: 'home',
      blocks: [{ column: named, items: [stub('n1', bad)] }],
      leadHtml: `<p>${'&lt;script&gt;'}</p>`,
      updatedAt: 0,
    },
    { kind: 'missing' },
    { kind: 'gone', withdrawn },
  ];
  for (const page of pages) {
    const text = html(page, evil);
    expect(text.match(/<script/g), page.kind).toHaveLength(1); // the theme's own file
    expect(text, page.kind).not.toContain('<img');
    expect(text, page.kind).toContain('{{ site.name }}'); // shown as it was written, not run
    expect(text, page.kind).not.toMatch(/="[^"]*'>/); // a quote that ends an attribute
  }
});

test('G5 no page has an inline handler, style or script', () => {
  const pages = [articlePage(), list([stub('n1', '甲')], null, 1), html({ kind: 'missing' })];
  for (const page of pages) {
    expect(page).not.toMatch(/\son[a-z]+=/);
    expect(page).not.toMatch(/\sstyle=|<style/);
    expect(page.match(/<script[^>]*>[^<]/)).toBeNull();
  }
});

test('a frozen bucket names its neighbours and no total; the column says when it is empty', () => {
  const items = [stub('n1', '甲')];
  const frozenPage = list(items, 1, 125);
  expect(frozenPage).toContain('<a href="/notices/index_2.html" rel="prev">较新的一页</a>');
  expect(frozenPage).toContain('<a href="/notices/index_0.html" rel="next">较早的一页</a>');
  expect(frozenPage).not.toContain('125');
  expect(list(items, 2, 125)).toContain('<a href="/notices/" rel="prev">较新的一页</a>');
  expect(list(items, null, 125)).toContain('<a href="/notices/index_2.html" rel="next">较早的一页</a>');
  expect(list([], null, 0)).toContain('本栏目还没有发布信息。');
});

test('a bucket page stays the same while the column grows, until its newer neighbour is frozen too', () => {
  const items = [stub('n1', '甲')];
  expect(list(items, 0, 60)).toBe(list(items, 0, 89));
  expect(list(items, 0, 90)).toBe(list(items, 0, 100_000));
});

test('the home page leads with the newest of the first block, and has no block for an empty column', () => {
  const other = { ...column, id: 'c2', key: 'news', name: '工作动态' };
  const page = html({
    kind: 'home',
    blocks: [
      { column, items: [] },
      { column: other, items: [stub('n2', '头条文章')] },
    ],
    leadHtml: '<p>摘要的话。</p>',
    updatedAt: Date.parse('2026-11-23T09:40:00+08:00'),
  });
  expect(page).toContain('<span class="mark">头条</span><a href="/notices/n2.html">头条文章</a></h2><p>摘要的话。</p>');
  expect(page).not.toContain('id="b-notices"');
  expect(page).toContain('最近更新');
  expect(page).toContain('<a href="http://qingxi.localhost:8080/">清溪镇市场监管所</a>');
});

test.each<[Withdrawal, string, string?]>([
  ['error', '内容有误'],
  ['superseded', '已被替代'],
  ['expired', '已过有效期'],
  ['unlawful', '依法不予公开'],
  ['ended', '到期下线', '下线'],
])(
  'B3 a page withdrawn as %s says 撤下 or 下线, %s, when, by which unit, and nothing of the text',
  (withdrawal, kind, left = '撤下') => {
    const w = {
      ...stub('n9', '撤下的标题'),
      withdrawal,
      withdrawnAt: Date.parse('2026-11-24T10:05:00+08:00'),
      unitName: '计量股',
      entry: 4,
    };
    const page = html({ kind: 'gone', withdrawn: w });
    for (const part of [`<h1>该信息已${left}</h1>`, `<dd>${kind}</dd>`, '2026-11-24 10:05', '<dd>计量股</dd>'])
      expect(page).toContain(part);
    expect(page).not.toContain('撤下的标题');
  },
);

test('a demo installation says so on every page, another one on none', () => {
  const words = '演示数据：单位、人物、稿件均为虚构';
  expect(html({ kind: 'missing' }, { demo: true })).toContain(words);
  expect(articlePage()).not.toContain(words);
});

test('A13 the same rows give the same bytes at any time', () => {
  expect(articlePage()).toBe(articlePage());
  expect(loadTheme(folder).fingerprint).toBe(theme.fingerprint);
});

test('the theme keeps within its budget: one stylesheet, a script of at most 2 KB, colours only in tokens.css', () => {
  const css = readFileSync(`${folder}/site.css`, 'utf8');
  expect(readFileSync(`${folder}/site.js`).length).toBeLessThanOrEqual(2048);
  expect(theme.assets).toHaveLength(2);
  expect(readdirSync(folder).filter((n) => !/\.(liquid|css|js)$/.test(n))).toEqual([]);
  const home = html({ kind: 'home', blocks: [], leadHtml: '', updatedAt: null });
  const css2 = theme.assets.reduce((n, a) => n + gzipSync(a.bytes).length, 0);
  expect(gzipSync(home).length + css2).toBeLessThan(60 * 1024);
  expect(css.match(/#[0-9a-f]{3,8}\b/gi)).toBeNull();
});

test('what a template names and nobody gives is an error, so the page is parked and not wrong', () => {
  const broken = theme.templates.engine.parse('{{ no.such.thing }}');
  expect(() => theme.templates.engine.renderSync(broken, {})).toThrow();
});
