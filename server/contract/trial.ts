/** Trying a draft on what really happened: its duties, and the ways that articles would have gone. Nothing is changed. */
import { z } from 'zod';
import { binding, textMax } from './adoption.ts';
import { line } from './duties.ts';
import { row } from './row.ts';
import { day, law, ref } from './views.ts';

const read = { method: 'POST', permission: 'person', events: [], rate: 'read' } as const;
const draft = z.strictObject({
  source: z.string().min(1, '还没有文本').max(textMax, '文本太长：最多 100 万字'),
  unit: z.uuid(),
  ...binding.shape,
  since: day,
});

const counts = {
  lines: z.int(),
  met: z.int(),
  breached: z.int(),
  /** Of the breached: made good later. */
  late: z.int(),
  open: z.int(),
  provisional: z.int(),
};
/** One duty and one who bears it, with its worst lines. */
const bearer = z.object({ name: z.string(), ...counts, worst: z.array(line) });
const dutyRow = z.object({
  duty: z.string(),
  law,
  says: z.string(),
  ...counts,
  bearers: z.array(bearer),
  /** Nothing here carries out what would meet it. */
  waits: z.literal(true).optional(),
});

/** One text that would have gone another way. */
const otherWay = z.object({
  placementId: z.string(),
  title: z.string(),
  site: ref,
  column: z.string(),
  at: z.string(),
  facets: z.string(),
  took: z.array(z.string()),
  /** Absent where the draft gives it no way at all. */
  would: z.array(z.string()).optional(),
  refused: z.string().optional(),
  law: law.optional(),
});

export const trial = {
  duties: row({
    ...read,
    path: '/api/regulations/try/duties',
    summary: '推演一份草案：如果从某天起照它办，各项职责谁达到、谁违反；什么也不改',
    in: draft,
    out: z.object({
      title: z.string(),
      version: z.int(),
      at: z.string(),
      /** What was not bound, in words: its duties are left out. */
      unbound: z.array(z.string()),
      duties: z.array(dutyRow),
    }),
  }),
  articles: row({
    ...read,
    path: '/api/regulations/try/articles',
    summary: '推演一份草案：哪些稿件会走另一条流程，最多看最近 5000 次报送',
    in: draft,
    out: z.object({
      /** How many texts were sent since then, and looked at. */
      sent: z.int(),
      isAll: z.boolean(),
      other: z.int(),
      items: z.array(otherWay),
    }),
  }),
};
export type TrialDuties = z.output<typeof trial.duties.out>;
export type TrialArticles = z.output<typeof trial.articles.out>;
export type OtherWay = z.output<typeof otherWay>;
