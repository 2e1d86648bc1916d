/** PDFs made for tests, from objects written as text. */
import { deflateSync } from 'node:zlib';

/** A dictionary's inside, and a stream's content where it is one. */
export type Part = string | { readonly dict: string; readonly content: Buffer | string };
export type Parts = Readonly<Record<number, Part>>;

const bodyOf = (part: Part): Buffer => {
  if (typeof part === 'string') return Buffer.from(part, 'latin1');
  const content = Buffer.from(part.content as string, 'latin1');
  const head = Buffer.from(`<< ${part.dict} /Length ${content.length} >>\nstream\n`, 'latin1');
  return Buffer.concat([head, content, Buffer.from('\nendstream', 'latin1')]);
};

/** Appends objects, a table and a trailer to `before`: a file, or the next revision of one. */
export function pdf(
  parts: Parts,
  trailer = '',
  before: Buffer = Buffer.from('%PDF-1.4\n%\xe2\xe3\xcf\xd3\n', 'latin1'),
): Buffer {
  const pieces: Buffer[] = [before];
  let at = before.length;
  const rows: string[] = [];
  for (const [number, part] of Object.entries(parts)) {
    const whole = Buffer.concat([Buffer.from(`${number} 0 obj\n`), bodyOf(part), Buffer.from('\nendobj\n')]);
    rows.push(`${number} 1\n${String(at).padStart(10, '0')} 00000 n \n`);
    pieces.push(whole);
    at += whole.length;
  }
  const size = Math.max(...Object.keys(parts).map(Number)) + 1;
  const previous = before.lastIndexOf('startxref\n');
  const prev = previous < 0 ? '' : `/Prev ${Number.parseInt(before.toString('latin1', previous + 10), 10)}`;
  pieces.push(Buffer.from(`xref\n0 1\n0000000000 65535 f \n${rows.join('')}`, 'latin1'));
  pieces.push(
    Buffer.from(`trailer\n<< /Size ${size} /Root 1 0 R ${prev} ${trailer} >>\nstartxref\n${at}\n%%EOF\n`, 'latin1'),
  );
  return Buffer.concat(pieces);
}

/** One page that draws a bar. `page` and `catalog` go into their dictionaries; more objects from number 10 on. */
export function onePage({ catalog = '', page = '', more = {} as Parts, trailer = '' } = {}): Buffer {
  return pdf(
    {
      1: `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
      2: '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      3: `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Contents 4 0 R /Resources << >> ${page} >>`,
      4: { dict: '', content: drawing },
      ...more,
    },
    trailer,
  );
}

export const drawing = '0.8 0.2 0.1 rg 20 20 120 40 re f';

/** Objects packed into a stream, where a search for words finds none. */
export function packed(objects: Readonly<Record<number, string>>): Part {
  const bodies = Object.values(objects).map((body) => `${body}\n`);
  let offset = 0;
  const index = Object.keys(objects).map((number, at) => {
    const entry = `${number} ${offset}`;
    offset += bodies[at]?.length ?? 0;
    return entry;
  });
  const head = `${index.join(' ')} `;
  const content = deflateSync(Buffer.from(head + bodies.join(''), 'latin1'));
  return { dict: `/Type /ObjStm /N ${index.length} /First ${head.length} /Filter /FlateDecode`, content };
}
