/** Rules said again in plain Chinese, so that whoever wrote a block can see whether it was understood. */
import { eventName, verbNames } from '../vocabulary/events.ts';
import { facetNames, valueNames } from '../vocabulary/facets.ts';
import { standardFilings } from '../vocabulary/filings.ts';
import { acts, dynamicUnits } from '../vocabulary/words.ts';
import { sayBound } from './measure-words.ts';
import { isValue } from './measures.ts';
import type { Names } from './names.ts';
import type { FacetExpr, FacetTest, FlowStep, PostRef, PublishRule } from './types.ts';

export type Words = {
  unit(ref: string): string;
  post(ref: PostRef): string;
  postName(id: string): string;
  column(id: string): string;
  /** What the text calls a value that the adopter sets: 及时. */
  value(id: string): string;
  /** What people call a block of the file, by its kind and id. */
  block(kind: string, id: string): string;
  /** `所有情形` for everything. */
  facets(expr: FacetExpr): string;
  step(step: Omit<FlowStep, 'clause'>): string;
  publisher(by: PublishRule['by']): string;
  event(event: string): string;
};

/** The names that sentences are made of. */
export type Spoken = Pick<Names, 'roles' | 'posts' | 'columns' | 'values' | 'blocks'> & {
  /** Of each filing what its fields are called, by their ids. */
  readonly filings: ReadonlyMap<string, ReadonlyMap<string, { readonly name: string }>>;
};

export function wordsOf(names: Spoken): Words {
  const unit = (ref: string): string =>
    ref === 'self'
      ? '采用单位'
      : (names.roles.get(ref)?.name ?? (Object.hasOwn(dynamicUnits, ref) ? dynamicUnits[ref] : undefined) ?? ref);
  const postName = (id: string): string => names.posts.get(id) ?? id;
  const post = (ref: PostRef): string => `${unit(ref.of)}的${ref.post.map(postName).join('或')}`;
  const column = (id: string): string => names.columns.get(id) ?? id;
  const value = (id: string): string => names.values.get(id)?.name ?? id;
  const block = (kind: string, id: string): string =>
    names.blocks.get(kind)?.get(id) ?? (kind === 'filing' ? standardFilings[id]?.name : undefined) ?? id;
  const facets = (expr: FacetExpr): string => sayExpr(expr, { column, unit, ...names });
  const step: Words['step'] = (one) => {
    const when = one.when ? `（${facets(one.when)}时）` : '';
    const stand = one.else ? `，不能办时由${post(one.else)}办` : '';
    const signs = (one.confirms ?? []).map((facet) => facetNames[facet] ?? facet).join('、');
    const confirms = signs === '' ? '' : `，并确认${signs}`;
    const edits = one.edits === 'suggest' ? '，修改只作建议，由作者采纳' : '';
    return `${when}${post(one)}${acts[one.act] ?? one.act}${confirms}${edits}${stand}`;
  };
  const publisher: Words['publisher'] = (by) =>
    by === 'author' ? '报送人自己发布' : by === 'automatic' ? '系统自动发布' : `${post(by)}发布`;
  const event: Words['event'] = (one) => sayEvent(one, block, names.filings);
  return { unit, post, postName, column, value, facets, step, publisher, block, event };
}

type Said = Pick<Words, 'column' | 'unit'> & Pick<Spoken, 'filings'>;

function sayExpr(expr: FacetExpr, said: Said): string {
  if ('any' in expr) return expr.any.map((one) => sayExpr(one, said)).join('，或');
  return expr.all.length === 0 ? '所有情形' : expr.all.map((test) => sayTest(test, said)).join('、');
}

function sayTest(test: FacetTest, said: Said): string {
  if ('not' in test) return `${sayExpr(test.not, said)}的除外`;
  const { facet, number } = test;
  const filed = [...said.filings.values()].flatMap((fields) => fields.get(facet)?.name ?? [])[0];
  const name = facetNames[facet] ?? filed ?? facet;
  if (number) return `${name}${sayBound(number.bound)} ${isValue(number.n) ? number.n.value : number.n}`;
  const own = facet === 'column' ? said.column : facet === 'role' ? said.unit : (one: string) => one;
  return `${name}为${test.in.map((one) => valueNames[`${facet} ${one}`] ?? own(one)).join('或')}`;
}

/** `filing.drill.kept` is 演练记录备案, `filing.drill.held_on` the day that its form calls 演练日期. */
function sayEvent(event: string, block: Words['block'], filings: Spoken['filings']): string {
  const [kind = '', id = '', verb = ''] = event.split('.');
  if (verb === '') return eventName(event);
  const field = kind === 'filing' ? filings.get(id)?.get(verb)?.name : undefined;
  return `${block(kind, id)}${field === undefined ? (verbNames[`${kind} ${verb}`] ?? verb) : `的${field}`}`;
}

/** A role of many units in a sentence that says 每个 or 各 already: 各科室 is 科室. */
export const eachUnit = (name: string): string => name.replace(/^各/, '');
