/** What a kind of block is: its keys, and what a block of it gives. One kind, one file. */
import type { Node } from 'yaml';
import type { Draft, Where } from '../draft.ts';
import { type Also, type Keys, may, must, prose, type Reading, type RecordOf, record, word } from '../form.ts';
import type { Words } from '../words.ts';

/** A block that was read: its sentence, what any block may carry, and how it adds itself to the draft. */
export type ReadBlock = {
  readonly name?: string;
  readonly reading?: string;
  readonly basis?: Basis;
  says(words: Words): string;
  into(draft: Draft, where: Where): void;
};
export type Kind = {
  readonly name: string;
  readonly keys: Keys;
  /** Blocks of one id add up to one; all other ids are unique. */
  readonly merges: boolean;
  /** The only ids that blocks of this kind may have. */
  readonly ids?: readonly string[];
  read(node: Node, reading: Reading, id: string): ReadBlock | undefined;
};

const basis = record('出处', {
  text: must(prose, '哪份文件'),
  article: may(prose, '哪一条'),
  sure: must(word('把握', ['read', 'copy', 'memory'] as const), '读过原文、转引、或凭记忆'),
  confirmed_by: may(prose, '谁核对的'),
  confirmed_on: may(prose, '哪天核对的'),
});
export type Basis = RecordOf<typeof basis.keys>;

/** Keys that any block may have. */
export const commonKeys = {
  name: may(prose, '人们怎样称呼它'),
  reading: may(prose, '原文两可时选定的读法；由采用单位确认'),
  basis: may(basis, '数字的出处'),
};

type Spec<K extends Keys> = {
  readonly name: string;
  readonly keys: K;
  readonly merges?: true;
  readonly ids?: readonly string[];
  readonly also?: Also<K & typeof commonKeys>;
  /** Keys of the language that this version can't carry out, each with what office people call it. */
  readonly later?: Readonly<Record<string, string>>;
  says(value: RecordOf<K & typeof commonKeys>, words: Words, id: string): string;
  into(value: RecordOf<K & typeof commonKeys>, draft: Draft, where: Where): void;
};

/** Hides the type of a kind's value: the table of kinds needs only what every kind can do. */
export function kind<K extends Keys>(spec: Spec<K>): Kind {
  const form = record(spec.name, { ...spec.keys, ...commonKeys }, spec.also, spec.later);
  return {
    name: spec.name,
    keys: spec.keys,
    merges: spec.merges ?? false,
    ...(spec.ids ? { ids: spec.ids } : {}),
    read(node, reading, id) {
      const value = form.read(node, reading);
      if (!value) return undefined;
      const common: Pick<ReadBlock, 'name' | 'reading' | 'basis'> = value;
      return {
        ...(common.name === undefined ? {} : { name: common.name }),
        ...(common.reading === undefined ? {} : { reading: common.reading }),
        ...(common.basis === undefined ? {} : { basis: common.basis }),
        says: (words) => spec.says(value, words, id),
        into: (draft, where) => spec.into(value, draft, where),
      };
    },
  };
}
