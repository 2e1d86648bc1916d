/** The chain of a text: its steps with who took them or is waited for, and who publishes. */
import { z } from 'zod';
import { law, ref } from './ref.ts';

export const step = z.object({
  n: z.int(),
  act: z.string(),
  actName: z.string(),
  postName: z.string(),
  unitName: z.string(),
  /** Who may take it now; empty when nobody may. For a step that was taken: who took it. */
  people: z.array(ref),
  state: z.enum(['done', 'current', 'waiting']),
  at: z.string().optional(),
  words: z.string().optional(),
  /** Who is away, and who acts meanwhile, or that it waits: 沈雁秋外出至 12-05，由主要领导代办. */
  note: z.string().optional(),
  /** What whoever takes it confirms with it, in words: 种类为文件. */
  confirms: z.array(z.string()),
  law,
});
export const chain = z.object({
  flow: z.string(),
  law,
  reading: z.string().optional(),
  steps: z.array(step),
  publish: z.object({
    postName: z.string(),
    people: z.array(ref),
    automatic: z.boolean(),
    state: z.enum(['done', 'current', 'waiting']),
    at: z.string().optional(),
    note: z.string().optional(),
    law,
  }),
});
