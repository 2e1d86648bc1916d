/** The clock over what waits to be published: the limit of its regulation, by its weight as approved, late first (QX-8). */
import { expect, test } from 'vitest';
import { adoptAnew } from '../county.fixture.ts';
import { setClock } from '../now.ts';
import { walker } from '../walk.fixture.ts';
import { byLimit } from './limits.ts';
import { queue, today } from './lists.ts';

const w = walker();
const duty = (id: string, where: string, hours: number) =>
  [
    `\`\`\`duty ${id}`,
    'over: article',
    `where: ${where}`,
    'by: { post: publisher, of: office }',
    'from: article.approved',
  ]
    .concat('to: [article.published, article.updated]', `within: ${hours} hours`, '```', '', '')
    .join('\n');
const limited = (source: string): string =>
  source
    .replace('version: 1', 'version: 2')
    .replace(
      '```flow main-site',
      `${duty('soon', '{ weight: general }', 24)}${duty('sooner', '{ weight: important.. }', 12)}$&`,
    );
const important = { facets: { reach: 'section', weight: 'important', sensitive: 'no' } };
/** Hours after the morning of a day; 27 is 03:00 of the next. */
const at = (hour: number) => new Date(Date.parse('2030-11-25T00:00:00+08:00') + hour * 3_600_000);
const due = async (name: string, now: Date) =>
  (await queue(w.db(), w.c().person(name), now)).items.map(({ placementId, limit }) => [
    placementId,
    limit?.due ?? null,
    limit?.law.clause,
  ]);

test('E4 an approved text shows until when it is to be out, by its weight as it was approved and not as it was written', async () => {
  const before = await w.sent();
  for (const name of ['head', 'secrecy']) await w.approve(name, before);
  expect((await due('writer', new Date())).map(([id, limit]) => [id, limit])).toEqual([[before, null]]);
  expect(await w.publish('writer', before)).toMatchObject({ status: 200 });

  expect(await adoptAnew(w.c(), limited)).toMatchObject({ status: 200 });
  setClock(at(9));
  const [general, raised, grave] = [await w.sent(), await w.sent(), await w.sent('law', important)];
  await w.approve('head', general);
  await w.approve('secrecy', general);
  setClock(at(11));
  await w.approve('head', raised, { raise: { weight: 'important' } });
  for (const name of ['officeHead', 'secrecy', 'vice']) await w.approve(name, raised);
  setClock(at(15));
  for (const name of ['head', 'officeHead', 'secrecy', 'vice']) await w.approve(name, grave);
  setClock(undefined);
  expect(await due('writer', at(16))).toEqual([
    [raised, at(23).toISOString(), 'zj-portal#13.2'],
    [grave, at(27).toISOString(), 'zj-portal#13.2'],
    [general, at(33).toISOString(), 'zj-portal#13.2'],
  ]);
  const { items } = await today(w.db(), w.c().person('writer'), at(16));
  expect(items.map(({ verb, limit }) => [verb, limit?.due])).toEqual(
    [at(23), at(27), at(33)].map((one) => ['publish', one.toISOString()]),
  );
});

test('what has a limit stands before what has none, the nearest end first, then what has waited longest', () => {
  const law = { clause: '', cite: '', text: '' };
  const line = (since: string, end?: string) => ({ since, ...(end ? { limit: { due: end, law } } : {}) });
  const [a, b, c, d] = [line('2', '9'), line('3', '8'), line('1'), line('4')];
  expect([d, c, a, b].toSorted(byLimit)).toEqual([b, a, c, d]);
});
