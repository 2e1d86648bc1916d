/** `node --import tsx journeys/pictures.ts`: takes docs/pictures/console-*.png from the demo county, at a desk and on a phone. */
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from '@playwright/test';
import config from '../playwright.config.ts';
import { choose } from './choose.ts';
import { ledgerPictures, type Picture } from './ledger-pictures.ts';
import { pdf, png, word } from './made-files.ts';
import { rulePictures } from './rule-pictures.ts';
import { type Person, type Product, startProduct } from './start.ts';
import { paste, startWriting, textOf } from './writing.ts';

const folder = fileURLToPath(new URL('../docs/pictures/', import.meta.url));
const desk = { width: 1440, height: 900 };
const sizes = [
  { suffix: '', viewport: desk },
  { suffix: '-phone', viewport: { width: 390, height: 844 } },
] as const;

const title = '关于开展质量提升行动的通知';
const text =
  '<p>各处室、各分局：</p><p>为做好全年质量提升工作，现将有关事项通知如下。</p><h2>一、目标</h2><p>年底前实现抽检结果全公开。</p>' +
  '<ul><li>每周更新进展</li><li>每季通报一次</li></ul>';

async function write(page: Page): Promise<void> {
  await page.getByRole('button', { name: '新建稿件' }).click();
  await page.getByLabel('标题', { exact: true }).fill(title);
  await paste(page, text);
  await page.getByLabel('栏目', { exact: true }).selectOption({ label: '通知公告' });
  await page.getByLabel('种类').selectOption({ label: '公告通知' });
  await page.getByText('涉及全局，或要各处室照办').click();
  await page.getByText(/\d\d:\d\d 已存/).waitFor();
  await page.getByRole('list', { name: '审批链' }).waitFor();
}

/** A text from Word with a picture and an attachment, the picture chosen. */
async function writeWithFiles(page: Page): Promise<void> {
  await startWriting(page);
  await choose(page, '从 Word 导入', await word('年度检查.docx'));
  await page.getByText(/《年度检查\.docx》导入了/).waitFor();
  await textOf(page).press('Control+End');
  await choose(page, '附件', pdf('检查安排表.pdf'));
  await textOf(page).getByText('检查安排表').waitFor();
  await textOf(page).press('Control+End');
  await choose(page, '图片', await png('检查现场.png', 1200, 500));
  await textOf(page).locator('figure img').waitFor();
  await page.getByLabel('栏目', { exact: true }).selectOption({ label: '通知公告' });
  await page.getByRole('list', { name: '审批链' }).waitFor();
  await page.getByText(/\d\d:\d\d 已存/).waitFor();
}

/** A text that came back once, so that there is something to compare. */
async function returnOnce(browser: Browser, product: Product): Promise<void> {
  const [writer, head] = [await seat(browser, product, '林晓岚', desk), await seat(browser, product, '张伟明', desk)];
  await write(writer);
  await writer.getByRole('button', { name: /^送/ }).click();
  await writer.waitForURL(/articles/);
  await openReview(head, title);
  await head.getByRole('textbox', { name: '意见' }).fill('通报改为每月一次，请核对');
  await head.getByRole('button', { name: '退回修改' }).click();
  await head.getByText(/^办好了/).waitFor();
  await writer.goto(`${product.console}/?kind=revise`);
  await writer.getByRole('link', { name: title, exact: true }).click();
  await paste(writer, text.replace('每季', '每月').replace('全公开', '全部公开'));
  await writer.getByRole('button', { name: /^送/ }).click();
  await writer.waitForURL(/articles/);
  await Promise.all([writer, head].map((page) => page.context().close()));
}

async function openReview(page: Page, name: string): Promise<void> {
  await page.goto(`${new URL(page.url()).origin}/?kind=approve`);
  await page.getByRole('link', { name, exact: true }).click();
  await page.getByRole('list', { name: '审批链' }).waitFor();
}

/** A text of one of the county's other bureaus, handed in and open to whoever it goes to first. */
async function handedIn(page: Page, product: Product, { writer, title: name, column, press }: HandIn): Promise<void> {
  const size = page.viewportSize() ?? desk;
  const author = await seat(browser, product, writer, desk);
  await startWriting(author);
  await author.getByLabel('标题', { exact: true }).fill(name);
  await paste(author, text);
  await author.getByLabel('栏目', { exact: true }).selectOption({ label: column });
  await author.getByRole('button', { name: /^送/ }).click();
  await author.waitForURL(/articles/);
  await page.goto(author.url().replace('/articles/', '/review/'));
  await author.context().close();
  await page.setViewportSize(size);
  await page.getByRole('button', { name: press }).click();
  await textOf(page).getByText('每季通报一次').waitFor();
}
const compiled: HandIn = { writer: '冯远', title: '周末有大雾，出行请慢', column: '气象要闻', press: '整理稿件' };
const suggested: HandIn = { writer: '柯文', title: '三所小学开了木工课', column: '新闻报道', press: '写出建议的改法' };
type HandIn = {
  writer: string;
  title: string;
  column: string;
  press: string;
};

/** The same text given up, so that the bin has a row. */
async function discardOne(page: Page, product: Product): Promise<void> {
  await write(page);
  await page.getByRole('button', { name: '存为一稿' }).click();
  await page.getByText(/已存为第 \d+ 稿/).waitFor();
  await page.goto(page.url().replace('/write/', '/articles/'));
  await page.getByRole('button', { name: '放弃这件稿件' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '放弃', exact: true }).click();
  await page.getByText('已放弃').first().waitFor();
  await page.goto(`${product.console}/bin`);
  await page.locator('.list .title').first().waitFor();
}

/** A regulation opened at an article. */
const rulesOf = (name: string, slug: string, article: string, who: string): Picture => ({
  name,
  who,
  take: async (page, { console: at }) => {
    await page.goto(`${at}/rules/${slug}#${article}`);
    await page.locator(`[id="${article}"]`).waitFor();
  },
});

async function firstPublished(page: Page): Promise<void> {
  await page.goto(`${new URL(page.url()).origin}/mine?tab=published`);
  await page.locator('.list .title a').first().click();
  await page.getByRole('region', { name: '文本登记' }).waitFor();
}

const pictures: readonly Picture[] = [
  { name: 'sign-in', take: (page) => page.getByLabel('登录名').waitFor() },
  { name: 'today', who: '张伟明', take: (page) => page.locator('.duty').first().waitFor() },
  {
    name: 'mine',
    who: '林晓岚',
    take: async (page, { console: at }) => {
      await page.goto(`${at}/mine?tab=published`);
      await page.locator('.list .title a').first().waitFor();
    },
  },
  { name: 'write', who: '林晓岚', take: write },
  { name: 'editor', who: '林晓岚', take: writeWithFiles },
  { name: 'review', who: '张伟明', take: (page) => openReview(page, title) },
  {
    name: 'compare',
    who: '张伟明',
    take: async (page) => {
      await openReview(page, title);
      await page.getByText(/^与第/).click();
      await page.locator('.compare-text').waitFor();
    },
  },
  { name: 'queue', who: '林晓岚', take: (page, { console: at }) => page.goto(`${at}/queue`) },
  { name: 'article', who: '林晓岚', take: firstPublished },
  {
    name: 'withdraw',
    who: '林晓岚',
    take: async (page) => {
      await firstPublished(page);
      await page.getByRole('button', { name: '撤下' }).click();
    },
  },
  {
    name: 'law',
    who: '林晓岚',
    take: async (page) => {
      await firstPublished(page);
      await page.locator('.chain-law .law').hover();
      await page.getByRole('tooltip').waitFor();
    },
  },
  {
    name: 'rules',
    who: '林晓岚',
    take: async (page, { console: at }) => {
      await page.goto(`${at}/rules/zj-portal#13.2`);
      await page.getByRole('article', { name: /^第十三条（二）/ }).waitFor();
    },
  },
  {
    name: 'sites',
    who: '林晓岚',
    take: async (page, { console: at }) => {
      await page.goto(`${at}/sites`);
      await page.getByRole('navigation', { name: '站点' }).waitFor();
    },
  },
  {
    name: 'calendar',
    who: '林晓岚',
    take: async (page, { console: at }) => {
      await page.goto(`${at}/calendar?year=2026`);
      await page.getByRole('table', { name: /^10 月/ }).waitFor();
    },
  },
  ...ledgerPictures,
  ...rulePictures,
  {
    name: 'find',
    who: '林晓岚',
    take: async (page, { console: at }) => {
      await page.goto(`${at}/find?q=${encodeURIComponent('监督抽查')}`);
      await page.getByRole('region', { name: '稿件' }).locator('h3 mark').first().waitFor();
    },
  },
  { name: 'bin', who: '林晓岚', take: discardOne },
  rulesOf('rules-jy', 'jy-education-site', '12a', '柯文'),
  rulesOf('rules-cs', 'cs-portal', '4.3', '林晓岚'),
  rulesOf('rules-qx', 'qx-site', '8.1', '冯远'),
  { name: 'queue-qx', who: '邬帆', take: (page, { console: at }) => page.goto(`${at}/queue`) },
  { name: 'compile', who: '邬帆', take: (page, product) => handedIn(page, product, compiled) },
  { name: 'suggest', who: '姚静', take: (page, product) => handedIn(page, product, suggested) },
  {
    name: 'people',
    who: '林晓岚',
    take: async (page, { console: at }) => {
      await page.goto(`${at}/people`);
      await page.locator('.unit').first().waitFor();
    },
  },
];

type Size = { width: number; height: number };

async function newPage(browser: Browser, product: Product, viewport: Size): Promise<Page> {
  const context = await browser.newContext({ viewport, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  const page = await context.newPage();
  await page.goto(product.console);
  return page;
}

async function seat(browser: Browser, product: Product, who: string, viewport: Size): Promise<Page> {
  const person: Person | undefined = product.people.find((p) => p.name === who);
  if (!person) throw new Error(`nobody called ${who} can sign in`);
  const page = await newPage(browser, product, viewport);
  await page.getByLabel('登录名').fill(person.login);
  await page.getByLabel('密码').fill(person.password);
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('heading', { level: 1, name: '今天的职责' }).waitFor();
  return page;
}

async function take(browser: Browser, product: Product, { name, who, take: go }: Picture): Promise<void> {
  for (const { suffix, viewport } of sizes) {
    const page = who ? await seat(browser, product, who, viewport) : await newPage(browser, product, viewport);
    await go(page, product);
    await page.waitForLoadState('networkidle');
    await page.screenshot({ path: `${folder}console-${name}${suffix}.png`, animations: 'disabled' });
    await page.context().close();
  }
}

const only = process.argv.slice(2);
const product = await startProduct();
const browser = await chromium.launch(config.use?.launchOptions ?? {});
try {
  await returnOnce(browser, product);
  for (const picture of pictures)
    if (only.length === 0 || only.includes(picture.name)) await take(browser, product, picture);
} finally {
  await browser.close();
  await product.stop();
}
