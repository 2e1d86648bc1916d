/** What a file is, by its first bytes. A picture that we don't take is named, so that its owner learns what to do. */
import { Refused } from '../not-taken.ts';
import { isGif } from './gif.ts';
import { isPng } from './png.ts';
import { isWebp } from './webp.ts';

export type PictureKind = 'jpeg' | 'png' | 'gif' | 'webp';

const latin = (bytes: Buffer, from: number, to: number): string => bytes.toString('latin1', from, to);

/** Each with the words for its owner. SVG is text: whatever stands before its root element is passed over. */
const others: readonly (readonly [(bytes: Buffer) => boolean, string])[] = [
  [
    (bytes) => latin(bytes, 4, 8) === 'ftyp',
    '这是手机的 HEIC 或 AVIF 照片，不少电脑打不开。请在手机相册里导出为 JPG（iPhone：设置 → 相机 → 格式 → 兼容性最佳）再上传',
  ],
  [
    (bytes) => /^(II[*+]\0|MM\0[*+])/.test(latin(bytes, 0, 4)),
    '这是 TIFF 图片或相机原始文件，浏览器不能显示。请用看图软件另存为 JPG 再上传',
  ],
  [(bytes) => latin(bytes, 0, 2) === 'BM', '这是 BMP 图片，太占空间。请用画图软件另存为 PNG 再上传'],
  [
    (bytes) => latin(bytes, 0, 1024).includes('%PDF-'),
    '这是 PDF，不是图片。请作为附件上传；如果只要其中一页，请把那一页截图，存为 PNG 再上传',
  ],
  [
    (bytes) => latin(bytes, 40, 44) === ' EMF' || bytes.subarray(0, 4).equals(Buffer.from([0xd7, 0xcd, 0xc6, 0x9a])),
    '这是 EMF 或 WMF 图形，浏览器不能显示。请在 Word 里选中它，另存为 PNG 图片再上传',
  ],
  [(bytes) => latin(bytes, 0, 4) === '8BPS', '这是 PSD 设计稿。请用设计软件导出为 JPG 或 PNG 再上传'],
  [
    (bytes) => /<svg[\s>]|<!DOCTYPE svg/i.test(bytes.toString('utf8', 0, 4096).replaceAll('\0', '')),
    'SVG 图形里可以带脚本，不能直接放到网页上。请用绘图软件导出为 PNG 再上传',
  ],
];

/** Throws Refused when it is none of the four. */
export function pictureKind(bytes: Buffer): PictureKind {
  if (bytes.length === 0) throw new Refused('picture_empty', '文件是空的。请找到原图，重新上传');
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg';
  if (isPng(bytes)) return 'png';
  if (isGif(bytes)) return 'gif';
  if (isWebp(bytes)) return 'webp';
  const words = others.find(([is]) => is(bytes))?.[1];
  if (words) throw new Refused('picture_other_format', words);
  throw new Refused('picture_unknown', '这不是图片，或者文件已损坏。请上传 JPG、PNG、WebP 或 GIF 图片');
}
