import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const script = fileURLToPath(new URL('zone.fixture.ts', import.meta.url));

type Reckoned = { day: string; from: number; to: number; over: readonly number[]; week: object; month: object };
async function reckonIn(zone: string) {
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', script], {
    env: { ...process.env, TZ: zone },
  });
  return JSON.parse(stdout) as { offset: number; reckoned: readonly Reckoned[]; last: string; days: number };
}

test('E4 · I9 days, deadlines and periods are those of Shanghai, whatever the time zone of the process', async () => {
  const zones = ['UTC', 'America/New_York', 'Asia/Shanghai'];
  const [utc, york, shanghai] = await Promise.all(zones.map(reckonIn));
  // The processes really ran in three zones: minutes behind UTC on 1 January.
  expect([utc?.offset, york?.offset, shanghai?.offset]).toEqual([0, 300, -480]);
  expect(york?.reckoned).toEqual(utc?.reckoned);
  expect(shanghai?.reckoned).toEqual(utc?.reckoned);
  expect(utc?.reckoned.map(({ day }) => day)).toEqual(['2026-11-01', '2026-11-02', '2027-01-01', '2028-02-29']);
  // By hand: 2 November 2026 is a Monday. Its end; then the ends of 5, 5, 23 November and 2 February; and three hours.
  const monday = utc?.reckoned[1];
  const ends = ['2026-11-06', '2026-11-06', '2026-11-24', '2027-02-03'].map((day) => Date.parse(`${day}T00:00+08:00`));
  expect(monday?.to).toBe(Date.parse('2026-11-03T00:00+08:00'));
  expect(monday?.over).toEqual([...ends, Date.parse('2026-11-02T03:00+08:00')]);
  for (const one of [utc, york, shanghai]) expect([one?.last, one?.days]).toEqual(['2024-10-03', 20_000]);
});
