/** Each chapter of docs/guide/, walked by the people it is for; where the guide shows a picture, the album looks. */
import type { Page } from '@playwright/test';
import { choose } from './choose.ts';
import type { Album } from './guide.ts';
import { pdf, word } from './made-files.ts';
import { paste, textOf } from './writing.ts';

/** Everybody of the guide, signed in, each in a window of their own. */
export type Cast = {
  readonly lin: Page;
  readonly zhang: Page;
  readonly he: Page;
};

const menu = (page: Page, name: string) =>
  page
    .getByRole('navigation', { name: '主菜单' })
    .getByRole('link', { name: new RegExp(`^${name}`) })
    .click();
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const saved = (page: Page) => page.getByText(/\d\d:\d\d 已存/).waitFor();
const chain = (page: Page) => page.getByRole('list', { name: '审批链' }).first().waitFor();

const first = '质量处举办企业标准化讲座';
const later = '关于报送质量月活动总结的通知';
const body = (line: string) => `<p>各处室、各分局：</p><p>${line}</p><h2>一、时间</h2><p>本月最后一周。</p>`;

async function begin(page: Page, title: string, column: string, html: string): Promise<void> {
  await menu(page, '今天的职责');
  await button(page, '新建稿件').click();
  await page.getByLabel('标题', { exact: true }).fill(title);
  await textOf(page).waitFor();
  await paste(page, html);
  await page.getByLabel('栏目', { exact: true }).selectOption({ label: column });
  await chain(page);
  await saved(page);
}

async function open(page: Page, title: string): Promise<void> {
  await menu(page, '待我审核');
  await page.reload();
  await page.getByRole('link', { name: title, exact: true }).first().click();
  await chain(page);
  await page.locator('iframe[title="公众看到的页面"]').waitFor();
}

const agree = async (page: Page): Promise<void> => {
  await button(page, /^同意/).click();
  await page.getByText(/^办好了：同意/).waitFor();
};

/** README.md: from signing in to what the public sees. */
export async function firstQuarter({ lin, zhang, he }: Cast, album: Album): Promise<void> {
  await album.look(lin, 'first-today');
  await begin(lin, first, '质监动态', body('市局将举办企业标准化讲座，请组织企业参加。'));
  await album.look(lin, 'first-write');
  await button(lin, /^送/).click();
  await lin.waitForURL(/articles/);
  await open(zhang, first);
  await album.look(zhang, 'first-review');
  await agree(zhang);
  await open(he, first);
  await agree(he);
  await menu(lin, '待发布');
  await button(lin, `去发布：${first}`).first().waitFor();
  await album.look(lin, 'first-queue');
  await button(lin, `去发布：${first}`).first().click();
  await lin.getByRole('dialog').getByRole('button', { name: '发布', exact: true }).click();
  await lin.getByRole('link', { name: '看公开页' }).waitFor();
  await lin
    .getByText(/公众可见 \d\d-\d\d/)
    .first()
    .waitFor();
  await album.look(lin, 'first-published');
}

/** writer.md. The text comes back once, is mended, taken back, and given up. */
export async function writer({ lin, zhang }: Cast, album: Album): Promise<void> {
  await begin(lin, later, '通知公告', body('请于月底前报送质量月活动总结。'));
  await choose(lin, '附件', pdf('总结提纲.pdf'));
  await textOf(lin).getByText('上移').waitFor({ timeout: 60_000 });
  await saved(lin);
  await album.look(lin, 'writer-write');
  await lin.getByText('重要会议、决定、人事').click();
  const way = lin.getByRole('region', { name: '这篇会走的审批链' });
  await way.getByText('沈雁秋').first().waitFor();
  await way.scrollIntoViewIfNeeded();
  await album.look(lin, 'writer-chain', 'where it is');
  await lin.getByText('日常信息', { exact: true }).click();
  await way.getByText('沈雁秋').first().waitFor({ state: 'detached' });
  await button(lin, '送张伟明审批').click();
  await lin.waitForURL(/articles/);
  await lin.getByText('送审中').first().waitFor();
  await album.look(lin, 'writer-sent');
  await open(zhang, later);
  await zhang.getByRole('textbox', { name: '意见' }).fill('时间写成具体日期');
  await button(zhang, '退回修改').click();
  await zhang.getByText(/^办好了/).waitFor();
  await menu(lin, '今天的职责');
  await lin.getByRole('heading', { level: 4, name: later }).getByRole('link').first().click();
  await lin.getByText('时间写成具体日期').first().waitFor();
  await textOf(lin).waitFor();
  await album.look(lin, 'writer-returned');
  await paste(lin, body('请于本月 28 日前报送质量月活动总结。'));
  await saved(lin);
  await button(lin, '送张伟明审批').click();
  await lin.waitForURL(/articles/);
}

/** Word comes whole; then the page that is published, and how it comes down. */
export async function writerMore({ lin }: Cast, album: Album): Promise<void> {
  await menu(lin, '今天的职责');
  await button(lin, '新建稿件').click();
  await textOf(lin).waitFor();
  await choose(lin, '从 Word 导入', await word('年度检查.docx'));
  await lin.getByText(/《年度检查\.docx》导入了/).waitFor();
  await album.look(lin, 'writer-word');
  await menu(lin, '我的稿件');
  await lin.getByRole('link', { name: /^已发布/ }).click();
  await lin.locator('.list .title a').first().waitFor();
  await album.look(lin, 'writer-mine');
  await lin.getByRole('link', { name: first, exact: true }).first().click();
  await lin.getByRole('region', { name: '文本登记' }).waitFor();
  await album.look(lin, 'writer-article');
  await button(lin, '撤下').click();
  await lin.getByRole('dialog', { name: '撤下' }).waitFor();
  await album.look(lin, 'writer-withdraw');
  await lin.keyboard.press('Escape');
}

/** What was written before: found, written after, and taken out of the bin. */
export async function writerFinds({ lin }: Cast, album: Album): Promise<void> {
  await menu(lin, '查找');
  await lin.getByRole('searchbox', { name: '查找什么' }).fill('电缆 抽查');
  await lin.keyboard.press('Enter');
  await lin.getByRole('region', { name: '稿件' }).getByRole('link').first().waitFor();
  await lin.getByText('只在一部分稿件里找').click();
  await album.look(lin, 'writer-find');
  await lin.goto(`${new URL(lin.url()).origin}/mine?tab=published`);
  await lin
    .getByRole('link', { name: `照此写一篇：${first}` })
    .first()
    .click();
  await lin.getByText('这个标题在本网站用过').waitFor();
  await textOf(lin).waitFor();
  await album.look(lin, 'writer-copy');
  await menu(lin, '回收站');
  await lin.getByRole('heading', { level: 1, name: '回收站' }).waitFor();
  await album.look(lin, 'writer-bin');
}

/** approver.md: a head reads the second text, compares it with the first, and the secrecy reviewer follows. */
export async function approver({ zhang, he }: Cast, album: Album): Promise<void> {
  await menu(zhang, '待我审核');
  await zhang.locator('.duty').first().waitFor();
  await album.look(zhang, 'approver-waiting');
  await open(zhang, later);
  await album.look(zhang, 'approver-review');
  await zhang.getByText('与第 1 稿比对').click();
  await zhang.locator('.compare-text').waitFor();
  await album.look(zhang, 'approver-compare');
  await zhang.getByText('公众页面', { exact: true }).click();
  await zhang.getByText('属性报低了？可以调高').click();
  await button(zhang, '退回修改').click();
  await zhang.getByText('退回须写明要改什么').waitFor();
  await album.look(zhang, 'approver-return');
  await zhang.getByRole('textbox', { name: '意见' }).fill('同意');
  await agree(zhang);
  await open(he, later);
  await album.look(he, 'office-secrecy');
}

/** approver.md: QX's administrator compiles before others approve; JY's responsible editor suggests. */
export async function inside(author: Page, compiler: Page, title: string, album: Album): Promise<void> {
  await handIn(author, title, '气象要闻', '<p>周六早晨有雾，能见度二百米。</p><p>出行请慢，注意安全。</p>');
  await open(compiler, title);
  await album.look(compiler, 'approver-compile');
  await button(compiler, '整理稿件').click();
  await textOf(compiler).getByText('能见度二百米').waitFor();
  await album.look(compiler, 'approver-compiling');
}

export async function suggest(author: Page, editor: Page, title: string, album: Album): Promise<void> {
  await handIn(author, title, '新闻报道', '<p>三所小学开了木工课，每周两次。</p>');
  await open(editor, title);
  await album.look(editor, 'approver-advise');
  await button(editor, '写出建议的改法').click();
  await textOf(editor).getByText('每周两次').waitFor();
  await album.look(editor, 'approver-suggest');
}

async function handIn(page: Page, title: string, column: string, html: string): Promise<void> {
  await begin(page, title, column, html);
  await button(page, /^送/).click();
  await page.waitForURL(/articles/);
}

/** office.md: what governs, which sites and columns there are, and who holds which post. */
export async function registers({ he }: Cast, album: Album): Promise<void> {
  await menu(he, '规定对照');
  await he
    .getByRole('link', { name: /门户网站管理规定/ })
    .first()
    .waitFor();
  await album.look(he, 'office-rules');
  await he.goto(`${new URL(he.url()).origin}/rules/zj-portal#13.2`);
  await he.getByRole('article', { name: /^第十三条（二）/ }).waitFor();
  await album.look(he, 'office-rule', 'where it is');
  await menu(he, '站点与栏目');
  await he.getByRole('region', { name: '主站 · 云山市场监管' }).waitFor();
  await album.look(he, 'office-sites');
  await menu(he, '人员与岗位');
  await he.getByLabel('找人、岗位或单位').fill('质量处');
  await button(he, '林晓岚').first().waitFor();
  await album.look(he, 'office-people');
}
