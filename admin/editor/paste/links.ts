/** Where a link may lead. */

const schemes = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/** As a browser reads an address: it leaves out line ends, tabs and what stands around it. */
const plainOf = (href: string): string => {
  let plain = '';
  for (const sign of href.trim()) if (sign >= ' ') plain += sign;
  return plain;
};

/**
 * The address if it may stand in a text. 'dead': it leads nowhere from here (file:, a relative address, a script), its
 * words stay. 'inside': a place in the source document, which says nothing to a reader.
 */
export function leadsTo(href: string | null): { readonly href: string } | 'dead' | 'inside' {
  if (href === null || href.trim() === '' || href.trim().startsWith('#')) return 'inside';
  const plain = plainOf(href);
  if (plain.length > 2000) return 'dead';
  try {
    // Without a base, so that an address that only its own site understands is none.
    return schemes.has(new URL(plain).protocol) ? { href: plain } : 'dead';
  } catch {
    return 'dead';
  }
}
