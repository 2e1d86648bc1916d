/** Bounds: how little is too little, how much is too much. */
import type { Bound } from '../regulation/measures.ts';

/** Whole things. `low`: at least so many; `high`: no more than so many. */
export function limitsOf(bound: Bound, n: number): { readonly low?: number; readonly high?: number } {
  switch (bound) {
    case 'at least':
      return { low: n };
    case 'above':
      return { low: n + 1 };
    case 'at most':
      return { high: n };
    case 'below':
      return { high: n - 1 };
    case 'exactly':
      return { low: n, high: n };
  }
}

/** Does this figure keep the bound? */
export function keeps(bound: Bound, limit: number, figure: number): boolean {
  switch (bound) {
    case 'at least':
      return figure >= limit;
    case 'above':
      return figure > limit;
    case 'at most':
      return figure <= limit;
    case 'below':
      return figure < limit;
    case 'exactly':
      return figure === limit;
  }
}
