/** Filings: reports that are handed in, reviewed and kept, and registers of entries that hold. DQ-5, ZJ-13.4, CX-18 to 21. */
import { abouts, holders } from '../../vocabulary/blocks.ts';
import { valueNames } from '../../vocabulary/facets.ts';
import { type Field, fieldTypes, standardFilings } from '../../vocabulary/filings.ts';
import { blockId } from '../block-references.ts';
import type { Filing } from '../block-types.ts';
import { unknownWord } from '../body.ts';
import { type Also, mapOf, may, must, oneOrList, prose, type RecordOf, record, word } from '../form.ts';
import { given } from '../given.ts';
import { duration } from '../measure.ts';
import { sayDuration } from '../measure-words.ts';
import { phrase } from '../phrase.ts';
import { event, unit } from '../references.ts';
import type { Words } from '../words.ts';
import { fieldForm, fieldId } from './field.ts';
import { kind } from './kind.ts';

const kinds = { report: '报告', register: '登记簿' } as const;
const serialPer = { year: '每年', unit: '每个单位' } as const;

const serial = record('{ field, per }', {
  field: must(fieldId, '编号所在的栏'),
  per: must(word('编号的范围', Object.keys(serialPer) as (keyof typeof serialPer)[]), '在什么范围里连续'),
});
const filed = phrase('within DURATION of FIELD', (words, reading): NonNullable<Filing['filed']> => {
  words.need('within');
  const within = duration(words, reading);
  words.need('of');
  return { within, of: words.match(/^[a-z][a-z0-9_]*/, '栏的编号') };
});
const keepFor = phrase('DURATION | permanent', (words, reading): Filing['keepFor'] =>
  words.take('permanent') ? 'permanent' : duration(words, reading),
);

const keys = {
  is: may(
    word('备案的形式', ['report', 'register'] as const),
    '报告（一次一份）或登记簿（一条条长期有效）；不写是报告',
  ),
  filed_by: may(oneOrList(unit), '谁报'),
  reviewed_by: may(oneOrList(unit), '谁审核；都要审'),
  fields: may(mapOf('{ 栏: FIELD }', fieldId, fieldForm), '要填的栏；! 是必填，后面是栏名'),
  about: may(word('备案的对象', Object.keys(abouts)), '说的是什么'),
  follows: may(blockId('filing', '备案'), '接在哪一项备案后面'),
  fulfilled_by: may(word('由什么完成', ['article'] as const), '写明这一条的稿件就是完成'),
  serial: may(serial, '连续的编号；缺号要说明'),
  made_from: may(oneOrList(phrase('EVENT', event)), '由程序在这个事件时自动记'),
  for_each: may(word('一一对应的对象', holders), '登记簿：每一个恰好一条'),
  unique: may(oneOrList(fieldId), '登记簿：不得重复的栏'),
  public: may(oneOrList(fieldId), '登记簿：向社会公布的栏'),
  filed: may(filed, '多久以内要报；晚报的要记'),
  counts_for: may(fieldId, '人员名单栏：给名单上的每个人算一次'),
  keep_for: may(keepFor, '保存多久；不写是永久'),
  print: may(prose, '打印的标题'),
};

const dated = ['day', 'instant'];

const sound: Also<typeof keys & { readonly extends: ReturnType<typeof may<string>> }> = (value, at, reading) => {
  const fields = allFields(value.extends, value.fields);
  const has = (key: string, name: string, types?: readonly string[]): void => {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (!field) reading.fault(at(key), unknownWord(name, '栏', Object.keys(fields)));
    else if (types && !types.includes(field.type)) {
      const wanted = types.map((type) => (fieldTypes as Readonly<Record<string, string>>)[type] ?? type).join('或');
      reading.fault(at(key), `“${name}”要是${wanted}（${types.join('、')}），现在是 ${field.type}`);
    }
  };
  if (!value.filed_by && !value.made_from) reading.fault(at(), '缺少 filed_by（谁报），或 made_from（由程序记）');
  if (value.is !== 'register') {
    for (const key of ['for_each', 'unique', 'public'] as const)
      if (value[key]) reading.fault(at(key), `${key} 只用于登记簿：请写 is: register`);
  }
  for (const name of value.unique ?? []) has('unique', name);
  for (const name of value.public ?? []) has('public', name);
  if (value.serial) has('serial', value.serial.field, ['text', 'number']);
  if (value.filed) has('filed', value.filed.of, dated);
  if (value.counts_for) has('counts_for', value.counts_for, ['people']);
};

/** The fields of the standard filing first. */
const allFields = (standard: string | undefined, own: Readonly<Record<string, Field>> = {}) => ({
  ...(standard === undefined ? {} : standardFilings[standard]?.fields),
  ...own,
});

export const filing = kind({
  name: 'filing',
  keys,
  also: sound,
  says: (value, words, name) => {
    const { is = 'report', extends: standard } = value;
    const usual = standard === undefined ? undefined : standardFilings[standard]?.name;
    const own = words.block('filing', name);
    const called = `${own}${usual === undefined || usual === own ? '' : `（就是“${usual}”）`}，${kinds[is]}`;
    const said = [
      called,
      ...sayWho(value, words),
      ...sayFields(allFields(standard, value.fields)),
      ...sayRules(value, words),
    ];
    return said.join('；');
  },
  into: (value, draft, where) => {
    const standard = value.extends === undefined ? undefined : standardFilings[value.extends];
    const compiled = given({
      id: where.id,
      clause: where.clause,
      name: value.name ?? standard?.name,
      extends: value.extends,
      is: value.is ?? 'report',
      filedBy: value.filed_by ?? [],
      madeFrom: value.made_from ?? [],
      reviewedBy: value.reviewed_by ?? [],
      fields: allFields(value.extends, value.fields),
      about: value.about ?? standard?.about,
      follows: value.follows,
      fulfilledBy: value.fulfilled_by,
      serial: value.serial,
      forEach: value.for_each,
      unique: value.unique ?? [],
      public: value.public ?? [],
      filed: value.filed,
      countsFor: value.counts_for,
      keepFor: value.keep_for ?? 'permanent',
      print: value.print,
    });
    draft.filings.push({ value: compiled, where });
  },
});

type Value = RecordOf<typeof keys>;
const names = (refs: readonly string[], words: Words): string => refs.map(words.unit).join('、');

function sayWho({ filed_by, reviewed_by, made_from, about, follows }: Value, words: Words): readonly string[] {
  return [
    filed_by ? `${names(filed_by, words)}报` : '',
    made_from ? `由程序在“${made_from.map(words.event).join('”“')}”时自动记` : '',
    reviewed_by ? `${names(reviewed_by, words)}审核` : '',
    about ? `写明是哪个${abouts[about]}` : '',
    follows ? `接在“${words.block('filing', follows)}”后面` : '',
  ].filter((said) => said !== '');
}

const sayFields = (fields: Readonly<Record<string, Field>>): readonly string[] => {
  const said = Object.entries(fields).map(([id, one]) => {
    const choices = one.choices
      ? `（${one.choices.map((choice) => valueNames[`${id} ${choice}`] ?? choice).join('、')}）`
      : '';
    return `${one.name === '' ? id : one.name}${choices}${one.required ? '' : '（可不填）'}`;
  });
  return said.length > 0 ? [`填：${said.join('、')}`] : [];
};

function sayRules(value: Value & { readonly extends?: string }, words: Words): readonly string[] {
  const fields = allFields(value.extends, value.fields);
  const called = (ids: readonly string[]): string => ids.map((name) => fields[name]?.name ?? name).join('、');
  const { for_each, unique, filed, serial, counts_for, keep_for } = value;
  return [
    for_each ? `每个${abouts[for_each]}恰好一条` : '',
    unique ? `${called(unique)}不得重复` : '',
    value.public ? `${called(value.public)}向社会公布` : '',
    filed ? `${called([filed.of])}以后 ${sayDuration(filed.within, words)}内报` : '',
    serial ? `${called([serial.field])}${serialPer[serial.per]}连续，缺号要说明` : '',
    value.fulfilled_by ? '写明这一条的稿件发布了，就算完成' : '',
    counts_for ? `${called([counts_for])}里的每个人算一次` : '',
    keep_for === undefined || keep_for === 'permanent' ? '永久保存' : `保存 ${sayDuration(keep_for, words)}`,
    value.print ? `打印：${value.print}` : '',
  ].filter((said) => said !== '');
}
