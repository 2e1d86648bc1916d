/** What a PDF on a public site may not hold. Asked of each dictionary that a reader can reach, wherever it hides. */
import { Refused } from '../not-taken.ts';
import { PDFArray, PDFDict, type PDFObject, PDFStream } from './lib.ts';
import { at, dictAt, isFilled, isText, nameAt } from './read.ts';

const print = '请用“打印为 PDF”重新生成，再上传';
const words = {
  pdf_encrypted: '这个 PDF 加了密码或限制了权限，里面的作者信息去不掉。请在原软件里取消加密，另存一次再上传',
  pdf_signed: '这个 PDF 带数字签名，清除作者信息会使签名失效，请上传未签名的版本',
  pdf_script: `这个 PDF 里有脚本，打开时会自动运行。${print}`,
  pdf_launch: `这个 PDF 里有打开其他程序的动作。${print}`,
  pdf_active: `这个 PDF 里有向外发送或读取文件的动作。${print}`,
  pdf_embedded: `这个 PDF 里夹带了其他文件，无法逐个检查。请把它们取出来单独上传，PDF ${print.slice(1)}`,
  pdf_media: `这个 PDF 里有音频、视频或三维模型。${print}，音视频请单独发布`,
  pdf_xfa: `这个 PDF 是动态表单（XFA），多数浏览器打不开。${print}`,
  pdf_unredacted: '这个 PDF 里有只做了标记、没有真正涂掉的内容，读者复制就能看到。请在原软件里“应用密文”，另存后再上传',
  pdf_broken: `这个 PDF 已损坏，读不出来。${print}`,
} as const;

export type PdfCode = keyof typeof words;
export const refused = (code: PdfCode): Refused => new Refused(code, words[code]);

/** Actions by their name. What isn't here and isn't harmless is refused too: nobody knows what it would do. */
const actions: Readonly<Record<string, PdfCode>> = {
  JavaScript: 'pdf_script',
  Launch: 'pdf_launch',
  SubmitForm: 'pdf_active',
  ImportData: 'pdf_active',
  GoToE: 'pdf_embedded',
  Rendition: 'pdf_media',
  Movie: 'pdf_media',
  Sound: 'pdf_media',
  RichMediaExecute: 'pdf_media',
  GoTo3DView: 'pdf_media',
};
const harmless = new Set('GoTo GoToR GoToDp URI Named Hide ResetForm SetOCGState Trans Thread NOP'.split(' '));
const subtypes: Readonly<Record<string, PdfCode>> = {
  RichMedia: 'pdf_media',
  '3D': 'pdf_media',
  Movie: 'pdf_media',
  Sound: 'pdf_media',
  Screen: 'pdf_media',
  FileAttachment: 'pdf_embedded',
  Redact: 'pdf_unredacted',
};

/** `stream`: the one whose dictionary it is. Throws Refused. */
export function forbid(dict: PDFDict, stream: PDFStream | undefined): void {
  const code =
    actions[nameAt(dict, 'S') ?? ''] ??
    subtypes[nameAt(dict, 'Subtype') ?? ''] ??
    (carriesScript(dict) ? 'pdf_script' : undefined) ??
    (carriesFile(dict, stream) ? 'pdf_embedded' : undefined) ??
    (isSigned(dict) ? 'pdf_signed' : undefined) ??
    (isXfa(dict) ? 'pdf_xfa' : undefined) ??
    // A stream whose content lies in another file.
    (stream && isFileName(at(dict, 'F')) ? 'pdf_active' : undefined);
  if (code) throw refused(code);
  for (const action of actionsOf(dict)) {
    const what = nameAt(action, 'S');
    if (what !== undefined && !harmless.has(what)) throw refused(actions[what] ?? 'pdf_active');
  }
}

/** What runs on a click, on opening, on leaving; a structure's attributes are called A too, and have no S. */
function* actionsOf(dict: PDFDict): Generator<PDFDict> {
  const several = at(dict, 'Next') instanceof PDFArray ? (at(dict, 'Next') as PDFArray).asArray() : [];
  const events = dictAt(dict, 'AA');
  const inEvents = events?.keys().map((name) => events.lookup(name)) ?? [];
  const one = ['A', 'PA', 'OpenAction', 'Next'].map((name) => at(dict, name));
  for (const object of [...one, ...several.map((item) => dict.context.lookup(item)), ...inEvents]) {
    if (object instanceof PDFDict) yield object;
  }
}

/** A picture or form among a page's resources may be called JS; a script is a text, or a stream that is neither. */
function carriesScript(dict: PDFDict): boolean {
  const found = at(dict, 'JS');
  return isText(found) || (found instanceof PDFStream && nameAt(found.dict, 'Subtype') === undefined);
}

function carriesFile(dict: PDFDict, stream: PDFStream | undefined): boolean {
  if (stream && nameAt(dict, 'Type') === 'EmbeddedFile') return true;
  const files = dictAt(dict, 'EF');
  if (files?.values().some((file) => dict.context.lookup(file) instanceof PDFStream)) return true;
  const isCatalog = nameAt(dict, 'Type') === 'Catalog';
  return isCatalog && (isFilled(at(dict, 'Collection')) || isFilled(at(dict, 'AF')));
}

/** An empty field that waits for a signature is none. */
function isSigned(dict: PDFDict): boolean {
  const type = nameAt(dict, 'Type');
  if (type === 'DocTimeStamp' || (type === 'Sig' && at(dict, 'Contents') !== undefined)) return true;
  if (at(dict, 'ByteRange') instanceof PDFArray || /^(adbe|ETSI)\./.test(nameAt(dict, 'SubFilter') ?? '')) return true;
  if (nameAt(dict, 'FT') === 'Sig' && at(dict, 'V') instanceof PDFDict) return true;
  return dictAt(dict, 'Perms') !== undefined && at(dictAt(dict, 'Perms') as PDFDict, 'DocMDP') !== undefined;
}

const isXfa = (dict: PDFDict): boolean => {
  const found = at(dict, 'XFA');
  return (
    isText(found) || isFilled(found) || (found instanceof PDFStream && nameAt(found.dict, 'Subtype') === undefined)
  );
};

const isFileName = (object: PDFObject | undefined): boolean => isText(object) || object instanceof PDFDict;
