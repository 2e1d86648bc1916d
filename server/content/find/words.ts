/** Patterns for LIKE: what was typed is looked for as it is, whatever signs stand in it. */
import { type RawBuilder, sql } from 'kysely';

export const like = (words: string): string => `%${words.replace(/[\\%_]/g, '\\$&')}%`;

/** Every term stands in one of these columns. */
export const allIn = (terms: readonly string[], ...columns: readonly RawBuilder<unknown>[]) =>
  sql<boolean>`(${sql.join(
    terms.map(
      (term) =>
        sql`(${sql.join(
          columns.map((column) => sql`${column} like ${like(term)}`),
          sql` or `,
        )})`,
    ),
    sql` and `,
  )})`;
