import { expect, test } from 'vitest';
import { csv } from './save-table.ts';

test('a table is written with its mark, quotes where they are needed, and nothing that a spreadsheet would reckon', () => {
  expect(
    csv([
      ['对象', '情况'],
      ['通知公告', 3],
      ['他说"好",\n走了', '=1+1'],
      ['@甲', '-2'],
      ['甲=乙', ''],
    ]),
  ).toBe('\uFEFF对象,情况\r\n通知公告,3\r\n"他说""好"",\n走了",\'=1+1\r\n\'@甲,\'-2\r\n甲=乙,\r\n');
});
