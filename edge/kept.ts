/**
 * Answers for pictures and attachments. They come as they are, in one part or whole, and whatever is in them runs nowhere:
 * the type is not guessed, the policy allows nothing, and a document is saved, never shown by the browser in our name.
 */
import { isPicture, typeOf } from './address.ts';
import type { Kept } from './folder.ts';
import { type Answer, ASK_AGAIN, type Asked, plainAnswer, protection } from './plain.ts';
import { wantedOf } from './range.ts';

/** As nginx makes it, so that a reader may be passed from the one to the other. An address never changes its bytes. */
const tagOf = ({ mtimeMs, size }: Kept): string => `"${Math.floor(mtimeMs / 1000).toString(16)}-${size.toString(16)}"`;

const weak = (tag: string): string => tag.trim().replace(/^W\//, '');
const matches = (header: string | undefined, tag: string): boolean =>
  header !== undefined && (header.trim() === '*' || header.split(',').some((each) => weak(each) === tag));

/** Without a name: the link's own `download` gives it, in Chinese and as its owner called it. */
const headersOf = (path: string): Record<string, string> => ({
  ...protection,
  'Content-Security-Policy': "sandbox; default-src 'none'",
  'Cache-Control': ASK_AGAIN,
  ...(isPicture(path) ? {} : { 'Content-Disposition': 'attachment' }),
});

/** Closes the file unless the answer sends it. */
export async function keptAnswer(asked: Asked, path: string, kept: Kept): Promise<Answer> {
  const tag = tagOf(kept);
  const headers = { ...headersOf(path), ETag: tag };
  if (matches(asked.ifNoneMatch, tag)) {
    await kept.handle.close();
    return { status: 304, headers, body: Buffer.alloc(0) };
  }
  // A part of another version is worse than none: then the whole file comes.
  const asPart = asked.ifRange === undefined || asked.ifRange === tag;
  const wanted = wantedOf(asPart ? asked.range : undefined, kept.size);
  if (wanted === 'none') {
    await kept.handle.close();
    return plainAnswer(416, { ...headersOf(path), 'Content-Range': `bytes */${kept.size}` });
  }
  const type = { ...headers, 'Content-Type': typeOf(path) };
  if (wanted === 'all')
    return {
      status: 200,
      headers: { ...type, 'Accept-Ranges': 'bytes' },
      body: { handle: kept.handle, first: 0, length: kept.size },
    };
  const { first, last } = wanted;
  return {
    status: 206,
    headers: { ...type, 'Content-Range': `bytes ${first}-${last}/${kept.size}` },
    body: { handle: kept.handle, first, length: last - first + 1 },
  };
}
