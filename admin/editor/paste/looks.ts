/** What the style of an element says that matters to a text. Everything else (fonts, colours, widths) is never read. */

export type Look = {
  readonly align?: 'left' | 'center' | 'right';
  /** First line, in signs; negative where it hangs. */
  readonly indent?: number;
  readonly hidden?: boolean;
  readonly tiny?: boolean;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly struck?: boolean;
  readonly raised?: 'sup' | 'sub' | 'none';
  readonly blackFace?: boolean;
  readonly shaded?: boolean;
  readonly outline?: number;
  readonly list?: { readonly id: string; readonly level: number };
  /** The mark before a list item, which Word writes out for those who know no lists. */
  readonly listMark?: boolean;
  /** mso-element: comment-list, footnote, field-begin, … */
  readonly part?: string;
  /** mso-special-character: comment, footnote, … */
  readonly special?: string;
  readonly tab?: boolean;
  readonly pageBreak?: boolean;
  /** Line ends of the source show as such. */
  readonly keepsLines?: boolean;
  readonly numbering?: string;
};
type Draft = { -readonly [K in keyof Look]: Look[K] };

const sizes: Readonly<Record<string, number>> = {
  pt: 1 / 16,
  px: 1 / 21,
  cm: 1.77,
  mm: 0.177,
  in: 4.5,
  em: 1,
  rem: 1,
  gd: 1,
};
/** A length in signs of an office text (三号, 16 pt). It only has to tell much from little and little from nothing. */
function signs(value: string): number | undefined {
  const [, amount, unit] = /^(-?[\d.]{1,12})([a-z]{0,3})/.exec(value) ?? [];
  if (amount === undefined) return undefined;
  return Number(amount) * (sizes[unit ?? ''] ?? 1);
}

const aligns: Readonly<Record<string, Look['align']>> = {
  center: 'center',
  '-webkit-center': 'center',
  right: 'right',
  '-webkit-right': 'right',
  end: 'right',
  left: 'left',
  start: 'left',
  justify: 'left',
  '-webkit-left': 'left',
  '-webkit-auto': 'left',
};
export const alignOf = (value: string): Look['align'] => aligns[value.trim().toLowerCase()];

const isBlack = (value: string) => /黑体|simhei|heiti/.test(value);
const isShade = (value: string) =>
  !/^(transparent|none|white|#fff(fff)?|inherit|initial|rgba?\(255, ?255, ?255.*|rgba\(.*, ?0\))\b/.test(value);

/** One entry for each property that is read. A value that isn't understood says nothing. */
const readers: Readonly<Record<string, (value: string, look: Draft) => void>> = {
  'text-align': (value, look) => {
    const align = alignOf(value);
    if (align) look.align = align;
  },
  'text-indent': (value, look) => {
    const indent = signs(value);
    if (indent !== undefined) look.indent ??= indent;
  },
  'mso-char-indent-count': (value, look) => {
    const indent = Number.parseFloat(value);
    if (Number.isFinite(indent)) look.indent = indent;
  },
  display: (value, look) => {
    if (value.startsWith('none')) look.hidden = true;
  },
  'mso-hide': (value, look) => {
    if (value === 'all') look.hidden = true;
  },
  visibility: (value, look) => {
    if (value.startsWith('hidden')) look.hidden = true;
  },
  opacity: (value, look) => {
    if (/^0*\.?0*$/.test(value)) look.hidden = true;
  },
  'font-size': (value, look) => {
    const size = Number.parseFloat(value);
    if (!Number.isNaN(size)) look.tiny = size === 0;
  },
  'font-weight': (value, look) => {
    look.bold = /^bold/.test(value) || Number.parseInt(value, 10) >= 600;
  },
  'font-style': (value, look) => {
    look.italic = /^(italic|oblique)/.test(value);
  },
  'text-decoration': readLines,
  'text-decoration-line': readLines,
  'vertical-align': (value, look) => {
    look.raised = value.startsWith('super') ? 'sup' : value === 'sub' ? 'sub' : 'none';
  },
  'font-family': (value, look) => {
    if (isBlack(value)) look.blackFace = true;
  },
  'mso-fareast-font-family': (value, look) => {
    if (isBlack(value)) look.blackFace = true;
  },
  background: (value, look) => {
    if (isShade(value)) look.shaded = true;
  },
  'background-color': (value, look) => {
    if (isShade(value)) look.shaded = true;
  },
  'mso-outline-level': (value, look) => {
    const level = Number.parseInt(value, 10);
    if (level >= 1 && level <= 9) look.outline = level;
  },
  'mso-list': (value, look) => {
    if (value === 'ignore') look.listMark = true;
    const [, id, level] = /^(l\d{1,6}) +level(\d)/.exec(value) ?? [];
    if (id && level) look.list = { id, level: Number(level) };
  },
  'mso-element': (value, look) => {
    look.part = value;
  },
  'mso-special-character': (value, look) => {
    look.special = value;
  },
  'mso-tab-count': (_, look) => {
    look.tab = true;
  },
  'page-break-before': (value, look) => {
    if (value === 'always' || value === 'left' || value === 'right') look.pageBreak = true;
  },
  'mso-break-type': (_, look) => {
    look.pageBreak = true;
  },
  'white-space': (value, look) => {
    look.keepsLines = value.startsWith('pre') || value.startsWith('break-spaces');
  },
  'list-style-type': (value, look) => {
    look.numbering = value;
  },
};
function readLines(value: string, look: Draft): void {
  if (value.includes('underline')) look.underline = true;
  if (value.includes('line-through')) look.struck = true;
}

/** The declarations of a style attribute or rule, in one pass. */
export function lookOf(style: string): Look {
  const look: Draft = {};
  for (const declaration of style.split(';')) {
    const colon = declaration.indexOf(':');
    if (colon < 0) continue;
    const read = readers[declaration.slice(0, colon).trim().toLowerCase()];
    read?.(
      declaration
        .slice(colon + 1, colon + 200)
        .trim()
        .toLowerCase(),
      look,
    );
  }
  return look;
}

const plain: Look = {};

/** Looks of elements: what the sheets of the paste say about their tag and classes, then their own style. */
export class Looks {
  readonly #rules: ReadonlyMap<string, Look>;
  /** A document repeats the same few styles thousands of times. */
  readonly #seen = new Map<string, Look>();
  constructor(rules: ReadonlyMap<string, Look>) {
    this.#rules = rules;
  }

  of(element: Element): Look {
    // `inert` has renamed it, so that the browser doesn't read it.
    const style = element.getAttribute('data-style') ?? element.getAttribute('style') ?? '';
    const names = element.getAttribute('class') ?? '';
    if (style === '' && names === '' && this.#rules.size === 0) return plain;
    const key = `${element.localName}|${names}|${style}`;
    const known = this.#seen.get(key);
    if (known) return known;
    const look = this.#read(element.localName, names, style);
    this.#seen.set(key, look);
    return look;
  }

  #read(tag: string, names: string, style: string): Look {
    const from = [this.#rules.get(tag)];
    for (const name of names.split(/\s+/, 20)) {
      if (name) from.push(this.#rules.get(`.${name}`), this.#rules.get(`${tag}.${name}`));
    }
    return Object.assign({}, ...from, style ? lookOf(style) : plain) as Look;
  }
}
