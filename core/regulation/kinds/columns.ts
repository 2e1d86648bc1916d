/**
 * Columns: their names, nature, and who leads them. `main` for the main site, `sub` for sub-sites (ZJ-16); `site` for the
 * adopter's own site whatever its rank, in a text that knows one site only (JY-4, CS-3, QX-2).
 */
import { facetValues } from '../../vocabulary/facets.ts';
import { natures } from '../../vocabulary/words.ts';
import { type ColumnEntry, entryOf } from '../draft.ts';
import { id, listOf, mapOf, may, must, oneOrList, plainText, prose, type RecordOf, record, word } from '../form.ts';
import { duration, phrase } from '../phrase.ts';
import { lead, roleWord, unit, unitIn } from '../references.ts';
import type { Words } from '../words.ts';
import { kind } from './kind.ts';

const partName = {
  shows: 'PART',
  read: (...[node, reading]: Parameters<typeof prose.read>) => plainText(node, reading, '分块名'),
};
const siteNames: Readonly<Record<string, string>> = { main: '主站', sub: '子网站', site: '本网站' };
const kindsOfContent = facetValues.kind ?? [];

const entry = record(
  '栏目',
  {
    id: must(id, '栏目的编号'),
    name: may(prose, '名称，全文只写一次'),
    nature: may(word('栏目性质', ['dynamic', 'static', 'data', 'letters', 'link'] as const), '性质'),
    lead: may(oneOrList(lead), '承办单位'),
    joint: may(oneOrList(unit), '协办单位'),
    share: may(word('分担方式', ['any', 'each'] as const), '几家共一笔账，或每家一笔账'),
    per: may(unitIn, '每个单位各一个'),
    parts: may(mapOf('{ 分块: UNIT }', partName, unit), '各分块的承办单位'),
    required: may(word('是否必设', ['yes', 'no'] as const), '必须设'),
    review: may(
      phrase('every DURATION', (words) => `${words.need('every')} ${duration(words)}`),
      '多久复核一次',
    ),
    expires: may(word('期限', ['required'] as const), '必须写到期日'),
    class: may(id, '类别'),
    kinds: may(oneOrList(word('信息种类', kindsOfContent)), '收哪些种类'),
    template: may(id, '模板'),
    reading: may(prose, '这个栏目的读法'),
  },
  (value, at, reading) => {
    const leads = value.lead ?? [];
    const oneOf = leads.some((one) => 'oneOf' in one);
    if (oneOf && leads.length > 1) reading.fault(at('lead'), '“one of 角色”要单独写，不能与别的承办单位并列');
    const plural =
      leads.length > 1 || leads.some((one) => 'unit' in one && reading.names.roles.get(one.unit)?.is === 'units');
    if (plural && !value.share && !value.per) {
      reading.fault(
        at('lead'),
        '几个单位共同承办：要写 share: any（共一笔账）、share: each（各一笔账），或 per: unit in 角色',
      );
    }
    if (value.lead && value.parts) reading.fault(at('parts'), '承办单位（lead）和分块（parts）只能写一样');
  },
);

type Entry = RecordOf<typeof entry.keys>;

export const columns = kind({
  name: 'columns',
  merges: true,
  ids: ['main', 'sub', 'site'],
  keys: {
    list: must(listOf(entry), '栏目；同一编号的合在一起'),
    own: may(ownColumns(), '单位可否自设栏目'),
  },
  says: (value, words, id) => {
    const said = value.list.map((column) => sayColumn(column, words));
    const own = value.own
      ? [`单位可以自设栏目${value.own.reviewedBy ? `，由${words.unit(value.own.reviewedBy)}审核` : ''}`]
      : [];
    return `${siteNames[id] ?? id}栏目：${[...said, ...own].join('；')}`;
  },
  into: (value, draft, where) => {
    value.list.forEach((column, i) => {
      draft.columns.push({ value: columnEntry(column), where: entryOf(where, i) });
    });
    if (value.own) draft.ownColumns.push({ value: { ...value.own, clause: where.clause }, where });
  },
});

function ownColumns() {
  return phrase('allowed[, reviewed by ROLE]', (words, reading): { readonly reviewedBy?: string } => {
    words.need('allowed');
    if (!words.take(',')) return {};
    words.need('reviewed by');
    return { reviewedBy: roleWord(words, [...reading.names.roles.keys(), 'self']) };
  });
}

function sayColumn(column: Entry, words: Words): string {
  const leads = (column.lead ?? []).map((one) =>
    'unit' in one ? words.unit(one.unit) : `某个（或几个）${words.unit(one.oneOf)}`,
  );
  const parts = Object.entries(column.parts ?? {}).map(([part, ref]) => `${part}由${words.unit(ref)}`);
  const holder = [
    ...parts,
    leads.length > 0 ? `由${leads.join('、')}承办` : '',
    column.per ? `每个${words.unit(column.per)}各一个` : '',
  ];
  const joint = column.joint ? `，${column.joint.map(words.unit).join('、')}协办` : '';
  const nature = column.nature ? `（${natures[column.nature]}）` : '';
  return `${words.column(column.id)}${nature}${holder.filter((one) => one !== '').join('，')}${joint}`;
}

function columnEntry({ lead: leads, required, template, ...rest }: Entry): ColumnEntry {
  const units = (leads ?? []).flatMap((one) => ('unit' in one ? [one.unit] : []));
  const oneOf = (leads ?? []).flatMap((one) => ('oneOf' in one ? [one.oneOf] : []))[0];
  return {
    ...rest,
    ...(leads ? { lead: units } : {}),
    ...(oneOf === undefined ? {} : { leadOneOf: oneOf }),
    ...(required === undefined ? {} : { required: required === 'yes' }),
    ...(template === undefined ? {} : { template }),
  };
}
