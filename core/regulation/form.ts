/**
 * Forms of values. A form reads a YAML node into a typed value, or says where and why not; the same table of keys also
 * prints docs/regulation-keys.md. `undefined` means that a fault has been reported.
 */
import { isMap, isNode, isScalar, isSeq, type Node, Scalar, type YAMLMap } from 'yaml';
import { keyText, unknownWord } from './body.ts';
import { countOf } from './chinese.ts';
import type { Names } from './names.ts';

export type Reading = {
  readonly names: Names;
  fault(node: Node, message: string, offset?: number): void;
};
export type Form<T> = {
  /** How the key table names such a value. */
  readonly shows: string;
  /** The keys of the records inside, for the key table. */
  readonly inner?: Keys;
  read(node: Node, reading: Reading): T | undefined;
};

export type Key<T, Required extends boolean = boolean> = {
  readonly form: Form<T>;
  readonly meaning: string;
  readonly required: Required;
};
export type Keys = Readonly<Record<string, Key<unknown>>>;
type ValueOf<K> = K extends Key<infer T> ? T : never;
export type RecordOf<K extends Keys> = {
  readonly [P in keyof K as K[P]['required'] extends true ? P : never]: ValueOf<K[P]>;
} & {
  readonly [P in keyof K as K[P]['required'] extends true ? never : P]?: ValueOf<K[P]>;
};
export type RecordForm<K extends Keys> = Form<RecordOf<K>> & { readonly keys: K };

const innerOf = (form: Form<unknown>): Pick<Form<unknown>, 'inner'> => (form.inner ? { inner: form.inner } : {});
/** A check over a whole record; `at` gives the node of a key's value, or of the record itself. */
export type Also<K extends Keys> = (value: RecordOf<K>, at: (key?: string) => Node, reading: Reading) => void;

export const must = <T>(form: Form<T>, meaning: string): Key<T, true> => ({ form, meaning, required: true });
export const may = <T>(form: Form<T>, meaning: string): Key<T, false> => ({ form, meaning, required: false });

/** What stands here, in the user's words. */
export function found(node: Node): string {
  if (isSeq(node)) return '一个列表';
  if (isMap(node)) return '一组键值';
  const text = isScalar(node) ? textOf(node) : '';
  return text === '' ? '空' : `“${text}”`;
}

/** The text of a scalar as written: YAML would make a number of 12365 and nothing of ~. */
export const textOf = (node: Scalar): string => (typeof node.value === 'string' ? node.value : (node.source ?? ''));

/** A scalar's text, or undefined for lists, maps, nothing, and a bare true or false. */
export function plainText(node: Node, reading: Reading, what: string): string | undefined {
  if (isScalar(node) && typeof node.value === 'boolean') {
    reading.fault(node, `这里写的是逻辑值 ${textOf(node)}：请写 yes 或 no`);
    return undefined;
  }
  if (isScalar(node) && node.value !== null && textOf(node).trim() !== '') return textOf(node);
  reading.fault(node, `这里要写${what}，现在是${found(node)}`);
  return undefined;
}

/** Prose for people. Quotes that Word put around the whole are not YAML quotes. */
export const prose: Form<string> = {
  shows: '文字',
  read(node, reading) {
    const text = plainText(node, reading, '一段文字');
    if (text === undefined || !/^[“‘].*[”’]$/s.test(text)) return text;
    reading.fault(node, '外面是 Word 的弯引号“ ”：请改成半角引号 " "，或者不加引号');
    return undefined;
  },
};

/** An id: lower-case letters, digits, hyphens. */
export const id: Form<string> = {
  shows: 'id',
  read(node, reading) {
    const text = plainText(node, reading, '一个编号');
    if (text === undefined || isId(text)) return text;
    const quotes = /[“”‘’]/.test(text) ? '；外面是 Word 的弯引号，请去掉' : '';
    reading.fault(node, `编号“${text}”不行：只用小写字母、数字和“-”，以字母或数字开头${quotes}`);
    return undefined;
  },
};
export const isId = (text: string): boolean => /^[a-z0-9][a-z0-9-]{0,63}$/.test(text);

/** A whole number from 0 to a million. */
export const count: Form<number> = {
  shows: 'N',
  read(node, reading) {
    if (
      isScalar(node) &&
      typeof node.value === 'number' &&
      Number.isInteger(node.value) &&
      node.value >= 0 &&
      node.value <= 1e6
    ) {
      return node.value;
    }
    const text = isScalar(node) ? textOf(node) : '';
    const said = countOf(text);
    if (/[０-９]/.test(text)) reading.fault(node, `数字请写半角，现在是全角的“${text}”`);
    else if (/\p{Script=Han}/u.test(text) && said !== undefined)
      reading.fault(node, `数字请写阿拉伯数字：“${text}”写成 ${said}`);
    else reading.fault(node, `这里要写一个整数，现在是${found(node)}`);
    return undefined;
  },
};

/** One of these words. `what` is how office people call such a word. */
export function word<W extends string>(what: string, allowed: readonly W[]): Form<W> {
  return {
    shows: allowed.join(' | '),
    read(node, reading) {
      const text = plainText(node, reading, what);
      if (text === undefined) return undefined;
      const hit = allowed.find((one) => one === text);
      if (hit === undefined) reading.fault(node, unknownWord(text, what, allowed));
      return hit;
    },
  };
}

/** A list; an element that could not be read makes the whole undefined, after all have been tried. */
export function listOf<T>(form: Form<T>): Form<readonly T[]> {
  return {
    shows: `[${form.shows}, …]`,
    ...innerOf(form),
    read(node, reading) {
      if (isSeq(node)) return readItems(node.items, form, reading, node);
      const comma = isScalar(node) && /[,，、]/.test(textOf(node)) ? '：几个并列的写成 [a, b]' : '';
      reading.fault(node, `这里要写列表 [ … ]，现在是${found(node)}${comma}`);
      return undefined;
    },
  };
}

/** One, or a list of them. */
export function oneOrList<T>(form: Form<T>): Form<readonly T[]> {
  return {
    shows: `${form.shows}，或列表`,
    ...innerOf(form),
    read(node, reading) {
      return readItems(isSeq(node) ? node.items : [node], form, reading, node);
    },
  };
}

function readItems<T>(
  items: readonly unknown[],
  form: Form<T>,
  reading: Reading,
  whole: Node,
): readonly T[] | undefined {
  const read = items.map((item) => form.read(isNode(item) ? item : nothingAt(whole), reading));
  return read.every((one) => one !== undefined) ? (read as T[]) : undefined;
}

/** `a: ` has no value node, and errors need a place. */
function nothingAt(node: Node): Node {
  const empty = new Scalar(null);
  if (node.range) empty.range = node.range;
  return empty;
}

/** The pairs of a map, its keys as text. Undefined (and said) when this is no map. */
export function pairsOf(
  node: Node,
  reading: Reading,
  what: string,
): readonly { key: string; keyNode: Node; value: Node }[] | undefined {
  if (!isMap(node)) {
    reading.fault(node, `这里要写一组键值（${what}），现在是${found(node)}`);
    return undefined;
  }
  return (node as YAMLMap).items.flatMap((pair) => {
    if (isScalar(pair.key)) {
      return [
        { key: keyText(pair.key), keyNode: pair.key, value: isNode(pair.value) ? pair.value : nothingAt(pair.key) },
      ];
    }
    reading.fault(isNode(pair.key) ? pair.key : node, '键必须是一个词');
    return [];
  });
}

/** A map with free keys of one form. */
export function mapOf<T>(shows: string, keyForm: Form<string>, form: Form<T>): Form<Readonly<Record<string, T>>> {
  return {
    shows,
    ...innerOf(form),
    read(node, reading) {
      const pairs = pairsOf(node, reading, shows);
      if (!pairs) return undefined;
      const read = pairs.map((pair) => [keyForm.read(pair.keyNode, reading), form.read(pair.value, reading)] as const);
      if (read.some(([key, value]) => key === undefined || value === undefined)) return undefined;
      return Object.fromEntries(read as [string, T][]);
    },
  };
}

const notYet = (key: string, name: string): string =>
  `“${key}”（${name}）这种写法还不能执行：请先删去这个块，保留条文；以后的版本会支持`;

/**
 * A map with known keys. An unknown key, a missing one and a value that can't be read are faults; nothing is ignored.
 * `later`: keys of the language that this version can't carry out; one of them is the only fault that is told.
 */
export function record<K extends Keys>(
  shows: string,
  keys: K,
  also?: Also<K>,
  later: Readonly<Record<string, string>> = {},
): RecordForm<K> {
  return {
    shows,
    keys,
    inner: keys,
    read(node, reading) {
      const pairs = pairsOf(node, reading, shows);
      if (!pairs) return undefined;
      const early = pairs.find((pair) => Object.hasOwn(later, pair.key));
      if (early) {
        reading.fault(early.keyNode, notYet(early.key, later[early.key] ?? ''));
        return undefined;
      }
      const value: Record<string, unknown> = {};
      let sound = true;
      for (const pair of pairs) {
        const key = Object.hasOwn(keys, pair.key) ? keys[pair.key] : undefined;
        if (!key) reading.fault(pair.keyNode, unknownWord(pair.key, '键', Object.keys(keys)));
        const read = key?.form.read(pair.value, reading);
        if (read === undefined) sound = false;
        else value[pair.key] = read;
      }
      for (const [name, key] of Object.entries(keys)) {
        if (!key.required || pairs.some((pair) => pair.key === name)) continue;
        reading.fault(node, `缺少“${name}”（${key.meaning}）`);
        sound = false;
      }
      if (!sound) return undefined;
      const fault: Reading['fault'] = (...told) => {
        sound = false;
        reading.fault(...told);
      };
      const at = (key?: string) => pairs.find((pair) => pair.key === key)?.value ?? node;
      also?.(value as RecordOf<K>, at, { ...reading, fault });
      return sound ? (value as RecordOf<K>) : undefined;
    },
  };
}
