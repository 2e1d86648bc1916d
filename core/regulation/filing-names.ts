/** What filings hold, gathered before anything that may refer to their fields is read. */
import { isMap, isScalar, isSeq } from 'yaml';
import { type FieldType, fieldTypes, standardFilings } from '../vocabulary/filings.ts';
import { keyText } from './body.ts';
import type { RawBlock } from './markdown.ts';
import { pairsIn, textAt, valueAt } from './peek.ts';

/** Field → its type, and what may be chosen. */
export type FiledFields = ReadonlyMap<string, { readonly type: FieldType; readonly choices: readonly string[] }>;

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
    Object.entries(standardFilings[id]?.fields ?? {}).map(([name, { type, choices = [] }]) => [name, { type, choices }]),
  );

function fieldIn([name, node]: readonly [string, unknown]): [string, { type: FieldType; choices: readonly string[] }][] {
  const list = isMap(node) ? valueAt(node, 'choose') : node;
  if (isSeq(list)) {
    const choices = list.items.flatMap((one) => (isScalar(one) ? [keyText(one)] : []));
    return [[name, { type: 'choice', choices }]];
  }
  const type = isScalar(node) ? Object.keys(fieldTypes).find((one) => isWord(one, keyText(node))) : undefined;
  return type === undefined ? [] : [[name, { type: type as FieldType, choices: [] }]];
}
const isWord = (word: string, text: string): boolean => text.trim().split(/[!\s]/)[0] === word;

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
