/** Every picture of a paste: the bytes that came with it, one of our own files, or the line that says what didn't come. */

import { pictureBytesMax, picturesMax, refuse, rtfMax } from './limits.ts';
import type { Losses } from './losses.ts';
import { matched, type Place } from './match.ts';
import type { Block, Figure, Missing } from './model.ts';
import { type Format, picturesIn, type RtfPicture } from './rtf.ts';

export type Picture = { readonly key: string; readonly blob: Blob; readonly alt: string };

/** `prefix` begins each key; `origin` is where our own pages are: https://admin.example. */
export type PictureOptions = { readonly prefix: string; readonly origin: string | undefined };

const words = {
  notCome: '【图片未随剪贴板带来，请单独上传】',
  elsewhere: '【图片在别的网站上，没有带来，请下载后上传】',
  format: (name: string) => `【图片是 ${name} 格式，网页显示不了，请另存为 PNG 后上传】`,
  tooBig: `【图片超过 ${pictureBytesMax / 1_000_000} MB，没有带来，请缩小后上传】`,
} as const;
const formatNames: Readonly<Partial<Record<Format, string>>> = { emf: 'EMF', wmf: 'WMF', pict: 'PICT', bmp: 'BMP' };
const mimes: Readonly<Partial<Record<Format, string>>> = { png: 'image/png', jpeg: 'image/jpeg' };

const ownFile = /^\/files\/[a-z2-7]{26}\/[a-z0-9.]{0,40}$/;
const onMachine = /^(file:|cid:|blob:|webkit-fake-url:|[a-z]:[\\/]|\\\\)/i;

export class Pictures {
  readonly taken: Picture[] = [];
  missing = 0;
  readonly #options: PictureOptions;
  readonly #losses: Losses;
  readonly #fromRtf = new Map<Element, RtfPicture | undefined>();

  /** All pictures of the paste take part in the order, also those in deleted text: the RTF has them too. */
  constructor(images: readonly Element[], rtf: string, losses: Losses, options: PictureOptions) {
    this.#options = options;
    this.#losses = losses;
    const asked = images.filter((image) => !sourceOf(image).startsWith('data:'));
    if (rtf === '' || rtf.length > rtfMax || !asked.some((image) => onMachine.test(sourceOf(image)))) return;
    const found = matched(asked.map(placeOf), picturesIn(rtf));
    for (const [at, image] of asked.entries()) this.#fromRtf.set(image, found[at]);
  }

  /** What stands for the picture in the text; undefined for one that nobody sees. */
  read(image: Element, linked: boolean): Figure | Missing | undefined {
    const source = sourceOf(image);
    if (isDot(image)) return undefined;
    if (linked) this.#losses.add('pictureLink');
    const alt = spoken(image.getAttribute('alt') ?? '');
    const own = this.#own(source);
    if (own) return { is: 'figure', picture: { src: own }, alt, caption: [] };
    const fromRtf = this.#fromRtf.get(image);
    if (fromRtf) return this.#rtf(fromRtf, alt);
    if (source.startsWith('data:')) return this.#inline(source, alt);
    return this.#lost(/^(https?:)?\/\//i.test(source) ? words.elsewhere : words.notCome);
  }

  #own(source: string): string | undefined {
    const { origin } = this.#options;
    const path = origin && source.startsWith(`${origin}/`) ? source.slice(origin.length) : source;
    return ownFile.test(path) ? path : undefined;
  }

  #rtf({ format, bytes }: RtfPicture, alt: string): Figure | Missing {
    const name = formatNames[format];
    if (name) return this.#lost(words.format(name));
    const type = mimes[format];
    return type && bytes.length > 0 ? this.#take(bytes, type, alt) : this.#lost(words.notCome);
  }

  #inline(source: string, alt: string): Figure | Missing {
    const [, type, base64] =
      /^data:image\/([a-z0-9.+-]{1,20})(?:;[^,;]{0,60})*?(;base64)?,/i.exec(source.slice(0, 300)) ?? [];
    const kind = type?.toLowerCase().replace('jpg', 'jpeg');
    if (kind === undefined) return this.#lost(words.notCome);
    if (!['png', 'jpeg', 'gif', 'webp'].includes(kind)) return this.#lost(words.format(formatOf(kind)));
    const bytes = base64 ? decoded(source.slice(source.indexOf(',') + 1)) : undefined;
    return bytes ? this.#take(bytes, `image/${kind}`, alt) : this.#lost(words.notCome);
  }

  #take(bytes: Uint8Array<ArrayBuffer>, type: string, alt: string): Figure | Missing {
    if (bytes.length > pictureBytesMax) return this.#lost(words.tooBig);
    if (this.taken.length >= picturesMax) throw refuse.pictures(this.taken.length + 1);
    const key = `${this.#options.prefix}${this.taken.length + 1}`;
    this.taken.push({ key, blob: new Blob([bytes], { type }), alt });
    return { is: 'figure', picture: { key }, alt, caption: [] };
  }

  #lost(sentence: string): Missing {
    this.missing++;
    return { is: 'missing', words: sentence };
  }
}

export const isPicture = (block: Block): boolean => block.is === 'figure' || block.is === 'missing';

/** Pages that load pictures late (WeChat) keep the address elsewhere. */
const sourceOf = (image: Element): string =>
  (image.getAttribute('data-src') || image.getAttribute('data-original') || image.getAttribute('src') || '').trim();

const lengthOf = (image: Element, name: string) => Number.parseFloat(image.getAttribute(name) ?? '') || 0;
const placeOf = (image: Element): Place => ({
  width: lengthOf(image, 'width'),
  height: lengthOf(image, 'height'),
  local: onMachine.test(sourceOf(image)),
});
/** One or two pixels each way: a counter, not a picture. */
const isDot = (image: Element) =>
  ['width', 'height'].every((name) => lengthOf(image, name) > 0 && lengthOf(image, name) <= 2);

const formatOf = (kind: string) =>
  kind
    .replace(/^(x-|vnd\.)/, '')
    .replace(/\+xml$/, '')
    .toUpperCase();

function decoded(base64: string): Uint8Array<ArrayBuffer> | undefined {
  let text: string;
  try {
    text = atob(base64.includes('%') ? decodeURIComponent(base64) : base64);
  } catch {
    return undefined;
  }
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}

/** What Word writes by itself is no description, and a file's name or path is nobody's business. */
const automatic =
  /^(图片|图像|图表|形状|文本框|picture|image|img|dsc|graphic|shape|微信图片|qq图片|qq截图|screenshot|屏幕截图)[\d_\s-]*$/i;
const madeUp =
  /描述已自动生成|中度可信度描述|低可信度描述|description automatically generated|ai 生成的内容可能不正确|ai-generated content may be incorrect/i;
const isFile = /^(file:|[a-z]:\\|\\\\|\/)|[^\s]\.(png|jpe?g|gif|bmp|webp|tiff?|emf|wmf)$/i;
function spoken(alt: string): string {
  const text = alt
    .slice(0, 1000)
    .replace(/^(说明|描述|description)\s*[:：]\s*/i, '')
    .replace(/\s+/g, ' ')
    .trim();
  return automatic.test(text) || madeUp.test(text) || isFile.test(text) ? '' : text.slice(0, 500);
}
