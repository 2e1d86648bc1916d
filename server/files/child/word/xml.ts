/**
 * The XML of an Office part as a tree. Names get the prefixes that everybody knows, whatever a program called them.
 * There are no entities and no DTD: a part that brings one is refused.
 */
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { Refused } from '../not-taken.ts';

export type Xml = {
  readonly name: string;
  readonly at: Readonly<Record<string, string>>;
  readonly children: readonly Node[];
};
export type Node = Xml | string;

const ooxml = 'http://schemas.openxmlformats.org/';
const strict = 'http://purl.oclc.org/ooxml/';
const office = 'http://schemas.microsoft.com/office/word/2010/';
const prefixes: Readonly<Record<string, string>> = {
  [`${ooxml}wordprocessingml/2006/main`]: 'w',
  [`${strict}wordprocessingml/main`]: 'w',
  [`${ooxml}officeDocument/2006/relationships`]: 'r',
  [`${strict}officeDocument/relationships`]: 'r',
  [`${ooxml}drawingml/2006/wordprocessingDrawing`]: 'wp',
  [`${strict}drawingml/wordprocessingDrawing`]: 'wp',
  [`${ooxml}drawingml/2006/main`]: 'a',
  [`${strict}drawingml/main`]: 'a',
  [`${ooxml}drawingml/2006/picture`]: 'pic',
  [`${strict}drawingml/picture`]: 'pic',
  [`${ooxml}drawingml/2006/chart`]: 'c',
  [`${strict}drawingml/chart`]: 'c',
  [`${ooxml}drawingml/2006/diagram`]: 'dgm',
  [`${strict}drawingml/diagram`]: 'dgm',
  [`${ooxml}officeDocument/2006/math`]: 'm',
  [`${strict}officeDocument/math`]: 'm',
  [`${ooxml}markup-compatibility/2006`]: 'mc',
  [`${ooxml}package/2006/relationships`]: 'rel',
  [`${ooxml}package/2006/content-types`]: 'ct',
  [`${office}wordml`]: 'w14',
  [`${office}wordprocessingShape`]: 'wps',
  [`${office}wordprocessingGroup`]: 'wpg',
  [`${office}wordprocessingCanvas`]: 'wpc',
  'urn:schemas-microsoft-com:vml': 'v',
  'urn:schemas-microsoft-com:office:office': 'o',
};

const depthMax = 256;
/** Elements of one part. A text of a thousand pages has about a quarter of a million. */
const elementsMax = 2_000_000;

const broken = (part: string) =>
  new Refused('docx_broken', `文件里的 ${part} 读不懂，像是损坏了。请用 Word 或 WPS 打开、另存为 DOCX 后再传`);
const tooMuch = () => new Refused('docx_too_large', '文件的内容太多、太深，读不了。请拆成几个文件后再传');

type Open = { readonly name: string; readonly at: Record<string, string>; readonly children: Node[] };

/** The root of a part. `part`: what it is called in a refusal. Throws Refused. */
export function parseXml(bytes: Uint8Array, part: string): Xml {
  const parser = new SaxesParser({ xmlns: true });
  const top: Open = { name: '', at: {}, children: [] };
  const open: Open[] = [top];
  let made = 0;
  parser.on('doctype', () => {
    throw new Refused(
      'xml_doctype',
      '文件里有外部引用声明（DTD），正常的 Word 文件没有它，不能接收。请另存为新的 DOCX 后再传',
    );
  });
  parser.on('error', () => {
    throw broken(part);
  });
  parser.on('text', (text) => open.at(-1)?.children.push(text));
  parser.on('cdata', (text) => open.at(-1)?.children.push(text));
  parser.on('opentag', (tag) => {
    made += 1;
    if (open.length > depthMax || made > elementsMax) throw tooMuch();
    const element = opened(tag);
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(decoded(bytes, part)).close();
  const root = top.children.find((node) => typeof node !== 'string');
  if (!root) throw broken(part);
  return root;
}

function opened(tag: SaxesTagNS): Open {
  const at: Record<string, string> = {};
  for (const { uri, local, value } of Object.values(tag.attributes)) at[named(uri, local)] = value;
  return { name: named(tag.uri, tag.local), at, children: [] };
}
const named = (uri: string, local: string): string => (uri === '' ? local : `${prefixes[uri] ?? 'other'}:${local}`);

/** UTF-8, or UTF-16 with its mark: an XML processor has to read both. */
function decoded(bytes: Uint8Array, part: string): string {
  const [first, second] = bytes;
  const name =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(name, { fatal: true }).decode(bytes);
  } catch {
    throw broken(part);
  }
}

export const isXml = (node: Node): node is Xml => typeof node !== 'string';
export const elements = (of: Xml | undefined): readonly Xml[] => of?.children.filter(isXml) ?? [];
export const child = (of: Xml | undefined, name: string): Xml | undefined =>
  elements(of).find((one) => one.name === name);
/** The w:val of a child, which is how Word writes nearly everything. */
export const val = (of: Xml | undefined, name: string): string | undefined => child(of, name)?.at['w:val'];
/** w:b and its like: there, and not switched off. undefined: nothing is said. */
export function switched(of: Xml | undefined, name: string): boolean | undefined {
  const found = child(of, name);
  return found && !['0', 'false', 'off', 'none'].includes(found.at['w:val'] ?? 'true');
}

/** All of that name inside, at any depth, in order. */
export function* inside(of: Xml, name: string): Generator<Xml> {
  for (const one of elements(of)) {
    if (one.name === name) yield one;
    yield* inside(one, name);
  }
}
export const textOf = (of: Xml): string =>
  of.children.map((node) => (typeof node === 'string' ? node : textOf(node))).join('');

/** An element of ours, for what is handed on. */
export const xml = (name: string, at: Readonly<Record<string, string>> = {}, children: readonly Node[] = []): Xml => ({
  name,
  at,
  children,
});

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

/** As text; the root declares the prefixes. */
export function printXml(root: Xml): string {
  const spaces = { w: 'wordprocessingml/2006/main', r: 'officeDocument/2006/relationships' };
  const drawings = { wp: 'wordprocessingDrawing', a: 'main', pic: 'picture' };
  const at = {
    ...Object.fromEntries(Object.entries(spaces).map(([prefix, path]) => [`xmlns:${prefix}`, `${ooxml}${path}`])),
    ...Object.fromEntries(
      Object.entries(drawings).map(([prefix, path]) => [`xmlns:${prefix}`, `${ooxml}drawingml/2006/${path}`]),
    ),
    ...root.at,
  };
  return printed({ ...root, at });
}
function printed(node: Node): string {
  if (typeof node === 'string') return escaped(node);
  const at = Object.entries(node.at).map(([name, value]) => ` ${name}="${escaped(value)}"`);
  return `<${node.name}${at.join('')}>${node.children.map(printed).join('')}</${node.name}>`;
}
