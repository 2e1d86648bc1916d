/** Forms for what refers to a block of this text: a filing, a duty, a score, a column, a flow of some move. */
import { moveName } from '../vocabulary/move-name.ts';
import { unknownWord } from './body.ts';
import { type Form, must, plainText, type Reading, record } from './form.ts';
import { type Phrase, phrase } from './phrase.ts';
import { roleWord } from './references.ts';

const idsOf = (reading: Reading, kind: string): readonly string[] => [
  ...(reading.names.blocks.get(kind)?.keys() ?? []),
];

/** The id of a block of this kind in this text; `what`: how office people call such a block. */
export function blockId(kind: string, what: string): Form<string> {
  return {
    shows: `${kind} 的编号`,
    read(node, reading) {
      const text = plainText(node, reading, `${what}的编号`);
      if (text === undefined || idsOf(reading, kind).includes(text)) return text;
      reading.fault(node, unknownWord(text, `${what}（${kind}）`, idsOf(reading, kind)));
      return undefined;
    },
  };
}

/** The id of a block of one of these kinds. */
export function blockIdOf(...kinds: readonly string[]): Form<string> {
  return {
    shows: `${kinds.join(' 或 ')} 的编号`,
    read(node, reading) {
      const known = kinds.flatMap((kind) => idsOf(reading, kind));
      const text = plainText(node, reading, '一个编号');
      if (text === undefined || known.includes(text)) return text;
      reading.fault(node, unknownWord(text, `编号（${kinds.join('、')}）`, known));
      return undefined;
    },
  };
}

/** Inside a phrase: the next word is the id of a block of this kind. */
export function knownBlock(words: Phrase, reading: Reading, kind: string): string {
  const known = idsOf(reading, kind);
  const id = words.match(/^[a-z0-9][\w-]*/, `${kind} 的编号`);
  return known.includes(id) ? id : words.say(unknownWord(id, `${kind} 的编号`, known));
}

/** A column that this text declares, or a standard one. */
export const columnId: Form<string> = {
  shows: '栏目的编号',
  read(node, reading) {
    const text = plainText(node, reading, '一个栏目的编号');
    if (text === undefined || reading.names.columns.has(text)) return text;
    reading.fault(node, unknownWord(text, '栏目', reading.names.columns.keys()));
    return undefined;
  },
};

/** A flow of this text that is about this move. */
export function flowFor(move: string): Form<string> {
  const known = (reading: Reading) =>
    [...reading.names.flows].filter(([, its]) => its.includes(move)).map(([id]) => id);
  return {
    shows: `flow 的编号（move: ${move}）`,
    read(node, reading) {
      const text = plainText(node, reading, '一个流程的编号');
      if (text === undefined || known(reading).includes(text)) return text;
      const other = reading.names.flows.has(text) ? `；“${text}”不是${moveName(move)}（${move}）的流程` : '';
      reading.fault(node, `${unknownWord(text, `流程（${move}）`, known(reading))}${other}`);
      return undefined;
    },
  };
}

/** `each of ROLE and ROLE`, after nothing was taken. */
export function eachOfWords(words: Phrase, reading: Reading): readonly string[] {
  const roles = [...reading.names.roles.keys()];
  words.need('each of');
  const found = [roleWord(words, roles)];
  while (words.take('and')) found.push(roleWord(words, roles));
  return found;
}

const column = record('{ column }', { column: must(columnId, '哪个栏目') });
export const inColumn: Form<string> = {
  shows: '{ column }',
  inner: column.keys,
  read: (node, reading) => column.read(node, reading)?.column,
};

const each = phrase('each of ROLE', (words, reading) => ({ each: eachOfWords(words, reading) }));
/** Published in a column, or given to each unit of some roles. */
export const columnOrEach: Form<{ readonly column: string } | { readonly each: readonly string[] }> = {
  shows: '{ column } | each of ROLE',
  inner: column.keys,
  read: (node, reading) => ('items' in node ? column : each).read(node, reading),
};
