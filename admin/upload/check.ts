/** What can be refused before anything is sent, in the sentences that stand beside the button. The server checks by content. */
import { allowed, extensionOf, type Purpose } from '../../server/contract/file-limits.ts';

/** Files that may wait at once. */
export const queueMax = 200;

export const purposeNames: Readonly<Record<Purpose, string>> = {
  picture: '图片',
  attachment: '附件',
  word: 'Word 文件',
};

/** Rounded up, so that what is too big never reads like the limit. */
const overInWords = (bytes: number): string => `${(Math.ceil(bytes / 100_000) / 10).toFixed(1)} MB`;

/** Why this file can't be sent, and what to do instead; undefined when it can. */
export function refusalOf(file: Pick<File, 'name' | 'size'>, purpose: Purpose): string | undefined {
  const { extensions, bytesMax, words } = allowed[purpose];
  const what = purposeNames[purpose];
  const named = (why: string) => `没有传《${file.name.slice(0, 60)}》：${why}`;
  if (file.name.length > 255) return named('文件名超过 255 字，请改短再传');
  if (!extensions.includes(extensionOf(file.name))) return named(`${what}只收 ${words}`);
  if (file.size === 0) return named('文件是空的');
  if (file.size > bytesMax)
    return named(`文件有 ${overInWords(file.size)}，${what}每个最大 ${bytesMax / 1_000_000} MB，请压缩或拆分后再传`);
  return undefined;
}
