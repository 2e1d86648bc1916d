/** What follows a breach or a fault: the program proposes, a person decides; only a reminder happens by itself. */
import { type Form, id, may, must, oneOrList, record, word } from './form.ts';
import { duration } from './measure.ts';
import { sayDuration } from './measure-words.ts';
import type { Duration } from './measures.ts';
import { phrase } from './phrase.ts';
import { event, unit } from './references.ts';
import type { Words } from './words.ts';

const names = {
  remind: '提醒',
  bulletin: '通报',
  unlink: '撤下链接',
  rectify: '限期整改',
  'hold-to-account': '追究责任',
  withdraw: '撤下',
  suspend: '停用',
} as const;
const words = Object.keys(names) as (keyof typeof names)[];

export type Consequence = {
  readonly do: keyof typeof names;
  readonly post?: string;
  readonly to?: string;
  readonly from?: 'main.home';
  readonly by?: string;
  readonly notice?: Duration;
  readonly until?: string;
  readonly within?: Duration;
  readonly else?: keyof typeof names;
};

const one = record('{ do, … }', {
  do: must(word('后果', words), '怎样'),
  to: may(id, '登在哪个栏目'),
  from: may(word('从哪里撤下', ['main.home'] as const), '从哪里撤下'),
  by: may(unit, '由谁办'),
  notice: may(phrase('DURATION', duration), '先通知多久'),
  until: may(phrase('EVENT', event), '到什么为止'),
  within: may(phrase('DURATION', duration), '多久以内'),
  else: may(word('后果', words), '不然怎样'),
});
const remind = phrase('remind POST', (phrase, { names: known }): Consequence => {
  phrase.need('remind');
  return { do: 'remind', post: phrase.need(...[...known.posts.keys()].toSorted((a, b) => b.length - a.length)) };
});
export const consequences: Form<readonly Consequence[]> = oneOrList({
  shows: 'remind POST | { do, … }',
  inner: one.keys,
  read: (node, reading) => ('items' in node ? one : remind).read(node, reading),
});

export function sayConsequence(said: Consequence, words: Words): string {
  const by = said.by === undefined ? '' : `由${words.unit(said.by)}`;
  const to = said.to === undefined ? '' : `（登在“${words.column(said.to)}”）`;
  const within = said.within ? `，${sayDuration(said.within, words)}内` : '';
  const other = said.else ? `，不然${names[said.else]}` : '';
  return `${by}${names[said.do]}${said.post ? words.postName(said.post) : ''}${to}${within}${other}`;
}
