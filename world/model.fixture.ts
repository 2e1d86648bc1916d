/**
 * A small model of what must be true of articles in the county, written from the regulations and the cast and without
 * the rule book: who is there, what was done to each text by whom, and so what may be public. A1–A4, A10.
 */
import { type SiteName, writers } from './adoptions.ts';
import { leading, type PersonName, people, postsOf, type UnitName } from './county.ts';

export type Post = { readonly post: string; readonly unit: UnitName };
export type Asked = { readonly post: readonly string[]; readonly units: readonly string[] };
/** A step as it stood in the run's chain when the text was sent in; units are ids there, names here. */
export type Step = Asked & { readonly act: string; readonly edits?: string; readonly else?: Asked };
export type Way = { readonly steps: readonly Step[]; readonly publish: { readonly by: string } & Partial<Asked> };
export type Taken = { readonly step: number; readonly by: PersonName; readonly post: string; readonly hash: string };

export type Run = {
  way: Way;
  hash: string;
  readonly sent: Post & { readonly by: PersonName };
  readonly taken: Taken[];
  /** What the text is, as its writer stated it: an editor may change the words alone. */
  readonly stated: { readonly kind: string; readonly weight: string };
};
export type Placement = {
  readonly id: string;
  /** Where its first text was sent: there it stays. */
  site: SiteName;
  column: string;
  unit: UnitName;
  state: 'none' | 'published' | 'withdrawn';
  discarded: boolean;
  /** Everybody who ever changed a text of this article. */
  readonly hands: Set<PersonName>;
  run: Run | undefined;
  /** Posts that any run of it ever named. */
  readonly named: Asked[];
  /** What is public: the hash that was approved. */
  live: string | undefined;
};

/** Whose people write for it: the bureau's own sections and, under ZJ-7, the branch; each other site its own bureau. */
const houses: Readonly<Record<SiteName, readonly UnitName[]>> = {
  main: ['office', 'centre', 'legal', 'quality', 'inspection', 'party', 'yunxi'],
  yunxi: ['yunxi'],
  jy: ['eduOffice', 'eduBasic', 'eduArts', 'eduStaff', 'eduCentre'],
  cs: ['finOffice', 'finCentre', 'finWatch', 'finBudget', 'finTax'],
  qx: ['wxOffice', 'wxNetwork', 'wxForecast'],
  lake: [
    'lakeOffice',
    'lakeCentre',
    'lakeParty',
    'lakeNpc',
    'lakeCppcc',
    'lakePublicity',
    'lakeDiscipline',
    'lakeStaff',
    'lakeUnion',
    'lakeInvest',
    'lakeProjects',
    'lakeFront',
    'lakeEast',
    'lakeWillow',
  ],
  mine: ['mineCentre', 'minePlan', 'mineSafety', 'mineWorks'],
  east: [],
  yunling: ['yunling'],
};
/** Which posts one person may not join for one text: ZJ-6.1, and the branch's own rule. */
const apart: readonly (readonly string[])[] = [
  ['undertaker', 'head'],
  ['information-officer', 'head'],
];
const administered: Readonly<Record<SiteName, readonly UnitName[]>> = {
  main: ['centre'],
  yunxi: ['yunxi'],
  jy: ['eduOffice'],
  cs: ['finOffice', 'finCentre'],
  qx: ['wxNetwork'],
  lake: ['lakeCentre'],
  mine: ['mineCentre'],
  east: ['lakeEast'],
  yunling: ['yunling'],
};

export const everybody = Object.keys(people) as PersonName[];

/** Posts held, and for a leader in charge the vice leader's of each unit that he leads. */
const held = new Map(
  everybody.map((name) => {
    const led: readonly UnitName[] = leading[name as keyof typeof leading] ?? [];
    const own = postsOf(name).map(([post, unit]) => ({ post, unit }));
    return [name, [...own, ...led.map((unit) => ({ post: 'vice-leader', unit }))]] as const;
  }),
);
export const postsNow = (name: PersonName): readonly Post[] => held.get(name) ?? [];

export const holds = (name: PersonName, asked: Asked): boolean =>
  postsNow(name).some(({ post, unit }) => asked.post.includes(post) && asked.units.includes(unit));

/** One's own unit's, what one's post was asked about, and what stands on a site that one administers. */
export const reaches = (name: PersonName, p: Placement): boolean =>
  postsNow(name).some(
    ({ post, unit }) => unit === p.unit || (post === 'administrator' && administered[p.site].includes(unit)),
  ) || p.named.some((asked) => holds(name, asked));

/** A first text may come from any unit that writes for the site; a later one from the same. */
export const writes = (name: PersonName, p: Placement): boolean =>
  postsNow(name).some(
    ({ post, unit }) =>
      writers[p.site].includes(post) && houses[p.site].includes(unit) && (p.hands.size === 0 || unit === p.unit),
  );

export const dueOf = ({ way, taken }: Run): number =>
  way.steps.findIndex((_, i) => !taken.some(({ step }) => step === i));
export const isComplete = (run: Run): boolean => dueOf(run) === -1;

/** What is wrong with this approval; nothing: it may be counted. */
export function wrongWith(p: Placement, run: Run, one: Taken): readonly string[] {
  const step = run.way.steps[one.step];
  const used = [run.sent, ...run.taken].filter(({ by }) => by === one.by).map(({ post }) => post);
  const clash = apart.some(
    (pair) => pair.includes(one.post) && used.some((post) => post !== one.post && pair.includes(post)),
  );
  const asked = step ? [step, ...(step.else ? [step.else] : [])] : [];
  return [
    ...(one.step === dueOf(run) ? [] : [`step ${one.step} was taken while ${dueOf(run)} is due`]),
    ...(asked.some((posts) => holds(one.by, posts) && posts.post.includes(one.post))
      ? []
      : [`${one.by} doesn't hold ${one.post}`]),
    ...(step?.act !== 'edit' && p.hands.has(one.by) ? [`${one.by} approves what is partly his own`] : []),
    ...(clash ? [`${one.by} joins ${one.post} with ${used}`] : []),
    ...(one.hash === run.hash ? [] : ['another text was approved than is in review']),
  ];
}

/** Whose post is due: the step's own, or its stand-in's. */
const asksFor = (name: PersonName, step: Step | undefined): boolean =>
  step !== undefined && (holds(name, step) || (step.else !== undefined && holds(name, step.else)));

/** What is wrong with changing the text inside its run (QX-8): only at a step that edits. */
export function wrongToEdit(run: Run, by: PersonName): readonly string[] {
  const step = run.way.steps[dueOf(run)];
  return [
    ...(step?.act === 'edit' ? [] : ['this step edits nothing']),
    ...(asksFor(by, step) ? [] : [`${by} is not asked`]),
  ];
}

/** What is wrong with suggesting another text (JY-13): only where the article says so, and not of one's own. */
export function wrongToSuggest(p: Placement, run: Run, by: PersonName): readonly string[] {
  const step = run.way.steps[dueOf(run)];
  return [
    ...(step?.edits === 'suggest' ? [] : ['this step suggests nothing']),
    ...(asksFor(by, step) ? [] : [`${by} is not asked`]),
    ...(p.hands.has(by) ? [`${by} suggests to himself`] : []),
  ];
}

/** What is wrong with publishing this run now, by this person. */
export function wrongToPublish(p: Placement, run: Run | undefined, by: PersonName): readonly string[] {
  if (!run) return ['nothing is in review'];
  const { way, taken, sent } = run;
  const open = way.steps.flatMap((step, i) =>
    taken.some((one) => one.step === i && one.hash === run.hash && (step.act === 'edit' || !p.hands.has(one.by)))
      ? []
      : [`step ${i}`],
  );
  const { publish } = way;
  const asked =
    publish.by === 'post'
      ? { post: publish.post ?? [], units: publish.units ?? [] }
      : { post: [sent.post], units: [sent.unit] };
  return [...open, ...(holds(by, asked) ? [] : [`${by} is no publisher of it`])];
}

/** Steps of the way as it was that the raised one has no more. QX-8.2 puts the leader in the office's place. */
export function lost(before: Way, after: Way): readonly string[] {
  const say = (step: Step) => `${step.act} ${step.post.join('|')} of ${step.units.join('|')}`;
  return before.steps
    .map(say)
    .filter((one) => !after.steps.map(say).includes(one) && one !== 'approve reviewer of wxOffice');
}

/** Who may take what is due now: the step's post; those of its stand-in where nobody of it may. */
export function ableNow(p: Placement, run: Run): readonly PersonName[] {
  if (isComplete(run)) return everybody.filter((name) => wrongToPublish(p, run, name).length === 0);
  const step = run.way.steps[dueOf(run)];
  const may = (asked: Asked | undefined) =>
    everybody.filter((name) => asked && holds(name, asked) && (step?.act === 'edit' || !p.hands.has(name)));
  const first = may(step);
  return first.length > 0 ? first : may(step?.else);
}
