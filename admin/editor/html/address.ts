/** Where a link may lead: the same rule as the server's, so that what is typed here is kept there. */
const schemes = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/** The address if it may stand in a text, else undefined. `//host` leads off this site unseen, and is refused. */
export function addressOf(typed: string): string | undefined {
  const plain = typed.trim().replace(/[\t\n\r]/g, '');
  if (plain.length > 2000) return undefined;
  if (/^\/(?![/\\])/.test(plain)) return plain.includes('\\') ? undefined : plain;
  try {
    return schemes.has(new URL(plain).protocol) ? plain : undefined;
  } catch {
    return undefined;
  }
}

export type Judged =
  | { readonly ok: true; readonly href: string; readonly says: string }
  | { readonly ok: false; readonly says: string };

/** What a person typed into the link's field, completed where only one thing can be meant, and said in words. */
export function judge(typed: string): Judged {
  const text = typed.trim();
  if (text === '') return { ok: false, says: '写上地址，或从浏览器的地址栏复制过来。' };
  if (/^[^\s/@:]+@[^\s/@:]+\.[^\s/@:]+$/.test(text)) return said(`mailto:${text}`);
  if (/^(www\.|[\w-]+(\.[\w-]+)*\.(cn|com|net|org|gov)([/?#:]|$))/i.test(text)) return said(`https://${text}`);
  if (addressOf(text) !== undefined) return said(text);
  if (/^(javascript|data|vbscript|file|blob):/i.test(text))
    return { ok: false, says: '这种地址不能用：公众打不开，也可能藏着脚本。请换成 http、https 开头的网页地址。' };
  return { ok: false, says: '这不是能用的地址。网页写 https:// 开头的，本站内的以 / 开头，邮箱直接写。' };
}

function said(href: string): Judged {
  const kept = addressOf(href);
  if (kept === undefined) return { ok: false, says: '地址写得不完整，请从浏览器的地址栏复制过来。' };
  if (kept.startsWith('/')) return { ok: true, href: kept, says: '通向本站的一页。' };
  const url = new URL(kept);
  if (url.protocol === 'mailto:') return { ok: true, href: kept, says: `点了就给 ${url.pathname} 写邮件。` };
  if (url.protocol === 'tel:') return { ok: true, href: kept, says: `在手机上点了就拨 ${url.pathname}。` };
  return { ok: true, href: kept, says: `通向站外：${url.host}。请先打开看一遍，确认内容没有问题。` };
}
