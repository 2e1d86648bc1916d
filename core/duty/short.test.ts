/** Headings and sentences of the library's duties hold no word of the notation: a clerk reads them. */
import { expect, test } from 'vitest';
import { regulationFile, soundly } from '../zj.fixture.ts';
import { sayShort } from './say.ts';

const texts =
  'zj-portal jy-education-site cs-portal qx-site cx-portal ms-assessment hd-interaction dq-enterprise-portal'
    .split(' ')
    .concat('national-2019')
    .map((slug) => soundly(regulationFile(`${slug}.md`)));

const shortOf = (slug: string, id: string): string => {
  const regulation = texts.find((one) => one.slug === slug);
  const duty = regulation?.duties?.find((one) => one.id === id);
  if (!regulation || !duty) throw new Error(`${slug} has no duty ${id}`);
  return sayShort(duty.does, regulation);
};

test('a duty without a name of its own is called by what it asks, filings by what people call them', () => {
  expect(shortOf('jy-education-site', 'trained')).toBe('每个周期（「培训周期」）至少 1 次培训记录的培训日期');
  expect(shortOf('zj-portal', 'plan-exists')).toBe('应急预案在册');
});

test('no heading and no sentence of a block holds a word of the notation', () => {
  const latin = /[a-z]{3,}/;
  const found = texts.flatMap((regulation) => [
    ...(regulation.duties ?? []).map((duty) => duty.name ?? sayShort(duty.does, regulation)),
    ...regulation.blocks.map(({ says }) => says),
  ]);
  expect(found.length).toBeGreaterThan(400);
  expect(found.filter((one) => latin.test(one))).toEqual([]);
});
