/** What stands around the content of each page of a site: names, navigation, the other sites, the footer's facts. */
import { articlePath } from './key.ts';
import type { Chrome, ColumnRow, SiteRow, Stub } from './rows.ts';

/** GB rules of the field: at most eight entries in the main navigation, the home page among them. */
const NAV_MAX = 8;

export const columnPath = (key: string): string => `/${key}/`;

/** Where an article's page is, seen from this site: root-relative at home, absolute at another site of the cluster. */
export function addressOf(stub: Stub, chrome: Chrome): string {
  const path = articlePath(stub.columnKey, stub.publicNo);
  if (stub.siteId === chrome.site.id) return path;
  const other = chrome.sites.find((s) => s.id === stub.siteId);
  if (!other) throw new Error(`the article's home site ${stub.siteId} is not published`);
  return chrome.originOf(other) + path;
}

export const columnOf = (id: string, chrome: Chrome): ColumnRow => {
  const column = chrome.columns.find((c) => c.id === id);
  if (!column) throw new Error(`column ${id} is not one of site ${chrome.site.label}`);
  return column;
};

export type Meta = { readonly name: string; readonly content: string };
const meta = (name: string, content: string | undefined | null): Meta[] => (content ? [{ name, content }] : []);

export function siteMetas({ site }: Chrome): Meta[] {
  return [
    ...meta('SiteName', site.name),
    ...meta('SiteDomain', site.about.host),
    ...meta('SiteIDCode', site.about.idCode),
  ];
}

/** ColumnType, as the field's page markup wants it. */
const natures: Readonly<Record<string, string>> = {
  dynamic: '工作动态',
  static: '概况信息',
  data: '数据发布',
  letters: '互动交流',
  link: '办事服务',
};

export function columnMetas(column: ColumnRow): Meta[] {
  return [
    ...meta('ColumnName', column.name),
    ...meta('ColumnDescription', column.description || column.name),
    ...meta('ColumnKeywords', column.name),
    ...meta('ColumnType', natures[column.nature] ?? column.name),
  ];
}

const facts = (site: SiteRow): { term: string; words: string }[] => {
  const { about } = site;
  const all: readonly (readonly [string, string | undefined])[] = [
    ['主办单位', about.organiser ?? site.ownerName],
    ['承办单位', about.undertaker],
    ['网站标识码', about.idCode],
    ['备案号', about.icp],
    ['公安备案', about.police],
    ['联系电话', about.phone],
    ['地址', about.address],
  ];
  return all.flatMap(([term, words]) => (words ? [{ term, words }] : []));
};

/** The part of a template's context that all pages share. `current` is the key of the column that the page is in. */
export function around(chrome: Chrome, current: string | 'home' | null) {
  const { site, sites, columns, originOf } = chrome;
  const shown = columns.filter((c) => c.shown);
  const item = (c: ColumnRow) => ({ name: c.name, href: columnPath(c.key), current: c.key === current });
  const link = (s: SiteRow) => ({ name: s.name, href: `${originOf(s)}/` });
  return {
    name: site.name,
    under: site.about.fullName && site.about.fullName !== site.name ? site.about.fullName : '',
    host: site.about.host ?? '',
    phone: site.about.phone ?? '',
    main: sites.filter((s) => s.rank === 'main' && s.id !== site.id).map(link),
    kin: sites.filter((s) => s.id !== site.id).map(link),
    nav: [{ name: '首页', href: '/', current: current === 'home' }, ...shown.slice(0, NAV_MAX - 1).map(item)],
    columns: shown.map(item),
    facts: facts(site),
    demo: chrome.demo,
    css: chrome.assets.css,
    js: chrome.assets.js,
  };
}
