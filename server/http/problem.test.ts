import { expect, test } from 'vitest';
import { failureOf } from './problem.ts';

const failed = (code: string) => Object.assign(new Error('x'), { code });

test('G1 a full disk and an absent database are 503 in words of their own; anything else unforeseen is a 500', () => {
  expect(failureOf(failed('53100'))).toMatchObject({ status: 503, body: { code: 'disk_full' } });
  expect(failureOf(failed('53300'))).toMatchObject({ status: 503, body: { code: 'database_away' } });
  expect(failureOf(failed('ECONNREFUSED'))).toMatchObject({ status: 503, body: { code: 'database_away' } });
  expect(failureOf(failed('55P03'))).toMatchObject({ status: 503, body: { code: 'busy' } });
  expect(failureOf(failed('23505'))).toMatchObject({ status: 500, body: { code: 'fault' } });
});
