/** What each of the kinds filing to bulletin gives, and how it is said again in plain Chinese. */
import { expect, test } from 'vitest';
import { soundly } from '../zj.fixture.ts';
import { readRegulation } from './read.ts';
import { fence, sampleWith } from './sample.fixture.ts';

const read = (...blocks: readonly string[]) => soundly(sampleWith(...blocks));
const said = (...blocks: readonly string[]) => read(...blocks).blocks.at(-1)?.says;

const risk = fence(
  'filing risk-report',
  'name: 风险评估报告',
  'filed_by: section',
  'reviewed_by: office',
  'about: site',
  'fields:',
  '  assessed_on: day! 评估日期',
  '  way: { name: 评估方式, choose: [自评, 委托], required: yes }',
  '  findings: number 问题数',
  'filed: within 5 working days of assessed_on',
  'keep_for: 6 years',
);

test('a filing is read with its fields, and the fields of the standard one that it extends come first', () => {
  const { filings } = read(
    fence('filing watch', 'extends: inspection', 'filed_by: office', 'fields: { what: text 情况 }'),
  );
  expect(filings?.[0]).toMatchObject({ id: 'watch', clause: '2', name: '检查记录', is: 'report', about: 'site' });
  expect(Object.keys(filings?.[0]?.fields ?? {})).toEqual(['checked_on', 'matter', 'findings', 'what']);
  expect(filings?.[0]?.keepFor).toBe('permanent');
});

test('a filing is said again with who files, what is filled in, and how long it is kept', () => {
  expect(said(risk)).toBe(
    '风险评估报告，报告；处室报；办公室审核；写明是哪个网站；填：评估日期、评估方式（自评、委托）、问题数（可不填）；评估日期以后 5 个工作日内报；保存 6 年',
  );
});

test('a register says what is one to one, what may not come twice, and what the public sees', () => {
  const mailbox = [
    'is: register',
    'filed_by: section',
    'for_each: post',
    'unique: address',
    'public: [holder, address]',
  ];
  expect(said(fence('filing mailbox', 'extends: mailbox', ...mailbox))).toBe(
    '邮箱登记，登记簿；处室报；填：使用人、邮箱地址；每个岗位恰好一条；邮箱地址不得重复；使用人、邮箱地址向社会公布；永久保存',
  );
});

test('a day of a filing is an event, and so is what becomes of it', () => {
  const made = 'made_from: [filing.risk-report.assessed_on, filing.drill.held_on, filing.risk-report.kept]';
  const regulation = read(risk, fence('filing book', 'name: 台账', 'is: register', made));
  expect(regulation.filings?.at(-1)?.madeFrom).toEqual([
    'filing.risk-report.assessed_on',
    'filing.drill.held_on',
    'filing.risk-report.kept',
  ]);
  expect(regulation.blocks.at(-1)?.says).toBe(
    '台账，登记簿；由程序在“风险评估报告的评估日期”“演练记录的演练日期”“风险评估报告备案”时自动记；永久保存',
  );
});

test('a gate on a filing that nobody hands in is warned of, and refuses nothing', () => {
  const gate = fence('flow open', 'for: { move: site.open }', 'steps: []', 'requires: filing.plan.kept');
  const { regulation, faults } = readRegulation(sampleWith(gate));
  expect(regulation?.flows.at(-1)?.requires).toEqual([{ event: 'filing.plan.kept' }]);
  expect(faults).toEqual([
    { line: 35, column: 11, message: '这份规定里没有备案“plan”：没有人报，流程 open 就一直走不通', warn: true },
  ]);
});

test('a check is read with its detectors, their word lists, and what people sign', () => {
  const look = 'look: [ { find: "words(violence, obscenity)", at: [title, letters], then: review } ]';
  const declare = 'declare: { of: approver, lines: [内容真实, 不是内部事务], else: stop }';
  const regulation = read(fence('check forbidden', look, declare));
  expect(regulation.checks).toEqual([
    {
      id: 'forbidden',
      clause: '2',
      over: 'article',
      // biome-ignore lint/suspicious/noThenProperty: the word of the language; nobody awaits a look
      look: [{ find: 'words', lists: ['violence', 'obscenity'], at: ['title', 'letters'], then: 'review' }],
      declare: { of: 'approver', lines: ['内容真实', '不是内部事务'], else: 'stop' },
    },
  ]);
  expect(regulation.blocks.at(-1)?.says).toBe(
    '查到“词表里的词：暴力凶杀、淫秽色情”（标题、来信）：须经人看过；批准人在批准时逐条签认：内容真实、不是内部事务；不签的不得报送和发布',
  );
});

test('a check of guides runs at night', () => {
  const lines = ['over: guide', 'run: nightly', 'look: [ { find: "required-fields(basis, hours)", then: warn } ]'];
  expect(said(fence('check guides', ...lines))).toBe('每夜查办事指南，查到“办事指南缺少的要素：依据、时间”：提醒');
});

test('a finding says who finds and confirms, and what then follows', () => {
  const lines = ['name: 泄露秘密', 'about: article', 'found_by: [patrol, anyone]', 'confirmed_by: office'];
  const then = ['grades: [一般, 严重]', 'appeal: within 5 working days', 'then: withdraw unlawful'];
  const breach = 'breach: [ remind head, { do: hold-to-account, by: office } ]';
  const regulation = read(fence('finding leak', ...lines, ...then, breach));
  expect(regulation.findings?.[0]).toMatchObject({
    about: 'article',
    foundBy: ['patrol', 'anyone'],
    appeal: { n: 5, unit: 'working day' },
    withdraw: 'unlawful',
    breach: [
      { do: 'remind', post: 'head' },
      { do: 'hold-to-account', by: 'office' },
    ],
  });
  expect(regulation.blocks.at(-1)?.says).toContain(
    '稿件的问题“泄露秘密”：巡查、任何人发现，办公室认定；分为一般、严重；认定后 5 个工作日内可以申诉；认定后立即撤下（违反规定）；',
  );
});

test('a retention is read, and so is a bulletin to the public and one as feedback', () => {
  expect(said(fence('retention logs', 'keep: at least 60 days'))).toBe(
    '运行日志至少保存 60 日；几份规定要求不同的，取最长的',
  );
  expect(said(fence('bulletin b', 'every: quarter', 'shows: [published, overdue]', 'to: { column: news }'))).toBe(
    '每季度通报发布数、超期情况，登在“新闻”',
  );
  expect(said(fence('bulletin b', 'every: as needed', 'shows: breaches', 'to: each of section'))).toBe(
    '按需要通报未履行的职责，反馈给各处室',
  );
});
