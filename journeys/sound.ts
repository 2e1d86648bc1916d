/** What every screen must be: without a fault under axe, and no wider than its window. */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';

type Axe = { run(where: object, options: RunOptions): Promise<AxeResults> };

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What still fades or slides has other colours than it will have: spinners aside, it comes to rest first. */
async function atRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const moving = document
      .getAnimations()
      .filter(
        (one) => one.playState === 'running' && one.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY,
      );
    // One that is taken away meanwhile has come to its end too.
    await Promise.all(moving.map((one) => one.finished.catch(() => undefined)));
  });
}

/**
 * Every rule of axe, on what is on the screen now. A previewed page stands in a frame that runs nothing, so axe can't go
 * in: it is the public page itself, on which axe runs in the public journeys. No other page has frames. Asked for faults
 * alone and without the package that joins frames, it takes 0.3 s a screen instead of 1.2.
 */
export async function expectAccessible(page: Page): Promise<void> {
  await atRest(page);
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  const faults = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: Axe };
    const { violations } = await axe.run(
      { exclude: [['iframe[sandbox]']] },
      { resultTypes: ['violations'], iframes: false },
    );
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
  });
  expect(faults).toEqual([]);
}

/** Nothing runs out of the window sideways. */
export async function expectNoSideScroll(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
}
