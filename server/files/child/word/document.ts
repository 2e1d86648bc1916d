/** The whole file: its parts are read into lines and tables, its title taken out, and all of it written for mammoth. */
import { Losses } from '../../../html/losses.ts';
import { Refused } from '../not-taken.ts';
import { Body } from './body.ts';
import { Fields, fieldsAreWhole } from './fields.ts';
import { hasNotes, type Reading } from './inline.ts';
import { type Block, linesIn, picturesIn } from './model.ts';
import { Numbering } from './numbering.ts';
import { Page } from './page.ts';
import type { Parts, Relation } from './parts.ts';
import { Styles } from './styles.ts';
import { takeTitle } from './title.ts';
import { child, elements, inside, printXml, textOf, type Xml, xml } from './xml.ts';

/** What mammoth is given. A picture's part holds the name of the real one. */
export type HandedOn = { readonly parts: ReadonlyMap<string, string>; readonly styleMap: readonly string[] };
export type Document = {
  readonly title: string;
  readonly losses: Losses;
  /** The part of each picture, in the order of the text; one that stands twice is here twice. */
  readonly pictures: readonly string[];
  readonly handedOn: HandedOn;
};

type Note = { readonly kind: 'footnote' | 'endnote'; readonly id: string; readonly blocks: readonly Block[] };

/** Throws Refused. */
export function readDocument(parts: Parts): Document {
  const main = parts.main();
  const relations = parts.relations(main);
  const related = (kind: string) =>
    [...relations.values()].find(({ type, outside }) => !outside && type.endsWith(`/${kind}`));
  const losses = new Losses();
  const styles = new Styles(parts.xml(related('styles')?.target));
  const numbering = new Numbering(parts.xml(related('numbering')?.target), styles);
  const links = new Links();
  const noteParts = (['footnote', 'endnote'] as const).map((kind) => ({ kind, part: related(`${kind}s`)?.target }));
  const noteXml = noteParts.flatMap(({ kind, part }) => [...notesIn(parts, kind, part)]);
  const present = new Set(noteXml.map(({ kind, id }) => `${kind} ${id}`));

  const bodyOf = (root: Xml, own: ReadonlyMap<string, Relation>, hasNote: Reading['hasNote']) => {
    const whole = fieldsAreWhole(root);
    const fields = new Fields(whole, () => losses.add('目录没有带来'));
    return new Body(
      { styles, losses, fields, relations: own, link: (address) => links.id(address), hasNote },
      numbering,
    );
  };
  const root = parts.xml(main);
  const body = child(root, 'w:body');
  if (!body) throw new Refused('not_word', '这不是 Word 文件：里面没有正文。请用 Word 或 WPS 另存为 DOCX 后再传');
  const blocks = bodyOf(body, relations, (which) => present.has(which)).read(body.children);
  const notes = noteXml.map(
    ({ kind, id, of, relations: own }): Note => ({ kind, id, blocks: bodyOf(of, own, () => false).read(of.children) }),
  );
  sayMargins(parts, losses);
  const { title, lines } = takeTitle(blocks);
  if (lines.some(({ runs }) => hasNotes(runs))) losses.add('标题上的脚注没有带来');
  const text = blocks.filter((block) => !lines.some((line) => line === block));
  const pictures = picturesIn([...text, ...notes.flatMap((note) => note.blocks)]).map(({ part }) => part);
  return { title, losses, pictures, handedOn: written(text, notes, links, [...new Set(pictures)]) };
}

function* notesIn(parts: Parts, kind: Note['kind'], part: string | undefined) {
  if (part === undefined) return;
  const relations = parts.relations(part);
  for (const of of elements(parts.xml(part))) {
    const { 'w:id': id, 'w:type': type = 'normal' } = of.at;
    if (of.name === `w:${kind}` && id !== undefined && type === 'normal') yield { kind, id, of, relations };
  }
}

/** Headers and footers belong to paper. A page number is no loss. */
function sayMargins(parts: Parts, losses: Losses): void {
  for (const name of parts.named(/^word\/(?:header|footer)\d*\.xml$/i)) {
    const root = parts.xml(name);
    if (!root) continue;
    for (const drawing of ['pic:pic', 'v:imagedata'])
      for (const _one of inside(root, drawing)) losses.add('页眉页脚里的图片没有带来');
    const words = [...inside(root, 'w:t')].map(textOf).join('');
    if (/\p{L}/u.test(words.replace(/[第共页]|page|of/giu, ''))) losses.add('页眉页脚里的文字没有带来');
  }
}

/** Addresses outside of the file, each with the id under which mammoth finds it. */
class Links {
  readonly #ids = new Map<string, string>();
  id(address: string): string {
    const id = this.#ids.get(address) ?? `link${this.#ids.size + 1}`;
    this.#ids.set(address, id);
    return id;
  }
  relations(): readonly Xml[] {
    return [...this.#ids].map(([target, id]) => relation(id, 'hyperlink', target));
  }
}
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/';
const relation = (id: string, type: string, target: string): Xml =>
  xml('Relationship', { Id: id, Type: `${office}${type}`, Target: target });
const relationsOf = (all: readonly Xml[]): string =>
  printXml(xml('Relationships', { xmlns: 'http://schemas.openxmlformats.org/package/2006/relationships' }, all));

/** `pictures`: each part once. */
function written(text: readonly Block[], notes: readonly Note[], links: Links, pictures: readonly string[]): HandedOn {
  const ids = new Map(pictures.map((part, i) => [part, `picture${i}`]));
  const lines = linesIn(text);
  const levels = [...new Set(lines.flatMap(({ level }) => level ?? []))].sort((a, b) => a - b);
  const headings = new Map(levels.map((level, rank) => [level, `h${Math.min(rank + 2, 4)}`]));
  const page = new Page({ headings, indents: text.some(isIndented) }, ({ part }) => ids.get(part) ?? '');
  const body = xml('w:document', {}, [xml('w:body', {}, page.write(text))]);
  const part = (kind: Note['kind']) =>
    xml(
      `w:${kind}s`,
      {},
      notes
        .filter((note) => note.kind === kind)
        .map((note) => xml(`w:${kind}`, { 'w:id': note.id }, page.write(note.blocks, true))),
    );
  const own = relationsOf([...links.relations(), ...[...ids.values()].map((id) => relation(id, 'image', id))]);
  return {
    styleMap: page.styleMap,
    parts: new Map([
      ['word/document.xml', printXml(body)],
      ['word/footnotes.xml', printXml(part('footnote'))],
      ['word/endnotes.xml', printXml(part('endnote'))],
      ...[...ids].map(([part, id]) => [`word/${id}`, part] as const),
      ...['document', 'footnotes', 'endnotes'].map((name) => [`word/_rels/${name}.xml.rels`, own] as const),
    ]),
  };
}

const isIndented = (block: Block): boolean =>
  block.is === 'line' &&
  block.indented &&
  block.level === undefined &&
  block.number === undefined &&
  block.align === undefined;
