/** What filings hold, gathered before anything that may refer to their fields is read. */
import { isMap, isScalar, isSeq } from 'yaml';
import { type FieldType, fieldTypes, standardFilings } from '../vocabulary/filings.ts';
import { keyText } from './body.ts';
import type { RawBlock } from './markdown.ts';
import { pairsIn, textAt, valueAt } from './peek.ts';

type FiledField = { readonly name: string; readonly type: FieldType; readonly choices: readonly string[] };
/** By the field's id. */
export type FiledFields = ReadonlyMap<string, FiledField>;

/** A filing of the file under its id, with the fields of the standard one that it extends. */
export function filingsIn(blocks: readonly RawBlock[]): ReadonlyMap<string, FiledFields> {
  const standard = new Map(Object.keys(standardFilings).map((id) => [id, standardFields(id)]));
  const own = blocks.filter(({ kind }) => kind === 'filing');
  return new Map([
    ...standard,
    ...own.map(({ id, body }): [string, FiledFields] => {
      const extended = standard.get(textAt(body?.root, 'extends') ?? '') ?? [];
      return [id, new Map([...extended, ...pairsIn(valueAt(body?.root, 'fields')).flatMap(fieldIn)])];
    }),
  ]);
}

const standardFields = (id: string): FiledFields =>
  new Map(
    Object.entries(standardFilings[id]?.fields ?? {}).map(([id, { name, type, choices = [] }]) => [
      id,
      { name, type, choices },
    ]),
  );

function fieldIn([id, node]: readonly [string, unknown]): [string, FiledField][] {
  const list = isMap(node) ? valueAt(node, 'choose') : node;
  if (isSeq(list)) {
    const choices = list.items.flatMap((one) => (isScalar(one) ? [keyText(one)] : []));
    return [[id, { name: textAt(node, 'name') ?? id, type: 'choice', choices }]];
  }
  if (!isScalar(node)) return [];
  const [, word = '', name = id] = /^\s*([a-z-]+)\s*!?\s*(\S+)?\s*$/.exec(keyText(node)) ?? [];
  return isType(word) ? [[id, { name, type: word, choices: [] }]] : [];
}
const isType = (word: string): word is keyof typeof fieldTypes => Object.hasOwn(fieldTypes, word);

/** Fields that are a day or an instant: each is an event, `filing.meeting.held_on`. */
export const datesOf = (fields: FiledFields | undefined): readonly string[] =>
  [...(fields ?? [])].flatMap(([name, { type }]) => (type === 'day' || type === 'instant' ? [name] : []));

/** Over a filing its choices, yes-no and number fields are facets; a number has no list of values. */
export function facetsOfFilings(filings: ReadonlyMap<string, FiledFields>): readonly [string, readonly string[]][] {
  const values = new Map<string, readonly string[]>();
  for (const fields of filings.values()) {
    for (const [name, { type, choices }] of fields) {
      const known = values.get(name) ?? [];
      if (type === 'choice') values.set(name, [...new Set([...known, ...choices])]);
      if (type === 'yes-no') values.set(name, ['yes', 'no']);
      if (type === 'number') values.set(name, known);
    }
  }
  return [...values];
}
