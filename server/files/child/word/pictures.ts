/** The pictures of a Word file, each encoded once as any other upload; what can't be shown on a page is said in its place. */
import { posix } from 'node:path';
import { limits } from '../../../contract/file-limits.ts';
import type { Losses } from '../../../html/losses.ts';
import { Refused } from '../not-taken.ts';
import { encodePicture } from '../picture/picture.ts';
import type { Taken } from '../types.ts';
import type { Picture } from './model.ts';
import type { Came } from './page.ts';
import type { Parts } from './parts.ts';

export type Pictures = {
  readonly taken: readonly Taken[];
  came(picture: Picture): Came;
};

/** By the part's name, since these have no sure signature. */
const vector = /\.(emf|wmf|emz|wmz)$/i;

/** `out`: where the pieces are written. Throws Refused when there are more than an article may have. */
export async function encodeAll(
  pictures: readonly Picture[],
  parts: Parts,
  out: string,
  losses: Losses,
): Promise<Pictures> {
  if (pictures.length > limits.filesMax)
    throw new Refused(
      'too_many_files',
      `文件里有 ${pictures.length} 张图片，一篇最多 ${limits.filesMax} 张。请拆成几个文件后再传`,
    );
  const byPart = new Map<string, Taken | string>();
  for (const { part } of pictures) if (!byPart.has(part)) byPart.set(part, await encoded(part, parts, out));
  for (const { part } of pictures) if (typeof byPart.get(part) === 'string') losses.add('图片没有带来');
  const taken = [...byPart.values()].filter((one) => typeof one !== 'string');
  return {
    taken,
    came({ part }) {
      const one = byPart.get(part);
      return typeof one === 'object' ? { relation: one.id } : { words: one ?? '' };
    },
  };
}

/** The picture, or in 【】 why not. */
async function encoded(part: string, parts: Parts, out: string): Promise<Taken | string> {
  const bytes = parts.bytes(part);
  if (!bytes) return '【图片在文件里找不到，没有带来：请单独上传】';
  const kind = vector.exec(part)?.[1]?.toUpperCase();
  if (kind) return `【图片是 ${kind} 格式，网页不能显示，没有带来：请在 Word 里把它另存为 PNG，再插入】`;
  const done = await encodePicture(bytes, { name: posix.basename(part), out });
  return 'ok' in done ? `【图片没有带来：${done.message.replace(/[【】]/g, '')}】` : done;
}
