/** Loading working days in the console: who may, what is wrong with a file and what it would change, and the act itself. */
import { z } from 'zod';
import { law, ref } from './ref.ts';
import { row } from './row.ts';

/** A day off, or a make-up workday; `name`: the holiday that it belongs to. */
export const dayOff = z.object({ on: z.string(), isOff: z.boolean(), name: z.string() });

/** A year has 2 KB; what is longer is told so by the reader of days. */
const text = z.string().min(1, '还没有内容').max(400_000, '文件太大：一年的放假安排不会超过 400 KB');
/** Without a unit: the State Council's days, for everybody. */
const file = { text, unit: z.uuid().optional() };
const loaded = z.object({ year: z.int(), off: z.int(), worked: z.int() });

export const calendar = {
  rights: row({
    method: 'GET',
    path: '/api/calendar/rights',
    summary: '谁可以导入放假安排：自己可以导入全体的，还是哪些单位的',
    permission: 'person',
    events: [],
    rate: 'read',
    in: z.strictObject({}),
    out: z.object({
      isForAll: z.boolean(),
      units: z.array(ref),
      /** Who may load the days of everybody, each with the article that states the post. */
      by: z.array(z.object({ says: z.string(), law })),
      /** What is missing by now, in words. */
      alarm: z.string().optional(),
    }),
  }),
  check: row({
    method: 'POST',
    path: '/api/calendar/check',
    summary: '检查一份放假安排（CSV 或 JSON）：错在第几行，和已经导入的比有什么变化；什么也不改',
    permission: 'person',
    events: [],
    rate: 'read',
    in: z.strictObject(file),
    out: z.object({
      faults: z.array(z.object({ message: z.string(), line: z.int().optional(), column: z.int().optional() })),
      /** Absent where the file is wrong. */
      found: loaded
        .extend({
          /** `was`, `is`: absent where the day is like any of its weekday. */
          changes: z.array(z.object({ on: z.string(), was: dayOff.optional(), is: dayOff.optional() })),
          /** Whether this year was loaded before. */
          isNew: z.boolean(),
          /** Handed back when loading. */
          seen: z.string(),
        })
        .optional(),
    }),
  }),
  load: row({
    method: 'POST',
    path: '/api/calendar/load',
    summary: '导入一年的放假安排：全体的，或者一个单位自己的',
    permission: 'door',
    events: ['calendar.loaded'],
    rate: 'write',
    in: z.strictObject({ ...file, seen: z.string().max(64), key: z.uuid() }),
    out: z.object({ year: z.int() }),
  }),
};
export type CalendarRights = z.output<typeof calendar.rights.out>;
export type CheckedDays = z.output<typeof calendar.check.out>;
