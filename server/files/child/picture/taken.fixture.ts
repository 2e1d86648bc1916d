/** Pictures taken in for a test, into a folder that goes with it. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll } from 'vitest';
import type { Taken } from '../types.ts';
import { encodePicture } from './picture.ts';

export const out = mkdtempSync(join(tmpdir(), 'menhu-picture-'));
afterAll(() => rmSync(out, { recursive: true }));

/** Throws what it was refused with. */
export async function taken(bytes: Buffer, name = 'x.jpg'): Promise<Taken> {
  const verdict = await encodePicture(bytes, { name, out });
  if ('ok' in verdict) throw new Error(`${verdict.code}: ${verdict.message}`);
  return verdict;
}

/** The code of the refusal, or `taken`. */
export async function refusal(bytes: Buffer): Promise<string> {
  const verdict = await encodePicture(bytes, { name: 'x', out });
  return 'ok' in verdict ? verdict.code : 'taken';
}

export const largest = (file: Taken): Buffer => readFileSync(join(out, file.pieces[0]?.file ?? ''));
export const namesOf = (file: Taken): string[] => file.pieces.map((piece) => piece.name);
export const pixels = (bytes: Buffer): Promise<Buffer> => sharp(bytes).removeAlpha().raw().toBuffer();
