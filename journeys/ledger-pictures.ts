/** Pictures of what is owed, and of what is said of a text: the board with its events, notices, times, marks and pins. */
import type { Page } from '@playwright/test';
import type { Product } from './start.ts';

/** Without `who` the page is seen by nobody in particular. */
export type Picture = { name: string; who?: string; take: (page: Page, product: Product) => Promise<unknown> };

/** One of the county's texts, found by its title; `press`: what is then opened there. */
async function opened(page: Page, { console: at }: Product, name: string, press?: string): Promise<void> {
  await page.goto(`${at}/find?q=${encodeURIComponent(name)}`);
  await page.getByRole('region', { name: '稿件' }).getByRole('link', { name }).first().click();
  await page.getByRole('region', { name: '正文' }).waitFor();
  if (press !== undefined) await page.getByRole('button', { name: press }).click();
}

export const ledgerPictures: readonly Picture[] = [
  {
    name: 'board',
    who: '林晓岚',
    take: async (page, { console: at }) => {
      await page.goto(`${at}/board`);
      await page.locator('.board td').first().waitFor();
    },
  },
  {
    name: 'board-lines',
    who: '邬帆',
    take: async (page, { console: at }) => {
      await page.goto(`${at}/board`);
      await page.locator('.board td.breached a').last().click();
      await page.getByRole('dialog').locator('.lines li').first().waitFor();
    },
  },
  {
    name: 'explain',
    who: '邬帆',
    take: async (page, { console: at }) => {
      await page.goto(`${at}/board`);
      await page.getByRole('link', { name: /^云山气象，24 小时内发布：超/ }).click();
      await page.getByRole('list', { name: '凭据' }).first().getByRole('link').first().click();
      await page.getByRole('list', { name: '以它为凭据的职责' }).waitFor();
    },
  },
  {
    name: 'account',
    who: '邬帆',
    take: async (page, { console: at }) => {
      await page.goto(`${at}/sites`);
      await page.getByRole('link', { name: '气象要闻的职责' }).click();
      await page.locator('.lines li').first().waitFor();
    },
  },
  {
    name: 'notices',
    who: '张伟明',
    take: async (page, { console: at }) => {
      await page.goto(`${at}/notices`);
      await page.getByRole('region', { name: '邮件提醒' }).getByRole('paragraph').first().waitFor();
    },
  },
  { name: 'schedule', who: '林晓岚', take: (page, product) => opened(page, product, '质量开放日报名公告', '改定时') },
  { name: 'pinned', who: '林晓岚', take: (page, product) => opened(page, product, '集中检定出租车计价器的通知') },
  { name: 'invalid', who: '丁文佩', take: (page, product) => opened(page, product, '云山市流动摊点计量管理办法') },
  { name: 'forced', who: '白桂芳', take: (page, { console: at }) => page.goto(`${at}/queue`) },
];
