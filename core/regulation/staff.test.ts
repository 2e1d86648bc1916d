/** Posts against people, and who really sits where, over the bureau of core/zj.fixture.ts. */
import { expect, test } from 'vitest';
import { bound, inForce, regulationFile, soundly, zjBinding } from '../zj.fixture.ts';
import { seatsOf, unitsMeant } from './seats.ts';
import { conflictsOf, type Held, positionsOf } from './staff.ts';

const zj = inForce(soundly(regulationFile('zj-portal.md')), zjBinding);
const branch = inForce(
  soundly(regulationFile('substation-portal.md')),
  bound('branch', { section: ['branch'], office: ['branch'] }),
);
const held = (list: string): readonly Held[] =>
  list.split(', ').map((words) => {
    const [person = '', post = '', unit = ''] = words.split(' ');
    return { person, post, unit, since: '2026-01-01T00:00:00.000Z' };
  });
const wrongs = (list: string) =>
  positionsOf([zj, branch], held(list)).flatMap(({ unit, name, wrong }) =>
    wrong ? [`${unit} ${name}：${wrong}`] : [],
  );

test('ZJ-6.1 a post lacks its least, is filled, or holds more than it may', () => {
  const all = wrongs('ann head quality, bob head quality, cai undertaker quality');
  expect(all).toContain('quality 处室负责人：至多 1 人，现在有 2 人');
  expect(all).toContain('legal 处室负责人：至少要有 1 人，现在没有人');
  expect(all.filter((one) => one.startsWith('quality'))).toHaveLength(1);
});

test('ZJ-13.2 the office calls its head otherwise than the sections do', () => {
  const heads = positionsOf([zj], []).filter((one) => one.post === 'head');
  expect(heads.find((one) => one.unit === 'office')?.name).toBe('办公室领导');
  expect(heads.find((one) => one.unit === 'legal')?.name).toBe('处室负责人');
});

test('ZJ-19 rights of two texts to one post stand beside each other, each under its article', () => {
  const admin = positionsOf([zj, branch], []).find((one) => one.unit === 'branch' && one.post === 'administrator');
  expect(admin?.rights).toEqual([
    { verbs: [], clause: 'zj-portal#19' },
    { verbs: ['withdraw'], clause: 'substation-portal#3' },
  ]);
});

test('who holds a post that no text knows is shown without any right', () => {
  const strange = positionsOf([branch], held('dee reviewer legal')).find((one) => one.unit === 'legal');
  expect(strange).toMatchObject({ name: '审核人', rights: [], holders: [{ person: 'dee' }] });
  expect(strange).not.toHaveProperty('wrong');
});

test('ZJ-6.1 undertaker and head on one person are a conflict; in two units only where the same article could meet both', () => {
  const list =
    'ann undertaker quality, ann head quality, bob undertaker quality, bob head legal, cai head legal, cai head party';
  const people = conflictsOf([zj], held(list)).map(({ person, same, clause }) => [person, same, clause]);
  expect(people).toEqual([
    ['ann', true, 'zj-portal#6.1'],
    ['bob', false, 'zj-portal#6.1'],
  ]);
  expect(conflictsOf([branch], held(list))).toEqual([]);
});

test('a reference means the real units of its adoption', () => {
  expect(unitsMeant('self', zj, [])).toEqual(['bureau']);
  expect(unitsMeant('office', zj, [])).toEqual(['office']);
  expect(unitsMeant('site.owner', zj, ['bureau', 'branch', 'branch'])).toEqual(['bureau', 'branch']);
  expect(unitsMeant('author.unit', branch, [])).toEqual(['branch']);
  expect(unitsMeant('column.lead', branch, [])).toEqual(['branch']);
  expect(unitsMeant('leg.unit', zj, [])).toEqual([]);
});

test('a seat names everybody who holds the post in its unit, and stays empty where nobody does', () => {
  const acting = held('ann head office, bob vice-leader bureau, cai main-leader bureau');
  expect(seatsOf({ post: ['vice-leader', 'main-leader'], of: 'self' }, zj, [], acting)).toEqual([
    { unit: 'bureau', people: ['bob', 'cai'] },
  ]);
  expect(seatsOf({ post: ['secrecy-reviewer'], of: 'office' }, zj, [], acting)).toEqual([
    { unit: 'office', people: [] },
  ]);
});
