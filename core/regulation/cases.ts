/** Combinations said as briefly as a person would: what all have in common first, then what tells them apart. */

import { facetNames, valueNames } from '../vocabulary/facets.ts';
import type { FacetExpr, FacetTest } from './types.ts';

/** `主站、公告通知、涉及范围为全局：敏感的，或者轻重为重要的`. For expressions as `covering` makes them. */
export function sayCases(expr: FacetExpr): string {
  const boxes = 'any' in expr ? expr.any.map(said) : [said(expr)];
  const [first = [], ...others] = boxes;
  const common = first.filter((one) => others.every((box) => box.includes(one)));
  const rest = boxes.map((box) => box.filter((one) => !common.includes(one)).join('、')).filter((one) => one !== '');
  const apart = rest.join('的，或者');
  if (common.length === 0) return apart === '' ? '所有情形' : apart;
  return apart === '' ? common.join('、') : `${common.join('、')}：${apart}的`;
}

const said = (expr: FacetExpr): readonly string[] => ('any' in expr ? [sayCases(expr)] : expr.all.map(sayTest));

/** Facets whose values say by themselves what they are about. */
const plain = ['site', 'sensitive'];

function sayTest(test: FacetTest): string {
  if ('not' in test) {
    const denied = said(test.not);
    return denied.map((one) => one.replace('为', '不是')).join('、');
  }
  const values = test.in.map((one) => valueNames[`${test.facet} ${one}`] ?? one).join('或');
  return plain.includes(test.facet) ? values : `${facetNames[test.facet] ?? test.facet}为${values}`;
}
