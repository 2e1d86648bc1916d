/**
 * A revision as its public page would be: the same templates, the same function. For the inside alone; its stylesheet has
 * an address there, and it has no script.
 */
import type { Query } from './database.ts';
import { bytesOf } from './page/bytes.ts';
import type { ArticleRow, SiteRow } from './page/rows.ts';
import { readCluster } from './read.ts';
import type { Theme } from './theme.ts';

export type Previewed = Omit<ArticleRow, keyof typeof unpublished>;
export type Previewer = {
  /** Undefined when the site or the column is not there. */
  page(article: Previewed): Promise<Buffer | undefined>;
  readonly css: { readonly path: string; readonly bytes: Buffer };
};
type Options = {
  readonly query: Query;
  readonly theme: Theme;
  readonly demo: boolean;
  readonly originOf: (site: SiteRow) => string;
};

/** What only a published page has. */
const unpublished = {
  articleId: '',
  columnKey: '',
  files: [],
  pinned: false,
  invalid: null,
  invalidAt: null,
  successor: null,
  cites: [],
  prev: null,
  next: null,
} as const;

const script = /<script [^>]*><\/script>\n?/g;

export function previewer({ query, theme, demo, originOf }: Options): Previewer {
  const css = {
    path: '/preview/site.css',
    bytes: theme.assets.find((a) => a.path === theme.css)?.bytes ?? Buffer.alloc(0),
  };
  const page = async (article: Previewed): Promise<Buffer | undefined> => {
    const rows = await readCluster(query);
    const site = rows.sites.find((s) => s.id === article.siteId);
    const columns = rows.columns.filter((c) => c.siteId === article.siteId);
    const column = columns.find((c) => c.id === article.columnId);
    if (!site || !column) return undefined;
    const chrome = { site, sites: rows.sites, columns, originOf, demo, assets: { css: css.path, js: '' } };
    const row = { ...unpublished, ...article, columnKey: column.key };
    const made = bytesOf(theme.templates, chrome, { kind: 'article', article: row });
    return Buffer.from(made.toString('utf8').replace(script, ''));
  };
  return { page, css };
}
