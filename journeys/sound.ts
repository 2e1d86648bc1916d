/** What every screen must be: without a fault under axe, and no wider than its window. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/**
 * Every rule of axe, on what is on the screen now. A previewed page stands in a frame that runs nothing, so axe can't go
 * in: it is the public page itself, on which axe runs in the public journeys. No other page has frames, so axe needs
 * no second page to put their findings together, which would take as long as the finding.
 */
export async function expectAccessible(page: Page): Promise<void> {
  const axe = new AxeBuilder({ page }).exclude('iframe[sandbox]').setLegacyMode(true);
  const { violations } = await axe.analyze();
  expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`)).toEqual([]);
}

/** Nothing runs out of the window sideways. */
export async function expectNoSideScroll(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
}
