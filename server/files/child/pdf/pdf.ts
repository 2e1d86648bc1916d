/** A PDF for everybody: the same pages, without who made it, with what, when, where, and what it was before. */
import { orNotTaken } from '../not-taken.ts';
import type { NotTaken } from '../types.ts';
import { forbid, refused } from './forbidden.ts';
import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFInvalidObject,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
  readObjects,
} from './lib.ts';
import { type Pages, pagesOf } from './pages.ts';
import { key, nameAt } from './read.ts';
import { type Found, removeFromCatalog, removePrivate } from './remove.ts';
import { cleanStream, newTally } from './streams.ts';
import { writePdf } from './write.ts';

export type Scrubbed = { readonly ok: true; readonly bytes: Buffer; readonly notes: string[] };

/** Object numbers above it no viewer takes (ISO 32000-1, annex C). */
const numberMax = 8_388_607;

/** The same input gives the same output. Refused in words: encrypted, signed, active, carrying files, broken, too large. */
export const scrubPdf = (bytes: Uint8Array): Promise<Scrubbed | NotTaken> =>
  orNotTaken(async () => {
    const context = await read(bytes);
    if (context.trailerInfo.Encrypt) throw refused('pdf_encrypted');
    const root = context.trailerInfo.Root;
    const catalog = context.lookup(root);
    if (!(root instanceof PDFRef) || !(catalog instanceof PDFDict)) throw refused('pdf_broken');
    dropOlderGenerations(context);
    const pages = pagesOf(catalog);
    if (!pages) throw refused('pdf_broken');
    const found: Found = { authors: 0, comments: 0, paths: 0, about: false, archival: false };
    found.about = context.lookup(context.trailerInfo.Info) instanceof PDFDict;
    const kept = walk(context, root, pages, found);
    const tally = newTally();
    for (const object of kept.values()) {
      if (object instanceof PDFRawStream) cleanStream(object, pages.drawing.has(object), tally);
    }
    const ordered = [...kept].sort(([a], [b]) => a.objectNumber - b.objectNumber);
    if ((ordered.at(-1)?.[0].objectNumber ?? 0) > numberMax) throw refused('pdf_broken');
    const left = older(context, kept);
    return { ok: true, bytes: writePdf(context, ordered, root), notes: notesOf(found, tally.pictures, left) };
  });

async function read(given: Uint8Array): Promise<PDFContext> {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength);
  if (!bytes.subarray(0, 1024).includes('%PDF-')) throw refused('pdf_broken');
  try {
    return await readObjects(bytes);
  } catch (error) {
    // The errors of the library all derive from Error and say what it didn't understand; the rest isn't the file's fault.
    if (error instanceof RangeError && /allocation failed/.test(error.message)) throw error;
    if (error instanceof Error && 'verdict' in error) throw error;
    throw refused('pdf_broken');
  }
}

/** A number that was given again belongs to its newest object; a reference to the older one leads nowhere. */
function dropOlderGenerations(context: PDFContext): void {
  const newest = new Map<number, PDFRef>();
  for (const [ref] of context.enumerateIndirectObjects()) {
    const known = newest.get(ref.objectNumber);
    const older = known && known.generationNumber > ref.generationNumber ? ref : known;
    if (older) context.delete(older);
    if (older !== ref) newest.set(ref.objectNumber, ref);
  }
}

/** All that can be reached from the catalog, looked at and cleaned; what can't be reached is not kept. Throws Refused. */
function walk(context: PDFContext, root: PDFRef, pages: Pages, found: Found): Map<PDFRef, PDFObject> {
  const kept = new Map<PDFRef, PDFObject>();
  const left: PDFObject[] = [root];
  for (let object = left.pop(); object !== undefined; object = left.pop()) {
    if (object instanceof PDFRef) {
      const target = kept.has(object) ? undefined : context.lookup(object);
      if (target === undefined) continue;
      // A page that was taken out, and that a bookmark or the structure still names.
      if (isLostPage(target, pages)) context.delete(object);
      else kept.set(object, target);
      if (!isLostPage(target, pages)) left.push(target);
    } else if (object instanceof PDFInvalidObject) throw refused('pdf_broken');
    else if (object instanceof PDFArray) left.push(...object.asArray());
    else if (object instanceof PDFStream) {
      // Said by the stream itself from now on: an object for the length alone would be left over the next time.
      object.dict.set(key('Length'), PDFNumber.of(object.getContentsSize()));
      clean(object.dict, object, found);
      left.push(...object.dict.values());
    } else if (object instanceof PDFDict) {
      clean(object, undefined, found);
      left.push(...object.values());
    }
  }
  return kept;
}

const isLostPage = (object: PDFObject, pages: Pages): boolean =>
  object instanceof PDFDict && nameAt(object, 'Type') === 'Page' && !pages.leaves.has(object);

function clean(dict: PDFDict, stream: PDFStream | undefined, found: Found): void {
  forbid(dict, stream);
  if (nameAt(dict, 'Type') === 'Catalog') removeFromCatalog(dict);
  removePrivate(dict, found);
}

/** Objects of earlier states, and what was taken out: not those that only held others or the table. */
function older(context: PDFContext, kept: ReadonlyMap<PDFRef, PDFObject>): number {
  const frames = new Set(['XRef', 'ObjStm', 'Metadata']);
  const isFrame = (object: PDFObject): boolean =>
    object instanceof PDFStream && frames.has(nameAt(object.dict, 'Type') ?? '');
  const gone = context.enumerateIndirectObjects().filter(([ref, object]) => !kept.has(ref) && !isFrame(object));
  return gone.filter(([ref]) => ref !== context.trailerInfo.Info).length;
}

function notesOf({ about, archival, authors, paths, comments }: Found, pictures: number, left: number): string[] {
  const notes = [
    about && '去掉了作者、软件和时间等文档信息',
    archival && '不再带有 PDF/A 标记（它写在文档信息里）；版面不变',
    authors > 0 && `去掉了 ${authors} 处批注上的姓名`,
    pictures > 0 && `去掉了 ${pictures} 张图片里的拍摄信息`,
    paths > 0 && `去掉了 ${paths} 处指向本机文件的链接或路径`,
    left > 0 && `去掉了 ${left} 项看不到的旧内容`,
    comments > 0 && `文件里有 ${comments} 处批注，读者看得到；不想公开，请在 PDF 软件里删掉再上传`,
  ];
  return notes.filter((note) => typeof note === 'string');
}
