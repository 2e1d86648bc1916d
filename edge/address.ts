/**
 * Which file an address names. An address is served only in the one form it was published in: lower-case letters,
 * digits, `-`, `_`, `.` inside a part, nothing encoded. All else is the same 404, so no trick of case, dots, slashes or
 * percent signs can name a second thing. `edge/nginx.conf` carries the same pattern.
 */
const ADDRESS_MAX = 300;
const address = /^\/(?:[a-z0-9][a-z0-9_-]*\/)*(?:[a-z0-9][a-z0-9_-]*(?:\.[a-z0-9][a-z0-9_-]*)*\.(?:html|css|js))?$/;
/** A column's address without its slash: answered with the way to the right one. */
const folder = /^(?:\/[a-z0-9][a-z0-9_-]*)+$/;

/** `target` is the request's, with its query. file: from the site's root. folder: index to look for, then redirect. */
export function read(target: string): { readonly file: string } | { readonly folder: string } | undefined {
  const cut = target.indexOf('?');
  const path = cut < 0 ? target : target.slice(0, cut);
  if (path.length > ADDRESS_MAX || path === '/404.html') return undefined;
  if (address.test(path)) return { file: path.endsWith('/') ? `${path}index.html` : path };
  return folder.test(path) ? { folder: path } : undefined;
}

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
};

export const typeOf = (file: string): string =>
  types[file.slice(file.lastIndexOf('.') + 1)] ?? 'application/octet-stream';

/** The Host header's name, without its port; undefined when it is no plain name. */
export function hostName(host: string | undefined): string | undefined {
  return /^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?)(:\d{1,5})?$/.exec(host?.toLowerCase() ?? '')?.[1];
}
