/** What was tried, as a table for a spreadsheet. */
import type { TrialArticles, TrialDuties } from '../../../server/contract/trial.ts';

/** A cell that begins like a formula would be carried out by the spreadsheet: a quote before it keeps it text. */
const cell = (value: string | number): string => {
  const text = String(value).replace(/^[=+\-@\t\r]/, (sign) => `'${sign}`);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};
/** With the mark by which a spreadsheet knows UTF-8. */
const csv = (rows: ReadonlyArray<ReadonlyArray<string | number>>): string =>
  `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;

export const dutiesCsv = ({ duties }: TrialDuties): string =>
  csv([
    ['条款', '职责', '谁负责', '共几次', '达到', '违反', '其中补做', '还在期内', '暂定'],
    ...duties.flatMap(({ law, says, bearers }) =>
      bearers.map((one) => [
        ...[law.cite, says, one.name, one.lines, one.met, one.breached, one.late, one.open, one.provisional],
      ]),
    ),
  ]);

export const articlesCsv = ({ items }: TrialArticles): string =>
  csv([
    ['报送时间', '网站', '栏目', '标题', '属性', '原来的流程', '草案的流程', '依据'],
    ...items.map((one) => [
      ...[one.at, one.site.name, one.column, one.title, one.facets, one.took.join(' → ')],
      ...[one.would?.join(' → ') ?? one.refused ?? '', one.law?.cite ?? ''],
    ]),
  ]);

/** Gives it to the person as a file. */
export function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
