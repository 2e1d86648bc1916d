/**
 * The registers that everybody works by: regulations, sites with their columns, units with their people. Whoever is
 * signed in may read all of them; nobody changes anything here. They hold no telephone numbers and nothing of a login.
 */
import { z } from 'zod';
import { dayOff } from './calendar.ts';
import { comparison } from './comparison.ts';
import { row } from './row.ts';
import { day, law, ref } from './views.ts';

const list = { method: 'GET', permission: 'person', events: [], rate: 'read' } as const;
/** Without one it is today. */
const on = day.optional();
const local = z.string();

/** One adoption of a regulation. `until`: the first day on which it no longer holds. */
export const ruleLine = z.object({
  slug: z.string(),
  title: z.string(),
  issuer: z.string(),
  version: z.int(),
  unit: ref,
  /** The sites that it governs, also those whose owner has a text of its own below it. */
  sites: z.array(ref),
  from: local,
  until: local.optional(),
});

/** Units that a rule means, with the people who hold the post there now; none: it is empty. */
const seat = z.object({ unit: ref, people: z.array(ref) });
const line = z.object({
  says: z.string(),
  seats: z.array(seat).optional(),
  /** Who acts where those can't. */
  stand: z.array(seat).optional(),
  /** The units that something is given to. */
  units: z.array(ref).optional(),
  /** The columns that came of it, on the adopter's own sites. */
  columns: z.array(z.object({ id: z.string(), site: ref, name: z.string(), leads: z.array(ref) })).optional(),
});
const block = z.object({
  kind: z.string(),
  kindName: z.string(),
  id: z.string(),
  about: z.string(),
  ordered: z.boolean(),
  lines: z.array(line),
  publish: z.array(line),
  more: z.array(z.string()),
  chains: z.array(
    z.object({
      when: z.array(z.string()),
      writers: z.array(z.string()),
      steps: z.array(z.string()),
      publish: z.array(z.string()),
    }),
  ),
  refused: z.array(z.string()),
  reading: z.string().optional(),
  /** The adopter agreed to the reading. */
  confirmed: z.boolean(),
  /** As it stands in the text. */
  text: z.string(),
});
export const ruleArticle = z.object({
  id: z.string(),
  /** 第十三条（二） */
  name: z.string(),
  title: z.string(),
  text: z.string(),
  level: z.int(),
  /** Absent where the clauses below carry it. */
  standing: z.enum(['runs', 'judged', 'facility', 'noted', 'nothing']).optional(),
  standingName: z.string().optional(),
  why: z.string().optional(),
  /** What blocks of it wait for; `wholly`: nothing of it is carried out yet. */
  waits: z.string().optional(),
  wholly: z.literal(true).optional(),
  blocks: z.array(block),
});
export const ruleView = ruleLine.extend({
  /** The day as of which it is shown. */
  on: local,
  /** Which adoption it is: by it the ledger is asked for. */
  adoption: z.string(),
  sha256: z.string(),
  adoptedBy: ref,
  adoptedAt: z.string(),
  /** Every version that this unit adopted, oldest first. */
  versions: z.array(z.object({ version: z.int(), from: local, until: local.optional(), shown: z.boolean() })),
  /** Regulations of the units above: they hold here as well. */
  above: z.array(z.object({ slug: z.string(), title: z.string(), unit: ref })),
  roles: z.array(z.object({ name: z.string(), units: z.array(ref) })),
  /** What the text left open, and what the adopter set. */
  values: z.array(z.object({ name: z.string(), says: z.string() })),
  chapters: z.array(z.object({ title: z.string(), articles: z.array(ruleArticle) })),
});

/** A version, with the day from which it was in force. */
const edition = z.object({ version: z.int(), from: local });

const columnLine = z.object({
  id: z.string(),
  key: z.string(),
  name: z.string(),
  natureName: z.string(),
  className: z.string(),
  leads: z.array(ref),
  joint: z.array(ref),
  law,
  /** How many articles the public sees in it. */
  articles: z.int(),
  lastAt: z.string().optional(),
  address: z.string(),
});
const siteView = z.object({
  id: z.string(),
  label: z.string(),
  name: z.string(),
  rank: z.enum(['main', 'sub']),
  rankName: z.string(),
  hostingName: z.string(),
  owner: ref,
  administrators: z.array(ref),
  /** Absent: its owner runs it, and nobody has registered where. */
  address: z.string().optional(),
  /** What the foot of its pages says; without a value it is missing. */
  about: z.array(z.object({ name: z.string(), value: z.string().optional() })),
  /** Nearest first. */
  rules: z.array(z.object({ slug: z.string(), title: z.string(), unit: ref })),
  columns: z.array(columnLine),
});

const right = z.object({ verbs: z.array(z.string()), law });
/** `away`: registered as away, until this day. */
const holder = z.object({ person: ref, since: z.string(), away: local.optional() });
const position = z.object({
  post: z.string(),
  name: z.string(),
  rights: z.array(right),
  holders: z.array(holder),
  /** What is wrong with it, in words: 至少要有 1 人，现在没有人. */
  wrong: z.string().optional(),
});
const unitView = z.object({
  id: z.string(),
  name: z.string(),
  level: z.int(),
  /** Who is in charge of it: 分管. */
  leaders: z.array(holder),
  positions: z.array(position),
});

const calendarView = z.object({
  year: z.int(),
  today: local,
  /** The years that are loaded. */
  years: z.array(z.int()),
  /** Not loaded: Monday to Friday is assumed, and every deadline in it is provisional. */
  isLoaded: z.boolean(),
  /** What is missing by now, in words. */
  alarm: z.string().optional(),
  days: z.array(dayOff),
  /** How many days of each month are worked. */
  workdays: z.array(z.int()),
  /** Absent when it came with the program. */
  loaded: z.object({ at: z.string(), by: ref }).optional(),
  /** Days of units of their own. */
  own: z.array(z.object({ unit: ref, days: z.array(dayOff) })),
});

export const registers = {
  calendar: row({
    ...list,
    path: '/api/calendar',
    summary: '一年的放假安排：放假、补班和工作日天数；不写年份就是今年',
    in: z.strictObject({ year: z.coerce.number().int().min(1949).max(2199).optional() }),
    out: calendarView,
  }),
  rules: row({
    ...list,
    path: '/api/rules',
    summary: '某一天在施行的规定，最多 500 份',
    in: z.strictObject({ on }),
    out: z.object({ on: local, items: z.array(ruleLine) }),
  }),
  rule: row({
    ...list,
    path: '/api/rules/{slug}',
    summary: '一份规定：条文，和每一条在系统里怎样执行',
    in: z.strictObject({ slug: z.string().max(100), unit: z.uuid().optional(), adoption: z.uuid().optional(), on }),
    out: ruleView,
  }),
  ruleChanges: row({
    ...list,
    path: '/api/rules/{slug}/changes',
    summary: '这一天施行的那一版，同这个单位的上一版比：职责、流程、栏目、权限改了什么',
    in: z.strictObject({ slug: z.string().max(100), unit: z.uuid().optional(), on }),
    out: z.object({ title: z.string(), unit: ref, after: edition, before: edition.optional(), changes: comparison }),
  }),
  sites: row({
    ...list,
    path: '/api/sites',
    summary: '站点和栏目，最多 200 个站点、每站 500 个栏目',
    in: z.strictObject({}),
    out: z.object({ items: z.array(siteView) }),
  }),
  staff: row({
    ...list,
    path: '/api/staff',
    summary: '单位、岗位和任职的人，最多 1000 个单位、5000 个任职',
    in: z.strictObject({}),
    out: z.object({
      units: z.array(unitView),
      conflicts: z.array(
        z.object({
          person: ref,
          posts: z.array(z.object({ name: z.string(), unit: ref })),
          same: z.boolean(),
          law,
        }),
      ),
    }),
  }),
};
export type CalendarView = z.output<typeof calendarView>;
export type RuleLine = z.output<typeof ruleLine>;
export type RuleView = z.output<typeof ruleView>;
export type RuleChanges = z.output<typeof registers.ruleChanges.out>;
export type RuleArticle = z.output<typeof ruleArticle>;
export type RuleBlock = z.output<typeof block>;
export type RuleSaid = z.output<typeof line>;
export type SeatView = z.output<typeof seat>;
export type SiteView = z.output<typeof siteView>;
export type SiteColumn = z.output<typeof columnLine>;
export type UnitView = z.output<typeof unitView>;
export type StaffView = z.output<typeof registers.staff.out>;
