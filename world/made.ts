/** Pictures and papers that the county's people bring with their texts, made in code: nothing in them comes from anywhere. */
import { crc32, deflateSync } from 'node:zlib';

/** One file as its owner has it. With `alt` it is a picture in the text, else it is there to be downloaded. */
export type Made = {
  readonly name: string;
  readonly bytes: () => Buffer;
  readonly alt?: string;
  readonly caption?: string;
};

type Colour = readonly [red: number, green: number, blue: number];
/** From the upper left corner, in pixels; a later one lies over an earlier one. */
type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
type Painted = Box & { readonly colour: Colour };

const paper: Colour = [250, 248, 243];
const ink: Colour = [70, 78, 88];
const blue: Colour = [27, 93, 158];
const pale: Colour = [169, 199, 227];
const green: Colour = [86, 132, 74];
const sky: Colour = [214, 230, 242];

/** A PNG of 960 × 540 with these boxes painted on paper. */
function png(boxes: readonly Painted[]): Buffer {
  const [width, height] = [960, 540];
  const row = 1 + width * 3;
  const pixels = Buffer.alloc(row * height);
  for (const { x, y, width: w, height: h, colour } of [{ x: 0, y: 0, width, height, colour: paper }, ...boxes])
    for (let line = y; line < Math.min(y + h, height); line++)
      for (let at = x; at < Math.min(x + w, width); at++) pixels.set(colour, line * row + 1 + at * 3);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8); // 8 bits, red green blue
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(pixels)), chunk('IEND')]);
}

function chunk(kind: string, data: Buffer = Buffer.alloc(0)): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** Bars from left to right, the last in a strong colour. `shares`: of the full height, 0 to 1. */
const bars = (shares: readonly number[]): Buffer => {
  const step = Math.floor(840 / shares.length);
  const painted = shares.map((share, i) => {
    const height = Math.round(share * 420);
    const colour = i === shares.length - 1 ? blue : pale;
    return { x: 70 + i * step, y: 480 - height, width: Math.round(step * 0.66), height, colour };
  });
  const lines = [0, 1, 2, 3].map((i) => ({ x: 60, y: 60 + i * 140, width: 850, height: i === 3 ? 3 : 1, colour: ink }));
  return png([...lines, ...painted]);
};

/** Hills under a sky, and a white van on the road. */
const van = (): Buffer => {
  const hills = Array.from({ length: 960 }, (_, x) => {
    const y = Math.round(260 + 70 * Math.sin(x / 150) + 25 * Math.sin(x / 47));
    return { x, y, width: 1, height: 540 - y, colour: green };
  });
  const white: Colour = [255, 255, 255];
  return png([
    { x: 0, y: 0, width: 960, height: 540, colour: sky },
    ...hills,
    { x: 0, y: 430, width: 960, height: 70, colour: [150, 150, 150] },
    { x: 380, y: 330, width: 240, height: 110, colour: white },
    { x: 560, y: 350, width: 50, height: 40, colour: pale },
    { x: 380, y: 390, width: 240, height: 16, colour: blue },
    { x: 420, y: 425, width: 40, height: 40, colour: ink },
    { x: 545, y: 425, width: 40, height: 40, colour: ink },
  ]);
};

/** With the mark by which spreadsheets know UTF-8. */
const csv = (rows: readonly (readonly (string | number)[])[]): Buffer =>
  Buffer.from(`\uFEFF${rows.map((row) => row.join(',')).join('\r\n')}\r\n`);

/** One page: four numbered boxes, each joined to the next. */
function steps(): Buffer {
  const box = (n: number) => {
    const y = 720 - n * 150;
    const line = n < 4 ? `297 ${y} m 297 ${y - 70} l S` : '';
    return `200 ${y} 195 80 re S BT /F1 28 Tf 288 ${y + 30} Td (${n}) Tj ET ${line}`;
  };
  const text = [1, 2, 3, 4].map(box).join('\n');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let whole = '%PDF-1.4\n';
  const places = objects.map((object, i) => {
    const at = whole.length;
    whole += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 6\n0000000000 65535 f \n${places.join('')}trailer\n<< /Size 6 /Root 1 0 R >>`;
  return Buffer.from(`${whole}${table}\nstartxref\n${whole.length}\n%%EOF\n`, 'latin1');
}

export const vanPicture: Made = {
  name: '检测车.png',
  bytes: van,
  alt: '示意图：一辆白色的检测车停在山前的公路上',
  caption: '检测车每月到每个乡镇集市一次（示意图）',
};
export const stepsPaper: Made = { name: '检定流程图.pdf', bytes: steps };
export const rainPicture: Made = {
  name: '逐月降水.png',
  bytes: () => bars([0.18, 0.24, 0.4, 0.55, 0.72, 0.98, 0.66, 0.91, 0.5, 0.16]),
  alt: '柱状图：一至十月的降水量，六月和八月最高，一月和十月最低',
  caption: '今年一至十月的降水量，深色的是十月',
};
export const rainTable: Made = {
  name: '逐月降水量.csv',
  bytes: () =>
    csv([['月份', '降水量（毫米）'], ...[41, 54, 90, 124, 162, 221, 149, 205, 113, 36].map((mm, i) => [i + 1, mm])]),
};
export const postsTable: Made = {
  name: '教师招聘岗位表.csv',
  bytes: () =>
    csv([
      ['岗位', '学段', '人数', '学历要求'],
      ['语文', '小学', 22, '大专以上'],
      ['数学', '小学', 18, '大专以上'],
      ['体育', '小学', 8, '大专以上'],
      ['物理', '初中', 6, '本科以上'],
      ['其他', '各学段', 32, '见学校公告'],
    ]),
};
export const spendingPicture: Made = {
  name: '民生支出.png',
  bytes: () => bars([0.62, 0.66, 0.7, 0.78, 0.85]),
  alt: '柱状图：近五年的民生支出逐年增加，今年最高',
  caption: '近五年一至十月的民生支出，深色的是今年',
};
