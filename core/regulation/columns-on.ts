/** Which of a text's columns a site gets: a text for one site only knows no ranks. JY-4, CS-3, QX-2, ZJ-16. */
import type { Column, Regulation } from './types.ts';

/** The columns stated for a site of this rank, in the order of the text; without a rank, all. */
export const columnsOn = ({ columns }: Regulation, rank: string | undefined): readonly Column[] =>
  columns.filter(({ site }) => rank === undefined || site === 'site' || site === rank);
