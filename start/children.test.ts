import { rmSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import { smallDisk } from '../server/away.fixture.ts';
import { memory } from './children.mjs';

let disk: ReturnType<typeof smallDisk> | undefined;
afterEach(() => disk?.remove());

test('I5 a child that is started again on a full disk is simply not remembered, and is once there is room', () => {
  disk = smallDisk('children', 1);
  const children = memory(disk.disk);
  disk.fill();
  children.note('inside')(process.pid);
  expect(children.leftBehind()).toEqual([]);
  disk.free();
  children.note('edge')(process.pid);
  expect(children.leftBehind().map(({ name }) => name)).toEqual(['inside', 'edge']);
  rmSync(`${disk.disk}/children.json`);
  expect(children.leftBehind()).toEqual([]);
});
