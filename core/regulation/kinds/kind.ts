/** What a kind of block is: its keys, and what a block of it gives. One kind, one file. */
import type { Node } from 'yaml';
import { standardLetters } from '../../vocabulary/blocks.ts';
import { standardFilings } from '../../vocabulary/filings.ts';
import type { Draft, Where } from '../draft.ts';
import {
  type Also,
  type Form,
  type Keys,
  may,
  must,
  prose,
  type Reading,
  type RecordOf,
  record,
  word,
} from '../form.ts';
import type { Words } from '../words.ts';

/** A block that was read: its sentence, what any block may carry, and how it adds itself to the draft. */
export type ReadBlock = {
  readonly name?: string;
  readonly reading?: string;
  readonly basis?: Basis;
  readonly force?: 'must' | 'should';
  readonly extends?: string;
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
  force: may(word('约束力', ['must', 'should'] as const), 'should：原则上，签了理由的不算违反，也不扣分'),
  extends: may(standardOf('?'), '标准的哪一个：字段加起来，保存取最长的，做一次几份规定都算'),
};

/** Standard ids of core, by kind; posts and columns use theirs as the ids of their entries. */
const standards: Readonly<Record<string, readonly string[]>> = {
  filing: Object.keys(standardFilings),
  letters: Object.keys(standardLetters),
};

function standardOf(kindName: string): Form<string> {
  return {
    shows: '标准的编号',
    read(node, reading) {
      const known = standards[kindName];
      if (known) return word('标准的编号', known).read(node, reading);
      reading.fault(node, `${kindName} 没有标准的编号可以补充：extends 只用于 ${Object.keys(standards).join('、')}`);
      return undefined;
    },
  };
}

type Common = Pick<ReadBlock, 'name' | 'reading' | 'basis' | 'force' | 'extends'>;

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
  const standard = { ...commonKeys.extends, form: standardOf(spec.name) };
  const form = record(spec.name, { ...spec.keys, ...commonKeys, extends: standard }, spec.also, spec.later);
  return {
    name: spec.name,
    keys: spec.keys,
    merges: spec.merges ?? false,
    ...(spec.ids ? { ids: spec.ids } : {}),
    read(node, reading, id) {
      const value = form.read(node, reading);
      if (!value) return undefined;
      const common: Common = value;
      return {
        ...(common.name === undefined ? {} : { name: common.name }),
        ...(common.reading === undefined ? {} : { reading: common.reading }),
        ...(common.basis === undefined ? {} : { basis: common.basis }),
        ...(common.force === undefined ? {} : { force: common.force }),
        ...(common.extends === undefined ? {} : { extends: common.extends }),
        says: (words) => spec.says(value, words, id),
        into: (draft, where) => spec.into(value, draft, where),
      };
    },
  };
}
