/** What was tried, as tables for a spreadsheet. */
import type { TrialArticles, TrialDuties } from '../../../server/contract/trial.ts';
import { saveTable } from '../../parts/save-table.ts';

export const saveDuties = ({ title, duties }: TrialDuties, since: string): void =>
  saveTable(`${title} ${since} 起推演 职责`, [
    ['条款', '职责', '谁负责', '共几次', '达到', '违反', '其中补做', '还在期内', '暂定'],
    ...duties.flatMap(({ law, says, bearers }) =>
      bearers.map((one) => [
        ...[law.cite, says, one.name, one.lines, one.met, one.breached, one.late, one.open, one.provisional],
      ]),
    ),
  ]);

export const saveArticles = ({ items }: TrialArticles, since: string): void =>
  saveTable(`${since} 起推演 稿件流程`, [
    ['报送时间', '网站', '栏目', '标题', '属性', '原来的流程', '草案的流程', '依据'],
    ...items.map((one) => [
      ...[one.at, one.site.name, one.column, one.title, one.facets, one.took.join(' → ')],
      ...[one.would?.join(' → ') ?? one.refused ?? '', one.law?.cite ?? ''],
    ]),
  ]);
