/** Who may ask what of a placement: the roles of the tables of moves, found from the posts that somebody holds. */
import { type Holding, verbNeeded } from '../../core/access.ts';
import type { Role, Verb } from '../../core/article.ts';
import { type Acting, askedNow, fits, publishersPosts, withHere } from '../../core/takers.ts';
import type { Known } from './facts.ts';
import { system } from './store.ts';

/** The held posts under which this person could play a role here. */
export function postsFor(role: Role, known: Known): readonly Holding[] {
  const { mine, subject, thing } = known;
  const { run } = thing;
  const submitted = run && { post: run.submittedPost, unit: run.submittedUnitId };
  switch (role) {
    case 'writer':
      return mine.filter((h) => h.verbs.includes('submit') && (thing.born || h.unit === thing.p.unitId));
    case 'author':
      return submitted ? mine.filter((h) => h.post === submitted.post && h.unit === submitted.unit) : [];
    case 'holder':
      return holderPosts(known);
    case 'publisher': {
      const posts =
        subject.run?.state === 'complete' && submitted ? publishersPosts(subject.run.chain, submitted) : undefined;
      return posts ? mine.filter((h) => fits(h, posts)) : [];
    }
    case 'withdrawer':
      return able('withdraw', known);
    case 'confirmer':
      return able('confirm', known);
    case 'invalidator':
      return able('mark_invalid', known);
    case 'forcer':
      return able('force', known);
    case 'clearer':
      return able('clear_forced', known);
    case 'pinner':
      return mine.filter((h) => administers(h, known) || leads(h, known));
    case 'system':
      return [];
  }
}

/** Who holds the post of the due step, also when he contributed: then the reason is `own_work`, never `not_your_role`. */
function holderPosts({ mine, subject, acting: everybody }: Known): readonly Holding[] {
  const { run } = subject;
  const step = run?.state === 'open' ? run.chain.steps[run.step] : undefined;
  if (!run || !step) return [];
  // Who acts all the same is not away.
  const there = mine[0] ? withHere(everybody, mine[0].person) : everybody;
  const asked = askedNow(step, there, run.contributors);
  return mine.filter((h) => fits(h, asked) || fits(h, step));
}

/** Whose post carries this verb, within reach. */
const able = (verb: string, known: Known): readonly Holding[] =>
  known.mine.filter((h) => h.verbs.includes(verbNeeded(verb, known.path)) && reaches(h, known));

const administers = (h: Holding, { thing }: Known): boolean =>
  h.post === 'administrator' && thing.column.administratorUnitIds.includes(h.unit);
/** The order of a column is the business of the unit that leads it. */
const leads = (h: Holding, { thing, path }: Known): boolean =>
  h.verbs.includes(verbNeeded('pin', path)) && thing.column.leadUnitIds.includes(h.unit);

const reaches = (h: Holding, known: Known): boolean =>
  h.unit === known.thing.p.unitId ||
  administers(h, known) ||
  known.named.some((n) => n.post === h.post && n.unitId === h.unit);

const roleOf: Readonly<Record<Verb, readonly Role[]>> = {
  save: ['writer'],
  submit: ['writer'],
  recall: ['author'],
  return: ['holder', 'publisher'],
  suggest: ['holder'],
  edit: ['holder'],
  approve: ['holder'],
  schedule: ['publisher'],
  unschedule: ['publisher'],
  discard: ['writer'],
  recover: ['writer'],
  publish: ['publisher'],
  serve: ['system'],
  withdraw: ['withdrawer'],
  expire: ['system'],
  force: ['forcer'],
  clear_forced: ['clearer'],
  confirm: ['confirmer'],
  mark_invalid: ['invalidator'],
  pin: ['pinner'],
  unpin: ['pinner'],
};

/** The roles that this person has for a verb, and the post that it is made under: the one that was named, else the first that fits. */
export function rolesFor(
  verb: Verb,
  person: string,
  known: Known,
  named?: { post: string; unit: string },
): { roles: Role[]; post: Acting | undefined } {
  if (person === system)
    return { roles: ['system', ...(publishesItself(known) ? (['publisher'] as const) : [])], post: undefined };
  const found = roleOf[verb].map((role) => ({
    role,
    posts: postsFor(role, known).filter((h) => !named || (h.post === named.post && h.unit === named.unit)),
  }));
  const able = found.filter((f) => f.posts.length > 0);
  return { roles: able.map((f) => f.role), post: able[0]?.posts[0] };
}

/** Where the chain says so; and at its instant, as long as whoever set that may still publish it (A5). */
function publishesItself({ subject, thing, acting: everybody, at }: Known): boolean {
  const { run } = thing;
  if (!subject.run || !run) return false;
  if (subject.run.chain.publish.by === 'automatic') return true;
  const posts = publishersPosts(subject.run.chain, { post: run.submittedPost, unit: run.submittedUnitId });
  const due = run.publishAt !== null && run.publishAt <= at;
  return due && posts !== undefined && everybody.some((a) => a.person === run.scheduledBy && fits(a, posts));
}
