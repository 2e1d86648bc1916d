/**
 * Adopting a regulation in the console: the library of texts, what a text asks its adopter, what an adoption would do,
 * and the act itself. Reading and weighing change nothing, and whoever is signed in may: the texts are no secret inside.
 */
import { z } from 'zod';
import { comparison } from './comparison.ts';
import { row } from './row.ts';
import { day, ref } from './views.ts';

const read = { permission: 'person', events: [], rate: 'read' } as const;
/** The longest text of the library has 60,000 characters. */
export const textMax = 1_000_000;
const source = z.string().min(1, '还没有文本').max(textMax, '文本太长：最多 100 万字');
const id = z.string().max(100);

/** Units by id; `values` as the text writes them: 5 working days. `readings`: those that were agreed to, as `kind id`. */
export const binding = z.strictObject({
  roles: z.record(id, z.array(z.uuid()).max(1000)),
  leads: z.record(id, z.array(z.uuid()).max(1000)),
  values: z.record(id, z.union([z.string().max(100), z.record(z.string().max(100), z.string().max(100))])),
  readings: z.array(z.string().max(200)).max(1000),
});
const bound = { source, unit: z.uuid(), ...binding.shape };
/** `home`: columns of the home page by their ids, in order. */
const adopting = { ...bound, from: day, home: z.array(id).max(200) };

/** `id`: of a file of the library, or of a version that some unit adopted. */
const text = z.object({
  id: z.string(),
  slug: z.string(),
  title: z.string(),
  version: z.int(),
  /** 程序自带, or who adopted it. */
  from: z.string(),
});
const fault = z.object({ line: z.int(), column: z.int(), message: z.string(), warn: z.literal(true).optional() });
const named = z.object({ id: z.string(), name: z.string() });

/** What a sound text asks its adopter. */
const questions = z.object({
  slug: z.string(),
  title: z.string(),
  issuer: z.string(),
  version: z.int(),
  /** The figures of coverage, in words. */
  coverage: z.array(z.string()),
  /** The first day from which it may be in force. */
  earliest: z.string(),
  /** `guess`: a unit of the same name, proposed and never taken. */
  roles: z.array(named.extend({ many: z.boolean(), within: z.string().optional(), guess: ref.optional() })),
  values: z.array(
    named.extend({
      is: z.enum(['duration', 'period', 'number', 'clock']),
      suggest: z.string().optional(),
      /** The same in words: 5 个工作日. */
      suggestSays: z.string().optional(),
      /** The columns, sites or units that may have a value of their own each; `*` stands for all the others. */
      each: z.object({ kind: z.string(), of: z.array(ref) }).optional(),
    }),
  ),
  /** Columns whose leading units the adopter chooses, from the units of a role. */
  leads: z.array(named.extend({ role: z.string(), cite: z.string() })),
  columns: z.array(named),
  readings: z.array(z.object({ id: z.string(), cite: z.string(), says: z.string() })),
});

export const adoption = {
  library: row({
    ...read,
    method: 'GET',
    path: '/api/regulations/library',
    summary: '可以采用的规定文本：程序自带的，和各单位采用过的',
    in: z.strictObject({}),
    out: z.object({ items: z.array(text) }),
  }),
  text: row({
    ...read,
    method: 'GET',
    path: '/api/regulations/text/{id}',
    summary: '一份规定文本的原文',
    in: z.strictObject({ id }),
    out: z.object({ source: z.string() }),
  }),
  check: row({
    ...read,
    method: 'POST',
    path: '/api/regulations/check',
    summary: '检查一份规定文本：错在哪里，要采用单位定什么；写了单位的，带上它现在的对应',
    in: z.strictObject({ source, unit: z.uuid().optional() }),
    out: z.object({
      faults: z.array(fault),
      questions: questions.optional(),
      /** How this unit bound the version of the same regulation that it adopted last, and what the text does otherwise. */
      last: z
        .object({ version: z.int(), from: z.string(), binding, home: z.array(z.string()), changes: comparison })
        .optional(),
    }),
  }),
  plan: row({
    ...read,
    method: 'POST',
    path: '/api/regulations/plan',
    summary: '先看采用以后会怎样：为什么还不能采用，要知道什么，会变什么；什么也不改',
    in: z.strictObject(adopting),
    out: z.object({
      /** Whether whoever asks may adopt it. */
      mayAdopt: z.boolean(),
      /** How many adoptions the unit has made: handed back when adopting. */
      seen: z.int(),
      reasons: z.array(z.string()),
      warnings: z.array(z.string()),
      replaces: z.array(z.string()),
      columns: z.array(z.string()),
      posts: z.array(z.string()),
      idle: z.array(z.string()),
    }),
  }),
  adopt: row({
    method: 'POST',
    path: '/api/regulations/adopt',
    summary: '采用一份规定：从某天起对一个单位施行',
    permission: 'door',
    events: ['regulation.adopted'],
    rate: 'write',
    in: z.strictObject({ ...adopting, seen: z.int(), key: z.uuid() }),
    out: z.object({ id: z.string(), adoptions: z.int(), warnings: z.array(z.string()) }),
  }),
};
export type Binding = z.output<typeof binding>;
export type Library = z.output<typeof adoption.library.out>;
export type Checked = z.output<typeof adoption.check.out>;
export type Questions = z.output<typeof questions>;
export type PlanView = z.output<typeof adoption.plan.out>;
