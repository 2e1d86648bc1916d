// biome-ignore-all lint/suspicious/noControlCharactersInRegex: the signs of binary files hold control signs
/** What a file is by its first bytes, whatever its name says. */

/** `zip` may turn out to be an Office or OFD file; `text` is whatever has no known beginning and reads as text. */
export type Content = 'pdf' | 'zip' | 'jpeg' | 'png' | 'gif' | 'webp' | 'text' | Foreign;
/** Known, and never taken. */
export type Foreign = keyof typeof foreign;

/** How a refusal names each of them. */
export const foreign = {
  ole: '旧格式的 Office 文件',
  program: '程序',
  markup: '网页或 XML',
  rtf: 'RTF 文档',
  mail: '网页存档或邮件',
  rar: 'RAR 压缩包',
  sevenZip: '7Z 压缩包',
  packed: '压缩文件（不是 ZIP）',
  heic: 'HEIC 或 AVIF 图片',
  tiff: 'TIFF 图片',
  bmp: 'BMP 图片',
  psd: 'PSD 设计稿',
  media: '音频或视频',
  unknown: '不认识的内容',
} as const;

const signs: readonly (readonly [Content, RegExp])[] = [
  ['pdf', /^%PDF-/],
  ['zip', /^PK(\x03\x04|\x05\x06)/],
  ['jpeg', /^\xff\xd8\xff/],
  ['png', /^\x89PNG\r\n\x1a\n/],
  ['gif', /^GIF8[79]a/],
  ['webp', /^RIFF.{4}WEBP/s],
  ['ole', /^\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1/],
  [
    'program',
    /^(MZ.{0,62}\0|\x7fELF|\xca\xfe\xba\xbe|[\xce\xcf]\xfa\xed\xfe|\xfe\xed\xfa[\xce\xcf]|#!|\0asm|L\0\0\0\x01\x14\x02\0)/s,
  ],
  ['rtf', /^\{\\rtf/],
  ['rar', /^Rar!\x1a\x07/],
  ['sevenZip', /^7z\xbc\xaf\x27\x1c/],
  [
    'packed',
    /^(\x1f\x8b|\x1f\x9d|BZh[1-9]1AY|\xfd7zXZ\0|\x28\xb5\x2f\xfd|\x04\x22\x4d\x18|LZIP|MSCF|!<arch>\n|xar!|.{2}-lh[0-9d]-|.{257}ustar|PK(\x07\x08|\x01\x02|00PK))/s,
  ],
  ['heic', /^.{4}ftyp(heic|heix|heim|heis|hevc|mif1|msf1|avif|avis)/s],
  [
    'media',
    /^(.{4}ftyp|ID3[\x02-\x04]|\xff[\xfb\xf3\xf2]|OggS|fLaC|RIFF.{4}(WAVE|AVI )|\x1aE\xdf\xa3|FLV\x01|\x30\x26\xb2\x75|[CFZ]WS[\x01-\x40])/s,
  ],
  ['tiff', /^(II[*+]\0|MM\0[*+])/],
  ['bmp', /^BM.{4}\0\0\0\0/s],
  ['psd', /^8BPS/],
  ['mail', /^(MIME-Version:|From: |Received: |Return-Path: )/i],
  ['markup', /^(\xef\xbb\xbf)?[\s\0]*(<!doctype|<html|<head|<body|<svg|<script|<\?xml|<\?php|<%|<!--|<!entity)/i],
];

/** Looks at the first kilobyte. A text is called `text` only by its lack of anything else: read.ts of texts decides. */
export function contentOf(bytes: Uint8Array): Content {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1_024)).toString('latin1');
  // UTF-16 markup has a zero beside each letter.
  const narrow = /^(\xff\xfe|\xfe\xff)/.test(head) ? head.slice(2).replaceAll('\0', '') : head;
  return signs.find(([, sign]) => sign.test(head) || sign.test(narrow))?.[0] ?? 'text';
}

/** A PDF with something before it: readers look for its header in the first kilobyte, others take it for what comes first. */
export const hidesPdf = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1_029)).includes('%PDF-');
