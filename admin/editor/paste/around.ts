/** What a text takes from the elements around it. */
import { alignOf, type Look } from './looks.ts';
import { type Align, blackFace, marks } from './model.ts';
import { groups, markOf } from './names.ts';

/** What the elements around say about a text. */
export type Around = {
  readonly marks: number;
  readonly href: string;
  readonly align: Align;
  /** Letters of no size: how a page hides words. */
  readonly tiny: boolean;
  /** Line ends of the source are line breaks. */
  readonly keepsLines: boolean;
  /** In a cell or a note, where a table becomes lines. */
  readonly inCell: boolean;
  /** In a table, a list, a quotation or a note, where a heading becomes a paragraph. */
  readonly isQuiet: boolean;
  readonly depth: number;
};
export const outside: Around = {
  marks: 0,
  href: '',
  align: '',
  tiny: false,
  keepsLines: false,
  inCell: false,
  isQuiet: false,
  depth: 0,
};

/** The attribute is what was set by hand; a sheet that says "justified" for all paragraphs does not undo it. */
export function alignIn(element: Element, look: Look, inherited: Align): Align {
  const byHand = alignOf(element.getAttribute('align') ?? (element.localName === 'center' ? 'center' : ''));
  const own = look.align === 'left' ? (byHand ?? look.align) : (look.align ?? byHand);
  return own === undefined ? inherited : own === 'left' ? '' : own;
}

export function dressed(around: Around, tag: string, look: Look): Around {
  let bits = around.marks;
  const mark = markOf[tag];
  if (mark) bits |= marks[mark];
  if (look.bold !== undefined) bits = look.bold ? bits | marks.strong : bits & ~marks.strong;
  if (look.italic !== undefined) bits = look.italic ? bits | marks.em : bits & ~marks.em;
  if (look.underline) bits |= marks.u;
  if (look.struck) bits |= marks.s;
  if ((look.raised === 'sup' || look.raised === 'sub') && !groups.has(tag)) bits |= marks[look.raised];
  if (look.blackFace) bits |= blackFace;
  const tiny = look.tiny ?? around.tiny;
  const keepsLines = look.keepsLines ?? around.keepsLines;
  const same = bits === around.marks && tiny === around.tiny && keepsLines === around.keepsLines;
  return same ? around : { ...around, marks: bits, tiny, keepsLines };
}
