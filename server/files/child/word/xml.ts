/**
 * The XML of a Word file's part as a tree. Names get the prefixes that everybody knows, whatever a program called them.
 * It is read with the limits of all Office files: no entities, no DTD (office/xml.ts).
 */
import { Refused } from '../not-taken.ts';
import { readXml, type Tag } from '../office/xml.ts';

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

/** Elements of one part. A text of a thousand pages has about a quarter of a million. */
const elementsMax = 2_000_000;
const tooMuch = () =>
  new Refused('part_too_large', '文件里的段落和格式太多，读不了。请拆成几个文件，或复制到新文件里另存后再传');

type Open = { readonly name: string; readonly at: Record<string, string>; readonly children: Node[] };

/** The root of a part. `part`: what it is called in a refusal. Throws Refused. */
export function parseXml(bytes: Uint8Array, part: string): Xml {
  const top: Open = { name: '', at: {}, children: [] };
  /** The element at each depth, `top` first; what lies deeper than the parents is over. */
  const open: Open[] = [top];
  let made = 0;
  const within = (parents: readonly Tag[]): Open => {
    open.length = parents.length + 1;
    return open[parents.length] ?? top;
  };
  readXml(bytes, part, {
    open: (tag, parents) => {
      made += 1;
      if (made > elementsMax) throw tooMuch();
      const element = opened(tag);
      within(parents).children.push(element);
      open.push(element);
      return true;
    },
    text: (text, parents) => {
      within(parents).children.push(text);
      return text;
    },
  });
  // What has no root is refused before.
  return top.children.find((node) => typeof node !== 'string') ?? top;
}

function opened(tag: Tag): Open {
  const at: Record<string, string> = {};
  for (const { uri, local, value } of tag.attributes) at[named(uri, local)] = value;
  return { name: named(tag.uri, tag.local), at, children: [] };
}
const named = (uri: string, local: string): string => (uri === '' ? local : `${prefixes[uri] ?? 'other'}:${local}`);

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
