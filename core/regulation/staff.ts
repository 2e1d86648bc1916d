/** The register of posts: what the regulations in force ask for, who is there, and what is wrong with it. ZJ-6.1, ZJ-12. */
import { unitsOf } from '../access.ts';
import type { Clause } from '../outcome.ts';
import { standardPosts } from '../vocabulary/words.ts';
import type { InForce } from './types.ts';

/** `since`: an ISO instant. */
export type Held = { readonly person: string; readonly post: string; readonly unit: string; readonly since: string };
/** What one article lets the holders of a post do. */
export type Right = { readonly verbs: readonly string[]; readonly clause: Clause };
/**
 * A post of one unit. `min` and `max` are the strictest of all texts. `wrong`: a sentence, where too few or too many are
 * there. Without rights and clause no text knows the post.
 */
export type Position = {
  readonly unit: string;
  readonly post: string;
  readonly name: string;
  readonly rights: readonly Right[];
  readonly holders: readonly Held[];
  readonly min?: number;
  readonly max?: number;
  readonly wrong?: string;
};

/** Posts in the order of the texts, then those that are held though no text knows them. `laws`: all in force today. */
export function positionsOf(laws: readonly InForce[], held: readonly Held[]): readonly Position[] {
  const positions = new Map<string, Omit<Position, 'holders' | 'wrong'>>();
  for (const law of laws) {
    for (const post of law.regulation.posts) {
      for (const unit of unitsOf(post, law)) {
        const key = `${unit} ${post.id}`;
        const known = positions.get(key);
        const right = { verbs: post.may, clause: `${law.regulation.slug}#${post.clause}` };
        const min = Math.max(post.min ?? 0, known?.min ?? 0);
        const max = Math.min(post.max ?? Number.POSITIVE_INFINITY, known?.max ?? Number.POSITIVE_INFINITY);
        positions.set(key, {
          unit,
          post: post.id,
          name: nameFor(post.name, known?.name, unitsOf(post, law).length),
          rights: [...(known?.rights ?? []), right],
          ...(min > 0 ? { min } : {}),
          ...(Number.isFinite(max) ? { max } : {}),
        });
      }
    }
  }
  const strange = held
    .map(({ unit, post }) => ({ unit, post, name: standardPosts[post] ?? post, rights: [] }))
    .filter(({ unit, post }) => !positions.has(`${unit} ${post}`));
  const rest = new Map(strange.map((one) => [`${one.unit} ${one.post}`, one]));
  return [...positions.values(), ...rest.values()].map((one) => filled(one, held));
}

/** The name of the text that means this unit alone is the closer one: 办公室领导, not 处室负责人. */
const nameFor = (said: string, known: string | undefined, units: number): string =>
  known === undefined || units === 1 ? said : known;

function filled(position: Omit<Position, 'holders' | 'wrong'>, held: readonly Held[]): Position {
  const holders = held.filter((one) => one.unit === position.unit && one.post === position.post);
  const people = new Set(holders.map((one) => one.person)).size;
  const { min = 0, max = Number.POSITIVE_INFINITY } = position;
  const wrong =
    people < min
      ? `至少要有 ${min} 人，${people === 0 ? '现在没有人' : `现在只有 ${people} 人`}`
      : people > max
        ? `至多 ${max} 人，现在有 ${people} 人`
        : undefined;
  return { ...position, holders, ...(wrong === undefined ? {} : { wrong }) };
}

/** One person under two posts that a text keeps apart. `same`: in one unit, where both come to the same article. */
export type Conflict = {
  readonly person: string;
  readonly posts: readonly Pick<Held, 'post' | 'unit'>[];
  readonly same: boolean;
  readonly clause: Clause;
};

/** In the order of the texts. The article is that of the first post of the group, under which a text states it. */
export function conflictsOf(laws: readonly InForce[], held: readonly Held[]): readonly Conflict[] {
  return laws.flatMap((law) =>
    law.regulation.apart.flatMap((group) => {
      const meant = held.filter(({ post, unit }) => group.includes(post) && governs(law, post, unit));
      const clause = law.regulation.posts.find((post) => group.includes(post.id))?.clause ?? '';
      return [...new Set(meant.map((one) => one.person))].flatMap((person) => {
        const posts = meant.filter((one) => one.person === person).map(({ post, unit }) => ({ post, unit }));
        if (new Set(posts.map((one) => one.post)).size < 2) return [];
        const same = posts.some((one) => posts.some((other) => other.unit === one.unit && other.post !== one.post));
        return [{ person, posts, same, clause: `${law.regulation.slug}#${clause}` }];
      });
    }),
  );
}

const governs = (law: InForce, id: string, unit: string): boolean =>
  law.regulation.posts.some((post) => post.id === id && unitsOf(post, law).includes(unit));
