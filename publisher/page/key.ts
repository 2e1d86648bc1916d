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

/** What the edge keeps for itself: assets, pictures and attachments, and two folders of nginx.conf. */
const reserved = new Set(['assets', 'files', 'folder', 'gone']);
function column(key: string): string {
  if (reserved.has(key)) throw new Error(`a column can't be called ${key}: the address is taken`);
  return checked(key);
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
      return `/${column(key.column)}/index.html`;
    case 'bucket':
      return `/${column(key.column)}/index_${key.n}.html`;
    case 'article':
    case 'gone':
      return articlePath(key.column, key.publicNo);
  }
}

export const articlePath = (key: string, publicNo: string): string => `/${column(key)}/${checked(publicNo)}.html`;

/** The same for a file's parts: what the edge would not serve is not put there. */
export function filePath(id: string, name: string): string {
  if (!/^[a-z2-7]{26}$/.test(id)) throw new Error(`not the id of a file: ${JSON.stringify(id)}`);
  if (!/^[a-z0-9]{1,20}\.(?:jpe?g|png|pdf|docx|xlsx|pptx|ofd|txt|csv|zip)$/.test(name))
    throw new Error(`not usable as a file's address: ${JSON.stringify(name)}`);
  return `/files/${id}/${name}`;
}
/** Where its 410 page stands among the markers. No page has this address: the edge gives it for the file's own only. */
export const fileMarker = (id: string): string => `/files/${id}.html`;

/** Articles before the lists that link to them, the newest list last: a reader never meets a link to a page not yet there. */
const order = ['missing', 'gone', 'article', 'bucket', 'index', 'home'] as const;
export const rankOf = (key: Key): number => order.indexOf(key.kind);
