/**
 * A Word file of about a hundred pages (text, headings, automatic numbers, tables, footnotes, 200 photographs) through the
 * limited child, as an upload goes; then with fewer pictures and with none. Time, processor time and memory are the child's.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { runLimited } from '../server/files/child/limited.ts';
import { docx, p, picture, r, style, val } from '../server/files/child/word/docx.fixture.ts';
import type { Figure } from './figure.ts';

const pages = 100;
/** Of a page in 16 points: 22 lines of 28 signs. */
const signsOfPage = 616;
const sentence = '各级市场监督管理部门应当依法公开政府信息，做到及时、准确、便民，并接受社会监督。';

export async function bench(): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const pictures of [200, 20, 0]) figures.push(...(await measured(await article(pictures), pictures)));
  return figures;
}

async function measured(bytes: Buffer, pictures: number): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'menhu-bench-docx-'));
  try {
    const input = join(folder, 'given.docx');
    writeFileSync(input, bytes);
    const out = mkdtempSync(join(folder, 'out-'));
    const watch = watched();
    const began = performance.now();
    const verdict = await runLimited({ task: 'word', input, name: 'given.docx', out });
    const ms = performance.now() - began;
    const { cpuMs, peakMb } = watch();
    if (!verdict.ok || !('word' in verdict)) {
      const why = verdict.ok ? 'no text' : `${verdict.code}: ${verdict.message}`;
      console.log(`${pictures} pictures, ${(bytes.length / 1e6).toFixed(1)} MB: refused, ${why}`);
      return [{ name: `${pictures} pictures: refused after`, value: ms, unit: 'ms', note: why }];
    }
    const { characters, tables, lost, pictures: taken } = verdict.word;
    console.log(
      `${characters} characters, ${tables} tables, ${taken.length} pictures, lost: ${lost.join('、') || 'nothing'}`,
    );
    return [
      {
        name: `${pictures} pictures: whole child`,
        value: ms,
        unit: 'ms',
        note: `${(bytes.length / 1e6).toFixed(1)} MB`,
      },
      {
        name: 'its processor time',
        value: cpuMs,
        unit: 'ms',
        note: 'tsx included; limits: 20,000 for the text, 180,000 with pictures',
      },
      { name: 'its memory at most', value: peakMb, unit: 'MB' },
      { name: 'pictures taken', value: taken.length, unit: `of ${pictures}` },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The child is whoever runs child/main; asked of /proc every 20 ms. */
function watched(): () => { cpuMs: number; peakMb: number } {
  let [cpuMs, peakMb] = [0, 0];
  const look = () => {
    for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
      try {
        if (!readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes('files/child/main.')) continue;
        if (!ours(pid)) continue;
        const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
          .replace(/^.*\) /, '')
          .split(' ');
        cpuMs = Math.max(cpuMs, (Number(stat[11]) + Number(stat[12])) * 10);
        const kb = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1];
        peakMb = Math.max(peakMb, Number(kb ?? 0) / 1000);
      } catch (error) {
        // Gone in between.
        if (!['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
      }
    }
  };
  const timer = setInterval(look, 20);
  return () => {
    clearInterval(timer);
    return { cpuMs, peakMb };
  };
}
const ours = (pid: string): boolean =>
  readFileSync(`/proc/${pid}/stat`, 'latin1')
    .replace(/^.*\) /, '')
    .split(' ')[1] === String(process.pid);

async function article(pictures: number): Promise<Buffer> {
  const images: Record<string, string> = {};
  const parts: Record<string, Uint8Array> = {};
  for (let n = 0; n < pictures; n++) {
    images[`p${n}`] = `media/p${n}.jpeg`;
    parts[`word/media/p${n}.jpeg`] = await photograph(n);
  }
  const body = Array.from({ length: pages }, (_, page) =>
    pageOf(page, Object.keys(images).slice(page * 2, page * 2 + 2)),
  );
  const notes = Array.from(
    { length: pages },
    (_, n) => `<w:footnote w:id="${n + 1}">${p(`第 ${n + 1} 页的注`)}</w:footnote>`,
  );
  const level = `<w:lvl w:ilvl="0">${val('numFmt', 'chineseCountingThousand')}${val('lvlText', '%1、')}</w:lvl>`;
  return docx({
    body: `${p('关于开展年度检查的报告', val('pStyle', 'T'))}${body.join('')}`,
    styles: style('T', 'Title') + style('H', 'heading 1'),
    numbering: `<w:abstractNum w:abstractNumId="0">${level}</w:abstractNum><w:num w:numId="1">${val('abstractNumId', '0')}</w:num>`,
    footnotes: notes.join(''),
    images,
    parts,
  });
}

function pageOf(page: number, pictures: readonly string[]): string {
  const words = sentence.repeat(Math.ceil(signsOfPage / sentence.length / 4));
  const cell = (text: string) => `<w:tc>${p(text)}</w:tc>`;
  const row = (n: number) => `<w:tr>${['项目', '金额', '说明'].map((text) => cell(`${text}${n}`)).join('')}</w:tr>`;
  return [
    p(`第 ${page + 1} 部分`, `${val('pStyle', 'H')}<w:numPr>${val('ilvl', '0')}${val('numId', '1')}</w:numPr>`),
    ...Array.from({ length: 4 }, () => p(r(words), '<w:ind w:firstLine="640"/>')),
    p(`${r('见注')}<w:r><w:footnoteReference w:id="${page + 1}"/></w:r>`),
    ...pictures.map((id) => p(picture(id, '检查现场'))),
    ...(page % 4 === 0 ? [`<w:tbl>${[1, 2, 3, 4, 5, 6].map(row).join('')}</w:tbl>`] : []),
  ].join('');
}

/** 1200 × 900 with grain, as a telephone takes it and Word keeps it. */
const photograph = (n: number): Promise<Buffer> =>
  sharp({
    create: {
      width: 1200,
      height: 900,
      channels: 3,
      background: { r: (n * 37) % 256, g: (n * 59) % 256, b: (n * 83) % 256 },
      noise: { type: 'gaussian', mean: 128, sigma: 12 },
    },
  })
    .jpeg({ quality: 75 })
    .toBuffer();
