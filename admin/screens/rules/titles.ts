import type { RuleArticle } from '../../../server/contract/registers.ts';

/** A clause may be called only （二） or 1., which says nothing where its article isn't in sight. */
export const says = ({ title }: Pick<RuleArticle, 'title'>): boolean => title.length > 4;
