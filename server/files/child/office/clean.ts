/**
 * An Office file written anew from what its main part leads to, each part cleaned by what it is. What nothing leads to
 * (old drafts, other programs' marks) is simply not written. The same file gives the same bytes.
 */
import { posix } from 'node:path';
import { Refused } from '../not-taken.ts';
import { sameName } from '../zip/names.ts';
import type { Entry } from '../zip/read.ts';
import { writeZip } from '../zip/write.ts';
import type { OfficeKind } from './kind.ts';
import { makeNotes, type Notes } from './notes.ts';
import { type Parts, type Relation, relationsName } from './parts.ts';
import { cleanPicture } from './pictures.ts';
import { fateOf, leftComments, outsideTarget } from './relations.ts';
import { officeRule } from './rule.ts';
import { readXml, rewriteXml } from './xml.ts';

export type Clean = { readonly bytes: Buffer; readonly notes: readonly string[] };
/** Cleans an Office file that lies inside this one. */
export type CleanInner = (entry: Entry) => Promise<Clean>;
type Office = { readonly is: OfficeKind; readonly parts: Parts; readonly main: string };
type Kept = { readonly relation: Relation; readonly target: string };

/** Throws Refused. */
export async function cleanOffice({ parts }: Office, inner: CleanInner): Promise<Clean> {
  const notes = makeNotes();
  const written = new Map<string, Entry>();
  const todo: { part: string; type: string }[] = [{ part: '', type: '' }];
  const seen = new Set<string>(['']);
  for (let next = todo.shift(); next; next = todo.shift()) {
    const { part, type } = next;
    const sorted = sort(parts, part, notes);
    const entry = parts.get(part);
    if (entry)
      written.set(sameName(part), { name: part, bytes: await cleanPart(parts, entry, { type, sorted, notes, inner }) });
    if (sorted.kept.length > 0) {
      const name = relationsName(part);
      written.set(sameName(name), { name, bytes: relationsXml(sorted.kept, part) });
    }
    for (const { relation, target } of sorted.kept) {
      const key = sameName(target);
      if (relation.outside || seen.has(key) || !parts.get(target)) continue;
      seen.add(key);
      todo.push({ part: parts.get(target)?.name ?? target, type: relation.type });
    }
  }
  const inOrder = parts.names.flatMap((name) => written.get(sameName(name)) ?? []);
  const types = { name: '[Content_Types].xml', bytes: typesXml(parts, inOrder) };
  return { bytes: await writeZip([types, ...inOrder.filter(({ name }) => name !== types.name)]), notes: notes.lines() };
}

type Sorted = {
  readonly kept: readonly Kept[];
  readonly gone: ReadonlySet<string>;
  readonly unknown: ReadonlyMap<string, string>;
};

function sort(parts: Parts, part: string, notes: Notes): Sorted {
  const kept: Kept[] = [];
  const gone = new Set<string>();
  const unknown = new Map<string, string>();
  for (const relation of parts.relationsOf(part)) {
    const fate = isInk(parts, relation) ? 'keep' : fateOf(relation);
    if (fate === 'look') refuseComments(parts.get(relation.target));
    if (fate === 'keep') {
      const target = relation.outside ? outsideTarget(relation.target) : relation.target;
      if (target !== relation.target) notes.add('去掉了 N 个链接里的本机或内网路径');
      kept.push({ relation, target });
    } else if (fate === 'unknown') unknown.set(relation.id, relation.type);
    else gone.add(relation.id);
    if (fate === 'drop') sayDropped(relation.type, notes);
  }
  return { kept, gone, unknown };
}

/** Strokes of a pen have the same kind of relation as custom data. */
const isInk = (parts: Parts, { type, target, outside }: Relation): boolean =>
  type === 'customXml' && !outside && parts.mediaTypeOf(target) === 'application/inkml+xml';

function refuseComments(entry: Entry | undefined): void {
  if (entry)
    readXml(entry.bytes, entry.name, {
      open({ local }) {
        if (local === 'comment' || local === 'cm') throw leftComments();
        return true;
      },
    });
}

const said: Readonly<Record<string, string>> = {
  'core-properties': '去掉了作者、单位、修改时间等属性',
  'extended-properties': '去掉了作者、单位、修改时间等属性',
  'custom-properties': '去掉了作者、单位、修改时间等属性',
  thumbnail: '去掉了缩略图',
  customXml: '去掉了附带的自定义数据',
  attachedTemplate: '去掉了模板的路径',
  printerSettings: '去掉了打印机设置',
  revisionHeaders: '去掉了共享工作簿的修改记录',
};
const sayDropped = (type: string, notes: Notes): void => {
  const words = said[type];
  if (words) notes.add(words);
};

type Inside = { readonly type: string; readonly sorted: Sorted; readonly notes: Notes; readonly inner: CleanInner };

async function cleanPart(parts: Parts, entry: Entry, { type, sorted, notes, inner }: Inside): Promise<Buffer> {
  const media = parts.mediaTypeOf(entry.name);
  if (type === 'package') {
    const clean = await inner(entry);
    for (const note of clean.notes) notes.add(`内嵌文件：${note}`);
    return clean.bytes;
  }
  if (media.startsWith('image/') || type === 'image' || type === 'hdphoto') return cleanPicture(entry, notes);
  if (/[+/]xml$/.test(media) || /vmlDrawing$/.test(media))
    return rewriteXml(entry.bytes, entry.name, officeRule(entry.bytes, entry.name, { ...sorted, notes }));
  if (type === 'font') return entry.bytes;
  throw new Refused(
    'part_unknown',
    `文件里有不认识的部分（${entry.name.slice(0, 80)}），去不掉里面的个人信息。请另存为 PDF 再传`,
  );
}

const quoted = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

function relationsXml(kept: readonly Kept[], part: string): Buffer {
  const lines = kept.map(({ relation: { id, fullType, outside }, target }) => {
    const address = outside ? target : encodeURI(posix.relative(posix.dirname(part || 'x'), target));
    const mode = outside ? ' TargetMode="External"' : '';
    return `<Relationship Id="${quoted(id)}" Type="${quoted(fullType)}" Target="${quoted(address)}"${mode}/>`;
  });
  const space = 'http://schemas.openxmlformats.org/package/2006/relationships';
  return Buffer.from(`${xmlHead}<Relationships xmlns="${space}">${lines.join('')}</Relationships>`);
}

/** Each part by its own name: no default can be wrong about a part that we didn't see. */
function typesXml(parts: Parts, entries: readonly Entry[]): Buffer {
  const own = entries.filter(({ name }) => !name.endsWith('.rels') && name !== '[Content_Types].xml');
  const lines = own.map(
    ({ name }) =>
      `<Override PartName="${quoted(encodeURI(`/${name}`))}" ContentType="${quoted(parts.mediaTypeOf(name))}"/>`,
  );
  const space = 'http://schemas.openxmlformats.org/package/2006/content-types';
  const rels = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>';
  return Buffer.from(`${xmlHead}<Types xmlns="${space}">${rels}${lines.join('')}</Types>`);
}
