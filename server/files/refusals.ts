/** Why an upload isn't begun or a part isn't taken, in the words of the office. What is refused after checking has its words from the check. */
import { allowed, type Purpose } from '../contract/file-limits.ts';

const whats: Readonly<Record<Purpose, string>> = { picture: '图片', attachment: '附件', word: 'Word 文件' };
const refused = (status: number, code: string, message: string) => ({ status, body: { code, message } });

export const absentUpload = () =>
  refused(404, 'absent_upload', '没有找到这次上传：可能搁置超过一天，已经清理，请重新选择文件上传');
export const otherFile = () => refused(409, 'other_file', '这次上传的编号已经用在另一个文件上，请重新选择文件上传');
export const noName = () => refused(422, 'no_file_name', '文件没有名字，请改名后再传');
export const tooMany = () =>
  refused(429, 'too_many_uploads', '您已有 20 个文件没有传完或没有检查完，请等它们好了再传下一个');
export const tooMuch = () =>
  refused(429, 'too_much_upload', '您没有传完或没有检查完的文件加起来超过 1 GB，请等它们好了再传下一个');
export const emptyPart = () => refused(422, 'empty_part', '这一段没有内容，请接着传');
export const pastEnd = () => refused(422, 'past_end', '传来的内容比开始时说的多：文件可能刚改过，请重新选择文件上传');

/** Refused by name or by size, before a byte of it has come; undefined when it may be sent. */
export function notAllowed(purpose: Purpose, extension: string, size: number) {
  const { extensions, bytesMax, words } = allowed[purpose];
  if (!extensions.includes(extension))
    return refused(422, 'wrong_extension', `这种文件不能作为${whats[purpose]}上传。可以传：${words}`);
  if (size > bytesMax) return refused(422, 'file_too_big', `文件太大，请压缩或拆分后再传。可以传：${words}`);
  return undefined;
}
