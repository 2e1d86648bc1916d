/** What is said of a public text beside its words, as the console shows it. */
import type { Names } from '../acting.ts';
import type { MarksView } from '../contract/marks.ts';
import type { Database } from '../door/knock.ts';
import { lawOf } from '../in-force.ts';
import { invalidNames } from '../words/names.ts';
import { addressOf } from './address.ts';
import type { Known } from './facts.ts';
import { reviewOf } from './review.ts';

export async function marksView(db: Database, known: Known, names: Names): Promise<MarksView> {
  const { p } = known.thing;
  const review = await reviewView(db, known);
  const { forcedBy, forcedAt, invalidReason: reason, invalidAt, confirmedAt } = p;
  const successor = p.successorId ? await publicOf(db, p.successorId) : undefined;
  return {
    pinned: p.pinnedAt !== null,
    ...(review ? { review } : {}),
    ...(confirmedAt ? { confirmedAt: confirmedAt.toISOString() } : {}),
    ...(forcedBy && forcedAt ? { forced: { by: names.person(forcedBy), at: forcedAt.toISOString() } } : {}),
    ...(reason && invalidAt
      ? {
          invalid: {
            reason,
            reasonName: invalidNames[reason],
            at: invalidAt.toISOString(),
            ...(successor ? { successor } : {}),
          },
        }
      : {}),
  };
}

/** By when a public text is to be checked again. */
async function reviewView(db: Database, { thing, path, at }: Known): Promise<MarksView['review']> {
  const { p, column } = thing;
  const review = await reviewOf(db, { ...p, ...column, columnKey: column.key, path }, at);
  return (
    review && { on: review.on, due: review.due, sure: review.isSure, law: await lawOf(db, review.clause, { path }) }
  );
}

/** What holds instead, while that is public. */
async function publicOf(db: Database, articleId: string) {
  const row = await db
    .selectFrom('content.publicArticle')
    .select(['placementId', 'fields'])
    .where('articleId', '=', articleId)
    .orderBy('home', 'desc')
    .orderBy('placementId')
    .limit(1)
    .executeTakeFirst();
  const address = row && (await addressOf(db, row.placementId));
  return row && address ? { title: (row.fields as { title: string }).title, address } : undefined;
}
