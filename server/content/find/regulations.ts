/** Articles of the regulations that somebody here has adopted and that are in force now. Regulations are secret to nobody. */
import { inContext, marked, plain } from '../../../core/find.ts';
import { cite } from '../../../core/regulation/cite.ts';
import type { Database } from '../../door/knock.ts';
import { inForceAnywhere } from '../../in-force.ts';

export async function findClauses(db: Database, terms: readonly string[], at: Date) {
  const laws = (await inForceAnywhere(db, at)).map((law) => law.regulation);
  laws.sort((a, b) => (a.slug < b.slug ? -1 : a.slug > b.slug ? 1 : 0));
  return laws.flatMap((law) =>
    law.clauses
      .filter((clause) => holdsAll([law.title, clause.title, clause.text].join('|'), terms))
      .map((clause) => ({
        law: { clause: `${law.slug}#${clause.id}`, cite: cite(law.title, clause.id), text: clause.text },
        title: [...marked(nameOf(clause.title), terms)],
        words: [...inContext(clause.text, terms)],
      })),
  );
}

/** What an article is called, without its number: 第五条 栏目 → 栏目; （二） has no name. */
const nameOf = (title: string): string => /^\S+\s+(.*)$/.exec(title)?.[1] ?? '';

/** All of what was typed stands in these words. */
export function holdsAll(words: string, terms: readonly string[]): boolean {
  const flat = plain(words);
  return terms.every((term) => flat.includes(term));
}
