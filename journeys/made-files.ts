/** Files as a writer has them, made for a journey: nothing in them comes from anywhere. */
import { randomBytes } from 'node:crypto';
import sharp from 'sharp';
import { docx } from '../server/files/child/word/docx.fixture.ts';

export type Made = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

const plain = (width: number, height: number, background: string) => ({
  create: { width, height, channels: 3 as const, background },
});

/** A picture of stripes, so that what is on the screen is seen to be it. */
export async function png(name: string, width = 1200, height = 800): Promise<Made> {
  const stripe = { input: plain(width, Math.floor(height / 3), '#0f4c8f'), top: Math.floor(height / 3), left: 0 };
  const buffer = await sharp(plain(width, height, '#dfe9f5'))
    .composite([stripe])
    .png()
    .toBuffer();
  return { name, mimeType: 'image/png', buffer };
}

/** One page with a line of words; `fill`: so many bytes in a stream that no page shows, to make it long. */
export function pdf(name: string, words = 'Annex', fill = 0): Made {
  const text = `BT /F1 18 Tf 72 720 Td (${words}) Tj ET`;
  const stream = (bytes: Buffer) =>
    Buffer.concat([Buffer.from(`<< /Length ${bytes.length} >>\nstream\n`), bytes, Buffer.from('\nendstream')]);
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    stream(Buffer.from(text)),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...(fill > 0 ? [stream(randomBytes(fill))] : []),
  ];
  let whole = Buffer.from('%PDF-1.4\n');
  const offsets: number[] = [];
  for (const [n, object] of objects.entries()) {
    offsets.push(whole.length);
    whole = Buffer.concat([whole, Buffer.from(`${n + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')]);
  }
  const lines = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const tail = `xref\n0 ${size}\n0000000000 65535 f \n${lines}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${whole.length}\n%%EOF\n`;
  return { name, mimeType: 'application/pdf', buffer: Buffer.concat([whole, Buffer.from(tail)]) };
}

const run = (words: string) => `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`;
const paragraph = (words: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${run(words)}</w:p>`;
const cell = (words: string) => `<w:tc><w:p>${run(words)}</w:p></w:tc>`;
const row = (...cells: string[]) => `<w:tr>${cells.map(cell).join('')}</w:tr>`;

/** A title, two paragraphs, a heading and a table of two columns. */
export async function word(name: string): Promise<Made> {
  const body = [
    paragraph('关于开展年度检查的通知', '<w:pStyle w:val="Title"/>'),
    paragraph('各科室、各分局：'),
    paragraph('现将年度检查的安排通知如下。'),
    paragraph('一、检查时间', '<w:pStyle w:val="Heading1"/>'),
    `<w:tbl>${row('单位', '时间')}${row('第一分局', '12 月 1 日')}</w:tbl>`,
  ].join('');
  const style = (id: string, called: string) =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${called}"/></w:style>`;
  const styles = style('Title', 'Title') + style('Heading1', 'heading 1');
  const mimeType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  return { name, mimeType, buffer: await docx({ body, styles }) };
}
