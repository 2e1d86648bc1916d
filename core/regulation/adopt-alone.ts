/**
 * Chains that go on only while somebody keeps out of the text: one person alone can take a step, and no one stands in.
 * ZJ-5, JY-12a, CS-4.3, QX-6 name no stand-in. Decision 0335: the adopter is told of each.
 */
import type { Chain, ChainStep } from '../chain.ts';
import { chainFor } from '../flow.ts';
import { type Acting, takersOf } from '../takers.ts';
import { moveName } from '../vocabulary/move-name.ts';
import { acts, carriedMoves } from '../vocabulary/words.ts';
import type { Reason } from './adopt.ts';
import { type Called, postName, sayPosts, unitName } from './adopt-names.ts';
import { sayCases } from './cases.ts';
import { movesOf, wordsOfRegulation } from './chain-table.ts';
import type { Axis } from './checks/combinations.ts';
import { covering } from './cover.ts';
import { askings, canGo, type People } from './go-chain.ts';
import { actingIn, type Organisation } from './organisation.ts';
import type { Facets, InForce } from './types.ts';

/** Who can't see an own text through, with the step where it rests; without a step it is the posts that clash. */
export type Alone = { readonly by: Acting; readonly step?: ChainStep; readonly clause: string };

/** `writers`: of the unit that wrote. Nobody is named where no writer's text goes through: that is a reason, not a warning. */
export function aloneAt(chain: Chain, writers: readonly Acting[], people: People): readonly Alone[] {
  const good = writers.filter((writer) => canGo(chain, { hands: [writer.person], used: [writer] }, people));
  const goes = (hand: string): boolean =>
    good.some((one) => one.person === hand) ||
    (!writers.some((one) => one.person === hand) &&
      good.some((one) => canGo(chain, { hands: [one.person, hand], used: [one] }, people)));
  return handsIn(chain, writers, people)
    .filter((by) => !goes(by.person))
    .map((by) => aloneOf(chain, by, people));
}

/** Whoever writes, and whoever takes a step: once each, first as a writer. */
function handsIn({ steps }: Pick<Chain, 'steps'>, writers: readonly Acting[], { acting }: People): readonly Acting[] {
  const takers = steps.flatMap((step) =>
    acting.filter((one) => step.post.includes(one.post) && step.units.includes(one.unit)),
  );
  const all = [...writers, ...takers];
  return all.filter((one, i) => all.findIndex(({ person }) => person === one.person) === i);
}

function aloneOf(chain: Pick<Chain, 'steps' | 'clause'>, by: Acting, { acting }: People): Alone {
  const step = chain.steps.flatMap(askings).find((one) => takersOf(one, acting, [by.person]).length === 0);
  return { by, clause: step?.clause ?? chain.clause, ...(step ? { step } : {}) };
}

/** One sentence for each step or writer, with all cases in which it is so. */
export function sayAlone(
  found: readonly { readonly facets: Facets; readonly alone: Alone }[],
  axes: readonly Axis[],
  called: Called,
): readonly Reason[] {
  const scales = { scale: called.path[0]?.regulation.scale ?? {}, facets: called.path[0]?.regulation.facets ?? {} };
  const groups = new Map<string, { alone: Alone; cases: Facets[] }>();
  for (const { facets, alone } of found) {
    const key = JSON.stringify([alone.clause, alone.step ? sayPosts(alone.step, called) : alone.by]);
    groups.set(key, { alone, cases: [...(groups.get(key)?.cases ?? []), facets] });
  }
  return [...groups.values()].map(({ alone, cases }) => {
    const when = sayCases(covering(cases, axes, scales));
    return warningOf(alone, when === '所有情形' ? '信息' : `信息（${when}）`, called);
  });
}

function warningOf({ by, step, clause }: Alone, what: string, called: Called): Reason {
  const advice = '请由别人撰写，或者再安排一人任职';
  if (!step) {
    const who = `${unitName(by.unit, called)}的${postName(by.post, by.unit, called)}`;
    const says = `${who}中有人自己写的${what}走不完流程：要批的人只有写的人自己，或者同一人任了不能兼的岗位。${advice}`;
    return { why: 'own_text_stuck', says, clause };
  }
  const says = `要由${sayPosts(step, called)}${acts[step.act]}的${what}：能办这一步的只有一个人，这个人自己参与撰写的就走不完流程。${advice}`;
  return { why: 'alone', says, clause };
}

/** The other moves that the text has chains for: nothing carries them out yet, so that they refuse nothing. QX-6. */
export function otherMoves(path: readonly InForce[], organisation: Organisation): readonly Reason[] {
  const [law] = path;
  if (!law) return [];
  const acting = actingIn(organisation);
  const people = { acting, apart: path.flatMap(({ regulation }) => regulation.apart) };
  return movesOf(law.regulation)
    .filter((move) => !carriedMoves.includes(move))
    .flatMap((move) => {
      const answer = chainFor(move, targetOf(path, law));
      if (!answer.ok) return [];
      return stepsOf(answer.chain, people, moveName(move, wordsOfRegulation(law.regulation).event), {
        path,
        organisation,
      });
    });
}

/** A redesign or an opening is asked for by the owner of the site; what depends on more has no example here. */
const targetOf = (path: readonly InForce[], { binding }: InForce) => ({
  path,
  facets: { site: 'sub', hosting: 'ours', kind: 'information', weight: 'general', reach: 'section', sensitive: 'no' },
  authorUnit: binding.unit,
  siteOwner: binding.unit,
  columnLead: [binding.unit],
});

function stepsOf(chain: Chain, people: People, what: string, called: Called): readonly Reason[] {
  const vacant = chain.steps.filter((step) => takersOf(step, people.acting, []).length === 0);
  const empty = vacant.map((step) => ({
    why: 'nobody_holds',
    says: `${sayPosts(step, called)}没有人任职：以后办${what}时，没有人${acts[step.act]}`,
    clause: step.clause,
  }));
  const hands = handsIn(chain, [], people).filter(
    (by) => vacant.length === 0 && !canGo(chain, { hands: [by.person], used: [] }, people),
  );
  const alone = hands.map((by) => warningOf(aloneOf(chain, by, people), what, called));
  return [...empty, ...alone.filter((one, i) => alone.findIndex(({ says }) => says === one.says) === i)];
}
