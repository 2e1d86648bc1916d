/** Rows of the group `exemptions`: letting somebody off a duty for some days, with a reason, and taking that back. */
import { z } from 'zod';
import { duty, dutyKey, exemption } from './duties.ts';
import { row } from './row.ts';
import { day, ref } from './views.ts';

const words = z.string().trim().min(1, '请写明原因').max(2000, '原因最多 2000 字');
const act = { method: 'POST', permission: 'door', rate: 'write', out: z.object({ id: z.string() }) } as const;

/** One that isn't over: of which duty over which thing, and whether the reader may take it back. */
const exemptionLine = exemption.extend({
  duty,
  subject: z.string(),
  thing: z.object({ id: z.string(), name: z.string(), site: ref.optional() }),
  bearers: z.array(ref),
  may: z.literal('take_back').optional(),
});

export const exemptions = {
  list: row({
    method: 'GET',
    path: '/api/exemptions',
    summary: '现在和今后有效的豁免，最多 500 次，先到期的在前',
    permission: 'person',
    events: [],
    rate: 'read',
    in: z.strictObject({}),
    out: z.object({ at: z.string(), items: z.array(exemptionLine) }),
  }),
  give: row({
    ...act,
    path: '/api/exemptions',
    summary: '豁免一项职责：从哪天到哪天（含），为什么。期限已经过了的不能事后豁免',
    events: ['exemption.given'],
    in: z.strictObject({
      duty: dutyKey,
      thing: z.uuid(),
      from: day,
      until: day,
      words,
      key: z.uuid(),
    }),
  }),
  takeBack: row({
    ...act,
    path: '/api/exemptions/{id}/take-back',
    summary: '收回还没结束的豁免：已经到期的期限仍算豁免，往后的照常核对',
    events: ['exemption.taken_back'],
    in: z.strictObject({ id: z.uuid(), words, key: z.uuid() }),
  }),
};
export type ExemptionLine = z.output<typeof exemptionLine>;
