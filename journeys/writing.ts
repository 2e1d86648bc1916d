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

/** Puts html into the text in place of what is there, as a paste from another program does. */
export async function paste(page: Page, html: string): Promise<void> {
  await textOf(page).click();
  await page.keyboard.press('Control+A');
  await textOf(page).evaluate((element, given) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', given);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, html);
}

/** The page as the public will see it, in its frame. */
export const publicPageOf = (page: Page) => page.frameLocator('iframe[title="公众看到的页面"]');

export async function startWriting(page: Page): Promise<void> {
  await page.getByRole('button', { name: '新建稿件' }).click();
  await expect(textOf(page)).toBeVisible({ timeout: 30_000 });
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
