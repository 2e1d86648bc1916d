/** A formula in one line of text, where it can be said so without a doubt; else nothing, and it is marked as missing. */
import { child, elements, textOf, val, type Xml } from './xml.ts';

export type Piece = { readonly text: string; readonly raised?: 'superscript' | 'subscript' };

/** undefined: a matrix, a sum with limits, or the like. */
export function equation(of: Xml): readonly Piece[] | undefined {
  const out: Piece[] = [];
  for (const one of elements(of)) {
    const pieces = readers[one.name]?.(one);
    if (!pieces) {
      if (skipped.test(one.name)) continue;
      return undefined;
    }
    out.push(...pieces);
  }
  return out;
}

const skipped = /Pr$|^w:(?:bookmark|proofErr|comment|perm)/;
type Reader = (of: Xml) => readonly Piece[] | undefined;

const part = (of: Xml, name: string): readonly Piece[] | undefined => {
  const found = child(of, name);
  return found && equation(found);
};
/** As one plain text: nothing raised in it, so that it can itself be raised, or stand over a bar. */
function plain(pieces: readonly Piece[] | undefined): string | undefined {
  if (!pieces || pieces.some(({ raised }) => raised)) return undefined;
  return pieces.map(({ text }) => text).join('');
}

const raising =
  (...names: readonly (readonly [string, 'superscript' | 'subscript'])[]): Reader =>
  (of) => {
    const base = part(of, 'm:e');
    const ends = names.map(([name, raised]) => ({ text: plain(part(of, name)), raised }));
    if (!base || ends.some(({ text }) => text === undefined)) return undefined;
    return [...base, ...ends.map(({ text, raised }) => ({ text: text ?? '', raised }))];
  };

const bracketed = (text: string): string => (/^[\p{L}\p{N}.%]+$/u.test(text) ? text : `(${text})`);

const fraction: Reader = (of) => {
  const [above, below] = [plain(part(of, 'm:num')), plain(part(of, 'm:den'))];
  if (above === undefined || below === undefined) return undefined;
  return [{ text: `${bracketed(above)}/${bracketed(below)}` }];
};

const root: Reader = (of) => {
  const degree = plain(part(of, 'm:deg')) ?? '';
  const under = plain(part(of, 'm:e'));
  const sign = { '': '√', '2': '√', '3': '∛', '4': '∜' }[degree.trim()];
  return under === undefined || sign === undefined ? undefined : [{ text: `${sign}${bracketed(under)}` }];
};

const brackets: Reader = (of) => {
  const about = child(of, 'm:dPr');
  const sign = (name: string, usual: string) => child(about, name)?.at['m:val'] ?? val(about, name) ?? usual;
  const inner = elements(of)
    .filter(({ name }) => name === 'm:e')
    .map(equation);
  const out: Piece[] = [{ text: sign('m:begChr', '(') }];
  for (const [i, pieces] of inner.entries()) {
    if (!pieces) return undefined;
    out.push(...(i > 0 ? [{ text: sign('m:sepChr', '|') }] : []), ...pieces);
  }
  return [...out, { text: sign('m:endChr', ')') }];
};

const words: Reader = (of) => [
  {
    text: elements(of)
      .filter(({ name }) => name === 'm:t' || name === 'w:t')
      .map(textOf)
      .join(''),
  },
];

const named: Reader = (of) => {
  const [name, value] = [part(of, 'm:fName'), part(of, 'm:e')];
  return name && value && [...name, { text: ' ' }, ...value];
};

const readers: Readonly<Record<string, Reader>> = {
  'm:r': words,
  'w:r': words,
  'm:oMath': equation,
  'm:box': (of) => part(of, 'm:e'),
  'm:sSup': raising(['m:sup', 'superscript']),
  'm:sSub': raising(['m:sub', 'subscript']),
  'm:sSubSup': raising(['m:sub', 'subscript'], ['m:sup', 'superscript']),
  'm:f': fraction,
  'm:rad': root,
  'm:d': brackets,
  'm:func': named,
};
