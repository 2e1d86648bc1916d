/**
 * A writer's text on this machine, only while the server doesn't have it: kept at each change, dropped when it is saved.
 * Under the person's id, since several people may sit at one machine.
 */
import { z } from 'zod';
import { body } from '../server/contract/views.ts';

const draft = z.object({ body, columnIds: z.array(z.string()) });
/** `columnIds[0]` is the column that gives the address; the others are cross-listings. */
export type Draft = z.output<typeof draft>;

const name = (person: string, id: string) => `menhu.draft.${person}.${id}`;

/** False when the machine has no room for it, or keeps nothing at all (a private window): the writer is told. */
export function keepHere(person: string, id: string, d: Draft): boolean {
  try {
    localStorage.setItem(name(person, id), JSON.stringify(d));
    return true;
  } catch {
    return false;
  }
}

export function dropHere(person: string, id: string): void {
  try {
    localStorage.removeItem(name(person, id));
  } catch {
    // A browser that keeps nothing has nothing to drop.
  }
}

export function keptHere(person: string, id: string): Draft | undefined {
  try {
    const text = localStorage.getItem(name(person, id));
    return text ? draft.parse(JSON.parse(text)) : undefined;
  } catch {
    // Written by an older version, or cut off: the server's copy is the better one.
    return undefined;
  }
}

export function heldHere(person: string): Array<{ id: string; draft: Draft }> {
  const start = name(person, '');
  const keys = storedKeys().filter((k) => k.startsWith(start));
  return keys.flatMap((k) => {
    const id = k.slice(start.length);
    const kept = keptHere(person, id);
    return kept ? [{ id, draft: kept }] : [];
  });
}

function storedKeys(): string[] {
  try {
    return Object.keys(localStorage);
  } catch {
    return [];
  }
}
