import { localDay } from '../../core/day.ts';
import type { Endpoints } from '../http/app.ts';
import { problem } from '../http/problem.ts';
import { now } from '../now.ts';
import { adopted, holdsOn, placeOf, ruleLine } from './adopted.ts';
import { calendar } from './calendar.ts';
import { rule } from './rule.ts';
import { ruleChanges } from './rule-changes.ts';
import { type OriginOf, sites } from './sites.ts';
import { staff } from './staff.ts';

export const registersRoutes = (originOf: OriginOf): Endpoints['registers'] => ({
  calendar: async ({ db, input }) => ({ status: 200, body: await calendar(db, input.year, now()) }),
  rules: async ({ db, input }) => {
    const on = input.on ?? localDay(now());
    const [all, place] = [await adopted(db), await placeOf(db)];
    const items = all.filter((one) => holdsOn(one, on)).map((one) => ruleLine(one, place));
    return { status: 200, body: { on, items } };
  },
  rule: async ({ db, input }) => {
    const view = await rule(db, input, now());
    return view ? { status: 200, body: view } : problem(404, 'no_such_rule');
  },
  ruleChanges: async ({ db, input }) => {
    const view = await ruleChanges(db, input, now());
    return view ? { status: 200, body: view } : problem(404, 'no_such_rule');
  },
  sites: async ({ db }) => ({ status: 200, body: await sites(db, originOf, now()) }),
  staff: async ({ db }) => ({ status: 200, body: await staff(db, localDay(now()), now()) }),
});
