/** The mutants as files: small wrong changes of the product, each with the tests that must notice it. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = dirname(fileURLToPath(import.meta.url));

/** `number` is the property's (`A3` of `A3.patch` and of `A3-by-bulk.patch`), `tests` what its `# test:` lines name. */
export type Mutant = { readonly file: string; readonly number: string; readonly tests: readonly string[] };

/** Throws on a file name without a property's number: a mutant that no property asks for shows nothing. */
export function parse(file: string, text: string): Mutant {
  const number = /^([A-Z]\d+)(-[a-z0-9-]+)?\.patch$/.exec(file)?.[1];
  if (!number) throw new Error(`${file}: a mutant is called NUMBER.patch or NUMBER-words.patch`);
  const tests = [...text.matchAll(/^# test: *(\S+) *$/gm)].map((line) => line[1] as string);
  return { file, number, tests };
}

export const patches = (): Mutant[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.patch'))
    .sort()
    .map((file) => parse(file, readFileSync(`${folder}/${file}`, 'utf8')));
