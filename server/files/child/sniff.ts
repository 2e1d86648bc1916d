/** The type of a file: what its name says and what its bytes say must both be allowed, and be the same. */
import { readFile } from 'node:fs/promises';
import { allowed, extensionOf, type Purpose } from '../../contract/file-limits.ts';
import { isProgram, refuseDoubleExtension, safeName } from './display-name.ts';
import { type Content, contentOf, foreign, hidesPdf } from './magic.ts';
import { orNotTaken, Refused } from './not-taken.ts';
import { type Encoding, encodingOf } from './text.ts';
import type { Given, NotTaken } from './types.ts';

export type Extension =
  | 'pdf'
  | 'docx'
  | 'xlsx'
  | 'pptx'
  | 'ofd'
  | 'txt'
  | 'csv'
  | 'zip'
  | 'jpg'
  | 'png'
  | 'webp'
  | 'gif';
/** `name` is safe to show; `encoding` only of a text. */
export type Sort = {
  readonly ok: true;
  readonly extension: Extension;
  readonly name: string;
  readonly bytes: Buffer;
  readonly encoding?: Encoding;
};

const contents: Readonly<Record<Extension, Content>> = {
  pdf: 'pdf',
  docx: 'zip',
  xlsx: 'zip',
  pptx: 'zip',
  ofd: 'zip',
  zip: 'zip',
  txt: 'text',
  csv: 'text',
  jpg: 'jpeg',
  png: 'png',
  webp: 'webp',
  gif: 'gif',
};
const words: Readonly<Partial<Record<Content, string>>> = {
  pdf: 'PDF',
  zip: 'ZIP 压缩包或 Office 文件',
  jpeg: 'JPG 图片',
  png: 'PNG 图片',
  gif: 'GIF 图片',
  webp: 'WebP 图片',
  text: '文本',
  ...foreign,
};

/** Reads the whole file. What kind of document a zip is, is for whoever opens it (office/kind.ts). */
export const sniff = (given: Given): Promise<Sort | NotTaken> =>
  orNotTaken(async () => sortOf(await readFile(given.input), given.name, given.task));

/** Throws Refused. Also asked for each file inside a zip attachment. */
export function sortOf(bytes: Buffer, givenName: string, purpose: Purpose): Sort {
  const name = safeName(givenName);
  const extension = namedType(name, purpose);
  refuseDoubleExtension(name);
  const { bytesMax } = allowed[purpose];
  if (bytes.length === 0) throw new Refused('empty', `“${name}”是空的（0 字节）。请检查原文件后再传`);
  if (bytes.length > bytesMax)
    throw new Refused('too_large', `“${name}”超过 ${bytesMax / 1_000_000} MB。请压缩图片、或拆成几个文件后再传`);
  const encoding = agree(bytes, extension);
  return { ok: true, extension, name, bytes, ...(encoding ? { encoding } : {}) };
}

const renew = '请用 Word、Excel、PPT 或 WPS 打开，另存为新格式';
const legacy: Readonly<Record<string, string>> = {
  doc: 'DOCX',
  dot: 'DOCX',
  wps: 'DOCX',
  wpt: 'DOCX',
  rtf: 'DOCX',
  odt: 'DOCX',
  xls: 'XLSX',
  xlt: 'XLSX',
  et: 'XLSX',
  ett: 'XLSX',
  xlsb: 'XLSX',
  ods: 'XLSX',
  ppt: 'PPTX',
  pps: 'PPTX',
  ppsx: 'PPTX',
  dps: 'PPTX',
  dpt: 'PPTX',
  odp: 'PPTX',
};
const macros = /^(doc|dot|xls|xlt|xla|ppt|pot|pps|ppa)m$/;
const packers = /^(rar|7z|tar|gz|tgz|bz2|xz|cab|lzh|arj|zipx|iso|z\d\d)$/;

/** By the name alone. Throws Refused. */
export function namedType(name: string, purpose: Purpose): Extension {
  const extension = extensionOf(name);
  const plain = extension === 'jpeg' ? 'jpg' : extension;
  if (allowed[purpose].extensions.includes(extension)) return plain as Extension;
  const to = legacy[extension];
  if (to)
    throw new Refused(
      'old_format',
      `不收 .${extension}：旧格式里的作者、单位和修改记录去不干净，会跟着公开。${renew}（${to}）再传`,
    );
  if (macros.test(extension))
    throw new Refused('macros', `不收带宏的文件（.${extension}）：宏是程序。${renew}（不带宏）再传`);
  if (packers.test(extension))
    throw new Refused('other_archive', `不收 .${extension}：不少人打不开。请改用 ZIP 压缩再传`);
  if (isProgram(extension))
    throw new Refused('program', `不收 .${extension}：这是程序或网页，读者打开有危险。收：${allowed[purpose].words}`);
  const what = extension ? `.${extension} 文件` : '没有扩展名的文件';
  throw new Refused('type_not_allowed', `不收${what}。收：${allowed[purpose].words}`);
}

function agree(bytes: Buffer, extension: Extension): Encoding | undefined {
  const content = contentOf(bytes);
  const wanted = contents[extension];
  if (content === 'ole') throw ole(bytes, extension);
  if (content !== wanted)
    throw differs(extension, wanted === 'pdf' && hidesPdf(bytes) ? 'PDF，但前面还有别的内容' : nameOf(content));
  if (wanted !== 'text') return undefined;
  if (hidesPdf(bytes)) throw differs(extension, 'PDF');
  const encoding = encodingOf(bytes);
  if (!encoding)
    throw new Refused(
      'not_text',
      `文件名是 .${extension}，内容却不是文字（不是 UTF-8，也不是 GB18030）。请用记事本另存为 UTF-8 再传`,
    );
  return encoding;
}

const nameOf = (content: Content): string => words[content] ?? content;
const differs = (extension: string, what: string) =>
  new Refused('type_differs', `文件名是 .${extension}，内容却是${what}。请确认没有传错文件，按真正的格式另存后再传`);

/** A new Office file with a password is an old container around an encrypted one. */
function ole(bytes: Buffer, extension: Extension): Refused {
  if (bytes.includes(Buffer.from('EncryptedPackage', 'utf16le')))
    return new Refused('encrypted', '这个文件设了打开密码，公众打不开，也没法检查。请去掉密码后再传');
  return new Refused(
    'old_format',
    `文件名是 .${extension}，内容却是旧格式：里面的作者、单位和修改记录去不干净，会跟着公开。${renew}再传`,
  );
}
