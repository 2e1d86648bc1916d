/** Pictures of what sets the rules, and of who is let off them: two versions, trying, adopting, days off, exemptions, leaving. */
import type { Locator, Page } from '@playwright/test';
import { addDays, localDay } from '../core/day.ts';
import type { Picture } from './ledger-pictures.ts';
import type { Product } from './start.ts';

/** What the sub-site's regulation would say more. */
const more = [
  '## 第八条 局领导批 {#8}',
  '局领导批过再发，每天至少发三条。',
  '```posts more',
  'list: [ { id: vice-leader, name: 分管领导, of: office, may: [approve] } ]',
  '```',
  '```step look',
  'for: { site: sub }',
  'add: { post: vice-leader, of: office, act: approve }',
  'place: last',
  '```',
  '```duty daily',
  'over: site',
  'by: site.owner',
  'event: article.published',
  'rate: at least 3 per day',
  '```',
].join('\n');

/** The county's own regulation, changed, for the unit that has it. */
async function changed(page: Page, { console: at }: Product, where: 'try' | 'adopt'): Promise<void> {
  await page.goto(`${at}/regulations/${where}`);
  await page.getByLabel('从已有的规定里选').selectOption({ label: '分局子网站信息发布细则，第 1 版（程序自带）' });
  await page.getByText('可以读懂').waitFor();
  await page.getByText('看看、改改原文').click();
  const source = page.getByLabel('规定原文');
  await source.fill(`${(await source.inputValue()).replace('version: 1', 'version: 3')}\n${more}\n`);
  await page.getByText('看看、改改原文').click();
  await page.getByLabel('采用单位', { exact: true }).selectOption({ label: '　云溪县市场监督管理局' });
}

/** The form, filled, over the first line that may be let off. */
async function exempting(page: Page, at: string): Promise<Locator> {
  await page.goto(`${at}/board`);
  await page.getByRole('link', { name: /^云山市场监管，栏目按自定的周期更新：/ }).click();
  await page
    .getByRole('button', { name: /^豁免：/ })
    .first()
    .click();
  const form = page.getByRole('dialog', { name: '豁免', exact: true });
  await form.getByLabel('到哪天（含）').fill(addDays(localDay(Date.now()), 10));
  await form.getByLabel('原因').fill('栏目改版，十天内不更新');
  return form;
}

const days = ['2027-01-01,休,元旦', '2027-05-01,休,劳动节', '2027-10-01,休,国庆节', '2027-10-08,班,国庆节'];

export const rulePictures: readonly Picture[] = [
  {
    name: 'changes',
    who: '苏小禾',
    take: async (page, { console: at }) => {
      await page.goto(`${at}/rules/substation-portal`);
      await page.getByRole('link', { name: '与上版比对' }).click();
      await page.getByRole('table', { name: '其他改了什么' }).waitFor();
    },
  },
  {
    name: 'changes-draft',
    who: '苏小禾',
    take: async (page, product) => {
      await changed(page, product, 'adopt');
      const last = page.getByText('和第 2 版相比，改了什么');
      await last.click();
      await page.getByRole('table', { name: '职责改了什么' }).waitFor();
      await last.evaluate((line) => line.scrollIntoView());
    },
  },
  {
    name: 'try',
    who: '苏小禾',
    take: async (page, product) => {
      await changed(page, product, 'try');
      await page.getByRole('button', { name: '开始推演' }).click();
      await page.getByRole('list', { name: '可以评判的职责' }).waitFor({ timeout: 60_000 });
      await page.getByRole('button', { name: '开始推演' }).evaluate((button) => button.scrollIntoView());
    },
  },
  {
    name: 'adopt',
    who: '苏小禾',
    take: async (page, product) => {
      await changed(page, product, 'adopt');
      await page.getByRole('list', { name: '不能采用的原因' }).waitFor({ timeout: 60_000 });
    },
  },
  {
    name: 'adopt-against',
    who: '苏小禾',
    take: async (page, product) => {
      await changed(page, product, 'adopt');
      const against = page.getByRole('list', { name: '不能采用的原因' });
      await against.waitFor({ timeout: 60_000 });
      await against.evaluate((list) => list.scrollIntoView({ block: 'center' }));
    },
  },
  {
    name: 'days-off',
    who: '唐一帆',
    take: async (page, { console: at }) => {
      await page.goto(`${at}/calendar/load?year=2027`);
      const file = { name: '2027.csv', mimeType: 'text/csv', buffer: Buffer.from(days.join('\r\n')) };
      await page.getByLabel('选择文件').setInputFiles(file);
      await page.getByRole('list', { name: '检查出的问题' }).waitFor();
    },
  },
  {
    name: 'exempt',
    who: '方建国',
    take: async (page, { console: at }) => {
      await exempting(page, at);
    },
  },
  {
    name: 'exemptions',
    who: '方建国',
    take: async (page, { console: at }) => {
      const given = page.getByRole('button', { name: /^收回豁免：/ });
      await page.goto(`${at}/exemptions`);
      await page.waitForLoadState('networkidle');
      if ((await given.count()) === 0) {
        const form = await exempting(page, at);
        await form.getByRole('button', { name: '给予豁免' }).click();
        await form.waitFor({ state: 'hidden' });
        await page.goto(`${at}/exemptions`);
      }
      await given.first().waitFor();
    },
  },
  {
    name: 'leave',
    who: '方建国',
    take: async (page, { console: at }) => {
      await page.goto(`${at}/people?name=${encodeURIComponent('严冬青')}`);
      await page.getByRole('button', { name: '严冬青' }).first().click();
      await page.getByRole('button', { name: '办理离岗' }).click();
      await page.getByRole('list', { name: '要转交的' }).waitFor();
    },
  },
];
