/** XML of Office and OFD files, piece by piece: read with limits, and written anew with what a rule leaves of it. */
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { Refused } from '../not-taken.ts';

/** Elements inside elements; more than 256 is made by nobody but an attacker. */
export const depthMax = 256;
/** Characters of text in one part. */
export const charactersMax = 5_000_000;

export type Attribute = { readonly uri: string; readonly local: string; readonly name: string; value: string };
export type Tag = {
  readonly uri: string;
  readonly local: string;
  readonly name: string;
  /** May be changed, removed: what is left is written. */
  attributes: Attribute[];
};
/** `open` gives false to leave the element out, with all that is in it. `text` gives what is written instead. */
export type Rule = {
  readonly open?: (tag: Tag, parents: readonly Tag[]) => boolean;
  readonly text?: (text: string, parents: readonly Tag[]) => string;
};

const doctype = () => new Refused('doctype', '文件里有 DTD 或实体定义，正常的文档不会有。请用原来的软件另存一次再传');
const malformed = (part: string) =>
  new Refused('part_broken', `文件里的 ${part} 已损坏，读不出来。请用原来的软件打开，另存一次再传`);
const tooMuch = (part: string, what: string) =>
  new Refused('part_too_large', `文件里的 ${part} ${what}，请拆成几个文件再传`);

/** The part as it is written without what `rule` leaves out; also without comments and processing instructions. */
export function rewriteXml(bytes: Uint8Array, part: string, rule: Rule): Buffer {
  const out = new Writer();
  out.push('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n');
  walk(bytes, part, rule, out);
  return out.whole();
}

/** Text goes over into bytes as it comes: a sheet of 50 MB is millions of small strings, which would fill the heap. */
class Writer {
  readonly #done: Buffer[] = [];
  #text = '';
  push(text: string): void {
    this.#text += text;
    if (this.#text.length > 65_536) this.#flush();
  }
  whole(): Buffer {
    this.#flush();
    return Buffer.concat(this.#done);
  }
  #flush(): void {
    this.#done.push(Buffer.from(this.#text));
    this.#text = '';
  }
}

/** Only reads it: limits, no DTD, well formed. */
export const readXml = (bytes: Uint8Array, part: string, rule: Rule = {}): void => walk(bytes, part, rule, undefined);

function walk(bytes: Uint8Array, part: string, rule: Rule, out: Writer | undefined): void {
  const parser = new SaxesParser({ xmlns: true });
  const parents: Tag[] = [];
  let characters = 0;
  /** Depth of the element that is left out; 0: none is. */
  let leftOut = 0;
  const text = (value: string): void => {
    characters += value.length;
    if (characters > charactersMax) throw tooMuch(part, `超过 ${charactersMax / 10_000} 万字`);
    // Outside of the root stands nothing but line ends.
    if (leftOut || parents.length === 0) return;
    const instead = rule.text?.(value, parents) ?? value;
    out?.push(escaped(instead));
  };
  parser.on('error', () => {
    throw malformed(part);
  });
  parser.on('doctype', () => {
    throw doctype();
  });
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('opentag', (found) => {
    if (parents.length >= depthMax) throw tooMuch(part, `超过 ${depthMax} 层`);
    const tag = tagOf(found);
    if (!leftOut && rule.open?.(tag, parents) === false) leftOut = parents.length + 1;
    parents.push(tag);
    if (!leftOut) out?.push(opening(tag, found.isSelfClosing));
  });
  parser.on('closetag', (found) => {
    const tag = parents.pop();
    if (!leftOut && tag && !found.isSelfClosing) out?.push(`</${tag.name}>`);
    if (leftOut > parents.length) leftOut = 0;
  });
  const whole = decoded(bytes, part);
  // In slices, so that a limit stops it early.
  for (let at = 0; at < whole.length; at += 65_536) parser.write(whole.slice(at, at + 65_536));
  parser.close();
}

function tagOf(found: SaxesTagNS): Tag {
  const attributes: Attribute[] = [];
  for (const name in found.attributes) {
    const { uri, local, value } = found.attributes[name] as Attribute;
    attributes.push({ uri, local, name, value });
  }
  return { uri: found.uri, local: found.local, name: found.name, attributes };
}

/** UTF-8, or UTF-16 with its mark. Other encodings are allowed by XML and written by no Office program. */
function decoded(bytes: Uint8Array, part: string): string {
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : '';
  try {
    const text = new TextDecoder(wide || 'utf-8', { fatal: true }).decode(bytes);
    const declared = /^<\?xml[^>]*\sencoding=["']([\w-]+)["']/.exec(text.slice(0, 200))?.[1]?.toLowerCase();
    if (declared && !wide && declared !== 'utf-8' && declared !== 'us-ascii') throw malformed(part);
    return text;
  } catch {
    throw malformed(part);
  }
}

const special: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};
const escaped = (text: string): string => text.replace(/[&<>\r]/g, (sign) => special[sign] as string);
const quoted = (text: string): string => text.replace(/[&<>"\t\n\r]/g, (sign) => special[sign] as string);

function opening({ name, attributes }: Tag, selfClosing: boolean): string {
  let text = `<${name}`;
  for (const { name: attribute, value } of attributes) text += ` ${attribute}="${quoted(value)}"`;
  return text + (selfClosing ? '/>' : '>');
}
