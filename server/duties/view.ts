/** Lines as a screen shows them: in words, with names, articles and the events that they rest on. */
import type { Calendar } from '../../core/calendar.ts';
import { addDays } from '../../core/day.ts';
import type { Line } from '../../core/duty/lines.ts';
import { nearOf } from '../../core/duty/near.ts';
import type { Planned } from '../../core/duty/plan.ts';
import { sayMeasure, sayShort, sayStatus } from '../../core/duty/say.ts';
import type { Status } from '../../core/duty/verdict.ts';
import { cite } from '../../core/regulation/cite.ts';
import type { Acting } from '../../core/takers.ts';
import { subjects } from '../../core/vocabulary/subjects.ts';
import { standardPosts } from '../../core/vocabulary/words.ts';
import type { DutyView, LedgerLine } from '../contract/duties.ts';
import type { Database } from '../door/knock.ts';
import { type Evidence, evidenceOf } from './evidence.ts';
import { type Given, givenBySeq } from './exemptions.ts';
import type { Ledger } from './ledger.ts';
import { actOn } from './verb.ts';
import type { Rows } from './world.ts';

export const dutyKey = ({ rule, duty }: Pick<Planned, 'rule' | 'duty'>): string => `${rule.adoptionId} ${duty.id}`;
/** The two halves of such a key: a uuid, and the id of the duty. */
export const adoptionIn = (key: string): string => key.slice(0, 36);
export const dutyIn = (key: string): string => key.slice(37);

/** One line among all: of which duty and quota, over which thing, from when. */
export const lineKey = (line: Line): string => `${dutyKey(line)} ${line.part} ${line.thing.id} ${line.verdict.from}`;

/** Worst first; of equal ones always the same. */
export const gravity: readonly Status[] = ['breached', 'warned', 'pending', 'provisional', 'exempt', 'met'];
export const worse = (a: Line, b: Line): number =>
  gravity.indexOf(a.verdict.status) - gravity.indexOf(b.verdict.status) ||
  (a.verdict.overAt ?? Number.MAX_SAFE_INTEGER) - (b.verdict.overAt ?? Number.MAX_SAFE_INTEGER) ||
  (a.thing.id < b.thing.id ? -1 : a.thing.id > b.thing.id ? 1 : a.part - b.part);

export function dutyView({ rule, duty, clause }: Planned): DutyView {
  const { regulation } = rule;
  const [, article = ''] = clause.split('#');
  const block = regulation.blocks.find((one) => one.kind === 'duty' && one.id === duty.id);
  const text = regulation.clauses.find(({ id }) => id === article);
  const says = block?.says ?? '';
  return {
    key: dutyKey({ rule, duty }),
    name: duty.name ?? sayShort(duty.does, regulation),
    says,
    law: { clause, cite: cite(regulation.title, article), text: text?.text ?? '', adoption: rule.adoptionId },
  };
}

/** Of a duty with several quotas or standing facts: the one that this line is about. */
export function lineName({ duty, rule, part }: Pick<Line, 'duty' | 'rule' | 'part'>): string {
  const { does } = duty;
  const only = <T>(all: readonly T[]): readonly T[] => all.slice(part, part + 1);
  const own =
    does.pattern === 'keep'
      ? { ...does, standing: only(does.standing) }
      : does.pattern === 'rate'
        ? { ...does, quotas: only(does.quotas) }
        : does;
  return duty.name ?? sayShort(own, rule.regulation);
}

export type Named = { unit(id: string): { id: string; name: string }; site(id: string): { id: string; name: string } };
export function namesIn({ units, sites }: Rows): Named {
  const of = (rows: readonly { readonly id: string; readonly name: string }[]) => {
    const names = new Map(rows.map(({ id, name }) => [id, name]));
    return (id: string) => ({ id, name: names.get(id) ?? id });
  };
  return { unit: of(units), site: of(sites) };
}

/** In the order in which they come. `writers`: posts of the reader that may write; what he can do about a line hangs on it. */
export async function lineViews(
  db: Database,
  lines: readonly Line[],
  { world, calendarFor }: Pick<Ledger, 'world' | 'calendarFor'>,
  at: Date,
  writers: readonly Acting[] = [],
): Promise<LedgerLine[]> {
  const [names, evidence, given] = [namesIn(world), await evidenceOf(db, lines), await givenTo(db, lines)];
  return lines.map((line) => ({
    ...lineView(line, names, evidence(line), calendarFor(line), at.getTime(), writers),
    ...exemptionOf(given(line)),
  }));
}

/** The event that exempted a line is the last one that it rests on. */
async function givenTo(db: Database, lines: readonly Line[]): Promise<(line: Line) => Given | undefined> {
  const seqOf = ({ verdict: { status, rests } }: Line) => (status === 'exempt' ? rests.at(-1) : undefined);
  const given = await givenBySeq(
    db,
    lines.flatMap((line) => seqOf(line) ?? []),
  );
  return (line) => given.get(seqOf(line) ?? '');
}

const exemptionOf = (given: Given | undefined): Partial<LedgerLine> =>
  given ? { words: `豁免至 ${addDays(given.toOn, -1).slice(5)}`, exemption: exemptionView(given) } : {};

export const exemptionView = ({ id, fromOn, toOn, givenAt, givenBy, giver, reason }: Given) => ({
  ...{ id, reason, from: fromOn, until: addDays(toOn, -1), at: givenAt.toISOString() },
  by: { id: givenBy, name: giver },
});

const instant = (ms: number): string => new Date(ms).toISOString();

/** As its regulation calls it. */
const postName = (post: string, { rule }: Line): string =>
  rule.regulation.posts.find(({ id }) => id === post)?.name ?? standardPosts[post] ?? post;

export function lineView(
  line: Line,
  names: Named,
  evidence: readonly Evidence[],
  calendar: Calendar,
  now: number,
  writers: readonly Acting[] = [],
): LedgerLine {
  const { thing, verdict } = line;
  const { status, from, to, overAt, changesAt, doneAt } = verdict;
  const { does } = line.duty;
  const per = does.pattern === 'rate' ? does.quotas[line.part]?.per : undefined;
  const near = nearOf(line, calendar, now);
  const title = evidence.find((one) => one.title !== undefined)?.title;
  return {
    key: lineKey(line),
    duty: { ...dutyView(line), name: lineName(line) },
    subject: subjects[thing.subject].name,
    thing: {
      id: thing.id,
      name: thing.subject === 'article' ? (title ?? '稿件') : thing.name,
      ...(thing.site !== undefined && thing.subject !== 'site' ? { site: names.site(thing.site) } : {}),
    },
    by: line.by.map(names.unit),
    ...(line.post === undefined ? {} : { posts: line.post.map((post) => postName(post, line)) }),
    status,
    ...(near === undefined ? {} : { near, act: actOn(line, dutyKey(line), writers) }),
    ...(per === undefined ? {} : { per }),
    words: sayStatus(line, calendar, now),
    measure: sayMeasure(line, now),
    from,
    to,
    ...(overAt === undefined ? {} : { overAt: instant(overAt) }),
    ...(changesAt === undefined ? {} : { changesAt: instant(changesAt) }),
    ...(doneAt === undefined ? {} : { doneAt: instant(doneAt) }),
    evidence: [...evidence],
  };
}
