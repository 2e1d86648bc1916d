/** What the command line says, as an adoption to plan. */
import { localDay } from '../../../core/day.ts';
import { type DayFault, dayFault } from '../../../core/regulation/adopt-day.ts';
import type { Regulation } from '../../../core/regulation/types.ts';
import type { Database } from '../../door/knock.ts';
import { now } from '../../now.ts';
import { type Plan, planOf } from '../../regulations/plan.ts';
import { organisationOf } from '../../regulations/subject.ts';
import { unitNamed } from '../units.ts';
import { type Both, Usage } from '../words.ts';
import { bindingOf } from './binding.ts';
import type { Wanted } from './wanted.ts';

export async function planFor(db: Database, source: string, regulation: Regulation, wanted: Wanted): Promise<Plan> {
  if (wanted.unit === undefined)
    throw new Usage({ zh: '缺少 --unit（采用这份规定的单位）', en: '--unit is missing (the unit that adopts it)' });
  const at = now();
  const organisation = await organisationOf(db, at);
  const unit = unitNamed(wanted.unit, organisation.units);
  const binding = bindingOf(wanted, regulation, organisation, unit.id);
  const home = Object.fromEntries(wanted.home.map((key, i) => [key, i + 1]));
  const fromOn = dayOf(wanted.from, regulation, localDay(at));
  const adopting = { source, fromOn, binding, home, descriptions: described(wanted) };
  return planOf(db, { adopting, regulation, unit, organisation }, at);
}

const described = ({ descriptions }: Wanted): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(descriptions).map(([key, text]) => [key, text ?? '']));

function dayOf(from: string | undefined, regulation: Regulation, today: string): string {
  if (from === undefined)
    throw new Usage({ zh: '缺少 --from（从哪天起施行）', en: '--from is missing (from which day it is in force)' });
  const fault = dayFault(from, regulation, today);
  if (fault) throw new Usage(dayWords(from, regulation, today)[fault]);
  return from;
}

const dayWords = (from: string, { inForce }: Regulation, today: string): Readonly<Record<DayFault, Both>> => ({
  no_day: {
    zh: `--from 要写成 2026-12-01 这样的日期，不能是 ${from}`,
    en: `--from is a day as 2026-12-01, not ${from}`,
  },
  past: {
    zh: `--from 不能早于今天（${today}）：规定不能倒过去施行`,
    en: `--from can't be before today (${today}): rules don't bind backwards`,
  },
  before_text: {
    zh: `规定写明 ${inForce.from} 起施行，--from 不能更早`,
    en: `the text says that it is in force from ${inForce.from}: --from can't be earlier`,
  },
  after_text: {
    zh: `规定写明到 ${inForce.until} 为止，那以后不能再采用`,
    en: `the text says that it ends on ${inForce.until}`,
  },
});
