/** What a child said, believed only after a look: it has read a stranger's file, and may speak for it by now. */
import { lstat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { z } from 'zod';
import type { Piece, Verdict } from './types.ts';

const words = z.string().max(2_000);
const piece = z.strictObject({
  file: z.string().min(1).max(4_096),
  name: z.string().regex(/^[a-z0-9][a-z0-9.-]{0,63}$/),
  size: z.int().min(0),
  media: z.string().regex(/^[a-z]+\/[a-z0-9.+-]+(; charset=[a-z0-9-]+)?$/),
  width: z.int().min(1).exactOptional(),
  height: z.int().min(1).exactOptional(),
});
const taken = z.strictObject({
  id: z.string().regex(/^[a-z2-7]{26}$/),
  kind: z.enum(['picture', 'document']),
  name: z.string().min(1).max(255),
  type: z.string().min(1).max(20),
  pieces: z.array(piece).min(1).max(20),
  notes: z.array(words).max(1_000),
});
const word = z.strictObject({
  title: words,
  html: z.string(),
  characters: z.int().min(0),
  tables: z.int().min(0),
  pictures: z.array(taken).max(1_000),
  lost: z.array(words).max(1_000),
});
const answer = z.union([
  z.strictObject({ ok: z.literal(true), file: taken }),
  z.strictObject({ ok: z.literal(true), word }),
  z.strictObject({ ok: z.literal(false), code: z.string().regex(/^[a-z0-9_]+$/), message: words.min(1) }),
]);

/** The verdict in `line`; undefined when it is none, or names a file that isn't a plain one of that size in `out`. */
export async function verdictIn(line: string, out: string): Promise<Verdict | undefined> {
  const read = answer.safeParse(jsonOf(line));
  if (!read.success) return undefined;
  const verdict = read.data;
  const files = !verdict.ok ? [] : 'file' in verdict ? [verdict.file] : verdict.word.pictures;
  const good = await Promise.all(files.flatMap(({ pieces }) => pieces.map((one) => isThere(one, out))));
  return good.every(Boolean) ? verdict : undefined;
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

async function isThere({ file, size }: Piece, out: string): Promise<boolean> {
  const path = join(out, basename(file));
  if (path !== resolve(out, file)) return false;
  // lstat: a link to a file of ours would else be published.
  const found = await lstat(path).catch(() => undefined);
  return found?.isFile() === true && found.nlink === 1 && found.size === size;
}
