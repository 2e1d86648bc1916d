/** Duties that pass on when somebody leaves: those that he bore by his posts, together with whoever bears them then. */
import { localDay } from '../../core/day.ts';
import { waiting } from '../../core/duty/lines.ts';
import { ownersOf } from '../../core/duty/owners.ts';
import { holdsOn, type Planned, planned } from '../../core/duty/plan.ts';
import { grouped } from '../../core/groups.ts';
import type { Passing, PassingOn } from '../passing.ts';
import { registerOf } from './one.ts';
import { dutyKey, lineName, namesIn } from './view.ts';

export const passingDuties: PassingOn = async (db, { person, before, after, above }, at) => {
  const { world, laws, known } = await registerOf(db);
  const today = localDay(at);
  const mine = laws
    .filter((rule) => holdsOn(rule, today))
    .flatMap((rule) => planned(rule, known))
    .filter((plan) => waiting(plan).length === 0 && ownersOf(plan, before, above).includes(person));
  const names = namesIn(world);
  return grouped(mine, (plan) => `${dutyKey(plan)} ${plan.by} ${plan.post}`).map((of): Passing => {
    const [first] = of as [Planned];
    const units = first.by.map((unit) => names.unit(unit).name).join('、');
    return {
      kind: '职责',
      title: lineName({ ...first, part: 0 }),
      note: `${units}：${of.map(({ thing }) => thing.name).join('、')}`,
      to: ownersOf(first, after, above),
    };
  });
};
