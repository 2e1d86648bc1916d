/** Rows of the group `absences`: who is away on which days. Language page: a step's `else` acts while its holder is away. */
import { z } from 'zod';
import { row } from './row.ts';
import { day, ref } from './views.ts';

const act = { method: 'POST', permission: 'door', rate: 'write', out: z.object({ id: z.string() }) } as const;

/** `until`: the last day. `words`: why, only for whoever may change it. */
const absence = z.object({
  id: z.string(),
  from: day,
  until: day,
  running: z.boolean(),
  by: ref,
  words: z.string().optional(),
});

export const absences = {
  list: row({
    method: 'GET',
    path: '/api/people/{id}/absences',
    summary: '一个人现在和以后的外出登记，先开始的在前，最多 50 次',
    permission: 'person',
    events: [],
    rate: 'read',
    in: z.strictObject({ id: z.uuid() }),
    out: z.object({
      person: ref,
      today: day,
      /** Whether the reader may register for this person. */
      may: z.boolean(),
      items: z.array(absence),
    }),
  }),
  register: row({
    ...act,
    path: '/api/people/{id}/absences',
    summary: '登记外出：从哪天到哪天（含）；这几天里轮到他办的步骤，规定写了由谁代办的，由代办的人办',
    events: ['absence.registered'],
    in: z.strictObject({
      id: z.uuid(),
      from: day,
      until: day,
      words: z.string().trim().max(2000, '事由最多 2000 字').optional(),
      key: z.uuid(),
    }),
  }),
  shorten: row({
    ...act,
    path: '/api/absences/{id}/shorten',
    summary: '提前回岗，或者取消还没开始的外出：不写 until 就是现在起回岗，写了就改到那天为止（含）',
    events: ['absence.shortened'],
    in: z.strictObject({ id: z.uuid(), until: day.optional(), key: z.uuid() }),
  }),
};
export type AbsencesView = z.output<typeof absences.list.out>;
export type AbsenceView = z.output<typeof absence>;
