/** The duties of the ledger against a judge that shares nothing with them but the parsed blocks. `npm run judge` takes more. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { patterns } from './cases.ts';
import { some } from './chance.ts';
import { compare, nothing } from './compare.ts';

test.each(Object.entries(patterns))(
  'E4 R1 %s: both judges say the same of random duties, and foretell no change too late',
  (_name, pattern) =>
    fc.assert(
      fc.property(pattern, (one) => {
        const seen = nothing();
        compare(one, seen);
        expect(seen.differences.slice(0, 1)).toEqual([]);
      }),
      some(80),
    ),
);
