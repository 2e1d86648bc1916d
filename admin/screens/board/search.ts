/** The address of the board: which lines, which sites and units, which cell is open. What makes no sense is left away. */
import { type SpanName, spans } from '../../../server/contract/duties.ts';
import { isId, pageOf } from '../find/search.ts';

export type BoardSearch = {
  span?: SpanName;
  /** A part of the names of sites and units. */
  name?: string;
  only?: 'trouble';
  /** One table alone, page by page. */
  adoption?: string;
  kind?: 'site' | 'unit';
  page?: number;
  /** Which cell is open. */
  place?: string;
  duty?: string;
};
type Said = Record<string, unknown>;

/** Without one it is today. */
export function spanOf(value: unknown): { span?: SpanName } {
  const span = spans.find((one) => one === value && one !== 'today');
  return span ? { span } : {};
}

const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

export function boardSearch(s: Said): BoardSearch {
  const [name, duty] = [text(s.name).trim().slice(0, 50), text(s.duty)];
  return {
    ...spanOf(s.span),
    ...(name && { name }),
    ...(s.only === 'trouble' && { only: 'trouble' }),
    ...(isId(s.adoption) &&
      (s.kind === 'site' || s.kind === 'unit') && { adoption: s.adoption, kind: s.kind, ...pageOf(s) }),
    ...(isId(s.place) && { place: s.place }),
    ...(duty && { duty }),
  };
}

/** What is listed, whichever cell is open. */
export type BoardList = Omit<BoardSearch, 'place' | 'duty'>;
export function listOf({ place: _, duty: __, ...list }: BoardSearch): BoardList {
  return list;
}
export const isNarrowed = ({ name, only }: BoardList): boolean => name !== undefined || only !== undefined;
