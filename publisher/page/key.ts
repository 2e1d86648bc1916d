/** A page's key, `site/kind/id[/n]`, says all that its address depends on. Folding, queues and parking go by the key. */

export type Key =
  | { readonly kind: 'home' | 'missing'; readonly site: string }
  | { readonly kind: 'index'; readonly site: string; readonly column: string }
  | { readonly kind: 'bucket'; readonly site: string; readonly column: string; readonly n: number }
  | { readonly kind: 'article'; readonly site: string; readonly column: string; readonly publicNo: string }
  | { readonly kind: 'gone'; readonly site: string; readonly column: string; readonly publicNo: string };

/** Only what the edge would serve: it refuses every address with other letters, so one is refused here first. */
const part = /^[a-z0-9][a-z0-9-]{0,99}$/;
function checked(text: string): string {
  if (!part.test(text)) throw new Error(`not usable in an address: ${JSON.stringify(text)}`);
  return text;
}

export function keyText(key: Key): string {
  switch (key.kind) {
    case 'home':
    case 'missing':
      return `${key.site}/${key.kind}`;
    case 'index':
      return `${key.site}/index/${key.column}`;
    case 'bucket':
      return `${key.site}/bucket/${key.column}/${key.n}`;
    case 'article':
    case 'gone':
      return `${key.site}/${key.kind}/${key.column}/${key.publicNo}`;
  }
}

/** The file behind the address, from the site's root. A gone page stands under the address of the article it was. */
export function pathOf(key: Key): string {
  switch (key.kind) {
    case 'home':
      return '/index.html';
    case 'missing':
      return '/404.html';
    case 'index':
      return `/${checked(key.column)}/index.html`;
    case 'bucket':
      return `/${checked(key.column)}/index_${key.n}.html`;
    case 'article':
    case 'gone':
      return articlePath(key.column, key.publicNo);
  }
}

export const articlePath = (column: string, publicNo: string): string =>
  `/${checked(column)}/${checked(publicNo)}.html`;

/** Articles before the lists that link to them, the newest list last: a reader never meets a link to a page not yet there. */
const order = ['missing', 'gone', 'article', 'bucket', 'index', 'home'] as const;
export const rankOf = (key: Key): number => order.indexOf(key.kind);
