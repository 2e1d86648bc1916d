/** Small invented files as the product keeps them: bytes under their hash, and what the tables say of them. */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bytes } from './put-files.ts';

type KeptPiece = {
  readonly name: string;
  readonly sha256: string;
  readonly size: number;
  readonly type: string;
  readonly width?: number;
  readonly height?: number;
};
export type KeptFile = {
  readonly id: string;
  readonly kind: 'picture' | 'document';
  readonly name: string;
  readonly type: string;
  readonly pieces: readonly KeptPiece[];
};

/** All bytes that any test of this process uploaded, by their hash. */
const store = new Map<string, Buffer>();
export const bytesOf = (sha256: string): Buffer | undefined => store.get(sha256);
export const forget = (file: KeptFile): void => file.pieces.forEach(({ sha256 }) => void store.delete(sha256));
export const damage = (file: KeptFile, bytes: Buffer): void =>
  file.pieces.forEach(({ sha256 }) => void store.set(sha256, bytes));
export const remember = (file: KeptFile, words: string): void =>
  file.pieces.forEach(({ sha256, name }) => void store.set(sha256, contents(name, words)));

export const memory: Bytes = {
  read: async (sha256) => {
    const found = store.get(sha256);
    if (!found) throw new Error(`存放的文件不见了（${sha256.slice(0, 8)}）`);
    return found;
  },
};

/** All of it as files named by their hash, for a process of its own. */
export function spill(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const [sha256, bytes] of store) writeFileSync(join(folder, sha256), bytes);
}

const contents = (name: string, words: string): Buffer => Buffer.from(`${name}\n${words}\n${'.'.repeat(500)}`);

/** 26 signs of a–z and 2–7, the same for the same words, so that two worlds can be compared. */
function newId(words: string): string {
  const signs = 'abcdefghijklmnopqrstuvwxyz234567';
  const hash = createHash('sha256').update(words).digest();
  return Array.from(hash.subarray(0, 26), (byte) => signs[byte % 32]).join('');
}

function piece(name: string, words: string, more: { width?: number; height?: number; type: string }): KeptPiece {
  const bytes = contents(name, words);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  store.set(sha256, bytes);
  return { name, sha256, size: bytes.length, ...more };
}

/** `words` are in the bytes; `called` is the name that a page shows. */
export function pictureOf(words: string, called = words): KeptFile {
  const pieces = [960, 480].map((width) =>
    piece(`w${width}.jpg`, words, { width, height: width / 2, type: 'image/jpeg' }),
  );
  return { id: newId(`picture ${words}`), kind: 'picture', name: `${called}.jpg`, type: 'JPEG', pieces };
}

export function documentOf(words: string, extension: string, called = words): KeptFile {
  const type = extension === 'pdf' ? 'application/pdf' : 'application/octet-stream';
  return {
    id: newId(`document ${words}`),
    kind: 'document',
    name: `${called}.${extension}`,
    type: extension.toUpperCase(),
    pieces: [piece(`file.${extension}`, words, { type })],
  };
}

export const rowOf = (file: KeptFile) => [file.id, file.kind, file.name, file.type, JSON.stringify(file.pieces)];

/** As docs/article-html.md has it. */
export function htmlOf({ id, kind, name, type, pieces }: KeptFile): string {
  const at = (piece: KeptPiece) => `/files/${id}/${piece.name}`;
  const [first] = pieces;
  if (!first) throw new Error('a file has a piece');
  if (kind === 'document')
    return `<p class="attachment"><a href="${at(first)}" download="${name}">${name}</a><span class="about">${type}，1 KB</span></p>`;
  const srcset = [...pieces].reverse().map((one) => `${at(one)} ${one.width}w`);
  return `<figure class="picture"><img src="${at(first)}" srcset="${srcset.join(', ')}" sizes="(max-width: 760px) 100vw, 760px" width="${first.width}" height="${first.height}" alt="${name}" loading="lazy"></figure>`;
}
