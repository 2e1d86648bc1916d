import type { RuleArticle } from '../../../server/contract/registers.ts';

/** A clause may be called only （二） or 1., which says nothing where its article isn't in sight. */
export const says = ({ title }: Pick<RuleArticle, 'title'>): boolean =>
  !/^[（(]?[\d一二三四五六七八九十]+[）).、]?$/.test(title);
