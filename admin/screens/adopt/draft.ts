/**
 * A text that is being tried or adopted, with how it is bound: kept on this machine under the person's id, so that a
 * reload loses nothing and what was tried is adopted as it stands. One for both screens.
 */
import { useEffect, useState } from 'react';
import { z } from 'zod';
import { binding, textMax } from '../../../server/contract/adoption.ts';

const draft = binding.extend({
  /** What it is called here: the name of its file, or where it was taken from. */
  name: z.string(),
  source: z.string().max(textMax),
  unit: z.string(),
  from: z.string(),
  /** From when on it is tried. */
  since: z.string(),
  home: z.array(z.string()),
  /** Whose answers stand in it: `slug unit`. */
  filledFor: z.string(),
});
export type Draft = z.output<typeof draft>;
export type Change = (part: Partial<Draft>) => void;

type Answers = Pick<Draft, 'roles' | 'leads' | 'values' | 'readings' | 'home' | 'filledFor'>;
export const unbound = (): Answers => ({ roles: {}, leads: {}, values: {}, readings: [], home: [], filledFor: '' });
const blank = (): Draft => ({ ...unbound(), name: '', source: '', unit: '', from: '', since: '' });

const keyOf = (person: string) => `menhu.regulation.${person}`;

function read(person: string): Draft {
  try {
    return draft.parse(JSON.parse(localStorage.getItem(keyOf(person)) ?? ''));
  } catch {
    // Nothing was kept, or an older program kept something else.
    return blank();
  }
}

/** `isKept`: false when this browser keeps nothing, or has no room for the text. */
export function useDraft(person: string) {
  const [value, set] = useState(() => read(person));
  const [isKept, setKept] = useState(true);
  useEffect(() => {
    try {
      localStorage.setItem(keyOf(person), JSON.stringify(value));
      setKept(true);
    } catch {
      setKept(false);
    }
  }, [person, value]);
  const change: Change = (part) => set((before) => ({ ...before, ...part }));
  return { draft: value, change, clear: () => set(blank()), isKept };
}

/** What the server is asked with. */
export const wantedOf = ({ source, unit, from, roles, leads, values, readings, home }: Draft) => ({
  ...{ source, unit, from, roles, leads, values, readings, home },
});
export type Wanted = ReturnType<typeof wantedOf>;
