/** What can be said about a file before it is sent: taken as picture, as attachment, or refused in words. */
import { allowed, extensionOf, limits } from '../../../server/contract/file-limits.ts';
import type { Purpose } from './queue.ts';

export type Refused = { readonly name: string; readonly why: string };
export type Sorted = {
  readonly taken: readonly { readonly file: File; readonly purpose: Purpose }[];
  readonly refused: readonly Refused[];
};

const megabytes = (bytes: number): string => `${Math.round(bytes / 1_000_000)} MB`;
const older: Readonly<Record<string, string>> = {
  doc: 'DOCX',
  wps: 'DOCX',
  xls: 'XLSX',
  et: 'XLSX',
  ppt: 'PPTX',
  dps: 'PPTX',
};

/** undefined: nothing speaks against it here; the server looks at what is inside. */
function whyNot(file: File, purpose: Purpose): string | undefined {
  const { extensions, bytesMax, words } = allowed[purpose];
  const extension = extensionOf(file.name);
  const newer = older[extension];
  if (newer && purpose === 'attachment') return `旧格式不收，请用 Office 或 WPS 另存为 ${newer} 再传。`;
  if (!extensions.includes(extension)) return `这种文件不收。能收：${words}。`;
  if (file.size === 0) return '文件是空的，请检查后再传。';
  return file.size > bytesMax ? `超过 ${megabytes(bytesMax)}，请压缩或拆分后再传。` : undefined;
}

/**
 * `wish` says where it shall go; undefined: a picture is shown, anything else is attached. `already`: how many files
 * the text has.
 */
export function sorted(files: readonly File[], wish: Purpose | undefined, already: number): Sorted {
  const taken: { file: File; purpose: Purpose }[] = [];
  const refused: Refused[] = [];
  for (const file of files) {
    const purpose = wish ?? (allowed.picture.extensions.includes(extensionOf(file.name)) ? 'picture' : 'attachment');
    const room = already + taken.length < limits.filesMax;
    const why = room ? whyNot(file, purpose) : `一篇稿件最多 ${limits.filesMax} 个图片和附件，这个没有放进来。`;
    if (why) refused.push({ name: file.name, why });
    else taken.push({ file, purpose });
  }
  return { taken, refused };
}

/** A picture on the clipboard has a name that says nothing, or none; its type says how it must end. */
export function named(file: File, index: number): File {
  if (extensionOf(file.name) !== '' && file.name !== 'image.png') return file;
  const ending = file.type.split('/')[1]?.replace('jpeg', 'jpg') ?? 'png';
  return new File([file], `粘贴的图片${index + 1}.${ending}`, { type: file.type });
}
