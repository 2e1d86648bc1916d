/** Html with a line for each block, for eyes: line ends stand only where they mean nothing. */
const opening = /(<(?:ul|ol|table|thead|tbody|blockquote|div)\b[^>]*>)(?=<)/g;
const closing = /(<\/(?:p|h[2-4]|li|ul|ol|tr|thead|tbody|table|blockquote|figure|div|caption)>|<hr \/>)(?=<)/g;

export const inLines = (html: string): string =>
  html
    .replace(opening, '$1\n')
    .replace(closing, '$1\n')
    .replace(/\n{2,}/g, '\n');
