/** What each hand of a chain does in the console, as its people do it. */
import type { Page } from '@playwright/test';
import { expect, type Seat } from './fixture.ts';

export const cast = { writer: '林晓岚', head: '张伟明', secrecy: '何静宜' } as const;

/** Opens what waits for this person from 今天的职责, as they would find it. */
export async function openDuty({ page }: Seat, title: string): Promise<void> {
  const menu = page.getByRole('navigation', { name: '主菜单' });
  await menu.getByRole('link', { name: /^今天的职责/ }).click();
  await page.getByRole('heading', { level: 4, name: title }).getByRole('link').click();
}

export async function agree(seat: Seat, title: string): Promise<void> {
  await openDuty(seat, title);
  await seat.page.getByRole('button', { name: /^同意/ }).click();
  await expect(seat.page.getByText(/^办好了：同意/)).toBeVisible();
}

/** From the click to the first answer of the public address, asked every 25 ms. */
export async function until(page: Page, address: string, status: number): Promise<number> {
  const from = performance.now();
  await expect
    .poll(async () => (await page.request.get(address)).status(), { intervals: [25], timeout: 10_000 })
    .toBe(status);
  return performance.now() - from;
}

export async function publish({ page }: Seat, title: string): Promise<string> {
  await page
    .getByRole('link', { name: /^待发布/ })
    .first()
    .click();
  await page.getByRole('button', { name: `去发布：${title}` }).click();
  const dialog = page.getByRole('dialog', { name: '发布这一稿' });
  await expect(dialog).toContainText(title);
  await expect(dialog).toContainText(`${cast.head}（处室负责人）`);
  await dialog.getByRole('button', { name: '发布', exact: true }).click();
  const served = page.getByRole('listitem').filter({ hasText: title });
  const address = await served.getByRole('link', { name: '看公开页' }).getAttribute('href');
  expect(await until(page, address ?? '', 200)).toBeLessThan(2_000);
  await expect(served).toContainText(/公众可见 \d\d-\d\d \d\d:\d\d/);
  return address ?? '';
}
