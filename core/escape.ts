/** Plain words as html: one table of signs for everything that prints. */
const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Between tags. */
export const escapeText = (text: string): string => text.replace(/[&<>]/g, (c) => escapes[c] ?? c);
/** Between the quotes of an attribute; between tags it does no harm. */
export const escapeValue = (text: string): string => text.replace(/[&<>"]/g, (c) => escapes[c] ?? c);
