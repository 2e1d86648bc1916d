/**
 * A writer's text on this machine, only while the server doesn't have it: kept as it is typed, dropped when it is saved.
 * Under the person's id, since several people may sit at one machine. In IndexedDB: a text may have 2,000,000 characters,
 * and what a page may put into localStorage ends at about that.
 */

import { z } from 'zod';
import { body } from '../server/contract/views.ts';
import { nowMs } from './now.ts';

const draft = z.object({ body, columnIds: z.array(z.string()) });
/** `columnIds[0]` is the column that gives the address; the others are cross-listings. */
export type Draft = z.output<typeof draft>;

/**
 * `at`: when it was kept, in milliseconds. `by`: the window that kept it; another window doesn't drop it. `base`: which
 * saving of the server it goes on from: when the server has another one by now, the two have parted.
 */
const record = z.object({
  person: z.string(),
  id: z.string(),
  at: z.number(),
  by: z.string(),
  base: z.string().optional(),
  draft,
});
export type Kept = Omit<z.output<typeof record>, 'person' | 'by'>;

/**
 * This window, as long as it isn't closed; loaded anew it is the same one. While a page is open the id stands nowhere, so
 * that a window made as a copy of this one gets its own.
 */
export const thisWindow: string = takenUp();

function takenUp(): string {
  const name = 'menhu.window';
  const id = crypto.randomUUID();
  try {
    const before = sessionStorage.getItem(name);
    sessionStorage.removeItem(name);
    const own = before ?? id;
    window.addEventListener('pagehide', () => sessionStorage.setItem(name, own));
    return own;
  } catch {
    // A browser that keeps nothing: after a reload the old window is counted for some seconds more.
    return id;
  }
}

const [database, drafts] = ['menhu', 'drafts'];
let opened: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
  opened ??= new Promise<IDBDatabase>((resolve, reject) => {
    const asked = indexedDB.open(database, 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore(drafts, { keyPath: ['person', 'id'] });
    asked.onerror = () => reject(asked.error);
    asked.onsuccess = () => {
      // Another window with a newer program, or a person who clears what sites keep: what comes next opens it anew.
      asked.result.onversionchange = () => asked.result.close();
      asked.result.onclose = forgetOpened;
      resolve(asked.result);
    };
  });
  opened.catch(forgetOpened);
  return opened;
}
const forgetOpened = () => {
  opened = undefined;
};

type Work<T> = (store: IDBObjectStore) => IDBRequest<T> | undefined;

/** Ends when the browser has written it, or throws: no room, or a browser that keeps nothing. */
async function inStore<T>(mode: IDBTransactionMode, work: Work<T>): Promise<T | undefined> {
  const db = await open();
  return new Promise((resolve, reject) => {
    const tx = db.transaction(drafts, mode);
    const asked = work(tx.objectStore(drafts));
    tx.oncomplete = () => resolve(asked?.result);
    tx.onabort = () => reject(tx.error);
  });
}

async function tried<T, F>(work: () => Promise<T>, failed: F): Promise<T | F> {
  try {
    return await work();
  } catch {
    // A connection that was closed under us; a private window and a full disk fail the second time too.
    forgetOpened();
    try {
      return await work();
    } catch {
      return failed;
    }
  }
}

/** When it was kept (ms); undefined when the machine has no room, or keeps nothing at all: the writer is told. */
export function keepHere(person: string, id: string, d: Draft, base?: string): Promise<number | undefined> {
  const at = nowMs();
  const kept = { person, id, at, by: thisWindow, ...(base && { base }), draft: d };
  return tried(async () => {
    await inStore('readwrite', (store) => store.put(kept));
    return at;
  }, undefined);
}

/** Drops what this window kept, and `any` also what another one did. */
export async function dropHere(person: string, id: string, any = false): Promise<void> {
  await tried(
    () =>
      inStore('readwrite', (store) => {
        const asked = store.get([person, id]);
        asked.onsuccess = () => {
          if (any || asked.result?.by === thisWindow) store.delete([person, id]);
        };
        return undefined;
      }),
    // A browser that keeps nothing has nothing to drop.
    undefined,
  );
}

const read = (found: unknown): Kept | undefined => record.safeParse(found).data;

export async function keptHere(person: string, id: string): Promise<Kept | undefined> {
  return read(await tried(() => inStore('readonly', (store) => store.get([person, id])), undefined));
}

/** Newest first. What an older program wrote, and nobody can read any more, isn't listed. */
export async function heldHere(person: string): Promise<Kept[]> {
  // The end of a range over [person, …]: an array sorts after every text.
  const all = () => inStore('readonly', (store) => store.getAll(IDBKeyRange.bound([person], [person, []])));
  const found = (await tried(all, undefined)) ?? [];
  return found.flatMap((one) => read(one) ?? []).sort((a, b) => b.at - a.at);
}
