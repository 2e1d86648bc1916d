/** The streams of a PDF: bounded, and pictures and colour profiles in them without what they say of people. */
import { deflateSync } from 'node:zlib';
import { Refused } from '../not-taken.ts';
import { plainProfile } from '../picture/icc.ts';
import { stripJpeg } from '../picture/strip.ts';
import { plainJpx } from './jpx.ts';
import { filtersOf, PDFArray, PDFDict, PDFName, PDFNumber, type PDFRawStream, tooMuchInside, unpacked } from './lib.ts';
import { at, key, nameAt } from './read.ts';

export const streamLimits = {
  /** Bytes of one stream that is no picture, unpacked: a map of a county has about 40 MB. */
  oneMax: 100_000_000,
  /** Of all of them. */
  allMax: 400_000_000,
  /** Width times height of a picture: a plan on A0, scanned at 600 dpi, has 558 million. */
  pixelsMax: 600_000_000,
} as const;

/** What is left for the streams of one file, and how many pictures said something. */
export type Tally = { left: number; pictures: number };
export const newTally = (): Tally => ({ left: streamLimits.allMax, pictures: 0 });

/** Changes `stream`. `drawn`: a page draws by it, whatever it calls itself. Throws Refused. */
export function cleanStream(stream: PDFRawStream, drawn: boolean, tally: Tally): void {
  const filters = filtersOf(stream.dict);
  const last = filters.at(-1);
  const isPicture = nameAt(stream.dict, 'Subtype') === 'Image' && !drawn;
  if (isPicture) withinPixels(stream.dict);
  const plain = last === undefined ? undefined : pictures[last];
  if (plain) rewrite(stream, filters.length, tally, plain);
  if (plain || isPicture) return;
  const content = unpacked(stream, Math.min(streamLimits.oneMax, tally.left));
  if (!content) throw tooMuchInside();
  tally.left -= content.length;
  if (isProfile(content)) cleanProfile(stream, content);
}

function withinPixels(dict: PDFDict): void {
  const side = (name: string): number => {
    const found = at(dict, name);
    return found instanceof PDFNumber ? found.asNumber() : 0;
  };
  if (side('Width') * side('Height') <= streamLimits.pixelsMax) return;
  throw new Refused(
    'pdf_picture_too_large',
    `这个 PDF 里有一张 ${side('Width')} × ${side('Height')} 像素的图片，太大。请降低分辨率，重新生成 PDF 再上传`,
  );
}

/** JPEG inside a PDF may end early: every viewer closes it. */
const plainJpeg = (bytes: Buffer): Buffer | undefined => {
  try {
    return stripJpeg(bytes, 'close').bytes;
  } catch (error) {
    if (error instanceof Refused) return undefined;
    throw error;
  }
};

type Plain = (bytes: Buffer) => Buffer | undefined;
const pictures: Readonly<Record<string, Plain>> = { DCTDecode: plainJpeg, DCT: plainJpeg, JPXDecode: plainJpx };

/** Unpacks what stands around the picture (its own filter stays), and strips it. */
function rewrite(stream: PDFRawStream, filters: number, tally: Tally, plain: Plain): void {
  const packed = unpacked(stream, streamLimits.oneMax, filters - 1);
  if (!packed) throw tooMuchInside();
  const bytes = Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength);
  const stripped = plain(bytes);
  if (!stripped)
    throw new Refused(
      'pdf_picture',
      '这个 PDF 里有一张图片已损坏，里面的拍摄信息去不掉。请用“打印为 PDF”重新生成，再上传',
    );
  if (!stripped.equals(bytes)) tally.pictures += 1;
  else if (filters === 1) return;
  replace(stream, stripped, filtersOf(stream.dict).slice(-1), lastParms(stream.dict));
}

/** Of several filters each has its parameters, at the same place of a list. */
function lastParms(dict: PDFDict): PDFDict | undefined {
  const found = at(dict, 'DecodeParms');
  if (found instanceof PDFDict) return found;
  const last = found instanceof PDFArray ? dict.context.lookup(found.asArray().at(-1)) : undefined;
  return last instanceof PDFDict ? last : undefined;
}

function replace(stream: PDFRawStream, content: Uint8Array, filters: string[], parms?: PDFDict): void {
  const [filter] = filters;
  stream.dict.delete(key('DecodeParms'));
  if (filter) stream.dict.set(key('Filter'), PDFName.of(filter));
  if (parms) stream.dict.set(key('DecodeParms'), parms);
  stream.updateContents(content);
}

const isProfile = (content: Uint8Array): boolean =>
  content.length > 132 && Buffer.from(content.subarray(36, 40)).toString('latin1') === 'acsp';

function cleanProfile(stream: PDFRawStream, content: Uint8Array): void {
  const plain = plainProfile(content);
  // Its colours can't be told from the rest: as it is no profile for us, it is none for anybody.
  replace(stream, deflateSync(plain ?? Buffer.alloc(0)), ['FlateDecode']);
}
