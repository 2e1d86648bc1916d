/** Searching, what was written before, and what was given up. */
import { z } from 'zod';
import { row } from './row.ts';
import { articleLine, body, day, law, ref } from './views.ts';

const list = { method: 'GET', permission: 'person', events: [], rate: 'read' } as const;
const page = z.coerce.number().int().min(1).max(1000).default(1);
export const scopes = ['all', 'articles', 'regulations', 'people', 'sites'] as const;
export const tabs = ['draft', 'review', 'approved', 'published', 'returned', 'withdrawn'] as const;
/** The tabs, and what lies in the bin. */
export const stateNames = [...tabs, 'discarded'] as const;

/** A text in pieces; `hit`: what was searched for. */
const pieces = z.array(z.object({ text: z.string(), hit: z.boolean() }));

export const found = row({
  ...list,
  path: '/api/find',
  summary: '查找：稿件（看得到的和已公开的）、规定、人员、网站和栏目。空格隔开的几个词都要有',
  in: z.strictObject({
    q: z.string().max(100, '最多 100 字').default(''),
    scope: z.enum(scopes).default('all'),
    state: z.enum(stateNames).optional(),
    site: z.uuid().optional(),
    column: z.uuid().optional(),
    from: day.optional(),
    to: day.optional(),
    page,
  }),
  out: z.object({
    terms: z.array(z.string()),
    /** `answered`: whether this part could be searched; `more`: there are more than `count`. */
    parts: z.array(
      z.object({
        scope: z.enum(['articles', 'regulations', 'people', 'sites']),
        answered: z.boolean(),
        count: z.int(),
        more: z.boolean(),
      }),
    ),
    articles: z.array(
      z.object({
        placementId: z.string(),
        /** Whether this person has it in reach; else only its public page can be looked at. */
        near: z.boolean(),
        title: pieces,
        words: pieces,
        site: ref,
        column: ref,
        unitName: z.string(),
        stateName: z.string(),
        at: z.string(),
        address: z.string().optional(),
      }),
    ),
    regulations: z.array(z.object({ law, title: pieces, words: pieces })),
    people: z.array(z.object({ id: z.string(), name: pieces, posts: z.array(pieces) })),
    /** A column, or without one the site itself. */
    sites: z.array(
      z.object({ id: z.string(), siteId: z.string(), site: pieces, column: pieces.optional(), about: z.string() }),
    ),
    page: z.int(),
    pages: z.int(),
    /** What a search may be narrowed to. */
    places: z.array(ref.extend({ columns: z.array(ref) })),
    /** Titles like what was typed, when no article was found. */
    alike: z.array(z.string()),
  }),
});

/** Rows of the group `content`; they stand here since they belong together. */
export const finding = {
  find: found,
  mine: row({
    ...list,
    systems: true,
    path: '/api/mine',
    summary: '我的、本单位的、我管的网站的稿件，按状态分页签，可以只看一个栏目',
    in: z.strictObject({
      tab: z.enum(tabs),
      scope: z.enum(['mine', 'unit', 'sites']).default('mine'),
      column: z.uuid().optional(),
      page: z.coerce.number().int().min(1).default(1),
    }),
    out: z.object({
      at: z.string(),
      items: z.array(articleLine),
      /** Whose articles this person may list: one's own, those of one's unit, those of the sites that one administers. */
      scopes: z.array(z.enum(['mine', 'unit', 'sites'])),
      /** Columns with articles of that scope. */
      columns: z.array(ref.extend({ site: z.string() })),
      counts: z.record(z.string(), z.int()),
      page: z.int(),
      pages: z.int(),
    }),
  }),
  titles: row({
    ...list,
    path: '/api/titles',
    summary: '这个网站上已公开、或我看得到的送审稿件里，标题相同的（不论空格、标点、全角半角），最多 3 件',
    in: z.strictObject({ title: z.string().max(200), columnId: z.uuid(), id: z.uuid() }),
    out: z.object({
      used: z.array(
        z.object({
          placementId: z.string(),
          near: z.boolean(),
          title: z.string(),
          column: ref,
          stateName: z.string(),
          at: z.string(),
          address: z.string().optional(),
        }),
      ),
    }),
  }),
  copy: row({
    ...list,
    path: '/api/placements/{id}/copy',
    summary: '照这一件另写一篇用的内容：文字、来源、属性，和我能用的图片附件',
    in: z.strictObject({ id: z.uuid() }),
    out: z.object({
      body,
      columnId: z.string(),
      /** Pictures and attachments that this person may not use: lines in the text say where they stood. */
      missing: z.int(),
    }),
  }),
  bin: row({
    ...list,
    path: '/api/bin',
    summary: '回收站：本单位放弃的稿件，和我不要的草稿',
    in: z.strictObject({ page }),
    out: z.object({
      items: z.array(articleLine.extend({ by: ref, at: z.string() })),
      /** Drafts that were never sent; each can be taken back until `until`. */
      drafts: z.array(z.object({ id: z.string(), title: z.string(), at: z.string(), until: z.string() })),
      days: z.int(),
      page: z.int(),
      pages: z.int(),
    }),
  }),
  recoverScratch: row({
    method: 'POST',
    path: '/api/scratch/{id}/recover',
    summary: '取回不要的草稿',
    permission: 'person',
    events: [],
    rate: 'write',
    in: z.strictObject({ id: z.uuid() }),
    out: z.object({}),
  }),
};
