/** What the journeys of writing share: who writes, the empty page, the text. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { Person, Product } from './start.ts';

export function person(product: Product, name: string): Person {
  const found = product.people.find((p) => p.name === name);
  if (!found) throw new Error(`nobody called ${name} can sign in`);
  return found;
}

/** The text as it is edited: it comes a moment after the page. */
export const textOf = (page: Page): Locator => page.getByRole('textbox', { name: '正文', exact: true });

export async function startWriting(page: Page): Promise<void> {
  await page.getByRole('button', { name: '新建稿件' }).click();
  await expect(textOf(page)).toBeVisible();
}

/** Titles of the drafts that this browser keeps for itself. */
export const keptHere = (page: Page): Promise<string[]> =>
  page.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const asked = indexedDB.open('menhu');
        asked.onerror = () => reject(asked.error);
        asked.onsuccess = () => {
          const all = asked.result.transaction('drafts').objectStore('drafts').getAll();
          all.onsuccess = () => {
            asked.result.close();
            resolve(all.result.map((kept) => kept.draft.body.title));
          };
        };
      }),
  );
