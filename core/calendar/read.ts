/**
 * A year's days as people have them: JSON (ours, or the shape of holiday-cn, which many tools write) or CSV from a
 * spreadsheet. Every slip is told with its line and column; nothing is skipped.
 */
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from 'yaml';
import type { DayFault, DayRow, Place } from './check.ts';

/** `year` is undefined where the file doesn't say it; then `faults` does. */
export type ReadDays = {
  readonly year?: number;
  readonly rows: readonly DayRow[];
  readonly faults: readonly DayFault[];
};

/** 365 lines of CSV are 15 KB. */
const signsMax = 200_000;

export function readDays(text: string): ReadDays {
  if (text.length > signsMax) return wrong('文件太大：一年的放假安排不会超过 20 万字');
  const begins = text.replace(/^\uFEFF/, '').trimStart();
  if (begins === '') return wrong('文件是空的');
  return begins.startsWith('{') ? readJson(text) : readCsv(text);
}

const wrong = (message: string, at?: Place): ReadDays => ({ rows: [], faults: [at ? { message, at } : { message }] });

// CSV: 日期,休或班,节日 ------------------------------------------------------------------------------------------------

const kinds: Readonly<Record<string, boolean>> = {
  休: true,
  放假: true,
  休息: true,
  off: true,
  班: false,
  上班: false,
  补班: false,
  work: false,
};
const lineForm = '每行三格：日期,休或班,节日，如 2027-01-01,休,元旦';

function readCsv(text: string): ReadDays {
  const rows: DayRow[] = [];
  const faults: DayFault[] = [];
  for (const [i, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .entries()) {
    const cells = line.split(',').map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
    const isHead = rows.length === 0 && faults.length === 0 && /^(日期|date)$/i.test(cells[0] ?? '');
    if (cells.every((cell) => cell === '') || isHead) continue;
    const read = rowOf(line, cells, i + 1);
    if ('message' in read) faults.push(read);
    else rows.push(read);
  }
  const year = commonest(rows.map(({ on }) => Number(on.slice(0, 4))));
  return year === undefined
    ? { rows, faults: faults.length > 0 ? faults : [{ message: `没有一天：${lineForm}` }] }
    : { year, rows, faults };
}

function rowOf(line: string, cells: readonly string[], number: number): DayRow | DayFault {
  const [day = '', kind = '', name = '', ...rest] = cells;
  const at = (cell: number) => ({
    line: number,
    column: 1 + line.split(',').slice(0, cell).join(',').length + (cell > 0 ? 1 : 0),
  });
  if (cells.length < 3 || rest.some((cell) => cell !== ''))
    return { message: `有 ${cells.length} 格${line.includes('，') ? '（逗号要用半角）' : ''}：${lineForm}`, at: at(0) };
  const isOff = kinds[kind.toLowerCase()];
  if (isOff === undefined) return { message: `不认识“${kind}”：写休或班`, at: at(1) };
  const on = dayIn(day);
  return on === undefined
    ? { message: `日期“${day}”看不懂：写成 2027-01-01`, at: at(0) }
    : { on, isOff, name, at: at(0) };
}

/** 2027-1-1, 2027/1/1 and 2027年1月1日 as spreadsheets write them. Whether there is such a day is looked at later. */
function dayIn(text: string): string | undefined {
  const [, year, month = '', day = ''] = /^(\d{4})[-/年](\d{1,2})[-/月](\d{1,2})日?$/.exec(text) ?? [];
  return year && `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** A mistyped year doesn't decide what the rest is about. */
function commonest(years: readonly number[]): number | undefined {
  const count = (year: number) => years.filter((one) => one === year).length;
  return years.toSorted((a, b) => count(b) - count(a) || a - b)[0];
}

// JSON -----------------------------------------------------------------------------------------------------------------

type Json = { readonly place: (node: Node | null | undefined) => Place; readonly faults: DayFault[] };
const dayKeys = { on: 'on', date: 'on', off: 'off', isOffDay: 'off', name: 'name' } as const;
/** What holiday-cn says beside the days. */
const headKeys = ['year', 'days', 'papers', '$schema', '$id'];
const dayForm = '每天写成 {"on": "2027-01-01", "off": true, "name": "元旦"}';

function readJson(text: string): ReadDays {
  const lines = new LineCounter();
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const doc = parseDocument(text, { schema: 'json', lineCounter: lines, prettyErrors: false, logLevel: 'error' });
  const [error] = doc.errors;
  if (error) return wrong('这里不是 JSON：请检查引号、逗号和括号', placeAt(error.pos[0]));
  const json: Json = { place: (node) => placeAt(node?.range?.[0] ?? 0), faults: [] };
  const root = doc.contents;
  if (!isMap(root)) return wrong('要写成 {"year": 2027, "days": [ … ]}', { line: 1, column: 1 });
  for (const { key } of root.items)
    if (!headKeys.includes(String(key)))
      json.faults.push({ message: `不认识“${key}”：只有 year 和 days`, at: json.place(key as Node) });
  const year = root.get('year');
  const days = root.get('days', true);
  if (typeof year !== 'number' || !Number.isInteger(year))
    json.faults.push({ message: '缺少年份：写成 "year": 2027', at: json.place(root.get('year', true) ?? root) });
  if (!isSeq(days)) {
    json.faults.push({ message: `缺少 "days"：${dayForm}`, at: json.place(days ?? root) });
    return { rows: [], faults: json.faults };
  }
  const rows = days.items.flatMap((item) => jsonDay(item as Node, json));
  return { ...(typeof year === 'number' ? { year } : {}), rows, faults: json.faults };
}

function jsonDay(node: Node, { place, faults }: Json): readonly DayRow[] {
  const at = place(node);
  if (!isMap(node)) {
    faults.push({ message: dayForm, at });
    return [];
  }
  const said = fields(node, (message, key) => faults.push({ message, at: place(key) }));
  const bad = [
    typeof said.on === 'string' ? undefined : '缺少日期',
    typeof said.off === 'boolean' ? undefined : '没有写放假（true）还是上班（false）',
    typeof said.name === 'string' ? undefined : '没有写是哪个节日',
  ].find((one) => one !== undefined);
  if (bad !== undefined) faults.push({ message: `${bad}：${dayForm}`, at });
  const { on, off, name } = said;
  return typeof on === 'string' && typeof off === 'boolean' && typeof name === 'string'
    ? [{ on, isOff: off, name, at }]
    : [];
}

function fields(node: YAMLMap, report: (message: string, key: Node) => void): Readonly<Record<string, unknown>> {
  const said: Record<string, unknown> = {};
  for (const { key, value } of node.items) {
    const name = isScalar(key) ? String(key.value) : '';
    const known = Object.hasOwn(dayKeys, name) ? dayKeys[name as keyof typeof dayKeys] : undefined;
    if (known === undefined) report(`不认识“${name}”：${dayForm}`, key as Node);
    else said[known] = isScalar(value) ? value.value : undefined;
  }
  return said;
}
