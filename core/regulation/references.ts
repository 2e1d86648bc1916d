/** Forms for what refers to something: units, posts, columns, events. */
import { events, eventsWithId } from '../vocabulary/events.ts';
import { dynamicUnits } from '../vocabulary/words.ts';
import { unknownWord } from './body.ts';
import { datesOf } from './filing-names.ts';
import { type Form, isId, listOf, must, oneOrList, plainText, type Reading, record } from './form.ts';
import { hint } from './near.ts';
import { type Phrase, phrase } from './phrase.ts';
import type { PostRef } from './types.ts';

/** A role of the file, `self`, or a unit that is found at the target. */
export const unit: Form<string> = {
  shows: 'UNIT',
  read(node, reading) {
    const text = plainText(node, reading, '一个单位');
    if (text === undefined) return undefined;
    const known = [...reading.names.roles.keys(), 'self', ...Object.keys(dynamicUnits)];
    if (known.includes(text)) return text;
    reading.fault(node, unknownWord(text, '单位或角色', known));
    return undefined;
  },
};

/** A unit that is known without a target: a role, or the adopter. */
export const standingUnit: Form<string> = {
  shows: 'ROLE | self',
  read(node, reading) {
    const text = plainText(node, reading, '一个角色');
    const known = [...reading.names.roles.keys(), 'self'];
    if (text === undefined || known.includes(text)) return text;
    reading.fault(node, unknownWord(text, '角色', known));
    return undefined;
  },
};

/** A post that the file declares, or one of the standard posts. */
export const post: Form<string> = {
  shows: 'POST',
  read(node, reading) {
    const text = plainText(node, reading, '一个岗位');
    if (text === undefined || reading.names.posts.has(text)) return text;
    reading.fault(node, unknownWord(text, '岗位', reading.names.posts.keys()));
    return undefined;
  },
};
export const posts = oneOrList(post);
export const postPair = listOf(post);

export const postOf: Form<PostRef> = record('{ post, of }', {
  post: must(posts, '哪个岗位；列表是其中任何一个'),
  of: must(unit, '哪个单位的'),
});

/** `lead: ROLE | one of ROLE`. */
export const lead: Form<{ readonly unit: string } | { readonly oneOf: string }> = {
  shows: 'UNIT | one of ROLE',
  read(node, reading) {
    const text = plainText(node, reading, '承办单位');
    const oneOf = /^one\s+of\s+(\S+)$/.exec(text ?? '')?.[1];
    if (oneOf === undefined) {
      const name = text === undefined ? undefined : unit.read(node, reading);
      return name === undefined ? undefined : { unit: name };
    }
    if (reading.names.roles.has(oneOf)) return { oneOf };
    reading.fault(node, unknownWord(oneOf, '角色', reading.names.roles.keys()), text?.indexOf(oneOf) ?? 0);
    return undefined;
  },
};

/** `unit in ROLE`. */
export const unitIn: Form<string> = phrase('unit in ROLE', (words, reading) => {
  words.need('unit in');
  return roleWord(words, [...reading.names.roles.keys()]);
});

export const roleWord = (words: Phrase, roles: readonly string[]): string =>
  words.need(...roles.toSorted((a, b) => b.length - a.length));

/**
 * An event of the vocabulary, or `filing.ID.verb` and the like, with an id of this text (or of a standard filing). A field
 * of a filing that is a day or an instant is an event as well: `filing.meeting.held_on`. Without `reading` any id will do:
 * gates of stored texts name filings that they don't declare.
 */
export function event(words: Phrase, reading?: Reading): string {
  const text = words.match(/^[a-z_]+(\.[\w-]+)+/, '一个事件，如 article.approved');
  if (Object.hasOwn(events, text)) return text;
  const [kind = '', id = '', verb = '', ...more] = text.split('.');
  const verbs = verbsOf(kind, id, reading);
  if (verbs && isId(id) && verbs.includes(verb) && more.length === 0) {
    const known = reading ? idsOf(kind, reading) : [id];
    return known.includes(id) ? text : words.say(unknownWord(id, `${kind} 的编号`, known));
  }
  if (verbs) return words.say(`“${text}”要写成 ${kind}.编号.动词，动词是：${verbs.join('、')}${hint(verb, verbs)}`);
  return words.say(`没有事件“${text}”${hint(text, Object.keys(events))}`);
}

/** Whatever id: the verbs, and for a filing that is known its days and instants. */
function verbsOf(kind: string, id: string, reading: Reading | undefined): readonly string[] | undefined {
  const verbs = Object.hasOwn(eventsWithId, kind) ? eventsWithId[kind] : undefined;
  return verbs && (kind === 'filing' ? [...verbs, ...datesOf(reading?.names.filings.get(id))] : verbs);
}

const idsOf = (kind: string, { names }: Reading): readonly string[] =>
  kind === 'filing' ? [...names.filings.keys()] : [...(names.blocks.get(kind)?.keys() ?? [])];

export const eventWord: Form<string> = phrase('EVENT', event);
