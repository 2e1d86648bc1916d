/**
 * Takes a made .docx in as the limited child does, in this process. Apart from docx.fixture.ts: whoever only makes files
 * must not load the child's code, which blocks decoders of sharp for the whole process.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NotTaken, Word } from '../types.ts';
import { type Docx, docx } from './docx.fixture.ts';
import { takeWord } from './word.ts';

/** Bytes through the whole way, as a child would. */
export async function takeBytes(bytes: Uint8Array): Promise<Word | NotTaken> {
  const folder = mkdtempSync(join(tmpdir(), 'menhu-word-'));
  const input = join(folder, 'given.docx');
  try {
    writeFileSync(input, bytes);
    const verdict = await takeWord({ task: 'word', input, name: 'given.docx', out: folder });
    if (!verdict.ok) return verdict;
    if (!('word' in verdict)) throw new Error('a Word file gave no text');
    return verdict.word;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
export async function take(given: string | Docx): Promise<Word> {
  const word = await takeBytes(await docx(typeof given === 'string' ? { body: given } : given));
  if ('ok' in word) throw new Error(`${word.code}: ${word.message}`);
  return word;
}
export const htmlOf = async (given: string | Docx): Promise<string> => (await take(given)).html;
