/** A file on its way into the console. */
import type { Page } from '@playwright/test';
import type { Made } from './made-files.ts';

/** Through the button of the editor and the browser's own file chooser. */
export async function choose(page: Page, button: string, files: Made | string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: button, exact: true }).click();
  await (await chooser).setFiles(files);
}
