/** Filings that every regulation may name or extend, and the types that a field may have. */

/** What a field holds, as office people call it. A choice is written as its list. */
export const fieldTypes = {
  text: '文字',
  number: '数',
  day: '日期',
  instant: '时刻',
  'yes-no': '是否',
  person: '人员',
  people: '人员名单',
  document: '文件',
  article: '稿件',
  site: '网站',
  column: '栏目',
  login: '账号',
  letter: '来信',
  unit: '单位',
  money: '金额',
  regulation: '规定',
} as const satisfies Readonly<Record<string, string>>;
export type FieldType = keyof typeof fieldTypes | 'choice';

/** `choices` only for a choice. `name`: what the form calls it. */
export type Field = {
  readonly name: string;
  readonly type: FieldType;
  readonly required: boolean;
  readonly choices?: readonly string[];
};
const field = (name: string, type: FieldType, required = true): Field => ({ name, type, required });

/** What an inspection was about, and what people call it. */
export const matters: Readonly<Record<string, string>> = {
  security: '安全',
  content: '内容',
  secrecy: '保密',
  operation: '运行',
  updates: '更新',
};

/**
 * One drill meets three regulations: whoever extends a standard filing adds fields to it, and the strictest keeping time
 * holds. DQ-5, ZJ-3, ZJ-18 to 21, JY-15, CX-6 to 7, CX-18 to 23.
 */
export const standardFilings: Readonly<
  Record<string, { readonly name: string; readonly about?: string; readonly fields: Readonly<Record<string, Field>> }>
> = {
  inspection: {
    name: '检查记录',
    about: 'site',
    fields: {
      checked_on: field('检查日期', 'day'),
      matter: { ...field('检查事项', 'choice'), choices: Object.keys(matters) },
      findings: field('发现的问题数', 'number', false),
    },
  },
  training: {
    name: '培训记录',
    fields: {
      held_on: field('培训日期', 'day'),
      topic: field('内容', 'text'),
      attendees: field('参加人员', 'people'),
    },
  },
  drill: {
    name: '演练记录',
    fields: { held_on: field('演练日期', 'day'), scenario: field('科目', 'text'), result: field('结果', 'text') },
  },
  meeting: {
    name: '会议记录',
    fields: {
      held_on: field('开会日期', 'day'),
      present: field('到会人员', 'people'),
      decided: field('议定事项', 'text'),
    },
  },
  incident: {
    name: '安全事件报告',
    about: 'site',
    fields: {
      found_at: field('发现时刻', 'instant'),
      what: field('情况', 'text'),
      handled: field('处理情况', 'text', false),
    },
  },
  'emergency-plan': {
    name: '应急预案',
    fields: { plan: field('预案', 'document'), team: field('应急队伍', 'people') },
  },
  'own-rule': { name: '单位自定的办法', fields: { rule: field('办法', 'regulation') } },
  rectification: {
    name: '整改报告',
    fields: { done_on: field('完成日期', 'day'), result: field('整改情况', 'document') },
  },
  accountability: {
    name: '责任追究记录',
    fields: {
      person: field('责任人', 'person', false),
      what: field('事由', 'text'),
      decision: field('处理决定', 'text'),
    },
  },
  mailbox: {
    name: '邮箱登记',
    fields: { holder: field('使用人', 'text'), address: field('邮箱地址', 'text') },
  },
  domain: {
    name: '域名登记',
    about: 'site',
    fields: { domain: field('域名', 'text') },
  },
};
