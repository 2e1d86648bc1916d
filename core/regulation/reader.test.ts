/** What the reader says beside an article, against the articles as they stand in regulations/. */
import { expect, test } from 'vitest';
import { regulationFile, soundly } from '../zj.fixture.ts';
import { type ReadBlock, type ReadChapter, readerOf } from './reader.ts';

const kept = new Map<string, readonly ReadChapter[]>();
function opened(file: string): readonly ReadChapter[] {
  const made = kept.get(file) ?? readerOf(soundly(regulationFile(file)), regulationFile(file));
  kept.set(file, made);
  return made;
}
const articleIn = (file: string, id: string) =>
  opened(file)
    .flatMap((chapter) => chapter.articles)
    .find((article) => article.id === id);
const blockIn = (file: string, id: string, kind: string): ReadBlock | undefined =>
  articleIn(file, id)?.blocks.find((block) => block.kind === kind);
const says = (block: ReadBlock | undefined) => block?.lines.map((line) => line.says);

test('chapters hold their articles in the order of the text, clauses one level down', () => {
  const chapters = opened('zj-portal.md').map(({ title, articles }) => [
    title,
    articles.map((one) => one.id).join(' '),
  ]);
  expect(chapters.slice(0, 3)).toEqual([
    ['第一章 总则', '1 2 3'],
    ['第二章 职责分工', '4 4.1 4.2 4.3 4.4 4.5 5 6 6.1 6.2 6.3 7 7.1 7.2'],
    ['第三章 网站建设', '8 9 10'],
  ]);
  expect(articleIn('zj-portal.md', '13')).toMatchObject({ level: 0, name: '第十三条' });
  expect(articleIn('zj-portal.md', '13.2')).toMatchObject({ level: 1, name: '第十三条（二）', standing: 'runs' });
});

test('a text without chapters, or with articles before the first one, loses none of them', () => {
  expect(opened('qx-site.md').map(({ title, articles }) => [title, articles.length])).toEqual([['', 19]]);
});

test('an article of which nothing is carried out yet says what it waits for', () => {
  expect(articleIn('zj-portal.md', '18.5')).toMatchObject({
    standing: 'runs',
    waits: '保存期限还不核对',
    wholly: true,
  });
});

test('ZJ-13.2 the chain is told step by step, with the stand-ins, who publishes, and the step that ZJ-5 adds', () => {
  const flow = blockIn('zj-portal.md', '13.2', 'flow');
  expect(flow).toMatchObject({ kindName: '审批流程', about: '发布信息：主站', ordered: true });
  expect(says(flow)).toEqual([
    '作者所在单位的处室负责人审批，并确认种类、轻重、敏感、涉及范围；办不了时由作者所在单位的分管局领导办',
    '轻重为重要的，或者敏感的，办公室领导审核；办不了时由办公室的分管局领导办',
    '轻重为重要的，或者敏感的，分管局领导或局主要领导审定；办不了时由局主要领导办',
  ]);
  expect(flow?.publish?.map((line) => line.says)).toEqual([
    '种类为公告通知、涉及范围为全局的，办公室的信息发布人员发布',
    '其余的，报送人自己发布',
  ]);
  expect(flow?.more).toEqual(['另照第五条加一步：办公室的保密审查员审核', '打印：信息发布审核单']);
  expect(flow?.chains).toHaveLength(18); // as counted by hand in docs/chains.md: 3 + 6 writers, two publishers
});

test('ZJ-13.3 a floor says who sets the flow and what it must have', () => {
  const floor = blockIn('zj-portal.md', '13.3', 'flow');
  expect(floor?.lines).toEqual([{ says: '由网站主管单位自己定流程，至少要有：审批', unit: 'site.owner' }]);
  expect(floor?.refused).toEqual([
    '子网站：由网站主管单位自己的规定定流程，没有定以前不能发布（《市质监局门户网站管理规定》第十三条（三））。',
  ]);
  expect(floor?.more).toEqual([]);
});

test('ZJ-5 a joined step says to what it is added and where', () => {
  const step = blockIn('zj-portal.md', '5', 'step');
  expect(step?.about).toBe('发布信息：主站，在处室负责人之后加一步');
  expect(says(step)).toEqual(['办公室的保密审查员审核']);
});

test('ZJ-10 a move that the product has not yet says so, and its gate has a name', () => {
  const flow = blockIn('zj-portal.md', '10', 'flow');
  expect(flow?.about).toBe('开通网站（这个版本还不能在系统里办）：子网站');
  expect(flow?.more).toEqual(['先要有子网站建设方案备案；系统里还不能核对，暂时走不通']);
});

test('ZJ-13.2 a post of one unit is called as that unit calls it', () => {
  expect(says(blockIn('zj-portal.md', '13.2', 'posts'))).toEqual([
    '办公室领导可以审批（至少 1 人）',
    '办公室的信息发布人员可以发布、撤下（至少 1 人）',
  ]);
  expect(says(blockIn('zj-portal.md', '6.1', 'posts'))).toEqual([
    '机关处室的主办人员可以拟写、报送、发布、撤下（至少 1 人）',
    '机关处室的处室负责人可以审批（至少 1 人，至多 1 人）',
    '主办人员和处室负责人在同一篇信息上不能是同一人',
  ]);
});

test('JY-15 a block that adds to a post says only what it adds', () => {
  expect(blockIn('jy-education-site.md', '15', 'posts')?.lines).toEqual([
    {
      says: '职能科室、机构的栏目专人可以拟写、报送、撤下',
      post: { post: ['column-editor'], of: 'section' },
    },
  ]);
});

test('JY-12b the flow for everything takes what the others leave', () => {
  expect(blockIn('jy-education-site.md', '12b', 'flow')?.about).toBe('发布信息：其余情形');
});

test('columns and remits come with the column and the unit that they are about', () => {
  expect(blockIn('zj-portal.md', '16.8', 'columns')?.lines.map(({ says: said, column }) => [said, column])).toEqual([
    ['查询中心（数据）由信息化中心承办，业务处室协办', 'query-centre'],
    ['下载中心（静态）由信息化中心承办，业务处室协办', 'download'],
  ]);
  expect(blockIn('jy-education-site.md', '8', 'remit')?.lines).toEqual([
    { says: '内容归栏目承办单位', unit: 'column.lead' },
  ]);
  expect(says(blockIn('qx-site.md', '2', 'columns'))?.at(-1)).toBe('单位可以自设栏目，由网络中心审核');
});

test('a block shows its reading and its own notation', () => {
  const removal = blockIn('qx-site.md', '15', 'posts');
  expect(removal?.reading).toBe('删除是撤下：公众看不到，记录保留');
  expect(removal?.text).toBe(
    'list: [ { id: administrator, name: 网站管理员, of: network, may: [withdraw] } ]\nreading: 删除是撤下：公众看不到，记录保留',
  );
});

test('a text with Windows line ends and a byte order mark is laid open alike', () => {
  const file = regulationFile('substation-portal.md');
  expect(readerOf(soundly(file), `\uFEFF${file.replaceAll('\n', '\r\n')}`)).toEqual(readerOf(soundly(file), file));
});
