import { expect, test } from 'vitest';
import { soundly } from '../zj.fixture.ts';
import { columnsOn } from './columns-on.ts';
import { fence, headApproves, plainFlow, sampleWith } from './sample.fixture.ts';

const flow = plainFlow('a', '{}', headApproves);
const one = (id: string) =>
  fence(`columns ${id}`, `list: [ { id: of-${id}, name: 栏目, nature: static, lead: office } ]`);
const keys = (rank: 'main' | 'sub' | undefined, ...blocks: readonly string[]) =>
  columnsOn(soundly(sampleWith(...blocks, flow)), rank).map((column) => column.id);

test('ZJ-16 a text that tells main site and sub-sites apart gives each its own columns', () => {
  expect(keys('main', one('sub'))).toEqual(['news']);
  expect(keys('sub', one('sub'))).toEqual(['of-sub']);
});

test('JY-4 a text that knows one site only gives its columns to the adopter’s site, whatever its rank', () => {
  expect(keys('main', one('site'))).toEqual(['news', 'of-site']);
  expect(keys('sub', one('site'))).toEqual(['of-site']);
});

test('where no rank is asked for, all columns count', () => {
  expect(keys(undefined, one('sub'), one('site'))).toEqual(['news', 'of-sub', 'of-site']);
});

test('the columns of one site are said as such, and a column without a name by its usual one', () => {
  const rest = fence('columns site', 'list: [ { id: rest, lead: office } ]');
  const says = soundly(sampleWith(rest, flow)).blocks.map((block) => block.says);
  expect(says).toContain('本网站栏目：其他栏目由办公室承办');
});
