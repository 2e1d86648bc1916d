/** A line of a duty: its rule, how it stands, when that changes, and the events that it rests on. */
import { addDays, isDay } from '../../../core/day.ts';
import type { Planned } from '../../../core/duty/plan.ts';
import { statusNames } from '../../../core/duty/verdict.ts';
import type { LedgerLine } from '../../contract/duties.ts';
import type { Database } from '../../door/knock.ts';
import { ledgerAt } from '../../duties/ledger.ts';
import { dutyKey, lineViews } from '../../duties/view.ts';
import { type Explained, isUuid, lawLines, when } from './explain-words.ts';

/** `ADOPTION DUTY PART THING FROM`: also one that is history. */
export async function explainLine(db: Database, asked: string, at: Date): Promise<Explained | undefined> {
  const [adoption = '', duty = '', , thing = '', from = ''] = asked.split(' ');
  if (!isUuid(adoption) || thing === '' || !isDay(from)) return undefined;
  const isIt = (plan: Planned) => dutyKey(plan) === `${adoption} ${duty}` && plan.thing.id === thing;
  const ledger = await ledgerAt(db, at, isIt, { from, to: addDays(from, 1) });
  const views = await lineViews(db, ledger.lines, ledger, at);
  const view = views.find(({ key }) => key === asked);
  return view && { kind: 'line', lines: lineText(view), line: view };
}

export function lineText(view: LedgerLine): readonly string[] {
  const by = view.by.map(({ name }) => name).join('、');
  const site = view.thing.site ? `（${view.thing.site.name}）` : '';
  return [
    `${view.subject}“${view.thing.name}”${site}：${statusNames[view.status]}，${view.words}`,
    `  ${view.duty.says}`,
    `  ${view.measure}${by === '' ? '' : `；由${by}负责`}`,
    ...(view.overAt ? [`  期限到 ${when(view.overAt)}`] : []),
    ...(view.changesAt ? [`  没有新的事发生，最早 ${when(view.changesAt)} 变化`] : []),
    ...view.evidence.map(
      ({ seq, at, name, title }) => `  凭据 ${when(at)} ${name}${title ? `《${title}》` : ''}（记录 ${seq}）`,
    ),
    ...(view.evidence.length === 0 ? ['  没有算数的事'] : []),
    ...lawLines(view.duty.law),
    `  编号 ${view.key}`,
  ];
}
