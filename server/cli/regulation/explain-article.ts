/** An article: its words, what its blocks do, for which units it is in force, and how its duties stand there. */
import { localDay } from '../../../core/day.ts';
import { cite } from '../../../core/regulation/cite.ts';
import type { Regulation } from '../../../core/regulation/types.ts';
import type { Database } from '../../door/knock.ts';
import { ledgerAt } from '../../duties/ledger.ts';
import { lineViews } from '../../duties/view.ts';
import { everyAdoption } from '../../in-force.ts';
import { lineText } from './explain-line.ts';
import type { Explained } from './explain-words.ts';

/** Lines that are told; the worst come first. */
const linesMax = 20;

export async function explainArticle(db: Database, asked: string, at: Date): Promise<Explained | undefined> {
  const [slug = '', article] = asked.split('#');
  if (article === undefined) return undefined;
  const today = localDay(at);
  const adoptions = (await everyAdoption(db)).filter(
    ({ regulation, from, until }) => regulation.slug === slug && from <= today && (until === null || until > today),
  );
  const [first] = adoptions;
  const clause = first?.regulation.clauses.find(({ id }) => id === article);
  if (!first || !clause) return undefined;
  const ledger = await ledgerAt(db, at, (plan) => plan.clause === asked);
  const views = await lineViews(db, ledger.lines.slice(0, linesMax), ledger, at);
  const units = new Map(ledger.world.units.map(({ id, name }) => [id, name]));
  const names = adoptions.map(({ binding }) => units.get(binding.unit) ?? binding.unit);
  const lines = [
    `${cite(first.regulation.title, article)}（${asked}），${names.join('、')}施行`,
    ...clause.text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [`  ${line.trim()}`])),
    ...doings(first.regulation, article),
    ...(views.length > 0 ? ['', '现在的账'] : []),
    ...views.flatMap(lineText),
    ...(ledger.lines.length > linesMax ? [`还有 ${ledger.lines.length - linesMax} 行`] : []),
  ];
  return { kind: 'article', lines, clause: asked, units: names, duties: views };
}

function doings({ blocks }: Regulation, article: string): readonly string[] {
  const mine = blocks.filter(({ clause }) => clause === article);
  if (mine.length === 0) return ['', '这一条下没有条款块：由下面各款各项执行，或者由人照条文办'];
  return [
    '',
    '系统照它做的',
    ...mine.flatMap(({ kind, id, says, reading }) => [
      `  ${kind} ${id}：${says}`,
      ...(reading === undefined ? [] : [`    读法：${reading}`]),
    ]),
  ];
}
