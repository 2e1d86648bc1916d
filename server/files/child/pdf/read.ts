/** Small questions to a PDF's dictionaries. A name or text may always stand behind a reference. */
import { PDFArray, PDFDict, PDFHexString, PDFName, type PDFObject, PDFStream, PDFString } from './lib.ts';

export const key = (name: string): PDFName => PDFName.of(name);
export const at = (dict: PDFDict, name: string): PDFObject | undefined => dict.lookup(key(name));

export function nameAt(dict: PDFDict, name: string): string | undefined {
  const found = at(dict, name);
  return found instanceof PDFName ? found.decodeText() : undefined;
}

export const isText = (object: PDFObject | undefined): object is PDFString | PDFHexString =>
  object instanceof PDFString || object instanceof PDFHexString;

export function textAt(dict: PDFDict, name: string): string | undefined {
  const found = at(dict, name);
  return isText(found) ? found.decodeText() : undefined;
}

/** A dictionary, also a stream's. */
export function dictAt(dict: PDFDict, name: string): PDFDict | undefined {
  const found = at(dict, name);
  if (found instanceof PDFStream) return found.dict;
  return found instanceof PDFDict ? found : undefined;
}

export const isFilled = (object: PDFObject | undefined): boolean =>
  object instanceof PDFArray ? object.size() > 0 : object instanceof PDFDict ? object.keys().length > 0 : false;

/** Drive letter, network share, home folder, or a link that names a file of somebody's machine. */
export const isLocalPath = (text: string): boolean =>
  /^\s*(file:|[a-z]:[\\/]|\\\\|\/(Users|home|Volumes|media|mnt)\/)/i.test(text);

/** Whoever reads it reaches the same thing everywhere. */
export const isWebAddress = (text: string): boolean => /^\s*(https?:\/\/|mailto:|tel:|#)/i.test(text);
