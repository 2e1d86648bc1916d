/** A site with one article that has every form of docs/article-html.md, made by the theme as any page is; for eyes and browsers. */
import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { edgeFolder } from './files.ts';
import { theme } from './outlet.fixture.ts';
import { bytesOf, type Page } from './page/bytes.ts';
import { articlePath } from './page/key.ts';
import type { ArticleRow, Chrome, ColumnRow, PublicFile, SiteRow } from './page/rows.ts';

const site: SiteRow = {
  id: 's1',
  label: 'www',
  name: '云山县市场监管局',
  rank: 'main',
  about: {
    fullName: '云山县市场监督管理局',
    host: 'scjgj.yunshan.example',
    idCode: '0000000012',
    phone: '0000-8800000',
    address: '云山县政通路 1 号',
  },
  position: 1,
  ownerName: '办公室',
};
const column = (key: string, name: string, position: number): ColumnRow => ({
  id: key,
  siteId: site.id,
  key,
  name,
  description: '',
  nature: 'dynamic',
  onHome: position,
  position,
  leadNames: null,
  shown: key !== 'letters',
});
const chrome: Chrome = {
  site,
  sites: [site],
  columns: [column('notices', '通知公告', 1), column('news', '工作动态', 2), column('letters', '局长信箱', 3)],
  originOf: () => 'http://127.0.0.1:8080',
  demo: true,
  assets: { css: theme.css, js: theme.js },
};

const ids = { wide: 'a', tall: 'b', pdf: 'c', xlsx: 'd', docx: 'e', zip: 'f', csv: 'g' };
type Name = keyof typeof ids;
const idOf = (name: Name) => ids[name].repeat(26);
const at = (name: Name, piece: string) => `/files/${idOf(name)}/${piece}`;
const bytes = new Map<string, Buffer>();

function kept(name: Name, called: string, type: string, pieces: readonly (readonly [string, Buffer])[]): PublicFile {
  const kind = ['JPEG', 'PNG'].includes(type) ? 'picture' : 'document';
  const all = pieces.map(([piece, content]) => {
    const sha256 = createHash('sha256').update(content).digest('hex');
    bytes.set(sha256, content);
    return { name: piece, sha256, size: content.length };
  });
  return { id: idOf(name), kind, name: called, type, pieces: all };
}

/** A market hall, as one would draw it on squared paper. */
const drawing = (width: number, height: number) =>
  sharp(
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 960 640" preserveAspectRatio="xMidYMid slice">
    <rect width="960" height="640" fill="#dfe9f2"/><rect y="430" width="960" height="210" fill="#cbbf9f"/>
    <path d="M120 300 480 120 840 300Z" fill="#7d4a3a"/><rect x="170" y="300" width="620" height="170" fill="#f4ecdc"/>
    ${[0, 1, 2, 3].map((i) => `<rect x="${205 + i * 145}" y="345" width="105" height="125" fill="#4c6b86"/><rect x="${195 + i * 145}" y="325" width="125" height="24" fill="${i % 2 ? '#b3443a' : '#3f7d5c'}"/>`).join('')}
    <circle cx="800" cy="110" r="48" fill="#f3c94f"/></svg>`),
  );
const pictureOf = async (name: Name, called: string, sizes: readonly (readonly [number, number])[]) => {
  const pieces = await Promise.all(
    sizes.map(async ([w, h]) => [`w${w}.jpg`, await drawing(w, h).jpeg({ quality: 80 }).toBuffer()] as const),
  );
  return kept(name, called, 'JPEG', pieces);
};
const document = (name: Name, called: string, type: string, ending: string) =>
  kept(name, called, type, [[`file.${ending}`, Buffer.from(`${called}\n`.repeat(50))]]);

const figure = (name: Name, [w, h]: readonly [number, number], alt: string, caption?: string) =>
  `<figure class="picture"><img src="${at(name, `w${w}.jpg`)}" srcset="${at(name, 'w480.jpg')} 480w${w > 480 ? `, ${at(name, `w${w}.jpg`)} ${w}w` : ''}" sizes="(max-width: 760px) 100vw, 760px" width="${w}" height="${h}" alt="${alt}" loading="lazy">${caption ? `<figcaption>${caption}</figcaption>` : ''}</figure>`;
const attachment = (name: Name, called: string, ending: string, about: string) =>
  `<p class="attachment"><a href="${at(name, `file.${ending}`)}" download="${called}.${ending}">${called}</a><span class="about">${about}</span></p>`;
const scroll = (table: string) => `<div class="scroll" role="group" aria-label="表格" tabindex="0">${table}</div>`;

const months = ['一月', '二月', '三月', '四月', '五月', '六月', '七月', '八月', '九月', '十月', '十一月', '十二月'];
const wideTable = scroll(
  `<table><caption>表一　各集贸市场每月检定的衡器（台）</caption><thead><tr><th scope="col" rowspan="2">市场</th><th scope="col" colspan="12">月份</th><th scope="col" rowspan="2">合计</th></tr><tr>${months.map((m) => `<th scope="col">${m}</th>`).join('')}</tr></thead><tbody>${['城关', '清溪', '北桥', '河口', '石坪'].map((m, r) => `<tr><td>${m}集贸市场</td>${months.map((_, i) => `<td>${(r + 2) * 7 + i * 3}</td>`).join('')}<td>${(r + 2) * 84 + 198}</td></tr>`).join('')}</tbody></table>`,
);
const longTable = (rows: number) =>
  scroll(
    `<table><caption>表二　受检经营者</caption><thead><tr><th scope="col">序号</th><th scope="col">经营者</th><th scope="col">结果</th></tr></thead><tbody>${Array.from({ length: rows }, (_, i) => `<tr><td>${i + 1}</td><td><p>第 ${i + 1} 号摊位</p></td><td>${i % 7 ? '合格' : '限期改正'}</td></tr>`).join('')}</tbody></table>`,
  );

const htmlOf = (rows: number) =>
  `<p class="noindent">各集贸市场、各有关单位：</p><p>为维护公平交易，本局于 2026 年 9 月至 11 月对全县集贸市场使用的电子计价秤开展了<strong>强制检定</strong>和<em>专项检查</em>，共检定 1,264 台，合格率 96.4%<sup class="fnref" id="fnref-1"><a href="#fn-1">[1]</a></sup>。现将有关情况和下一步要求通知如下，请认真落实，并于 12 月 15 日前书面报告整改结果。</p><h2>一、总体情况</h2><p>检定覆盖 18 个市场、1,031 户经营者。检定用的标准器经上级机构校准，记录可在<a href="https://example.org/records?year=2026">检定记录查询</a>和<a href="/notices/">本站通知公告</a>中核对，咨询可写信到 <a href="mailto:jl@yunshan.example">jl@yunshan.example</a>。</p>${figure('wide', [960, 640], '集贸市场外景：红绿雨棚下的四个摊位', '图一　城关集贸市场。检定人员自 9 月起逐摊核对，<em>每台贴有绿色合格标志</em>。')}${wideTable}<h3>（一）发现的问题</h3><ol><li><p>少数经营者<u>私自拆封</u>或更换传感器；</p></li><li><p>部分摊位没有公示检定合格标志，主要是：</p><ul><li><p>临时摊位；</p></li><li><p>新换的计价秤，<s>未报检</s>已补检。</p></li></ul></li><li><p>最小秤量以下称重，误差超过 1/3000 的有 H<sub>2</sub>O 渗入，偏差约 10<sup>-3</sup>。</p></li></ol><h4>处理办法</h4><blockquote><p>经营者不得使用未经检定、检定不合格或者超过检定周期的计量器具。</p><p class="al-right">——摘自本局《集贸市场计量告知书》</p></blockquote><p class="al-center">（居中的一行：监督电话 0000-8800000）</p>${figure('tall', [480, 720], '市场入口的公平秤，红绿雨棚', '图二　公平秤')}<hr>${longTable(rows)}<h2 class="al-center">附件下载</h2>${attachment('pdf', '关于开展集贸市场电子计价秤强制检定情况的通报（盖章扫描件，含各市场明细和整改时限要求）', 'pdf', 'PDF，1.2 MB')}${attachment('xlsx', '检定结果汇总表', 'xlsx', 'XLSX，86 KB')}${attachment('docx', '整改报告模板', 'docx', 'DOCX，24 KB')}${attachment('csv', '开放数据', 'csv', 'CSV，12 KB')}${attachment('zip', '现场照片', 'zip', 'ZIP，8.4 MB')}<p class="al-right">云山县市场监督管理局</p><p class="al-right">2026 年 11 月 25 日</p><ol class="footnotes"><li id="fn-1"><p>合格率按首次检定计算，<a href="https://example.org/method">计算方法</a>见统计说明。</p><a class="back" href="#fnref-1" aria-label="回到正文">↩</a></li></ol>`;

async function articleRow(rows: number): Promise<ArticleRow> {
  const at = Date.parse('2026-11-25T09:40:00+08:00');
  return {
    placementId: 'p1',
    articleId: 'a1',
    columnId: 'notices',
    publicNo: '8k2m4q0z1a',
    number: 1,
    title: '云山县市场监管局关于集贸市场电子计价秤强制检定情况的通知',
    firstAt: at,
    publishedAt: at,
    siteId: site.id,
    columnKey: 'notices',
    unitName: '计量股',
    source: '云山日报',
    author: '林晓',
    reprint: true,
    link: 'https://example.org/news/2026-11-25.html',
    html: htmlOf(rows),
    pinned: false,
    invalid: null,
    invalidAt: null,
    successor: null,
    cites: [],
    prev: null,
    next: null,
    files: [
      await pictureOf('wide', '城关市场.jpg', [
        [960, 640],
        [480, 320],
      ]),
      await pictureOf('tall', '公平秤.jpg', [[480, 720]]),
      document('pdf', '通报.pdf', 'PDF', 'pdf'),
      document('xlsx', '检定结果汇总表.xlsx', 'XLSX', 'xlsx'),
      document('docx', '整改报告模板.docx', 'DOCX', 'docx'),
      document('csv', '开放数据.csv', 'CSV', 'csv'),
      document('zip', '现场照片.zip', 'ZIP', 'zip'),
    ],
  };
}

/** Fills an edge's folder; answers the article's path. Its host is 127.0.0.1. `rows` of the second table: more than a sheet has. */
export async function specimen(folder: string, rows = 12): Promise<string> {
  const cluster = edgeFolder(folder);
  const tree = await cluster.site('www').fresh();
  const article = await articleRow(rows);
  const put = (path: string, page: Page) => tree.put(path, bytesOf(theme.templates, chrome, page), 1);
  for (const asset of theme.assets) await tree.put(asset.path, asset.bytes, 1);
  for (const file of article.files) await tree.putFile(file, 1, async ({ sha256 }) => bytes.get(sha256) as Buffer);
  const path = articlePath('notices', article.publicNo);
  await put(path, { kind: 'article', article });
  await put('/404.html', { kind: 'missing' });
  await tree.commit({ to: 1, fingerprint: 'specimen' });
  await cluster.hosts({ '127.0.0.1': 'www' });
  return path;
}
