/** Rows in, template contexts out. Nothing here knows the time of building: the same rows give the same page. */
import { frozen } from './bucket.ts';
import { addressOf, around, columnMetas, columnOf, columnPath, siteMetas } from './chrome.ts';
import { day, machine, minute, short } from './date.ts';
import { filePath } from './key.ts';
import type { ArticleRow, Chrome, ColumnRow, Invalid, Millis, Stub, Withdrawal, WithdrawnRow } from './rows.ts';
import { summary } from './words.ts';

const SUMMARY_MAX = 120;
const LEAD_MAX = 90;

const time = (at: Millis) => ({ minute: minute(at), day: day(at), short: short(at), machine: machine(at) });
const line = (chrome: Chrome) => (stub: Stub) => ({
  title: stub.title,
  href: addressOf(stub, chrome),
  time: time(stub.firstAt),
  pinned: stub.pinned,
  mark: stub.invalid === null ? '' : invalidWords[stub.invalid],
});

/** How a text that no longer holds says so. */
const invalidWords: Readonly<Record<Invalid, string>> = { repealed: '已废止', lapsed: '已失效', amended: '已修改' };

/** That it no longer holds, since when, and what holds instead. */
const noLonger = (chrome: Chrome, { invalid, invalidAt, successor }: ArticleRow) =>
  invalid === null || invalidAt === null
    ? null
    : { mark: invalidWords[invalid], time: time(invalidAt), successor: successor && line(chrome)(successor) };
const crumb = (column: ColumnRow) => [
  { name: '首页', href: '/' },
  { name: column.name, href: columnPath(column.key) },
];

/** What only paper needs: where the page stands, and where its attachments are. */
function onPaper(chrome: Chrome, a: ArticleRow) {
  const origin = chrome.originOf(chrome.site);
  const documents = a.files.filter((file) => file.kind === 'document');
  return {
    address: origin + addressOf({ ...a, siteId: chrome.site.id }, chrome),
    attachments: documents.flatMap(({ id, name, pieces }) =>
      pieces.slice(0, 1).map((piece) => ({ name, address: origin + filePath(id, piece.name) })),
    ),
  };
}

/** Only an address of the web is a link, wherever the row came from. */
const original = (link: string): string => (/^https?:\/\/[^\s]+$/i.test(link) ? link : '');

export function articleView(chrome: Chrome, a: ArticleRow) {
  const column = columnOf(a.columnId, chrome);
  const words = summary(a.html, SUMMARY_MAX);
  const source = a.source || a.unitName;
  const neighbour = (stub: Stub | null) => (stub ? line(chrome)(stub) : null);
  return {
    site: around(chrome, column.key),
    title: `${a.title} - ${chrome.site.name}`,
    metas: [
      ...siteMetas(chrome),
      ...columnMetas(column),
      { name: 'ArticleTitle', content: a.title },
      { name: 'PubDate', content: minute(a.firstAt) },
      { name: 'ContentSource', content: source },
      ...(words ? [{ name: 'Description', content: words }] : []),
    ],
    crumbs: crumb(column),
    here: '正文',
    article: {
      title: a.title,
      time: time(a.firstAt),
      updated: minute(a.publishedAt) === minute(a.firstAt) ? null : time(a.publishedAt),
      source,
      author: a.author,
      reprint: a.reprint,
      link: a.reprint ? original(a.link) : '',
      html: a.html,
      noLonger: noLonger(chrome, a),
      cites: a.cites.map(({ stub, invalid, invalidAt }) => ({
        ...line(chrome)(stub),
        mark: invalidWords[invalid],
        since: time(invalidAt),
      })),
    },
    paper: onPaper(chrome, a),
    prev: neighbour(a.prev),
    next: neighbour(a.next),
    column: { name: column.name, href: columnPath(column.key) },
  };
}

/** `items` newest first, on the column's own page behind what is pinned. `bucket` null: the column's own page. `last` decides which buckets stand beside it. */
export function listView(
  chrome: Chrome,
  column: ColumnRow,
  items: readonly Stub[],
  bucket: number | null,
  last: number,
) {
  const page = (b: number) => `${columnPath(column.key)}index_${b}.html`;
  const older = bucket === null ? frozen(last) - 1 : bucket - 1;
  const newer = bucket === null ? null : bucket + 1 < frozen(last) ? page(bucket + 1) : columnPath(column.key);
  return {
    site: around(chrome, column.key),
    title: `${column.name} - ${chrome.site.name}`,
    metas: [...siteMetas(chrome), ...columnMetas(column)],
    crumbs: [{ name: '首页', href: '/' }],
    here: column.name,
    column: {
      name: column.name,
      description: column.description,
      leads: column.leadNames ?? '',
      href: columnPath(column.key),
    },
    items: items.map(line(chrome)),
    older: older >= 0 ? page(older) : null,
    newer,
    earlier: bucket !== null,
  };
}

export type Block = { readonly column: ColumnRow; readonly items: readonly Stub[] };

/** The headline is the newest article of the first block; columns without a public article have no block. */
export function homeView(chrome: Chrome, blocks: readonly Block[], leadHtml: string, updatedAt: Millis | null) {
  const full = blocks.filter((b) => b.items.length > 0);
  const first = full[0]?.items[0];
  return {
    site: around(chrome, 'home'),
    title: chrome.site.name,
    metas: [...siteMetas(chrome), { name: 'ColumnType', content: '首页' }],
    lead: first ? { ...line(chrome)(first), summary: summary(leadHtml, LEAD_MAX) } : null,
    blocks: full.map(({ column, items }) => ({
      id: column.key,
      name: column.name,
      href: columnPath(column.key),
      items: items.map(line(chrome)),
    })),
    updated: updatedAt === null ? null : time(updatedAt),
  };
}

export function missingView(chrome: Chrome) {
  return { site: around(chrome, null), title: `没有这个页面 - ${chrome.site.name}`, metas: siteMetas(chrome) };
}

/** What the public reads about a withdrawal. Its own reason stays inside; the kind is what the regulation lets be told. */
const kinds: Readonly<Record<Withdrawal, { kind: string; says: string }>> = {
  error: { kind: '内容有误', says: '原文内容有误，已撤下更正。' },
  superseded: { kind: '已被替代', says: '原文已由新的信息替代。' },
  expired: { kind: '已过有效期', says: '原文已过有效期。' },
  unlawful: { kind: '依法不予公开', says: '原文依法不应公开，已撤下。' },
  ended: { kind: '到期下线', says: '原文写明的期限已到，按期下线。' },
};

export function goneView(chrome: Chrome, w: WithdrawnRow) {
  const left = w.withdrawal === 'ended' ? '下线' : '撤下';
  return {
    site: around(chrome, columnOf(w.columnId, chrome).key),
    title: `该信息已${left} - ${chrome.site.name}`,
    metas: siteMetas(chrome),
    gone: { ...kinds[w.withdrawal], left, unit: w.unitName, time: time(w.withdrawnAt) },
    column: {
      name: columnOf(w.columnId, chrome).name,
      href: columnPath(columnOf(w.columnId, chrome).key),
    },
  };
}
