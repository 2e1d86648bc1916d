import { expect, test } from 'vitest';
import { bound, soundly, substation, zj } from '../zj.fixture.ts';
import { adoptable, adviceOn, listedAt, type Reason } from './adopt.ts';
import { binding, bureau, holding, unit } from './bureau.fixture.ts';
import { actingIn, type Organisation } from './organisation.ts';
import { fence, headApproves, plainFlow, sampleWith } from './sample.fixture.ts';
import type { Binding } from './types.ts';

const codes = (reasons: readonly Reason[]) => reasons.map((reason) => `${reason.why} ${reason.clause ?? ''}`.trim());
const ask = (change: Partial<Binding>, people: Partial<Organisation> = {}) =>
  adoptable(zj.regulation, { ...binding, ...change }, { ...bureau, ...people }, []);
const without = (...persons: readonly string[]) => ({
  holdings: bureau.holdings.filter((one) => !persons.includes(one.person)),
});

test('a bureau that has everybody ZJ needs may adopt it', () => {
  expect(ask({})).toEqual([]);
});

test.each<readonly [string, Partial<Binding>, readonly string[]]>([
  ['a role without a unit', { roles: { ...binding.roles, office: [] } }, ['role_unbound']],
  [
    'one unit asked for, and two given',
    { roles: { ...binding.roles, office: ['office', 'centre'] } },
    ['role_unbound'],
  ],
  ['a unit that is not there', { roles: { ...binding.roles, legal: ['ghost'] } }, ['unit_unknown']],
  [
    'a business office that is no section',
    { roles: { ...binding.roles, business: ['branch'] } },
    ['role_unbound', ...Array(5).fill('lead_unbound zj-portal#16.6')],
  ],
  ['a role that the text does not have', { roles: { ...binding.roles, ofice: ['office'] } }, ['role_unknown']],
  ['a column without a lead', { leads: { ...binding.leads, topics: [] } }, ['lead_unbound zj-portal#16.6']],
  [
    'a lead that is no business office',
    { leads: { ...binding.leads, topics: ['legal'] } },
    ['lead_unbound zj-portal#16.6'],
  ],
  [
    'a reading that was not confirmed',
    { readings: binding.readings.filter((one) => one !== 'step secrecy') },
    ['reading_unconfirmed zj-portal#5'],
  ],
  ['an adopter that is not there', { unit: 'ghost' }, ['unit_unknown']],
])('%s is refused', (_name, change, expected) => {
  expect(codes(ask(change))).toEqual(expected);
});

test.each<readonly [string, Partial<Organisation>, readonly string[]]>([
  ['no secrecy reviewer', without('mi'), ['nobody_holds zj-portal#5']],
  ['no leaders at all', without('fen', 'ju'), ['nobody_holds zj-portal#13.2']],
  ['no publisher in the office', without('fa'), ['nobody_publishes zj-portal#13.2']],
  [
    'nobody who may withdraw',
    { holdings: bureau.holdings.filter((one) => !['lin', 'fa', 'guan'].includes(one.person)) },
    ['nobody_withdraws'],
  ],
])('a bureau with %s is refused', (_name, people, expected) => {
  expect(codes(ask({}, people))).toEqual(expected);
});

test('one leader of either kind is enough', () => {
  expect(ask({}, without('fen'))).toEqual([]);
  expect(ask({}, without('ju'))).toEqual([]);
});

test('a head who writes alone needs the leader in charge; where nobody is, it is refused', () => {
  const alone = {
    holdings: [...bureau.holdings.filter((one) => one.person !== 'lin'), holding('zhou', 'undertaker', 'food')],
  };
  expect(ask({}, alone)).toEqual([]);
  expect(codes(ask({}, { ...alone, leading: [] }))).toEqual(['not_separable zj-portal#13.2']);
});

test('one person in two posts that stay apart is no way through', () => {
  const apart = fence(
    'posts more',
    'list: [ { id: reviewer, of: office, may: [approve] } ]',
    'apart: [[head, reviewer]]',
  );
  const text = soundly(
    sampleWith(apart, plainFlow('a', '{}', headApproves, '{ post: reviewer, of: office, act: review }')),
  );
  const small: Organisation = {
    units: [{ id: 'bureau', name: '某局' }, unit('office', '办公室'), unit('food', '食品处')],
    holdings: [
      holding('lin', 'undertaker', 'food'),
      holding('zhou', 'head', 'food'),
      holding('zhou', 'reviewer', 'office'),
    ],
    leading: [],
  };
  const sample = bound('bureau', { office: ['office'], section: ['food'] });
  expect(adoptable(text, sample, small, [])).toEqual([
    {
      why: 'not_separable',
      says: '食品处的主办人员写的信息走不完流程：要批的人只有写的人自己，或者同一人任了不能兼的岗位',
      clause: 'sample#2',
    },
  ]);
  const more = { ...small, holdings: [...small.holdings, holding('mi', 'reviewer', 'office')] };
  expect(adoptable(text, sample, more, [])).toEqual([]);
});

const branchPeople: Organisation = {
  ...bureau,
  holdings: [
    ...bureau.holdings,
    holding('xin', 'information-officer', 'branch-quality'),
    holding('ke', 'head', 'branch-quality'),
    holding('zong', 'administrator', 'branch-office'),
    holding('fju', 'main-leader', 'branch'),
  ],
};

test('a branch may adopt its own rule under ZJ', () => {
  expect(adoptable(substation.regulation, substation.binding, branchPeople, [zj])).toEqual([]);
});

test('R3 a branch’s own rule that asks for less than ZJ-13.3 is refused, and an equal one under another name is not', () => {
  const weak = (act: string) => {
    const flows = substation.regulation.flows.map((flow) => ({
      ...flow,
      steps: flow.steps.slice(0, 1).map((step) => ({ ...step, act: act as 'review' })),
    }));
    return adoptable({ ...substation.regulation, flows }, substation.binding, branchPeople, [zj]);
  };
  expect(weak('review')).toEqual([
    { why: 'below_floor', says: expect.stringContaining('流程达不到上级规定的底线'), clause: 'zj-portal#13.3' },
  ]);
  expect(weak('decide')).toEqual([]);
});

test.each([
  ['laxer than ZJ-14', 'over: column notices', 'at least 1 per month', ['laxer sample#2']],
  ['as strict', 'over: column notices', 'at least 1 per week', []],
  ['stricter', 'over: column notices', 'at least 2 per week', []],
  ['about another column', 'over: column others', 'at least 1 per month', []],
])('R3 a unit’s own duty that is %s is reported to whoever adopts it', (_how, over, rate, told) => {
  const duty = (id: string, where: string, often: string) =>
    fence(`duty ${id}`, where, 'by: column.lead', 'event: article.published', `rate: ${often}`);
  const columns = fence(
    'columns site',
    'list:',
    '  - { id: notices, name: 通知, nature: dynamic, lead: office }',
    '  - { id: others, name: 其他, nature: dynamic, lead: office }',
  );
  const roles = { office: ['office'], section: ['office', 'food'] };
  const own = soundly(sampleWith(columns, plainFlow('a', '{}', headApproves), duty('own', over, rate)));
  const upper = soundly(
    sampleWith(
      columns,
      plainFlow('a', '{}', headApproves),
      duty('upper', 'over: column notices', 'at least 1 per week'),
    ),
  );
  const above = { versionId: 'v', adoptionId: 'a', binding: bound('bureau', roles), regulation: upper };
  const { warnings } = adviceOn(own, bound('bureau', roles), bureau, [above]);
  expect(codes(warnings.filter(({ why }) => why === 'laxer'))).toEqual(told);
});

test('where the lead of a column publishes, each column’s lead needs somebody for it', () => {
  const text = soundly(
    sampleWith(
      fence('columns site', 'list: [ { id: work, name: 工作, nature: dynamic, lead: one of section } ]'),
      fence('posts more', 'list: [ { id: publisher, of: section, may: [publish] } ]'),
      fence('flow a', 'for: {}', `steps: [ ${headApproves} ]`, 'publish: { by: { post: publisher, of: column.lead } }'),
    ),
  );
  const sample = { ...bound('bureau', { office: ['office'], section: ['office', 'food'] }), leads: { work: ['food'] } };
  const people = { ...bureau, holdings: [...bureau.holdings, holding('fa', 'publisher', 'office')] };
  expect(adoptable(text, sample, people, []).map((reason) => reason.says)).toEqual([
    '食品处的信息发布人员没有人任职，信息没有人发布',
  ]);
  const more = { ...people, holdings: [...people.holdings, holding('zhou', 'publisher', 'food')] };
  expect(adoptable(text, sample, more, [])).toEqual([]);
});

test('a value that is not set, or set to something else than it is, is refused', () => {
  const source = sampleWith(plainFlow('a', '{}', headApproves)).replace(
    'scale:',
    'values: { promptly: { name: 及时, is: duration, suggest: 5 working days } }\nscale:',
  );
  const sample = bound('bureau', { office: ['office'], section: ['food'] });
  const withValue = (values: Binding['values']) => adoptable(soundly(source), { ...sample, values }, bureau, []);
  expect(withValue({})).toEqual([{ why: 'value_unset', says: '“及时”还没有定，建议 5 个工作日' }]);
  expect(codes(withValue({ promptly: '五天' }))).toEqual(['value_wrong']);
  // What nobody could reckon with later is refused now.
  expect(withValue({ promptly: '1.5 days' })).toEqual([
    { why: 'value_wrong', says: '“及时”定的是“1.5 days”，不能这样写：时长要写整数' },
  ]);
  expect(codes(withValue({ promptly: { a: '3 days', b: 'soon' } }))).toEqual(['value_wrong']);
  expect(withValue({ promptly: '3 working days' })).toEqual([]);
});

test('moves of later are called by what people do, not by their key', () => {
  const posts = fence('posts more', 'list: [ { id: reviewer, of: office, may: [approve] } ]');
  const flow = fence(
    'flow post-office',
    'for: { move: filing.mailbox.open }',
    'steps: [ { post: reviewer, of: office, act: approve } ]',
  );
  const register = fence('filing mailbox', 'extends: mailbox', 'is: register', 'filed_by: section');
  const text = soundly(sampleWith(posts, plainFlow('a', '{}', headApproves), register, flow));
  const { warnings } = adviceOn(text, bound('bureau', { office: ['office'], section: ['food'] }), bureau, []);
  expect(warnings.map(({ says }) => says)).toContain('办公室的审核人没有人任职：以后办邮箱登记开设时，没有人审批');
});

test('gates that stay shut and moves that nobody may make are listed', () => {
  expect(listedAt(zj.regulation, binding, bureau, [])).toEqual([
    { why: 'gate_shut', says: expect.stringContaining('“子网站建设方案备案”'), clause: 'zj-portal#10' },
  ]);
  const nobody = listedAt(zj.regulation, binding, { ...bureau, ...without('lin') }, []);
  expect(nobody.map((reason) => reason.says)).toContain('现在没有人可以报送信息');
});

test('a publication that waits for an event is listed; a step that edits is carried out', () => {
  const posts = fence('posts more', 'list: [ { id: responsible-editor, of: office, may: [edit] } ]');
  const flow = fence(
    'flow a',
    'for: {}',
    `steps: [ { post: responsible-editor, of: office, act: edit }, ${headApproves} ]`,
    'publish: { by: author, after: article.saved }',
  );
  const text = soundly(sampleWith(posts, flow));
  const listed = listedAt(text, bound('bureau', { office: ['office'], section: ['food'] }), bureau, []);
  expect(codes(listed)).toEqual(['gate_shut sample#2']);
});

test('a leader in charge acts as vice leader of the unit only while a vice leader above it', () => {
  const derived = actingIn(bureau).slice(bureau.holdings.length);
  expect(derived).toEqual([holding('fen', 'vice-leader', 'food')]);
  expect(actingIn({ ...bureau, leading: [{ person: 'he', unit: 'food' }] })).toHaveLength(bureau.holdings.length);
  const below = {
    ...bureau,
    holdings: [holding('fen', 'vice-leader', 'food')],
    leading: [{ person: 'fen', unit: 'bureau' }],
  };
  expect(actingIn(below)).toEqual(below.holdings);
});
