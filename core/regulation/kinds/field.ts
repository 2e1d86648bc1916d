/** A field of a filing: `day! 开会日期`, a list of choices, or choices with a name. */
import { isMap, isSeq } from 'yaml';
import { type Field, type FieldType, fieldTypes } from '../../vocabulary/filings.ts';
import { type Form, listOf, may, must, plainText, prose, record, word } from '../form.ts';
import { phrase } from '../phrase.ts';

const types = Object.keys(fieldTypes) as (keyof typeof fieldTypes)[];

const plain: Form<Field> = phrase(`${types.join(' | ')}，后面可写 ! 和栏名`, (words): Field => {
  const type = words.need(...types.toSorted((a, b) => b.length - a.length)) as FieldType;
  const required = words.take('!') !== undefined;
  const name = words.ahead === '' ? '' : words.match(/^\S+/, '栏名');
  return { name, type, required };
});
const choice: Form<string> = {
  shows: '选项',
  read: (node, reading) => plainText(node, reading, '一个选项'),
};
const choices = listOf(choice);
const chosen = record('{ name, choose }', {
  name: must(prose, '栏名'),
  choose: must(choices, '可选的'),
  required: may(word('是否必填', ['yes', 'no'] as const), '必填'),
});

/** The id of a field: as a column of a table, so that `found_at` says that it is an instant. */
export const fieldId: Form<string> = {
  shows: '栏的编号',
  read(node, reading) {
    const text = plainText(node, reading, '栏的编号');
    if (text === undefined || /^[a-z][a-z0-9_]{0,63}$/.test(text)) return text;
    reading.fault(node, `栏的编号“${text}”不行：只用小写字母、数字和“_”，以字母开头`);
    return undefined;
  },
};

/** `name` is empty where the text gives none; the caller knows the field's id. */
export const fieldForm: Form<Field> = {
  shows: 'FIELD',
  read(node, reading) {
    if (isSeq(node)) {
      const read = choices.read(node, reading);
      return read && { name: '', type: 'choice', required: false, choices: read };
    }
    if (!isMap(node)) return plain.read(node, reading);
    const read = chosen.read(node, reading);
    return read && { name: read.name, type: 'choice', required: read.required === 'yes', choices: read.choose };
  },
};
