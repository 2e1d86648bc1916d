/** Where a paste stops: the limits of an article (docs/article-html.md), and what a browser can take in at once. */
import { allowed, limits } from '../../../server/contract/file-limits.ts';

export const htmlMax = 2_000_000;
export const textMax = 1_000_000;
export const rowsMax = 2000;
export const columnsMax = 100;
export const picturesMax = limits.filesMax;
export const pictureBytesMax = allowed.picture.bytesMax;
/** Signs of clipboard html, pictures written inside it left out. About a tenth of a second for each million. */
export const sourceMax = 20_000_000;
/** Signs of clipboard html with the pictures: four for three bytes of them. */
export const wholeMax = 200_000_000;
/** Signs of the clipboard's RTF part: two for each byte of a picture. */
export const rtfMax = 200_000_000;
/** Lists and quotations inside each other; a document has nine levels at most. */
export const depthMax = 20;

const count = (n: number) => n.toLocaleString('zh-CN');

/** A paste that is refused: the message is for the writer, with the limit and what to do instead. */
export class Refused extends Error {}

export const refuse = {
  source: (signs: number) =>
    new Refused(
      `粘贴的内容太大：${count(signs)} 个字符（含格式），一次最多 ${count(sourceMax)}。请分几次粘贴，或者把文件存成 DOCX 再导入。`,
    ),
  whole: (signs: number) =>
    new Refused(
      `粘贴的内容太大：连图片约 ${count(Math.round(signs / 1_000_000))} MB，一次最多 ${count(wholeMax / 1_000_000)} MB。请分几次粘贴，或者把文件存成 DOCX 再导入。`,
    ),
  tangle: () =>
    new Refused(
      '粘贴的内容里，格式套得太深或太乱，浏览器读不了。请先粘贴到记事本，再从记事本复制过来（只带文字），或者把文件存成 DOCX 再导入。',
    ),
  text: (signs: number) =>
    new Refused(
      `粘贴的文字太长：${count(signs)} 字，一篇稿件最多 ${count(textMax)} 字。请分成几篇，或者把文件作为附件上传。`,
    ),
  html: (signs: number) =>
    new Refused(
      `粘贴的内容太长：连格式 ${count(signs)} 个字符，一篇稿件最多 ${count(htmlMax)}。请分成几篇，或者把文件作为附件上传。`,
    ),
  pictures: (n: number) =>
    new Refused(
      `粘贴的内容里有 ${count(n)} 张图片，一篇稿件最多 ${count(picturesMax)} 张。请分几篇，或者少选一些再粘贴。`,
    ),
  rows: (n: number) =>
    new Refused(
      `表格有 ${count(n)} 行，稿件里的表格最多 ${count(rowsMax)} 行。请把表格作为附件上传（XLSX），正文只放主要的行。`,
    ),
  columns: (n: number) =>
    new Refused(
      `表格有 ${count(n)} 列，稿件里的表格最多 ${count(columnsMax)} 列。请把表格作为附件上传（XLSX），正文只放主要的列。`,
    ),
};
