/** What is said of a public text beside its words. */
import { z } from 'zod';
import { law, ref } from './ref.ts';

export const invalidReasons = ['repealed', 'lapsed', 'amended'] as const;
export const marks = z.object({
  /** The last 确认仍有效. */
  confirmedAt: z.string().optional(),
  /** The last local day on which it is to be checked again; `due`: that day has come. Not `sure`: a year's working days aren't loaded. */
  review: z.object({ on: z.string(), due: z.boolean(), sure: z.boolean(), law }).optional(),
  /** It stands on top of its column. */
  pinned: z.boolean(),
  /** Published by force, and nobody else has looked since. */
  forced: z.object({ by: ref, at: z.string() }).optional(),
  /** It no longer holds; what holds instead, where that is known. */
  invalid: z
    .object({
      reason: z.enum(invalidReasons),
      reasonName: z.string(),
      at: z.string(),
      successor: z.object({ title: z.string(), address: z.string() }).optional(),
    })
    .optional(),
});
export type MarksView = z.output<typeof marks>;
