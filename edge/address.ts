/**
 * Which file an address names. An address is served only in the one form it was published in: lower-case letters,
 * digits, `-`, `_`, `.` inside a part, nothing encoded. All else is the same 404, so no trick of case, dots, slashes or
 * percent signs can name a second thing. `edge/nginx.conf` carries the same patterns.
 */
const ADDRESS_MAX = 300;
const address = /^\/(?:[a-z0-9][a-z0-9_-]*\/)*(?:[a-z0-9][a-z0-9_-]*(?:\.[a-z0-9][a-z0-9_-]*)*\.(?:html|css|js))?$/;
/** A column's address without its slash: answered with the way to the right one. */
const folder = /^(?:\/[a-z0-9][a-z0-9_-]*)+$/;
/** A picture or an attachment: `/files/ID/NAME`. Nothing else lies under `/files/`, no page either. */
const file = /^\/files\/([a-z2-7]{26})\/[a-z0-9]{1,20}\.(?:jpe?g|png|pdf|docx|xlsx|pptx|ofd|txt|csv|zip)$/;
/** The names under which pictures of a text stand: shown in the page. Every other file is for keeping. */
const picture = /\/w\d{1,5}\.(?:jpg|png)$/;

/** file: a page or asset, from the site's root. folder: index to look for, then redirect. kept: a file as it is. */
export type Named =
  | { readonly file: string }
  | { readonly folder: string }
  | { readonly kept: string; readonly id: string };

/** `target` is the request's, with its query. */
export function read(target: string): Named | undefined {
  const cut = target.indexOf('?');
  const path = cut < 0 ? target : target.slice(0, cut);
  if (path.length > ADDRESS_MAX || path === '/404.html') return undefined;
  if (path.startsWith('/files/')) {
    const id = file.exec(path)?.[1];
    return id === undefined ? undefined : { kept: path, id };
  }
  if (address.test(path)) return { file: path.endsWith('/') ? `${path}index.html` : path };
  return folder.test(path) ? { folder: path } : undefined;
}

const office = 'application/vnd.openxmlformats-officedocument';
const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  pdf: 'application/pdf',
  docx: `${office}.wordprocessingml.document`,
  xlsx: `${office}.spreadsheetml.sheet`,
  pptx: `${office}.presentationml.presentation`,
  ofd: 'application/ofd',
  // In which encoding they were written nobody knows.
  txt: 'text/plain',
  csv: 'text/csv',
  zip: 'application/zip',
};

export const typeOf = (path: string): string =>
  types[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream';

export const isPicture = (path: string): boolean => picture.test(path);

/** The Host header's name, without its port; undefined when it is no plain name. */
export function hostName(host: string | undefined): string | undefined {
  return /^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?)(:\d{1,5})?$/.exec(host?.toLowerCase() ?? '')?.[1];
}
