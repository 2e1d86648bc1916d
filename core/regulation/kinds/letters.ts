/** Letters: who receives what comes into these columns, who handles and answers, who sees it, who tells the writer. */
import { isMap } from 'yaml';
import { letterParties, letterTypes, letterVerbs } from '../../vocabulary/blocks.ts';
import { columnId, flowFor } from '../block-references.ts';
import type { Letters } from '../block-types.ts';
import { type Form, may, must, oneOrList, record, word } from '../form.ts';
import { given } from '../given.ts';
import { aNumber, phrase } from '../phrase.ts';
import { unit } from '../references.ts';
import { kind } from './kind.ts';

const transfers = phrase('at most N', (words) => {
  words.need('at most');
  const n = Number(aNumber(words));
  return Number.isInteger(n) ? n : words.say('次数要是整数');
});
const units = oneOrList(unit);
const handleRecord = record('{ by, transfers, may }', {
  by: must(units, '谁办理'),
  transfers: may(transfers, '至多转几次'),
  may: may(oneOrList(word('动作', Object.keys(letterVerbs))), '答复以外还可以做什么'),
});
const handle: Form<Letters['handle']> = {
  shows: 'UNIT | { by, transfers, may }',
  inner: handleRecord.keys,
  read(node, reading) {
    if (!isMap(node)) {
      const by = units.read(node, reading);
      return by && { by, may: [] };
    }
    const read = handleRecord.read(node, reading);
    return read && given({ by: read.by, transfers: read.transfers, may: read.may ?? [] });
  },
};
const unless = record('{ complains_of, then }', {
  complains_of: must(word('被告的单位', ['first', 'handle'] as const), '告的是谁'),
  // biome-ignore lint/suspicious/noThenProperty: the word of the language; nobody awaits a table of keys
  then: must(unit, '改由谁办'),
});
const publishing = { 'sender agreed': '来信人同意的才公开', always: '都公开', never: '不公开' } as const;
const parties = Object.keys(letterParties);

export const letters = kind({
  name: 'letters',
  keys: {
    columns: must(oneOrList(columnId), '哪些来信栏目'),
    type: may(word('来信的种类', Object.keys(letterTypes)), '来信的种类'),
    first: must(units, '谁接收'),
    handle: must(handle, '谁办理和答复'),
    unless: may(unless, '告到办理单位的，改由谁办；本单位看不到'),
    seen_by: may(oneOrList(word('看得到的单位', parties)), '谁看得到；不写是接收单位和经手单位'),
    chain: must(flowFor('letter.answer'), '答复走哪个流程'),
    told_by: may(word('告知的单位', ['first', 'handle', 'leg.unit'] as const), '由谁告知来信人'),
    publish: may(word('公开办法', ['sender agreed', 'always', 'never'] as const), '答复以后公开不公开'),
  },
  says: (value, words) => {
    const said = (refs: readonly string[]): string => refs.map(words.unit).join('、');
    const more = value.handle.may.map((verb) => letterVerbs[verb] ?? verb).join('、');
    const times = value.handle.transfers === undefined ? '' : `，至多转 ${value.handle.transfers} 次`;
    const told = { first: '接收单位', handle: '办理单位', 'leg.unit': '答复的单位' };
    const type = value.type === undefined ? '' : `（${letterTypes[value.type]}）`;
    return [
      `${value.columns.map(words.column).join('、')}的来信${type}由${said(value.first)}接收，${said(value.handle.by)}办理和答复${times}`,
      more === '' ? '' : `办理单位还可以${more}`,
      value.unless
        ? `告到${letterParties[value.unless.complains_of]}的，由${words.unit(value.unless.then)}办，被告的单位看不到`
        : '',
      value.seen_by ? `只有${value.seen_by.map((one) => letterParties[one]).join('、')}看得到` : '',
      `答复走流程“${words.block('flow', value.chain)}”`,
      value.told_by ? `由${told[value.told_by]}告知来信人` : '',
      value.publish ? publishing[value.publish] : '',
    ]
      .filter((one) => one !== '')
      .join('；');
  },
  into: (value, draft, where) => {
    const { unless: against } = value;
    const compiled: Letters = given({
      id: where.id,
      clause: where.clause,
      name: value.name,
      extends: value.extends,
      columns: value.columns,
      type: value.type,
      first: value.first,
      handle: value.handle,
      unless: against && { complainsOf: against.complains_of, instead: against.then },
      seenBy: value.seen_by ?? ['first', 'leg.unit'],
      chain: value.chain,
      toldBy: value.told_by,
      publish: value.publish,
    });
    draft.letters.push({ value: compiled, where });
  },
});
