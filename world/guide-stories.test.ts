/** docs/guide/stories.md against the county that it tells of: every name, every link, every number. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../server/db/package-root.ts';
import { adoptions, later } from './adoptions.ts';
import { stories } from './articles.ts';
import { newcomer, people, postsOf, type UnitName, units } from './county.ts';
import { textOf } from './laws.ts';
import type { Story } from './story.ts';

const folder = join(packageRoot(), 'docs/guide');
const guide = readFileSync(join(folder, 'stories.md'), 'utf8');
const published = stories.filter(({ life }) => life.at(-1)?.[0] === 'publish');
const of = (by: Story['by'], column?: string) =>
  published.filter((story) => story.by === by && (column === undefined || story.column === column));

test('whoever is named in bold is a person or a unit of the county', () => {
  const known = new Set([...Object.values(people), ...Object.values(units)].map(({ name }) => name as string));
  const named = [...guide.matchAll(/\*\*([^*]+)\*\*/g)].map(([, name = '']) => name);
  const plain = named.filter((name) => !/[：。]/.test(name));
  expect(plain.length).toBeGreaterThan(30);
  expect(plain.filter((name) => !known.has(name))).toEqual([]);
});

test('each regulation that the county adopted has its story, under its title and with its adopter', () => {
  const rows = guide.split('\n').filter((line) => line.startsWith('| 《'));
  const told = rows.map((row) => [/《(.+?)》 \|/.exec(row)?.[1], /\| \*\*(.+?)\*\* \|/.exec(row)?.[1]].join(' '));
  const adopted = adoptions.map(({ file, unit }) => `${textOf(file).regulation.title} ${units[unit].name}`);
  // The titles of three end in （试行）, which a story needn't say.
  const short = (all: readonly string[]) => all.map((one) => one.replace('（试行）', '')).sort();
  expect(short(told)).toEqual(short(adopted));
});

test('the numbers are those of the county', () => {
  expect(guide).toContain(`**龚晓岚**一年写了 ${of('gong').length} 篇`);
  expect(guide).toContain(
    `**石敏**写过 ${of('shi').length} 篇，最近一篇在 ${Math.min(...of('shi').map((s) => s.ago))} 个工作日以前`,
  );
  expect(guide).toContain(`**毛丽**在工作动态写了 ${of('mao', 'work-news').length} 篇`);
  expect(of('lai').filter(({ unit }) => unit === 'minePlan')).toEqual([]);
});

test('one unit alone has somebody for its mail, and the writer of the silent one writes for another first', () => {
  const all = (Object.keys(people) as Story['by'][]).flatMap(postsOf);
  const mail = all.filter(([post]) => post === 'postmaster').map(([, unit]) => unit);
  expect(mail).toEqual(['lakePublicity'] satisfies UnitName[]);
  expect(postsOf('lai')[0]).toEqual(['information-officer', 'mineCentre']);
});

test('what changed this month is as old as it says, and about the texts that it names', () => {
  expect([later[0]?.unit, later[0]?.ago, newcomer.unit, newcomer.ago]).toEqual(['yunxi', 8, 'yunling', 6]);
  const of = (word: string) =>
    stories
      .filter(({ life }) => life.at(-1)?.[0] === word)
      .map(({ by, text, ago }) => ({ by, title: text.title, ago }));
  expect(of('force')).toMatchObject([{ by: 'su', ago: 2 }]);
  expect(of('confirm').map(({ by }) => by)).toContain('cao');
  expect(guide).toContain(`“${of('confirm').find(({ by }) => by === 'cao')?.title}”`);
  expect(stories.find(({ by, text }) => by === 'cao' && text.title.includes('窗口搬家'))?.text.lastDay).toBe(-1);
  // 沈雁秋 decides nothing in the last twelve working days.
  const decided = stories.filter(({ life }) => life.some((deed) => deed[0] === 'approve' && deed[1] === 'shen'));
  expect(decided.map(({ ago }) => ago).filter((ago) => ago <= 12)).toEqual([]);
});

test('its links lead somewhere', () => {
  const links = [...guide.matchAll(/\]\(([^)#]+)/g)].map(([, path = '']) => path);
  expect(links.filter((path) => !existsSync(join(folder, path)))).toEqual([]);
  expect(links.length).toBeGreaterThan(0);
});
