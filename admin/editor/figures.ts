/** What a text holds, in numbers. Reckoned once for each block, which never changes: after a key only one is new. */
import type { Node } from '@tiptap/pm/model';
import type { Figures } from './props.ts';
import { fileIdOf } from './schema/files.ts';

type Sum = {
  readonly characters: number;
  readonly missing: number;
  readonly speechless: number;
  readonly files: readonly string[];
  /** Ids of the uploads that have their place here. */
  readonly uploads: readonly string[];
};
const nothing: Sum = { characters: 0, missing: 0, speechless: 0, files: [], uploads: [] };

/** Signs without spaces. */
const signs = (text: string): number => text.replace(/\s/g, '').length;
const named = (address: string): readonly string[] => {
  const id = fileIdOf(address);
  return id === undefined ? [] : [id];
};

const ofNode: Readonly<Record<string, (node: Node) => Partial<Sum>>> = {
  text: (node) => ({
    characters: signs(node.text ?? ''),
    files: node.marks.flatMap((mark) => named(String(mark.attrs.href ?? ''))),
  }),
  // The server's words have a reference as it is read: [1].
  reference: (node) => ({ characters: `[${node.attrs.n}]`.length }),
  figure: ({ attrs }) => ({ speechless: attrs.alt ? 0 : 1, files: named(attrs.src) }),
  attachment: ({ attrs }) => ({ characters: signs(attrs.title), files: named(attrs.href) }),
  missing: ({ attrs }) => ({ characters: signs(attrs.words), missing: 1 }),
  uploading: ({ attrs }) => ({ uploads: [String(attrs.id)] }),
};

function added(a: Sum, b: Partial<Sum>): Sum {
  return {
    characters: a.characters + (b.characters ?? 0),
    missing: a.missing + (b.missing ?? 0),
    speechless: a.speechless + (b.speechless ?? 0),
    files: b.files?.length ? [...a.files, ...b.files] : a.files,
    uploads: b.uploads?.length ? [...a.uploads, ...b.uploads] : a.uploads,
  };
}

const reckoned = new WeakMap<Node, Sum>();

export function sumOf(node: Node): Sum {
  const before = reckoned.get(node);
  if (before) return before;
  let sum = added(nothing, ofNode[node.type.name]?.(node) ?? nothing);
  node.forEach((child) => {
    sum = added(sum, sumOf(child));
  });
  reckoned.set(node, sum);
  return sum;
}

export function figuresOf(doc: Node): Figures {
  const { characters, missing, speechless, files, uploads } = sumOf(doc);
  return { characters, missing, speechless, files: [...new Set(files)], uploading: uploads.length };
}
