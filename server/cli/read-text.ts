/** A file of text that was named on the command line, whole. Throws a sentence when it is none. */
import { readFileSync } from 'node:fs';
import { decode } from './import/decode.ts';
import { Said } from './words.ts';

export function readText(path: string): string {
  const read = decode(readFileSync(path));
  if (!read.ok) throw new Said({ zh: `${path}：${read.refused}`, en: `${path}: ${read.refused}` });
  return read.text;
}
