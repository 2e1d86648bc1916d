/** Clipboards as they are met in an office, invented, each with what must come of it, written by hand. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = dirname(fileURLToPath(import.meta.url));

/**
 * `NAME.clip` is the clipboard's html (`NAME.txt`: its plain text), `NAME.rtf` its RTF, `NAME.expected` the rest: lines of
 * `name: value`, an empty line, and the html, in which line ends count for nothing.
 */
export type Clipboard = {
  readonly name: string;
  readonly html: string | undefined;
  readonly text: string | undefined;
  readonly rtf: string;
  readonly about: string;
  readonly origin: string | undefined;
  readonly expected: Expected;
};
export type Expected = {
  readonly from: string;
  readonly missing: number;
  readonly lost: readonly string[];
  /** KEY TYPE BYTES ALT */
  readonly pictures: readonly string[];
  readonly html: string;
};

const text = (name: string, encoding: 'utf8' | 'latin1' = 'utf8') =>
  existsSync(join(folder, name)) ? readFileSync(join(folder, name), encoding) : undefined;

function read(name: string): Clipboard {
  const whole = text(`${name}.expected`) ?? '';
  const [head = '', html = ''] = whole.split(/\n\n([\s\S]*)/);
  const values = new Map(
    head.split('\n').map((line) => [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2)]),
  );
  const listed = (key: string) => (values.has(key) ? (values.get(key) ?? '').split('；') : []);
  return {
    name,
    html: text(`${name}.clip`),
    text: text(`${name}.txt`),
    rtf: text(`${name}.rtf`, 'latin1') ?? '',
    about: values.get('about') ?? '',
    origin: values.get('origin'),
    expected: {
      from: values.get('from') ?? '',
      missing: Number(values.get('missing') ?? 0),
      lost: listed('lost'),
      pictures: listed('pictures'),
      html: html.replaceAll('\n', ''),
    },
  };
}

export const clipboards: readonly Clipboard[] = readdirSync(folder)
  .filter((file) => file.endsWith('.expected'))
  .sort()
  .map((file) => read(file.slice(0, -'.expected'.length)));
