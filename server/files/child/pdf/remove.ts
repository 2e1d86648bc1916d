/** What a dictionary says of people, programs, places and days beside what it is for: removed where it stands. */
import { PDFArray, PDFDict, type PDFName, type PDFObject, PDFStream } from './lib.ts';
import { at, dictAt, isLocalPath, isText, isWebAddress, key, nameAt, textAt } from './read.ts';

/** What was found, counted: the notes are made of it. */
export type Found = { authors: number; comments: number; paths: number; about: boolean; archival: boolean };

/** Kept by programs for themselves: older states of a drawing, thumbnails of older pages, where a page came from. */
const privateKeys = ['PieceInfo', 'SpiderInfo', 'OPI', 'Thumb', 'PTEX.FileName', 'PTEX.InfoDict', 'PTEX.PageNumber'];
/** Only where their value is a text: a font or picture may bear any of these names. */
const privateTexts =
  'LastModified CreationDate ModDate SourceModified Author Creator Producer Company Manager Keywords'.split(' ');
const mightBePaths = 'Alt ActualText E T TU Desc Contents Subj UF F Base'.split(' ');
const comments = new Set(
  'Text FreeText Line Square Circle Polygon PolyLine Highlight Underline Squiggly StrikeOut Stamp Caret Ink'.split(' '),
);

/** Changes `dict`, counts in `found`. */
export function removePrivate(dict: PDFDict, found: Found): void {
  for (const name of privateKeys) dict.delete(key(name));
  for (const name of privateTexts) if (isText(at(dict, name))) dict.delete(key(name));
  if (isAbout(at(dict, 'Metadata'))) {
    found.about = true;
    found.archival ||= saysArchival(at(dict, 'Metadata') as PDFStream);
    dict.delete(key('Metadata'));
  }
  if (textAt(dictAt(dict, 'CreatorInfo') ?? dict, 'Creator') !== undefined) dict.delete(key('CreatorInfo'));
  // A form drawn by another file.
  if (dictAt(dict, 'Ref')?.has(key('F'))) dict.delete(key('Ref'));
  if (at(dict, 'Rect') instanceof PDFArray) removeAuthor(dict, found);
  for (const name of mightBePaths) {
    if (!isLocalPath(textAt(dict, name) ?? '')) continue;
    found.paths += 1;
    dict.delete(key(name));
  }
  for (const name of ['A', 'PA', 'OpenAction', 'Next']) if (leadsHome(at(dict, name))) unlink(dict, key(name), found);
  const events = dictAt(dict, 'AA');
  for (const name of events?.keys() ?? []) if (leadsHome(events?.lookup(name))) unlink(events as PDFDict, name, found);
}

/** What only the catalog has. `Perms` without a certifying signature are rights of an Adobe program. */
export function removeFromCatalog(catalog: PDFDict): void {
  for (const name of ['Perms', 'DSS', 'Legal', 'SpiderInfo']) catalog.delete(key(name));
  const names = dictAt(catalog, 'Names');
  // Where pages were captured from.
  for (const name of ['IDS', 'URLS']) names?.delete(key(name));
}

/** XMP. A picture or form among resources may be called Metadata too. */
function isAbout(object: PDFObject | undefined): boolean {
  if (!(object instanceof PDFStream)) return false;
  const subtype = nameAt(object.dict, 'Subtype');
  return subtype !== 'Image' && subtype !== 'Form';
}

const saysArchival = (about: PDFStream): boolean => Buffer.from(about.getContents()).includes('pdfaid');

/** `T` is a remark's author, but a form field's name. */
function removeAuthor(annotation: PDFDict, found: Found): void {
  const subtype = nameAt(annotation, 'Subtype') ?? '';
  if (subtype === '') return;
  for (const name of ['M', 'NM']) if (isText(at(annotation, name))) annotation.delete(key(name));
  if (comments.has(subtype) && (textAt(annotation, 'Contents') ?? '') !== '') found.comments += 1;
  if (subtype === 'Widget' || !isText(at(annotation, 'T'))) return;
  found.authors += 1;
  annotation.delete(key('T'));
}

/** An action that names a file of its author's machine, or an address that is none outside. */
function leadsHome(action: PDFObject | undefined): boolean {
  if (!(action instanceof PDFDict)) return false;
  const what = nameAt(action, 'S');
  if (what === 'GoToR' || (what === 'Thread' && action.has(key('F')))) return true;
  return what === 'URI' && !isWebAddress(textAt(action, 'URI') ?? '');
}

function unlink(dict: PDFDict, name: PDFName, found: Found): void {
  found.paths += 1;
  dict.delete(name);
}
