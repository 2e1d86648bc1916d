/** Styles: what a paragraph or a run looks like when all that it inherits is counted in. */
import { child, elements, switched, val, type Xml } from './xml.ts';

export type Style = {
  readonly id: string;
  readonly name: string;
  readonly pPr?: Xml;
  readonly rPr?: Xml;
  readonly xml: Xml;
};

export type RunLook = {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly strike: boolean;
  readonly raised: 'superscript' | 'subscript' | undefined;
  readonly hidden: boolean;
  readonly red: boolean;
  /** Half points. */
  readonly size: number;
  readonly font: string;
};

/** Styles whose base is itself, or longer chains than anybody makes, end here. */
const chainMax = 32;
/** What Word takes when nothing is said. */
const usualSize = 20;

export class Styles {
  readonly #byId = new Map<string, Style & { readonly basedOn: string | undefined }>();
  readonly #chains = new Map<string, readonly Style[]>();
  readonly #defaultParagraph: string | undefined;
  readonly #defaults: Xml | undefined;

  constructor(root: Xml | undefined) {
    for (const one of elements(root).filter(({ name }) => name === 'w:style')) {
      const id = one.at['w:styleId'];
      // Of two with one id the first counts.
      if (id === undefined || this.#byId.has(id)) continue;
      const [pPr, rPr] = [child(one, 'w:pPr'), child(one, 'w:rPr')];
      const name = val(one, 'w:name') ?? id;
      const basedOn = val(one, 'w:basedOn');
      this.#byId.set(id, { id, name, basedOn, xml: one, ...(pPr && { pPr }), ...(rPr && { rPr }) });
      if (one.at['w:type'] === 'paragraph' && ['1', 'true'].includes(one.at['w:default'] ?? ''))
        this.#defaultParagraph ??= id;
    }
    this.#defaults = child(child(child(root, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr');
  }

  /** The style and all that it is based on, nearest first. */
  chain(id: string | undefined): readonly Style[] {
    if (id === undefined) return [];
    const known = this.#chains.get(id);
    if (known) return known;
    const chain: Style[] = [];
    let next: string | undefined = id;
    while (next !== undefined && chain.length < chainMax) {
      const style = this.#byId.get(next);
      if (!style || chain.includes(style)) break;
      chain.push(style);
      next = style.basedOn;
    }
    this.#chains.set(id, chain);
    return chain;
  }

  paragraphChain(pPr: Xml | undefined): readonly Style[] {
    return this.chain(val(pPr, 'w:pStyle') ?? this.#defaultParagraph);
  }

  /** The nearest paragraph property of that name: the paragraph's own, then its styles'. */
  paragraph(pPr: Xml | undefined, name: string): Xml | undefined {
    const places = [pPr, ...this.paragraphChain(pPr).map((style) => style.pPr)];
    for (const place of places) {
      const found = child(place, name);
      if (found) return found;
    }
    return undefined;
  }

  run(rPr: Xml | undefined, pPr: Xml | undefined): RunLook {
    const places = [
      rPr,
      ...this.chain(val(rPr, 'w:rStyle')).map((style) => style.rPr),
      ...this.paragraphChain(pPr).map((style) => style.rPr),
      this.#defaults,
    ].filter((place) => place !== undefined);
    const on = (name: string) =>
      places.map((place) => switched(place, name)).find((said) => said !== undefined) ?? false;
    const value = (name: string) => places.map((place) => val(place, name)).find((said) => said !== undefined);
    const fonts = places.map((place) => child(place, 'w:rFonts')?.at).find((at) => at?.['w:ascii'] ?? at?.['w:hAnsi']);
    const raised = value('w:vertAlign');
    return {
      bold: on('w:b'),
      italic: on('w:i') || (value('w:em') ?? 'none') !== 'none',
      underline: on('w:u') && !isLink(this.chain(val(rPr, 'w:rStyle'))),
      strike: on('w:strike') || on('w:dstrike'),
      raised: raised === 'superscript' || raised === 'subscript' ? raised : undefined,
      hidden: on('w:vanish') || on('w:specVanish'),
      red: /^(ff0000|c00000|e60012|ee0000)$/i.test(value('w:color') ?? ''),
      size: Number.parseInt(value('w:sz') ?? '', 10) || usualSize,
      font: fonts?.['w:ascii'] ?? fonts?.['w:hAnsi'] ?? '',
    };
  }
}

/** A link is underlined by the site. */
const isLink = (chain: readonly Style[]): boolean =>
  chain.some(({ name }) => /^(followed ?)?hyperlink$|^超链接$/i.test(name));

const headingName = /^(?:heading|标题)\s*([1-9])$/i;
const titleName = /^(?:title|标题|文档标题|公文标题)$/i;
const captionName = /^(?:caption|题注)$/i;

export const isTitle = (chain: readonly Style[]): boolean => chain.some(({ name }) => titleName.test(name));
export const isCaption = (chain: readonly Style[]): boolean => chain.some(({ name }) => captionName.test(name));
/** 1 to 9 by the style's name, in English or Chinese, own or inherited. */
export function headingLevel(chain: readonly Style[]): number | undefined {
  const found = chain.map(({ name }) => headingName.exec(name)?.[1]).find((level) => level !== undefined);
  return found === undefined ? undefined : Number(found);
}
