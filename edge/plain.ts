/** What every answer of the edge shares: its shape, the headers of protection, and the answers without a page of their own. */
import type { FileHandle } from 'node:fs/promises';

export type Asked = {
  readonly method: string;
  readonly target: string;
  readonly host: string | undefined;
  readonly acceptEncoding: string | undefined;
  readonly ifNoneMatch: string | undefined;
  readonly range: string | undefined;
  readonly ifRange: string | undefined;
};
/** Bytes of an open file, sent as they are read; whoever sends or drops them closes it. */
export type Part = { readonly handle: FileHandle; readonly first: number; readonly length: number };
export type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | Part;
};

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "media-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

export const protection: Readonly<Record<string, string>> = {
  'Content-Security-Policy': policy,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** A page may be kept but is asked for again each time: its stated age is 0, so a withdrawal is seen at once. */
export const ASK_AGAIN = 'public, max-age=0, must-revalidate';

const page = (title: string): Buffer =>
  Buffer.from(
    `<!doctype html>\n<html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title></head><body><h1>${title}</h1></body></html>\n`,
  );
const plain = {
  400: page('请求有误'),
  404: page('没有这个页面'),
  405: page('不支持这种请求方法'),
  416: page('文件没有这一段'),
  431: page('请求头太长'),
  503: page('暂时无法访问，请稍后再试'),
} as const;

export const missingPage = plain[404];

/** An answer without the site's own page: the same bytes for every path. */
export function plainAnswer(
  status: keyof typeof plain,
  more: Readonly<Record<string, string>> = {},
): Answer & { readonly body: Buffer } {
  return {
    status,
    headers: { ...protection, 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': ASK_AGAIN, ...more },
    body: plain[status],
  };
}
