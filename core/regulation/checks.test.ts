import { expect, test } from 'vitest';
import { readRegulation } from './read.ts';
import { blocksFrom, fence, headApproves, plainFlow, sampleWith } from './sample.fixture.ts';
import type { Fault } from './types.ts';

const says = (faults: readonly Fault[]): readonly string[] =>
  faults.map((fault) => `${fault.line - blocksFrom}:${fault.column} ${fault.warn ? '提示 ' : ''}${fault.message}`);
const faultsOf = (...blocks: readonly string[]) => says(readRegulation(sampleWith(...blocks)).faults);

const leaderDecides = '{ post: vice-leader, of: self, act: decide }';

test.each<readonly [string, string, string]>([
  [
    'a column that nobody leads',
    fence('columns main', 'list: [ { id: law, name: 法规, nature: static } ]'),
    '1:15 栏目“law”没有承办单位（lead、parts 或 per）',
  ],
  [
    'a column named twice',
    fence('columns main', 'list: [ { id: news, name: 新闻 } ]'),
    '1:27 “news”的名称在第 18 行已经写过：全文只写一次',
  ],
  [
    'a column led by two articles differently',
    fence('columns main', 'list: [ { id: news, lead: section, share: any } ]'),
    '1:27 “news”的 lead 与第 18 行写的不一样：请改成一致，或只留一处',
  ],
  [
    'a plural lead that nobody says how to share',
    fence('columns main', 'list: [ { id: law, name: 法规, nature: static, lead: section } ]'),
    '1:52 几个单位共同承办：要写 share: any（共一笔账）、share: each（各一笔账），或 per: unit in 角色',
  ],
  [
    'a part that is given to two',
    fence(
      'remit r',
      'list:',
      '  - { for: { site: main }, part: daily, who: office }',
      '  - { part: daily, who: self }',
    ),
    '3:25 “日常维护”（daily）在第 34 行已经给了 office，这里又给 self：一部分只能归一家',
  ],
  [
    'a step for a post that is not declared',
    plainFlow('a', '{}', '{ post: main-leader, of: self, act: decide }'),
    '3:13 流程要“主要领导”（main-leader）来办，可是这个岗位在 posts 块里没有声明：请在 posts 块里写 may: [approve]',
  ],
  [
    'a step for a post that may do something else',
    plainFlow('a', '{}', '{ post: head, of: office, act: edit }'),
    '3:13 流程要“负责人”（head）来办，可是这个岗位没有“edit”（编辑）：请在 posts 块里写 may: [edit]',
  ],
  [
    'a publisher that may not publish',
    fence('flow a', 'for: {}', `steps: [ ${headApproves} ]`, 'publish: { by: { post: head, of: office } }'),
    '3:10 流程要“负责人”（head）来办，可是这个岗位没有“publish”（发布）：请在 posts 块里写 may: [publish]',
  ],
  [
    'a flow without publish',
    fence('flow a', 'for: {}', `steps: [ ${headApproves} ]`),
    '1:1 缺少 publish：审批完了由谁发布',
  ],
  [
    'a flow whose last publisher has a condition',
    fence('flow a', 'for: {}', 'steps: []', 'publish: { when: { sensitive: no }, by: author }'),
    '3:10 publish 的最后一条不能带 when：否则有的信息没有人发布',
  ],
  [
    'a floor that has steps as well',
    fence('flow a', 'for: { site: sub }', 'steps: []', 'set_by: site.owner', 'least: []'),
    '2:8 底线（set_by、least）和步骤（steps）只能写一样',
  ],
  [
    'a content without a chain in a target that is claimed',
    plainFlow('a', '{ site: main, weight: general }', headApproves),
    '1:6 有的情形没有流程：网站=主站，轻重=重要',
  ],
  [
    'a content for which no step is left',
    plainFlow('a', '{}', '{ post: head, of: author.unit, act: approve, when: { sensitive: yes } }'),
    '3:3 有的情形一步也没有：敏感=不敏感',
  ],
  [
    'a flow that is about nothing',
    plainFlow('a', '{ weight: [] }', headApproves),
    '1:6 流程 a 不管任何情形：请检查 for',
  ],
])('%s is told', (_name, block, fault) => {
  expect(faultsOf(block)).toContain(fault);
});

const editor = fence('posts more', 'list: [ { id: responsible-editor, of: office, may: [edit] } ]');
const late = '“编辑”要排在别的步骤前面：批准针对确定的文本，批准以后再改就要重新批';

test('QX-8 editing after an approval is told; editing first is taken', () => {
  const edits = '{ post: responsible-editor, of: office, act: edit }';
  expect(faultsOf(plainFlow('a', '{}', headApproves, edits), editor)).toEqual([`4:50 ${late}`]);
  expect(faultsOf(plainFlow('a', '{}', edits, edits, headApproves), editor)).toEqual([]);
});

test('an added step that edits anywhere but first is told', () => {
  const added = (place: string) =>
    fence('step b', 'for: {}', 'add: { post: responsible-editor, of: office, act: edit }', `place: ${place}`);
  const flow = plainFlow('a', '{}', headApproves);
  expect(faultsOf(added('last'), flow, editor)).toEqual([`3:8 ${late}`]);
  expect(faultsOf(added('first'), flow, editor)).toEqual([]);
});

test('two flows that cross are told, with an example', () => {
  const faults = faultsOf(
    plainFlow('a', '{ weight: important }', headApproves),
    plainFlow('b', '{ sensitive: yes }', headApproves),
    plainFlow('c', '{}', headApproves),
  );
  expect(faults).toContain('8:6 流程 b 和 a（第 32 行）都管这种情形，又分不出哪个更具体：轻重=重要，敏感=敏感');
  expect(faults).toHaveLength(1);
});

test('of two flows of which one takes all that the other takes, the special one counts', () => {
  const general = plainFlow('a', '{}', headApproves);
  const special = plainFlow('b', '{ weight: important }', headApproves, leaderDecides);
  const { regulation, faults } = readRegulation(sampleWith(general, special));
  expect(faults).toEqual([]);
  expect(regulation?.flows.map((flow) => flow.id)).toEqual(['b', 'a']);
});

test('two flows for the same are told', () => {
  const faults = faultsOf(
    plainFlow('a', '{ site: main }', headApproves),
    plainFlow('b', '{ site: main }', headApproves),
  );
  expect(faults).toEqual(['8:6 流程 b 和 a（第 32 行）都管这种情形，又分不出哪个更具体：网站=主站']);
});

const dropping = (...more: readonly string[]) =>
  fence(
    'flow a',
    'for: {}',
    'steps:',
    '  - { post: head, of: author.unit, act: approve, when: { sensitive: no } }',
    '  - { post: vice-leader, of: self, act: decide }',
    'publish: { by: author }',
    ...more,
  );

test('a rise that drops a step is told', () => {
  expect(faultsOf(dropping())).toEqual([
    '3:3 从（敏感=不敏感）提高到（敏感=敏感），反而少了一步“author.unit 的负责人审批”：原文真是这样，就在块里写 reading',
  ]);
});

test('a rise that drops a step is taken where a reading says that the text means it', () => {
  expect(faultsOf(dropping('reading: 敏感的由分管领导直接审定'))).toEqual([]);
});

test('a rise between two flows that drops a step is told as well', () => {
  const faults = faultsOf(plainFlow('a', '{}', headApproves), plainFlow('b', '{ weight: important.. }', leaderDecides));
  expect(faults.map((fault) => fault.slice(0, 26))).toEqual(['10:3 从（轻重=一般）提高到（轻重=重要），反而']);
});

test('a decision by the same post covers an approval', () => {
  const higher = '{ post: head, of: author.unit, act: decide }';
  expect(faultsOf(plainFlow('a', '{}', headApproves), plainFlow('b', '{ weight: important }', higher))).toEqual([]);
});

test('a joined step that a rise drops is told', () => {
  const joined = fence(
    'step s',
    'for: { sensitive: no }',
    'add: { post: head, of: office, act: review }',
    'place: last',
  );
  expect(faultsOf(plainFlow('a', '{}', headApproves), joined)[0]).toContain('反而少了一步“办公室 的负责人审核”');
});

test('more combinations than anybody can follow are refused, and the facets named', () => {
  const facets = ['a', 'b', 'c', 'd', 'e', 'f'];
  const values = Array.from({ length: 7 }, (_, i) => `v${i}`).join(', ');
  const many = sampleWith(
    plainFlow('a', `{ ${facets.map((facet) => `${facet}: [${values}]`).join(', ')} }`, headApproves),
  ).replace('scale:', `facets: { ${facets.map((facet) => `${facet}: [${values}]`).join(', ')} }\nscale:`);
  const { faults } = readRegulation(many);
  expect(faults.map((fault) => fault.message)).toEqual([
    '流程要分的情形超过 50000 种：a（7 种） × b（7 种） × c（7 种） × d（7 种） × e（7 种） × f（7 种）。请少用几个分类',
  ]);
});

test('a note under a sentence of duty is a warning, and the regulation stands', () => {
  const source = sampleWith(fence('note a', 'kind: principle', 'why: 甲')).replace(
    '试文。',
    '各处室应当每日更新，不得转载。',
  );
  const { regulation, faults } = readRegulation(source);
  expect(regulation?.slug).toBe('sample');
  expect(says(faults)).toEqual(['0:4 提示 这一条只有说明，条文里却有“应当”：真的没有可执行的要求吗？']);
});

test('words that only look like duty are no warning', () => {
  const source = sampleWith(fence('note a', 'kind: principle', 'why: 甲')).replace(
    '试文。',
    '适应、响应、供应、应急、应用和相应的工作。',
  );
  expect(readRegulation(source).faults).toEqual([]);
});

test('posts kept apart that the file does not declare are told', () => {
  const apart = fence('posts b', 'list: []', 'apart: [[head, publisher]]');
  expect(faultsOf(apart)).toEqual([
    '2:9 没有在 posts 块里声明的岗位“publisher”；可以写：undertaker、head、vice-leader',
  ]);
});

test('a post whose id is almost a standard one is a warning', () => {
  const slip = fence('posts b', 'list: [ { id: adminstrator, name: 网站管理员, of: office } ]');
  expect(faultsOf(slip)).toEqual(['1:15 提示 岗位编号“adminstrator”和标准岗位“administrator”只差一点：是不是写错了？']);
});

test('the same part given to the same unit by two articles is no clash', () => {
  const twice = fence(
    'remit r',
    'list:',
    '  - { part: daily, who: office }',
    '  - { for: { site: sub }, part: daily, who: office }',
  );
  expect(faultsOf(twice)).toEqual([]);
});

test('a scale that is not rising, a facet that exists, a role that is reserved are told in the front matter', () => {
  const source = sampleWith(fence('note a', 'kind: purpose', 'why: 甲'))
    .replace('weight: [general, important]', 'weight: [important, general]')
    .replace('  office: ', '  self: { name: 某局, is: unit }\n  office: ')
    .replace('scale:', 'facets: { kind: [甲] }\nscale:');
  expect(readRegulation(source).faults.map((fault) => fault.message)).toEqual([
    '“self”是保留的词，不能作角色的代号',
    '“kind”是系统已有的分类：要限定取值请写在 scale 里',
    'weight 的取值要由低到高写：general、important、major、extreme',
  ]);
});

test.each([
  ['from adoption', { from: 'adoption' }],
  ['2010-01-01..', { from: '2010-01-01' }],
  ['2010-01-01..2012-02-29', { from: '2010-01-01', until: '2012-02-29' }],
])('in_force: %s', (text, expected) => {
  const source = sampleWith(fence('note a', 'kind: purpose', 'why: 甲')).replace('from adoption', text);
  expect(readRegulation(source).regulation?.inForce).toEqual(expected);
});

test.each([
  ['2011-02-29..', '没有 2011-02-29 这一天'],
  ['2012-01-01..2011-01-01', '终止日要晚于起始日'],
  ['2012年', '没有写法“2012年”；可以写：from adoption 或 YYYY-MM-DD..'],
])('in_force: %s is told', (text, message) => {
  const source = sampleWith(fence('note a', 'kind: purpose', 'why: 甲')).replace('from adoption', text);
  expect(readRegulation(source).faults.map((fault) => fault.message)).toEqual([message]);
});

test.each([
  ['duration', '5 working days', true],
  ['duration', '24 hours', true],
  ['duration', '5 workdays', false],
  ['duration', '五天', false],
  ['period', 'half-year', true],
  ['period', 'fortnight', false],
  ['clock', '23:59', true],
  ['clock', '24:00', false],
  ['number', '1.5', true],
  ['number', '1.5.2', false],
])('a %s is suggested as %s: %s', (is, suggest, sound) => {
  const value = `values:\n  promptly: { name: 及时, is: ${is}, suggest: "${suggest}" }\nscale:`;
  const source = sampleWith(fence('note a', 'kind: purpose', 'why: 甲')).replace('scale:', value);
  expect(readRegulation(source).faults.length === 0).toBe(sound);
});
