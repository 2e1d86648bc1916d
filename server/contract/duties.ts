/**
 * The ledger: what regulations ask of whom, and how it stands. Whoever is signed in may read all of it: who owes what is
 * no secret inside, and every figure can be checked by its events.
 */
import { z } from 'zod';
import { row } from './row.ts';
import { day, law, ref } from './views.ts';

const read = { method: 'GET', permission: 'person', events: [], rate: 'read' } as const;
export const statuses = ['met', 'pending', 'warned', 'breached', 'exempt', 'provisional'] as const;
const status = z.enum(statuses);
/** Lines as they stand now, or all that ran in the week or month of today, each as it stood at its end. */
export const spans = ['today', 'week', 'month'] as const;
const span = z.enum(spans).optional();

/** How lines name a duty: its adoption and its id. */
export const dutyKey = z.string().regex(/^[0-9a-f-]{36} .{1,100}$/);
/** A duty of one adoption. `key` names it in addresses: adoption and id. `says`: the whole rule in plain Chinese. */
export const duty = z.object({ key: z.string(), name: z.string(), says: z.string(), law });

/** One thing and one duty: the worst of its lines, how many there are, and how many of them are in trouble. */
const cell = z.object({
  status,
  lines: z.int(),
  trouble: z.int(),
  /** What stands in the cell, and what is read out beside it. */
  says: z.string(),
  words: z.string(),
  measure: z.string(),
});
/** A site or a unit, with a cell for each duty of its table; null where the duty has no line about it. */
const boardRow = z.object({ thing: ref, cells: z.array(cell.nullable()) });
const kind = z.enum(['site', 'unit']);
/**
 * The duties that are over sites and what belongs to them, or over units, and a row for each of those: in most trouble first,
 * at most 100. `all`: how many there are, `trouble`: how many of them have a line that is late or nearly. Duties that have no
 * line about any row are left out.
 */
const boardTable = z.object({
  kind,
  duties: z.array(duty),
  rows: z.array(boardRow),
  all: z.int(),
  trouble: z.int(),
  page: z.int(),
  pages: z.int(),
});
/** One regulation as one unit adopted it. `waiting`: duties whose events nothing here carries out yet. */
const boardRule = z.object({
  adoption: z.string(),
  slug: z.string(),
  title: z.string(),
  unit: ref,
  tables: z.array(boardTable),
  waiting: z.array(duty),
});
const board = z.object({
  /** When it was judged. */
  at: z.string(),
  rules: z.array(boardRule),
  /** Of all lines that were asked about, also of what isn't listed. */
  sums: z.record(status, z.int()),
});
const boardAsked = z.object({
  span,
  /** Only sites and units with this in their name. */
  name: z.string().trim().min(1).max(50).optional(),
  /** Only those that are in trouble. */
  only: z.literal('trouble').optional(),
  /** One table alone; then its pages can be asked for. */
  adoption: z.uuid().optional(),
  kind: kind.optional(),
  page: z.coerce.number().int().min(1).max(1000).default(1),
  /** Every row at once, to be saved as a file. */
  rows: z.literal('all').optional(),
});

const evidence = z.object({
  seq: z.string(),
  at: z.string(),
  name: z.string(),
  title: z.string().optional(),
  /** The page of the console where it can be seen, as a path. */
  link: z.string(),
});
/** What one does about it: a verb, and the page of the console where it is done, as a path. */
const act = z.object({ name: z.string(), link: z.string() });
/** Days: the first and the last. `at`: when it was given. */
export const exemption = z.object({
  id: z.string(),
  by: ref,
  at: z.string(),
  from: z.string(),
  until: z.string(),
  reason: z.string(),
});
export const nears = ['late', 'today', 'soon', 'warned'] as const;
export const line = z.object({
  key: z.string(),
  duty,
  /** What it is about: 栏目, and which. */
  subject: z.string(),
  thing: z.object({ id: z.string(), name: z.string(), site: ref.optional() }),
  by: z.array(ref),
  /** The posts there whose holders bear it, by name; without them everybody there does. */
  posts: z.array(z.string()).optional(),
  status,
  /** How near its end it is, where somebody has to do something about it now; and what. */
  near: z.enum(nears).optional(),
  act: act.optional(),
  /** How often its quota comes round. */
  per: z.string().optional(),
  words: z.string(),
  measure: z.string(),
  from: z.string(),
  /** The first day after. */
  to: z.string(),
  overAt: z.string().optional(),
  changesAt: z.string().optional(),
  doneAt: z.string().optional(),
  evidence: z.array(evidence),
  /** It is let off; status `exempt`. */
  exemption: exemption.optional(),
  /** What the reader may do about it, where that was asked: let it off, or take that back. */
  may: z.enum(['exempt', 'take_back']).optional(),
  /** Those who bear it were urged so often in its time, last then; and the reader may urge them now. */
  urged: z.object({ n: z.int(), at: z.string() }).optional(),
  mayUrge: z.literal(true).optional(),
});

/** One event of the log. `lines`: those that rest on it now, worst first; `more`: how many are left out. */
const event = z.object({
  seq: z.string(),
  at: z.string(),
  name: z.string(),
  title: z.string().optional(),
  unit: z.string().optional(),
  place: z.string().optional(),
  placementId: z.string().optional(),
  law: law.optional(),
  lines: z.array(line),
  more: z.int(),
});

/** A week by its Monday, and how many lines ran out in it. */
const week = z.object({ from: day, n: z.int() });
/**
 * One regulation as one unit adopted it: how its duties stand, and how much went its ways. Duties without lines are left
 * out. `weeks`: the last twelve, where a line ran out in one of them.
 */
const ruleState = z.object({
  at: z.string(),
  duties: z.array(
    z.object({ id: z.string(), key: z.string(), sums: z.record(status, z.int()), weeks: z.array(week).optional() }),
  ),
  /** By flow: handed in and published in the last 30 days, and under way. */
  flows: z.array(z.object({ id: z.string(), sent: z.int(), published: z.int(), open: z.int() })),
});

export const duties = {
  board: row({
    ...read,
    path: '/api/duties/board',
    summary: '值守看板：各网站、各项职责现在怎样，或本周、本月每一期怎样',
    in: boardAsked,
    out: board,
  }),
  lines: row({
    ...read,
    path: '/api/duties/lines',
    summary: '一个网站、栏目、单位、岗位或一项职责的账，逐行带凭据',
    in: z.object({
      site: z.uuid().optional(),
      duty: z.string().max(200).optional(),
      column: z.uuid().optional(),
      unit: z.uuid().optional(),
      /** Of the unit, if one is given. */
      post: z.string().max(100).optional(),
      status: status.optional(),
      span,
      /** As of the end of that day; without one, now. */
      on: day.optional(),
    }),
    out: z.object({ at: z.string(), items: z.array(line), more: z.int() }),
  }),
  rule: row({
    ...read,
    path: '/api/duties/rules/{adoption}',
    summary: '一份规定在某一天的执行情况：每项职责几行合规、几行违反，每条流程走了几件',
    in: z.object({ adoption: z.uuid(), on: day.optional() }),
    out: ruleState,
  }),
  event: row({
    ...read,
    path: '/api/duties/events/{seq}',
    summary: '一条操作记录：什么事、在哪里、依据哪一条，现在哪些职责以它为凭据',
    in: z.object({ seq: z.string().regex(/^\d{1,18}$/, '记录号是一个整数') }),
    out: event,
  }),
  mine: row({
    ...read,
    path: '/api/duties/mine',
    summary: '本单位的职责：已超期的、今天和三个工作日内到期的、本期的进度',
    in: z.object({}),
    out: z.object({ at: z.string(), items: z.array(line) }),
  }),
};
export type SpanName = (typeof spans)[number];
export type EventView = z.output<typeof event>;
export type BoardView = z.output<typeof board>;
export type BoardAsked = z.output<typeof boardAsked>;
export type BoardCell = z.output<typeof cell>;
export type DutyView = z.output<typeof duty>;
export type DutyAct = z.output<typeof act>;
export type LateWeek = z.output<typeof week>;
export type RuleState = z.output<typeof ruleState>;
export type LedgerLine = z.output<typeof line>;
