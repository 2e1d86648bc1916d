/** The client key of an act that the program does by itself: the same words give the same key, and so one effect. */
import { createHash } from 'node:crypto';

export function keyFrom(words: string): string {
  const h = createHash('sha256').update(words).digest('hex');
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-4${h.slice(13, 16)}-8${h.slice(17, 20)}-${h.slice(20, 32)}`;
}
