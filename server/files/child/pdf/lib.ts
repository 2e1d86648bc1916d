/** The only door to pdf-lib: reading a PDF into objects, with bounds that it lacks, and unpacking their content. */
import { constants, inflateSync } from 'node:zlib';
import {
  decodePDFRawStream,
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFObjectStreamParser,
  PDFParser,
  PDFRawStream,
  PDFXRefStreamParser,
} from '@cantoo/pdf-lib';
import { Refused } from '../not-taken.ts';
import { withLengths } from './lengths.ts';

export type { PDFContext, PDFObject } from '@cantoo/pdf-lib';
export {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFInvalidObject,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib';

export const readLimits = {
  /** Bytes of all packed objects, unpacked: each becomes about ten times as much in memory. */
  objectBytesMax: 64_000_000,
  /** Entries of a table of objects. */
  entriesMax: 2_000_000,
} as const;

export const tooMuchInside = (): Refused =>
  new Refused('pdf_bomb', '这个 PDF 解开后大得不正常。请用“打印为 PDF”重新生成，或者拆成几个文件再传');

/** What is left for packed objects of the file that is being read; `over`: it asked for more. */
const room = { left: 0, over: false };

const unpackObjects = PDFObjectStreamParser.forStream;
const unpackTable = PDFXRefStreamParser.forStream;
// pdf-lib unpacks these two as it meets them, without a bound, and goes on after any error.
PDFObjectStreamParser.forStream = (stream, shouldWait) => {
  reserve(stream);
  return unpackObjects(stream, shouldWait);
};
PDFXRefStreamParser.forStream = (stream) => {
  reserve(stream);
  if (entriesIn(stream.dict) > readLimits.entriesMax) room.over = true;
  if (room.over) throw tooMuchInside();
  return unpackTable(stream);
};

function reserve(stream: PDFRawStream): void {
  const size = room.over ? undefined : unpacked(stream, room.left)?.length;
  if (size === undefined) room.over = true;
  else room.left -= size;
  if (room.over) throw tooMuchInside();
}

function entriesIn(dict: PDFDict): number {
  const numbers = (name: string): number[] => {
    const found = dict.lookup(PDFName.of(name));
    const list = found instanceof PDFArray ? found.asArray() : [found];
    return list.map((one) => (one instanceof PDFNumber ? one.asNumber() : 0));
  };
  if (numbers('W').some((width) => width > 8)) return Number.POSITIVE_INFINITY;
  const counts = numbers('Index').filter((_, at) => at % 2 === 1);
  return (counts.length > 0 ? counts : numbers('Size')).reduce((sum, count) => sum + count, 0);
}

/** Every object of the file; of several with one number the last. Throws Refused (too much inside), or pdf-lib's errors. */
export async function readObjects(bytes: Buffer): Promise<PDFContext> {
  room.left = readLimits.objectBytesMax;
  room.over = false;
  const context = await PDFParser.forBytesWithOptions(withLengths(bytes), Number.POSITIVE_INFINITY).parseDocument();
  if (room.over) throw tooMuchInside();
  return context;
}

/** The names of a stream's filters, outermost first. */
export function filtersOf(dict: PDFDict): string[] {
  const filter = dict.lookup(PDFName.of('Filter'));
  const list = filter instanceof PDFArray ? filter.asArray().map((one) => dict.context.lookup(one)) : [filter];
  return list.filter((one) => one instanceof PDFName).map((one) => one.decodeText());
}

/**
 * The content behind the first `count` filters (all), undefined when it is more than `max` bytes. What can't be
 * unpacked ends where it breaks off, as in every viewer.
 */
export function unpacked(stream: PDFRawStream, max: number, count = Number.POSITIVE_INFINITY): Uint8Array | undefined {
  let content: Uint8Array | undefined = stream.getContents();
  for (const filter of filtersOf(stream.dict).slice(0, count)) {
    if (!content) return undefined;
    if (filter === 'FlateDecode' || filter === 'Fl') content = inflated(content, max, stream.dict.context);
    else content = steps(content, filter, max, stream.dict.context);
  }
  return content && content.length <= max ? content : undefined;
}

function inflated(content: Uint8Array, max: number, context: PDFContext): Uint8Array | undefined {
  try {
    return inflateSync(content, { maxOutputLength: max + 1, finishFlush: constants.Z_SYNC_FLUSH });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ERR_BUFFER_TOO_LARGE') return undefined;
    if (!code?.startsWith('Z_')) throw error;
    // pdf-lib gives what comes before the fault.
    return steps(content, 'FlateDecode', max, context);
  }
}

const step = 65_536;

/** One filter, a step at a time, so that no more is unpacked than may be. */
function steps(content: Uint8Array, filter: string, max: number, context: PDFContext): Uint8Array | undefined {
  const dict = PDFDict.withContext(context);
  dict.set(PDFName.of('Filter'), PDFName.of(filter));
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    const from = decodePDFRawStream(PDFRawStream.of(dict, content));
    for (let part = from.getBytes(step); part.length > 0; part = from.getBytes(step)) {
      size += part.length;
      if (size > max) return undefined;
      parts.push(Uint8Array.from(part));
    }
  } catch (error) {
    // The lack of memory is no fault of the content.
    if (error instanceof RangeError && /allocation failed/.test(error.message)) throw error;
  }
  return Buffer.concat(parts);
}
