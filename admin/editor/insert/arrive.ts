/** Html from elsewhere on its way into the text: cleaned, its pictures sent off, and what was lost put into words. */

import { inert } from '../html/inert.ts';
import { cellsMax, parsed } from '../html/read.ts';
import { cleanOffice, Refused } from '../paste/office.ts';
import { named, sorted } from '../uploads/judge.ts';
import type { Queue } from '../uploads/queue.ts';

export type Into = 'text' | 'cell' | 'note';
type Coming = {
  readonly html: string;
  readonly rtf: string;
  /** How many files the text has already. */
  readonly room: number;
  readonly queue: Queue;
  /** Where it goes: a cell takes a lone table as cells; neither cell nor footnote holds headings or tables. */
  readonly into: Into;
};
type Says = { readonly title: string; readonly lines: readonly string[] };
/** `html` with places for the pictures that are on their way. */
export type Arrived = { readonly html: string; readonly says?: Says };

const from: Readonly<Record<string, string>> = { word: 'Word', wps: 'WPS', excel: '表格', wechat: '微信文章' };

export function arrive(coming: Coming): Arrived {
  try {
    return landed(coming);
  } catch (error) {
    // A paste beyond the limits changes nothing; the reason is for the writer.
    if (error instanceof Refused) return { html: '', says: { title: '没有粘贴', lines: [error.message] } };
    throw error;
  }
}

function landed({ html, rtf, room, queue, into }: Coming): Arrived {
  const office = cleanOffice(inert(html), rtf, { origin: location.origin });
  const body = parsed(office.html);
  const cells = body.querySelectorAll('td, th').length;
  if (cells > cellsMax) return { html: '', says: tooMany(cells) };
  const isLoneTable = body.children.length === 1 && body.firstElementChild?.tagName === 'TABLE';
  if (into === 'note' || (into === 'cell' && !isLoneTable)) flatten(body);
  const refused = places(body, office.pictures, queue, room);
  const came = office.missing > 0 ? [`${office.missing} 张图片没有跟来，文中标着【…】的地方可以上传`] : [];
  const lines = [...came, ...office.lost, ...refused];
  const where = from[office.from];
  const title = where ? `从${where}粘贴来了，这些没能带来` : '粘贴来了，这些没能带来';
  return { html: body.innerHTML, ...(lines.length > 0 && { says: { title, lines } }) };
}

const tooMany = (cells: number): Says => ({
  title: '没有粘贴',
  lines: [
    `表格有 ${cells.toLocaleString('zh-CN')} 格，编辑器里最多 ${cellsMax.toLocaleString('zh-CN')} 格。请把表格作为附件上传（XLSX），正文只放主要的行。`,
  ],
});

/** Before ProseMirror sees it: it would put a heading into a quotation to make it fit. */
function flatten(body: HTMLElement): void {
  const line = (...inside: readonly (Node | string)[]) => {
    const made = document.createElement('p');
    made.append(...inside);
    return made;
  };
  for (const heading of body.querySelectorAll('h2, h3, h4')) heading.replaceWith(line(...heading.childNodes));
  for (const table of body.querySelectorAll('table')) {
    const rows = [...table.querySelectorAll('tr')].map((row) =>
      [...row.children]
        .map((cell) => cell.textContent?.trim())
        .filter(Boolean)
        .join('\u3000'),
    );
    table.replaceWith(...rows.filter(Boolean).map((row) => line(row)));
  }
}

type Picture = { readonly key: string; readonly blob: Blob; readonly alt: string };

/** Each picture's figure becomes its place, caption and all; one that may not come becomes a line that says so. */
function places(body: HTMLElement, pictures: readonly Picture[], queue: Queue, room: number): string[] {
  const files = pictures.map(({ blob }, i) => named(new File([blob], '', { type: blob.type }), i));
  const { taken, refused } = sorted(files, 'picture', room);
  const goes = new Set(taken.map(({ file }) => file));
  for (const [i, picture] of pictures.entries()) {
    const file = files[i];
    const ids = new Map<Element, string>();
    for (const image of body.querySelectorAll(`img[data-picture="${CSS.escape(picture.key)}"]`)) {
      const figure = image.closest('figure') ?? image;
      const alt = image.getAttribute('alt') ?? picture.alt;
      if (file && goes.has(file)) ids.set(figure, queue.add(file, 'picture', alt));
      figure.replaceWith(file && ids.has(figure) ? place(figure, ids.get(figure) ?? '') : missing(figure));
    }
  }
  return refused.map(({ name, why }) => `《${name}》${why}`);
}

function place(figure: Element, id: string): Element {
  const made = document.createElement('div');
  made.dataset.uploading = id;
  made.append(...(figure.querySelector('figcaption')?.childNodes ?? []));
  return made;
}

function missing(figure: Element): Element {
  const made = document.createElement('p');
  made.className = 'missing';
  const words = figure.querySelector('img')?.getAttribute('alt') || figure.textContent?.trim();
  made.textContent = `【图片未带来${words ? `：${words}` : ''}】`;
  return made;
}
