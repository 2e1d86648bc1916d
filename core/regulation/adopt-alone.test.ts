/** Chains that nobody can finish where one person holds the only post and wrote himself: told, and refused only where no author can. */
import { expect, test } from 'vitest';
import { cs, csPeople, jy, jyPeople, qx, qxPeople } from '../regimes.fixture.ts';
import { bound, soundly, zj } from '../zj.fixture.ts';
import { adoptable, adviceOn } from './adopt.ts';
import { binding, bureau, holding, unit } from './bureau.fixture.ts';
import type { Organisation } from './organisation.ts';
import { fence, plainFlow, sampleWith } from './sample.fixture.ts';

const ofZj = (people: Partial<Organisation>) => adviceOn(zj.regulation, binding, { ...bureau, ...people }, []);
const told = (warnings: ReturnType<typeof ofZj>['warnings']) =>
  warnings.flatMap(({ why, says, clause }) =>
    why === 'alone' || why === 'own_text_stuck' ? [`${clause} ${says}`] : [],
  );
const stuck = '：能办这一步的只有一个人，这个人自己参与撰写的就走不完流程。请由别人撰写，或者再安排一人任职';

test('ZJ-5 a bureau with one secrecy reviewer is told that what she writes for the main site can’t be reviewed', () => {
  const led = { leading: [...bureau.leading, { person: 'fen', unit: 'office' }] };
  const { reasons, warnings } = ofZj(led);
  expect(reasons).toEqual([]);
  expect(told(warnings)).toEqual([`zj-portal#5 要由办公室的保密审查员审核的信息（主站）${stuck}`]);
  const two = [...bureau.holdings, holding('mu', 'secrecy-reviewer', 'office')];
  expect(told(ofZj({ ...led, holdings: two }).warnings)).toEqual([]);
});

test('ZJ-13.2 where no leader is in charge of the office, its head has nobody in her place for what she wrote', () => {
  expect(told(ofZj({}).warnings)).toContain(
    `zj-portal#13.2 要由办公室领导审核的信息（主站：敏感的，或者轻重为重要的）${stuck}`,
  );
});

test('ZJ-13.2 with one leader of the bureau, what he writes is told of where a leader has to decide, and only there', () => {
  const alone = ofZj({ holdings: bureau.holdings.filter(({ person }) => person !== 'ju') });
  expect(alone.reasons).toEqual([]);
  expect(told(alone.warnings)).toContain(
    `zj-portal#13.2 要由市局的分管局领导或局主要领导审定的信息（主站：敏感的，或者轻重为重要的）${stuck}`,
  );
});

test('CS-4.3 the director who writes himself can’t decide what is extremely major', () => {
  expect(told(adviceOn(cs.regulation, cs.binding, csPeople, []).warnings)).toEqual([
    `cs-portal#4.3 要由finance的局长审定的信息（轻重为特别重大）${stuck}`,
  ]);
});

test('JY-12a the main leader who writes a document can’t decide on it; everything else of his can be signed', () => {
  expect(told(adviceOn(jy.regulation, jy.binding, jyPeople, []).warnings)).toEqual([
    `jy-education-site#12a 要由edu的局主要领导审定的信息（种类为文件）${stuck}`,
  ]);
});

test('QX-6 the main leader who drafted a redesign can’t approve it; nobody to review it is told as well', () => {
  const listed = (people: Organisation) => adviceOn(qx.regulation, qx.binding, people, []).warnings;
  expect(told(listed(qxPeople))).toEqual([`qx-site#6 要由weather的主要领导审定的网站改版${stuck}`]);
  const leaderless = {
    ...qxPeople,
    holdings: qxPeople.holdings.filter(({ person }) => !['hao', 'duan'].includes(person)),
  };
  expect(listed(leaderless).map(({ says }) => says)).toContain(
    'weather的主要领导没有人任职：以后办网站改版时，没有人审定',
  );
});

const small = (...holdings: Organisation['holdings'][number][]): Organisation => ({
  units: [{ id: 'bureau', name: '某局' }, unit('office', '办公室'), unit('food', '食品处')],
  holdings,
  leading: [],
});
const sampleBound = bound('bureau', { office: ['office'], section: ['food'] });

test('where the only head writes beside others, he is told of; where he is the only writer, it is refused', () => {
  const text = soundly(sampleWith(plainFlow('a', '{}', '{ post: head, of: author.unit, act: approve }')));
  const both = [holding('zhou', 'undertaker', 'food'), holding('zhou', 'head', 'food')];
  const advice = adviceOn(text, sampleBound, small(...both, holding('lin', 'undertaker', 'food')), []);
  expect([advice.reasons, told(advice.warnings)]).toEqual([[], [`sample#2 要由食品处的负责人审批的信息${stuck}`]]);
  expect(adoptable(text, sampleBound, small(...both), []).map(({ why }) => why)).toEqual(['not_separable']);
});

test('a countersignature needs a holder of each post that it names', () => {
  const reviewer = fence('posts more', 'list: [ { id: reviewer, name: 审核人, of: section, may: [approve] } ]');
  const step = '{ post: [head, reviewer], of: author.unit, act: countersign }';
  const text = soundly(sampleWith(reviewer, plainFlow('a', '{}', step)));
  const people = [holding('lin', 'undertaker', 'food'), holding('zhou', 'head', 'food')];
  expect(adoptable(text, sampleBound, small(...people), []).map(({ says }) => says)).toEqual([
    '食品处的审核人没有人任职',
  ]);
  expect(adoptable(text, sampleBound, small(...people, holding('mi', 'reviewer', 'food')), [])).toEqual([]);
  expect(
    told(adviceOn(text, sampleBound, small(...people, holding('mi', 'reviewer', 'food')), []).warnings),
  ).toHaveLength(2);
});
