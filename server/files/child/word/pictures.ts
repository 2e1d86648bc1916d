/** The pictures of a Word file, each encoded once as any other upload; what can't be shown on a page is said in its place. */
import { posix } from 'node:path';
import { limits } from '../../../contract/file-limits.ts';
import { Refused } from '../not-taken.ts';
import { encodePicture } from '../picture/picture.ts';
import type { Taken } from '../types.ts';
import type { Parts } from './parts.ts';

/** By part: the picture, or in 【】 why there is none. */
export type Pictures = ReadonlyMap<string, Taken | string>;

/** By the part's name, since these have no sure signature. */
const vector = /\.(emf|wmf|emz|wmz)$/i;

/** Microseconds of the processor for all of them; limited.ts ends the child a little later, without such good words. */
const cpuMax = 150 * 1_000_000;

const tooMany = (words: string) => new Refused('too_many_files', `${words}。请压缩图片，或拆成几个文件后再传`);

/** `asked`: the part of each place. `out`: where the pieces are written. Throws Refused when there are too many. */
export async function encodeAll(asked: readonly string[], parts: Parts, out: string): Promise<Pictures> {
  if (asked.length > limits.filesMax) throw tooMany(`文件里有 ${asked.length} 张图片，一篇最多 ${limits.filesMax} 张`);
  const done = new Map<string, Taken | string>();
  for (const part of new Set(asked)) {
    const { user, system } = process.cpuUsage();
    if (user + system > cpuMax) throw tooMany(`文件里的图片太大，前 ${done.size} 张就用完了处理的时间`);
    done.set(part, await encoded(part, parts, out));
  }
  return done;
}

async function encoded(part: string, parts: Parts, out: string): Promise<Taken | string> {
  const bytes = parts.bytes(part);
  if (!bytes) return '【图片在文件里找不到，没有带来：请单独上传】';
  const kind = vector.exec(part)?.[1]?.toUpperCase();
  if (kind) return `【图片是 ${kind} 格式，网页不能显示，没有带来：请在 Word 里把它另存为 PNG，再插入】`;
  const done = await encodePicture(bytes, { name: posix.basename(part), out });
  return 'ok' in done ? `【图片没有带来：${done.message.replace(/[【】]/g, '')}】` : done;
}

/** The image of mammoth's html: its address is `picture:` and the part. */
const image = /<img[^>]* src="picture:([^"]*)"[^>]*>/g;
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };
const plain = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot);/g, (_all, name: string) => entities[name] ?? '');
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** `lost`: called for each place whose picture could not come. */
export const withPictures = (html: string, pictures: Pictures, lost: () => void): string =>
  html.replace(image, (tag: string, part: string) => {
    const one = pictures.get(plain(part));
    if (typeof one === 'object') return tag.replace(`src="picture:${part}"`, () => `src="/files/${one.id}/picture"`);
    lost();
    return `<p class="missing">${escaped(one ?? '')}</p>`;
  });
