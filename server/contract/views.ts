/** What the server answers with. Times are ISO instants; the console writes them as 11-25 09:40. */
import { z } from 'zod';
import { chain } from './chain.ts';
import { fileView } from './files.ts';
import { marks } from './marks.ts';
import { day, law, ref } from './ref.ts';

export { day, law, ref } from './ref.ts';
/** What this person may do next, and why not for the rest. `label` names who is next: 同意，送陈刚. Only actions that could apply are listed. */
export const action = z.object({
  verb: z.string(),
  label: z.string(),
  allowed: z.boolean(),
  why: z.string().optional(),
  message: z.string().optional(),
  law: law.optional(),
});

export const kinds = [
  'news',
  'notice',
  'information',
  'document',
  'guide',
  'data',
  'interpretation',
  'faq',
  'institution',
] as const;
export const reaches = ['section', 'bureau', 'cluster'] as const;
export const weights = ['general', 'important', 'major', 'extreme'] as const;
export const disclosures = ['open', 'on-request', 'closed'] as const;
export const withdrawalTypes = ['error', 'superseded', 'expired', 'unlawful'] as const;

export const facets = z.object({
  reach: z.enum(reaches),
  weight: z.enum(weights),
  sensitive: z.enum(['no', 'yes']),
});
/** What a writer states: those that a reviewer may raise, and the way of disclosure, asked for where a regulation does. */
export const stated = facets.extend({ disclosure: z.enum(disclosures).default('open') });
/**
 * What a person writes. Limits: title 200 characters, html 2,000,000; `html` as docs/article-html.md has it, cleaned by
 * the server whatever it holds. `reprint`: taken over from elsewhere, so that author and source must be named; `link` is
 * where the original stands. `original`: the Word file that the text came from, for its reviewers.
 */
export const body = z.object({
  kind: z.enum(kinds),
  title: z.string(),
  source: z.string(),
  author: z.string(),
  reprint: z.boolean(),
  link: z.string(),
  html: z.string(),
  original: z.string().nullable(),
  /** The last local day on which it is to be public; without it, it stays. */
  expires: day.optional(),
  facets: stated,
});

/** Which chain a text would take to one column; `refused` says why it can't go there. */
export const preview = z.object({
  column: ref,
  site: ref,
  chain: chain.optional(),
  refused: z.object({ code: z.string(), message: z.string(), law: law.optional() }).optional(),
  /** Which article asks a reprint for its author and source, where one does. */
  reprintLaw: law.optional(),
  /** Which article asks a text for its way of disclosure, where one does. */
  disclosureLaw: law.optional(),
  /** Which article asks a text in this column for its last day, where one does. */
  expiryLaw: law.optional(),
});

export const revision = z.object({
  id: z.string(),
  number: z.int(),
  hash: z.string(),
  kind: z.enum(kinds),
  title: z.string(),
  source: z.string(),
  author: z.string(),
  reprint: z.boolean(),
  link: z.string(),
  /** The words of `html`, a line for each block: for counting and comparing. */
  text: z.string(),
  html: z.string(),
  /** Pictures and attachments in the order of the text. */
  files: z.array(fileView),
  original: fileView.optional(),
  expires: z.string().optional(),
  facets: stated,
  contributors: z.array(ref),
  madeAt: z.string(),
});
/** What a reviewer would write instead (JY-13): beside the revision, for its author to take over or not. */
export const suggestion = revision
  .pick({ title: true, source: true, author: true, reprint: true, link: true, text: true, html: true, files: true })
  .extend({ postName: z.string() });
export const historyLine = z.object({
  seq: z.string(),
  at: z.string(),
  kind: z.string(),
  label: z.string(),
  person: ref,
  post: z.string().optional(),
  /** Why he acted instead of whose step it was. */
  standsIn: z.string().optional(),
  words: z.string().optional(),
  revision: z.int().optional(),
  column: z.string().optional(),
  law: law.optional(),
});

/** What a reviewer should look at in the shown revision, in the order of its text; `at` in UTF-16 units of `text`. */
export const mark = z.object({
  kind: z.enum(['secret', 'id-card', 'bank-card', 'phone', 'link']),
  words: z.string(),
  at: z.int(),
  says: z.string(),
});

export const placementView = z.object({
  id: z.string(),
  version: z.int(),
  articleId: z.string(),
  site: ref.extend({ label: z.string() }),
  column: ref,
  unit: ref,
  author: ref,
  home: z.boolean(),
  state: z.enum(['none', 'published', 'withdrawn', 'expired']),
  /** 草稿 · 送审中 · 已批准，待发布 · 已发布 · 被退回 · 已收回 · 已撤下 · 已放弃: the state in words. */
  stateName: z.string(),
  discarded: z.boolean(),
  /** Where the public finds it, when it is published. */
  address: z.string().optional(),
  run: z
    .object({
      id: z.string(),
      state: z.enum(['open', 'complete']),
      step: z.int(),
      facets: stated,
      submittedBy: ref,
      openedAt: z.string(),
      movedAt: z.string(),
      /** When it is to be published by itself, and who set that. */
      scheduled: z.object({ at: z.string(), by: ref }).optional(),
    })
    .optional(),
  /** How the last run ended, while none is alive: words are the reviewer's. */
  ended: z
    .object({
      outcome: z.string(),
      at: z.string(),
      by: ref,
      words: z.string().optional(),
      suggestion: suggestion.optional(),
    })
    .optional(),
  /** The revision to look at: the run's, else the newest. */
  shown: revision,
  marks: z.array(mark),
  /** The revision that is public now. */
  public: revision.optional(),
  /** The revision before the shown one, to compare with. */
  previous: revision.optional(),
  chain: chain.optional(),
  /** Register line of the last publication: who wrote, approved, published, under which article. */
  register: z
    .object({
      writtenBy: z.array(ref),
      approvedBy: z.array(ref),
      publishedBy: ref,
      at: z.string(),
      hash: z.string(),
      law,
    })
    .optional(),
  servedAt: z.string().optional(),
  /** A local day: the last one on which it is public; or, when that is over, the one that it was. */
  expiresOn: z.string().optional(),
  withdrawn: z.object({ type: z.enum(withdrawalTypes), typeName: z.string(), at: z.string() }).optional(),
  ...marks.shape,
  siblings: z.array(z.object({ id: z.string(), site: ref, column: ref, home: z.boolean(), stateName: z.string() })),
  actions: z.array(action),
  history: z.array(historyLine),
});

/** The answer to a move: how the thing stands now, and what this person may do next. The whole view is asked for anew. */
export const moved = placementView.pick({
  id: true,
  version: true,
  state: true,
  stateName: true,
  discarded: true,
  run: true,
  actions: true,
});

/** A limit of time that is running: until when, and under which article. `warnAt`: from when on it is about to end. */
export const limit = z.object({ due: z.string(), warnAt: z.string().optional(), law });

/** A line of 今天的职责. */
export const dutyLine = z.object({
  placementId: z.string(),
  verb: z.enum(['approve', 'publish', 'revise']),
  verbName: z.string(),
  title: z.string(),
  site: ref,
  column: ref,
  unit: ref,
  note: z.string(),
  since: z.string(),
  law: law.optional(),
  limit: limit.optional(),
});
export const articleLine = z.object({
  placementId: z.string(),
  title: z.string(),
  site: ref,
  column: ref,
  unit: ref,
  stateName: z.string(),
  /** With whom it rests: names, or empty. */
  with: z.array(z.string()),
  movedAt: z.string(),
  note: z.string().optional(),
  address: z.string().optional(),
  limit: limit.optional(),
  /** When it is to be published by itself. */
  publishAt: z.string().optional(),
  /** What else there is to know of it: 强制发布，待核销 · 已标明失效 · 置顶. */
  tags: z.array(z.string()),
});

export const person = z.object({
  id: z.string(),
  name: z.string(),
  login: z.string(),
  posts: z.array(z.object({ post: z.string(), postName: z.string(), unit: ref })),
  unitName: z.string(),
  /** Whether this person may write anything at all. */
  writes: z.boolean(),
  demo: z.boolean(),
  /** Registered as away today, until this day. */
  away: day.optional(),
  counts: z.object({ today: z.int(), approve: z.int(), publish: z.int() }),
});

/** The answer to everything that is refused. `fields` names what to mend; `view` is the thing as it is now (409 stale). */
export const problem = z.object({
  code: z.string(),
  message: z.string(),
  law: law.optional(),
  fields: z.record(z.string(), z.string()).optional(),
  /** What is to be mended, where it is more than one thing. */
  reasons: z.array(z.string()).optional(),
  view: placementView.optional(),
});
export type Moved = z.output<typeof moved>;
export type Problem = z.output<typeof problem>;
export type PlacementView = z.output<typeof placementView>;
/** What a reviewer may raise. */
export type RaisedFacets = z.output<typeof facets>;
export type LawView = z.output<typeof law>;
export type ChainView = z.output<typeof chain>;
export type ActionView = z.output<typeof action>;
export type MarkView = z.output<typeof mark>;
export type SuggestionView = z.output<typeof suggestion>;
export type RevisionView = z.output<typeof revision>;
export type LimitView = z.output<typeof limit>;
export type DutyLine = z.output<typeof dutyLine>;
export type ArticleLine = z.output<typeof articleLine>;
export type PersonView = z.output<typeof person>;
export type Preview = z.output<typeof preview>;
