/** The one function that gives a page's bytes. Pure: a theme's templates and rows in, UTF-8 out. */
import type { Liquid, Template } from 'liquidjs';
import type { ArticleRow, Chrome, ColumnRow, Millis, Stub, WithdrawnRow } from './rows.ts';
import { articleView, type Block, goneView, homeView, listView, missingView } from './view.ts';

export const templateNames = ['home', 'column', 'article', 'not-found', 'gone'] as const;
export type TemplateName = (typeof templateNames)[number];
export type Templates = { readonly engine: Liquid; readonly parsed: Readonly<Record<TemplateName, Template[]>> };

/** A page with all that it needs. */
export type Page =
  | { readonly kind: 'article'; readonly article: ArticleRow }
  | {
      readonly kind: 'list';
      readonly column: ColumnRow;
      readonly items: readonly Stub[];
      readonly bucket: number | null;
      readonly last: number;
    }
  | {
      readonly kind: 'home';
      readonly blocks: readonly Block[];
      readonly leadHtml: string;
      readonly updatedAt: Millis | null;
    }
  | { readonly kind: 'missing' }
  | { readonly kind: 'gone'; readonly withdrawn: WithdrawnRow };

function viewOf(chrome: Chrome, page: Page): readonly [TemplateName, object] {
  switch (page.kind) {
    case 'article':
      return ['article', articleView(chrome, page.article)];
    case 'list':
      return ['column', listView(chrome, page.column, page.items, page.bucket, page.last)];
    case 'home':
      return ['home', homeView(chrome, page.blocks, page.leadHtml, page.updatedAt)];
    case 'missing':
      return ['not-found', missingView(chrome)];
    case 'gone':
      return ['gone', goneView(chrome, page.withdrawn)];
  }
}

/** Throws when the page can't be made (a template's fault, a row that names what isn't there): the caller parks it. */
export function bytesOf(templates: Templates, chrome: Chrome, page: Page): Buffer {
  const [name, view] = viewOf(chrome, page);
  return Buffer.from(String(templates.engine.renderSync(templates.parsed[name], view)), 'utf8');
}

/**
 * The 410 page when the theme can't make one: a withdrawal is never held up by a template. Words only, no chrome.
 */
export const plainGone = (): Buffer =>
  Buffer.from(
    '<!doctype html>\n<html lang="zh-CN"><head><meta charset="utf-8"><title>该信息已撤下</title></head>' +
      '<body><main><h1>该信息已撤下</h1></main></body></html>\n',
    'utf8',
  );
