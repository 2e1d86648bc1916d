/**
 * Pictures of the clipboard's RTF part. Word's html names files that a browser may not read; the pictures themselves are
 * in the RTF, in the order of the text. The groups are walked once, sign by sign: their size has no bound that matters.
 */

export type Format = 'png' | 'jpeg' | 'emf' | 'wmf' | 'pict' | 'bmp' | 'unknown';
export type RtfPicture = {
  readonly format: Format;
  /** Empty for what a browser can't show, and for what can't be read. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** As shown in the text, in pixels of 1/96 inch; 0 where it isn't said. */
  readonly width: number;
  readonly height: number;
};

/** Groups with pictures that the html doesn't have: older copies, bullets, page heads and feet, hidden stores. */
const skipped = new Set(
  (
    'nonshppict shprslt listpicture header headerl headerr headerf footer footerl footerr footerf background themedata ' +
    'colorschememapping datastore objdata fonttbl colortbl stylesheet info latentstyles'
  ).split(' '),
);
const formats: Readonly<Record<string, Format>> = {
  pngblip: 'png',
  jpegblip: 'jpeg',
  emfblip: 'emf',
  wmetafile: 'wmf',
  macpict: 'pict',
  dibitmap: 'bmp',
  wbitmap: 'bmp',
};

/** `names`: this group is the name of a shape's property. `shape`: the property whose value this group belongs to. */
type Group = { skip: boolean; picture: Reading | undefined; names: string | undefined; shape: string };
type Reading = { format: Format; sizes: Record<string, number>; bytes: Uint8Array<ArrayBuffer>; used: number };

const outermost = (): Group => ({ skip: false, picture: undefined, names: undefined, shape: '' });

const word = /\\(?:([a-z]{1,32})(-?\d{1,9})? ?|'[0-9a-f]{2}|[\s\S])/iy;
const open = 123;
const close = 125;
const backslash = 92;

/** Never throws: of RTF that breaks off or makes no sense, the pictures before that point are given. */
export const picturesIn = (rtf: string): RtfPicture[] => new Walk(rtf).pictures();

class Walk {
  readonly #rtf: string;
  readonly #found: RtfPicture[] = [];
  readonly #groups: Group[] = [];
  #at = 0;
  #group = outermost();
  constructor(rtf: string) {
    this.#rtf = rtf;
  }

  pictures(): RtfPicture[] {
    const { length } = this.#rtf;
    while (this.#at < length) {
      const sign = this.#rtf.charCodeAt(this.#at);
      if (sign === open) this.#enter();
      else if (sign === close) this.#leave();
      else if (sign === backslash) this.#word();
      else this.#plain(sign);
    }
    return this.#found;
  }

  #enter(): void {
    this.#at++;
    this.#groups.push(this.#group);
    this.#group = { ...this.#group, picture: undefined, names: undefined };
  }

  #leave(): void {
    this.#at++;
    const { picture, names } = this.#group;
    if (picture) this.#found.push(finished(picture));
    this.#group = this.#groups.pop() ?? outermost();
    // {\sp{\sn pib}{\sv …}}: the name stands in the group before the value's.
    if (names !== undefined) this.#group.shape = names;
  }

  #word(): void {
    word.lastIndex = this.#at;
    const [all = '\\', name, digits] = word.exec(this.#rtf) ?? [];
    this.#at += all.length;
    if (name === undefined) return;
    if (name === 'bin') this.#binary(Number(digits ?? 0));
    else if (name === 'sn') this.#group.names = this.#upToBrace();
    else if (name === 'pict') this.#begin();
    else if (skipped.has(name)) this.#group.skip = true;
    else if (this.#group.picture) this.#describe(this.#group.picture, name, digits);
  }

  /** A picture that fills a shape is no picture of the text: only `pib` names one. */
  #begin(): void {
    const { skip, shape } = this.#group;
    if (skip || (shape !== '' && shape !== 'pib')) return;
    this.#group.picture = { format: 'unknown', sizes: {}, bytes: new Uint8Array(0), used: 0 };
  }

  #describe(picture: Reading, name: string, digits: string | undefined): void {
    const format = formats[name];
    if (format) picture.format = format;
    else if (/^pic(w|h|wgoal|hgoal|scalex|scaley)$/.test(name)) picture.sizes[name] = Number(digits ?? 0);
  }

  #upToBrace(): string {
    const text = this.#rtf.slice(this.#at, this.#at + 64);
    return text.slice(0, Math.max(0, text.search(/[{}\\]/))).trim();
  }

  #binary(length: number): void {
    const { picture } = this.#group;
    const end = Math.min(this.#at + length, this.#rtf.length);
    if (picture && wanted(picture)) {
      const bytes = new Uint8Array(end - this.#at);
      let torn = end - this.#at < length;
      for (let i = this.#at; i < end; i++) {
        const code = this.#rtf.charCodeAt(i);
        // A clipboard that took the bytes for text has changed them.
        if (code > 255) torn = true;
        bytes[i - this.#at] = code;
      }
      picture.bytes = bytes;
      picture.used = torn ? 0 : bytes.length;
    }
    this.#at = end;
  }

  #plain(sign: number): void {
    const { picture } = this.#group;
    if (!picture) this.#at = nextSpecial(this.#rtf, this.#at);
    else if (hexValue(sign) < 0) this.#at++;
    else this.#hex(picture);
  }

  /** Two signs for a byte, with line ends anywhere. */
  #hex(picture: Reading): void {
    const rtf = this.#rtf;
    const stop = nextSpecial(rtf, this.#at);
    if (!wanted(picture)) {
      this.#at = stop;
      return;
    }
    const bytes = new Uint8Array((stop - this.#at) >> 1);
    let used = 0;
    let high = -1;
    for (let i = this.#at; i < stop; i++) {
      const value = hexValue(rtf.charCodeAt(i));
      if (value < 0) continue;
      if (high < 0) high = value;
      else {
        bytes[used++] = (high << 4) | value;
        high = -1;
      }
    }
    this.#at = stop;
    // Stray digits between words of the picture are not it.
    if (used < picture.used) return;
    picture.bytes = bytes;
    picture.used = used;
  }
}

const wanted = (picture: Reading) =>
  picture.format === 'png' || picture.format === 'jpeg' || picture.format === 'unknown';

function nextSpecial(rtf: string, from: number): number {
  let at = from;
  while (at < rtf.length) {
    const sign = rtf.charCodeAt(at);
    if (sign === open || sign === close || sign === backslash) break;
    at++;
  }
  return at;
}

function hexValue(sign: number): number {
  if (sign >= 48 && sign <= 57) return sign - 48;
  const lower = sign | 32;
  return lower >= 97 && lower <= 102 ? lower - 87 : -1;
}

function finished({ format, sizes, bytes, used }: Reading): RtfPicture {
  const kept = bytes.subarray(0, used);
  const seen: Format | undefined = isPng(kept) ? 'png' : isJpeg(kept) ? 'jpeg' : undefined;
  const size = (goal: string, scale: string) => Math.round(((sizes[goal] ?? 0) * (sizes[scale] ?? 100)) / 100 / 15);
  return {
    format: seen ?? format,
    bytes: seen ? kept : new Uint8Array(0),
    width: size('picwgoal', 'picscalex'),
    height: size('pichgoal', 'picscaley'),
  };
}

export const isPng = (bytes: Uint8Array): boolean => begins(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
export const isJpeg = (bytes: Uint8Array): boolean => begins(bytes, [0xff, 0xd8, 0xff]);
const begins = (bytes: Uint8Array, signs: readonly number[]) => signs.every((sign, at) => bytes[at] === sign);
