/** How long one text takes: read and checked, first in a process and warm; and one chain asked for. Goals: 400 and 100 ms. */
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { chainFor } from '../core/flow.ts';
import { readRegulation } from '../core/regulation/read.ts';
import type { Regulation } from '../core/regulation/types.ts';
import { type Figure, ofRounds } from './figure.ts';

const rounds = 30;
const asks = 10_000;

/** Processor time stands beside the clock's: others may be using this machine. */
function timed<T>(work: () => T): { ms: number; cpuMs: number; result: T } {
  const used = process.cpuUsage();
  const start = performance.now();
  const result = work();
  const ms = performance.now() - start;
  const { user, system } = process.cpuUsage(used);
  return { ms, cpuMs: (user + system) / 1000, result };
}

export async function bench(): Promise<readonly Figure[]> {
  const source = readFileSync(new URL('../regulations/zj-portal.md', import.meta.url), 'utf8');
  const read = () => readRegulation(source).regulation;
  const first = timed(read);
  if (!first.result) throw new Error('regulations/zj-portal.md has faults');
  const warm = Array.from({ length: rounds }, () => timed(read));
  const chain = timed(() => askChains(first.result as Regulation));
  return [
    {
      name: 'ZJ read and checked, first in a process',
      value: first.ms,
      unit: 'ms',
      note: 'without loading the modules',
    },
    { name: 'the same, processor time', value: first.cpuMs, unit: 'ms' },
    ofRounds(
      'ZJ read and checked, warm',
      'ms',
      warm.map((one) => one.ms),
    ),
    ofRounds(
      'the same, processor time',
      'ms',
      warm.map((one) => one.cpuMs),
    ),
    { name: 'chain of one target under ZJ', value: (chain.ms / asks) * 1000, unit: 'µs', rounds: asks },
  ];
}

function askChains(regulation: Regulation): void {
  const roles = Object.fromEntries(Object.keys(regulation.roles).map((role) => [role, [role]]));
  const binding = { unit: 'bureau', roles, leads: {}, values: {}, readings: [] };
  const path = [{ versionId: 'v', adoptionId: 'a', binding, regulation }];
  const facets = { kind: 'news', weight: 'important', reach: 'section', sensitive: 'no', site: 'main' };
  for (let i = 0; i < asks; i++) {
    const answer = chainFor('article.publish', {
      path,
      facets,
      authorUnit: 'legal',
      siteOwner: 'bureau',
      columnLead: ['office'],
    });
    if (!answer.ok) throw new Error(answer.why);
  }
}
