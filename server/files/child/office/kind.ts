/** What a zip holds: an Office file says so by the type of its main part, an OFD file by its OFD.xml. */
import { Refused } from '../not-taken.ts';
import type { Extension } from '../sniff.ts';
import type { Entry } from '../zip/read.ts';
import { type Parts, partsOf } from './parts.ts';

export type OfficeKind = 'docx' | 'xlsx' | 'pptx';
export type ZipKind =
  | { readonly is: OfficeKind; readonly parts: Parts; readonly main: string }
  | { readonly is: 'ofd' }
  | { readonly is: 'zip' };

const mains: readonly (readonly [RegExp, OfficeKind])[] = [
  [/wordprocessingml\.document\.main\+xml$/, 'docx'],
  [/spreadsheetml\.sheet\.main\+xml$/, 'xlsx'],
  [/presentationml\.presentation\.main\+xml$/, 'pptx'],
];
const called: Readonly<Partial<Record<Extension, string>>> = {
  docx: 'Word 文档（DOCX）',
  xlsx: 'Excel 表格（XLSX）',
  pptx: '演示文稿（PPTX）',
  ofd: 'OFD 版式文件',
  zip: '普通的 ZIP 压缩包',
};

/** Throws Refused where the content isn't what the name says, and for templates, macros and other kinds of Office files. */
export function kindOf(entries: readonly Entry[], named: Extension): ZipKind {
  const found = found_(entries);
  if (found.is !== named)
    throw new Refused(
      'type_differs',
      `文件名是 .${named}，内容却是${called[found.is]}。请确认没有传错文件，按真正的格式改扩展名后再传`,
    );
  return found;
}

function found_(entries: readonly Entry[]): ZipKind {
  const has = (name: string) => entries.some((entry) => entry.name.toLowerCase() === name);
  if (has('ofd.xml')) return { is: 'ofd' };
  if (!has('[content_types].xml') || !has('_rels/.rels')) return { is: 'zip' };
  const parts = partsOf(entries);
  const main = parts.relationsOf('').find(({ type, outside }) => type === 'officeDocument' && !outside)?.target;
  if (main === undefined) return { is: 'zip' };
  const media = parts.mediaTypeOf(main);
  if (/macroEnabled/i.test(media))
    throw new Refused('macros', '文件里带宏，宏是程序，不能公开。请另存为不带宏的格式（DOCX、XLSX、PPTX）再传');
  const is = mains.find(([type]) => type.test(media))?.[1];
  if (!is || !parts.get(main))
    throw new Refused('type_differs', '这是模板、放映文件或其他 Office 格式。请另存为 DOCX、XLSX 或 PPTX 再传');
  return { is, parts, main };
}
