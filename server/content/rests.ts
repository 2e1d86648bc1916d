/** With whom a text rests, and who owns it where the post that is asked is empty. H10. */
import { ownersOf } from '../../core/duty/owners.ts';
import {
  type Acting,
  askedNow,
  contributorsOf,
  fits,
  groundOf,
  holdersOf,
  type Missed,
  missedAt,
  publishersPosts,
  takersOf,
} from '../../core/takers.ts';
import type { Above } from '../acting.ts';
import type { KeptChain } from './store.ts';

/** What of a line says whose turn it is. */
export type Resting = {
  readonly runState: string | null;
  readonly outcome: string | null;
  readonly step: number | null;
  readonly chain: KeptChain | null;
  readonly submittedPost: string | null;
  readonly submittedUnitId: string | null;
  readonly contributors: readonly string[] | null;
  readonly taken: readonly { readonly step: number; readonly person: string }[] | null;
};
export type Staff = {
  readonly acting: readonly Acting[];
  readonly above: Above;
};
type Posts = { readonly post: readonly string[]; readonly units: readonly string[] };

const submitter = ({ submittedPost, submittedUnitId }: Resting) => ({
  post: submittedPost ?? '',
  unit: submittedUnitId ?? '',
});
const makersOf = ({ chain, contributors, taken }: Resting): readonly string[] =>
  chain ? contributorsOf(chain, contributors ?? [], taken ?? []) : [];
const stepOf = ({ chain, step }: Resting) => (chain && step !== null ? chain.steps[step] : undefined);

/** Persons who may do what is due: of a text that was returned, whoever holds the post from which it was sent. */
export function restsWith(row: Resting, everybody: readonly Acting[]): readonly string[] {
  const step = stepOf(row);
  if (row.runState === 'open') return step ? takersOf(step, everybody, makersOf(row)) : [];
  return holdersOf(postsOf(row, everybody), everybody);
}

/** The posts that are asked now. */
function postsOf(row: Resting, everybody: readonly Acting[]): Posts | undefined {
  const { chain, runState, outcome } = row;
  const step = stepOf(row);
  if (runState === 'open') return step && askedNow(step, everybody, makersOf(row));
  if (runState === 'complete') return chain ? publishersPosts(chain, submitter(row)) : undefined;
  const { post, unit } = submitter(row);
  return outcome === 'returned' ? { post: [post], units: [unit] } : undefined;
}

/** For whom others act now, since he is away; nobody: no step is due, or its own holders are asked. */
export function standsFor(row: Resting, everybody: readonly Acting[]): readonly Missed[] {
  const step = row.runState === 'open' ? stepOf(row) : undefined;
  const isAway = step !== undefined && groundOf(step, everybody, makersOf(row)) === 'away';
  return isAway ? missedAt(step, everybody, makersOf(row)) : [];
}

/** The post that is asked has no holder: nobody can do what is due until it is filled. */
export function isVacant(row: Resting, everybody: readonly Acting[]): boolean {
  const posts = postsOf(row, everybody);
  return posts !== undefined && !everybody.some((one) => fits(one, posts));
}

/** Persons who have it before them: those who may, else whoever is nearest the empty post and has to see that it is filled. */
export function ownersOfText(row: Resting, { acting, above }: Staff): readonly string[] {
  const posts = postsOf(row, acting);
  if (!posts || !isVacant(row, acting)) return restsWith(row, acting);
  return ownersOf({ by: posts.units, post: posts.post }, acting, above);
}
