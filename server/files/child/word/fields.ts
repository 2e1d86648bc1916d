/** Fields: what Word works out by itself. Their results are text; their codes are nobody's reading. */
import { child, elements, switched, textOf, val, type Xml } from './xml.ts';

type Field = { begin: Xml | undefined; code: string; phase: 'code' | 'result'; shown: boolean };
/** What the end of a field leaves. `formula`: one that could not come. */
export type FieldEnd = { readonly text: string; readonly formula: boolean };

const listing = /^\s*(?:TOC|INDEX|TOA)\b/i;
const nothing: FieldEnd = { text: '', formula: false };

export class Fields {
  readonly #open: Field[] = [];
  readonly #whole: boolean;
  readonly #onListing: () => void;

  /** `whole`: every field that begins also ends. Where one doesn't, nothing is left out: half a text could hang on it. */
  constructor(whole: boolean, onListing: () => void) {
    this.#whole = whole;
    this.#onListing = onListing;
  }

  /** Whether what comes now is not shown: a code, or a table of contents. */
  get silent(): boolean {
    return this.#whole && this.#open.some(({ phase, code }) => phase === 'code' || listing.test(code));
  }
  /** The address of the nearest link around. */
  get href(): string | undefined {
    return this.#open.map(({ phase, code }) => (phase === 'result' ? addressOf(code) : undefined)).findLast(Boolean);
  }

  code(text: string): void {
    const field = this.#open.at(-1);
    if (field?.phase === 'code') field.code += text;
  }
  shows(): void {
    for (const field of this.#open) if (field.phase === 'result') field.shown = true;
  }
  mark(fldChar: Xml): FieldEnd {
    const type = fldChar.at['w:fldCharType'];
    const last = this.#open.at(-1);
    if (type === 'begin') this.#open.push({ begin: fldChar, code: '', phase: 'code', shown: false });
    if (type === 'separate' && last) this.#result(last);
    if (type !== 'end' || !last) return nothing;
    this.#open.pop();
    return endOf(last);
  }
  /** w:fldSimple: a field in one piece. */
  simple(code: string, result: () => void): FieldEnd {
    const field: Field = { begin: undefined, code, phase: 'code', shown: false };
    this.#open.push(field);
    this.#result(field);
    result();
    this.#open.pop();
    return endOf(field);
  }
  #result(field: Field): void {
    field.phase = 'result';
    if (listing.test(field.code) && this.#open.filter(({ code }) => listing.test(code)).length === 1) this.#onListing();
  }
}

function addressOf(code: string): string | undefined {
  const found = /^\s*HYPERLINK\s+(?:"([^"]*)"|([^\\\s]\S*))/i.exec(code);
  return found?.[1] ?? found?.[2];
}

function endOf({ code, begin, shown }: Field): FieldEnd {
  if (/^\s*FORMCHECKBOX\b/i.test(code)) return { text: checked(begin) ? '☑' : '□', formula: false };
  if (shown) return nothing;
  if (/^\s*FORMDROPDOWN\b/i.test(code)) return { text: chosen(begin), formula: false };
  if (!/^\s*EQ\b/i.test(code)) return nothing;
  const ring = /^\s*EQ\s+\\o\s*\\ac\s*\(\s*[○◯]\s*[,，;；]\s*(\S{1,4}?)\s*\)/i.exec(code)?.[1];
  return ring ? { text: ringed(ring), formula: false } : { text: '', formula: true };
}

/** 带圈字符: ① where there is such a sign, else the sign in brackets. */
function ringed(sign: string): string {
  const n = /^\d+$/.test(sign) ? Number(sign) : 0;
  return n >= 1 && n <= 20 ? String.fromCodePoint(0x245f + n) : `（${sign}）`;
}

const box = (begin: Xml | undefined, name: string) => child(child(begin, 'w:ffData'), name);
function checked(begin: Xml | undefined): boolean {
  const asked = box(begin, 'w:checkBox');
  return switched(asked, 'w:checked') ?? switched(asked, 'w:default') ?? false;
}
function chosen(begin: Xml | undefined): string {
  const list = box(begin, 'w:ddList');
  const entries = elements(list).filter(({ name }) => name === 'w:listEntry');
  const at = Number(val(list, 'w:result') ?? val(list, 'w:default') ?? 0);
  return entries[at]?.at['w:val'] ?? '';
}

/** Whether as many fields end as begin. */
export function fieldsAreWhole(root: Xml): boolean {
  let open = 0;
  const walk = (of: Xml): boolean =>
    elements(of).every((one) => {
      if (one.name !== 'w:fldChar') return walk(one);
      const type = one.at['w:fldCharType'];
      open += type === 'begin' ? 1 : type === 'end' ? -1 : 0;
      return open >= 0;
    });
  return walk(root) && open === 0;
}

/** The code of a w:instrText. */
export const codeIn = (instr: Xml): string => textOf(instr);
