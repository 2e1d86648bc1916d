/** What is left out of the XML of Office files: names, dates, histories, addresses of computers. Text and looks stay. */
import { Refused } from '../not-taken.ts';
import { changedCodes } from './fields.ts';
import type { Notes } from './notes.ts';
import { fieldWithoutPaths, withoutPath } from './paths.ts';
import { leftComments } from './relations.ts';
import type { Rule, Tag } from './xml.ts';

const list = (words: string) => new Set(words.split(/\s+/));

const elements = list(`absPath revisionPtr rsids attachedTemplate docVars mailMerge saveThroughXslt attachedSchema docId
  trackRevisions customWorkbookViews customSheetViews webPublishItems customProperties custDataLst htmlPubPr dataBinding
  commentReference commentRangeStart commentRangeEnd`);
const attributes = list(
  'refreshedBy refreshedDate refreshedDateIso userName securityDescriptor lastModifiedBy uidLastSave',
);

const tracked = list(`ins del moveFrom moveTo rPrChange pPrChange sectPrChange tblPrChange trPrChange tcPrChange
  tblGridChange tblPrExChange numberingChange cellIns cellDel cellMerge customXmlInsRangeStart customXmlDelRangeStart
  customXmlMoveFromRangeStart customXmlMoveToRangeStart moveFromRangeStart moveToRangeStart`);

const isWord = (uri: string) => /wordprocessingml\/(2006\/)?main$/.test(uri);
const isRelation = (uri: string) => /officeDocument\/(2006\/)?relationships$/.test(uri);

/** `gone`: relations of this part that are dropped; `unknown`: those of no known kind, with their kind. */
export type Context = {
  readonly gone: ReadonlySet<string>;
  readonly unknown: ReadonlyMap<string, string>;
  readonly notes: Notes;
};

export function officeRule(bytes: Uint8Array, part: string, { gone, unknown, notes }: Context): Rule {
  const codes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes('instrText')
    ? changedCodes(bytes, part)
    : new Map<number, string>();
  let code = -1;
  return {
    open(tag, parents) {
      if (isWord(tag.uri) && tracked.has(tag.local)) throw leftComments();
      if (elements.has(tag.local) || (tag.local === 'sheetDataSet' && parents.at(-1)?.local === 'externalBook'))
        return false;
      sayHidden(tag, notes);
      if (!relationsHold(tag, gone, unknown)) return false;
      tag.attributes = tag.attributes.filter(
        (one) => !attributes.has(one.local) && !isPersonal(tag, one.local, one.uri),
      );
      for (const attribute of tag.attributes) shorten(attribute, notes);
      if (tag.local === 'instrText') code += 1;
      if (tag.local === 'instrText' && codes.has(code)) notes.add(pathNote);
      return true;
    },
    text: (text, parents) => (parents.at(-1)?.local === 'instrText' ? (codes.get(code) ?? text) : text),
  };
}

const pathNote = '去掉了 N 处本机或内网路径';

/** False: the element lives by something that is dropped. A page setup only names a printer by the way. */
function relationsHold(tag: Tag, gone: Context['gone'], unknown: Context['unknown']): boolean {
  for (const { uri, value } of tag.attributes) {
    if (!isRelation(uri)) continue;
    const kind = unknown.get(value);
    if (kind !== undefined)
      throw new Refused(
        'part_unknown',
        `文件里有不认识的内容（${kind.slice(0, 40)}），去不掉里面的个人信息。请删去它，或另存为 PDF 再传`,
      );
    if (!gone.has(value)) continue;
    if (tag.local !== 'pageSetup') return false;
    tag.attributes = tag.attributes.filter((attribute) => !isRelation(attribute.uri));
  }
  return true;
}

/** Marks of one person's editing session, and who made a scenario of a sheet. */
const isPersonal = (tag: Tag, local: string, uri: string): boolean =>
  (isWord(uri) && local.startsWith('rsid')) ||
  (tag.local === 'scenario' && local === 'user') ||
  (tag.local === 'fileVersion' && local === 'codeName');

function shorten(attribute: Tag['attributes'][number], notes: Notes): void {
  if (attribute.name.startsWith('xmlns')) return;
  const plain = attribute.local === 'instr' ? fieldWithoutPaths(attribute.value) : withoutPath(attribute.value);
  if (plain === undefined || plain === attribute.value) return;
  attribute.value = plain;
  notes.add(pathNote);
}

/** Not removed, since they are content; but whoever uploads should know that everybody will be able to see them. */
function sayHidden(tag: Tag, notes: Notes): void {
  const has = (local: string, values: RegExp) =>
    tag.attributes.some((one) => one.local === local && values.test(one.value));
  if (tag.local === 'sheet' && has('state', /hidden/i)) notes.add('注意：有 N 张隐藏的工作表，会一起公开');
  if (tag.local === 'sld' && has('show', /^(0|false)$/)) notes.add('注意：有 N 张隐藏的幻灯片，会一起公开');
  if (tag.local === 'notes' && /presentationml/.test(tag.uri)) notes.add('注意：有 N 页演讲者备注，会一起公开');
}
