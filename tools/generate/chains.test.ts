/** docs/chains.md against the regulations: nothing left out, nothing twice, and the ambiguous chains as read by hand. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { atLeast } from '../../core/chain.ts';
import { said } from '../../core/chain-words.fixture.ts';
import { anyFacets } from '../../core/facets.fixture.ts';
import { asKnown, evaluate } from '../../core/facets.ts';
import type { Chain, ChainStep } from '../../core/flow.ts';
import { type Row, rowsOfMove, type Writer, writersOf } from '../../core/regulation/chain-rows.ts';
import { axesOfMove, chainAt, movesOf } from '../../core/regulation/chain-table.ts';
import { combinationsOf } from '../../core/regulation/checks/combinations.ts';
import type { Facets, Regulation } from '../../core/regulation/types.ts';
import { rising } from '../../core/vocabulary/facets.ts';
import { chainsPage, libraryOfRegulations, rowsOf } from './chains.ts';

const library = libraryOfRegulations();
const page = chainsPage();

const claims = (row: Row, facets: Facets, writer: Writer): boolean =>
  row.when.some((part) => evaluate(part.for, facets) && part.writers.some((one) => same(one, writer)));
const same = (a: Writer, b: Writer): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The chain that the engine gives, and whether the one row that claims this case tells the same. */
function expectOneRow(rows: readonly Row[], facets: Facets, writer: Writer, chain: Chain | undefined) {
  const mine = rows.filter((row) => claims(row, facets, writer));
  expect([facets, writer, mine.length]).toEqual([facets, writer, 1]);
  expect(mine[0]?.chain).toEqual(chain);
  expect(mine[0]?.goes.map(({ step }) => step) ?? []).toEqual(chain?.steps ?? []);
}

function combinationsOfMove(regulation: Regulation, move: string): readonly Facets[] {
  const axes = axesOfMove(move, regulation);
  return axes ? combinationsOf(axes) : [];
}

function everyCase(regulation: Regulation, move: string, all: readonly Facets[]) {
  const rows = rowsOfMove(move, regulation);
  for (const facets of all) {
    const answer = chainAt(move, facets, regulation);
    const chain = answer.ok ? answer.chain : undefined;
    for (const writer of chain ? writersOf(chain) : (['author'] as const))
      expectOneRow(rows, asKnown(regulation.scale, facets), writer, chain);
  }
}

test.each(library)('every combination of $file, whoever wrote, is said by exactly one row', ({ regulation }) => {
  for (const move of movesOf(regulation)) everyCase(regulation, move, combinationsOfMove(regulation, move));
});

/** MS and HD say nothing of publishing: their chains are another regulation's. */
const publishing = library.filter(({ regulation }) => regulation.flows.some(({ move }) => move === 'article.publish'));

test.each(publishing)('and so are values that $file names nowhere', ({ regulation }) => {
  fc.assert(
    fc.property(anyFacets, (facets) => everyCase(regulation, 'article.publish', [facets])),
    { numRuns: 60 },
  );
});

/** Combinations, own steps and chains, counted from the articles by hand. */
test('the figures of each regulation are those counted by hand', () => {
  const figures = library.map(({ file, regulation }) => {
    const rows = rowsOf(regulation);
    const combinations = new Set(
      rows.flatMap(({ move, cases }) => cases.map(({ facets }) => JSON.stringify([move, facets]))),
    );
    return `${file} ${combinations.size} ${rows.filter(({ chain }) => chain).length}`;
  });
  expect(figures).toEqual([
    'cs-portal.md 9 14', // kind (data or not) × 2 weights × 2 reaches, and answers; 2 + 2 + (3 + 4) + 3 chains
    'cx-portal.md 6 10', // main or sub, answers, and three moves of mailboxes; 2 + 2 + 3 × 2 chains
    'dq-enterprise-portal.md 1 2', // one chain, and one for what the head wrote
    'hd-interaction.md 1 2', // answers alone
    'jy-education-site.md 4 9', // 4 kinds; 3 + 2 + 2 + 2 chains
    'ms-assessment.md 0 0', // no chain: it only assesses
    'national-2019.md 1 0', // sites are opened by their owners' chains
    'qx-site.md 3 7', // 2 weights, and redesign; 2 + 2 + 3 chains
    'substation-portal.md 8 5', // site × weight × sensitive; 2 + 3 chains
    'zj-portal.md 35 22', // 2⁵ for publishing, site.open by site, answers; (3 + 6) × 2 publishers + 2 + 2 chains
  ]);
});

const covers = (step: ChainStep, lost: ChainStep): boolean =>
  step.units.join() === lost.units.join() &&
  lost.post.every((post) => step.post.includes(post)) &&
  atLeast[lost.act].includes(step.act);

/** Each step that a rise of one facet by one takes out of the chain, with what the higher flow says about it. */
function dropsOf(regulation: Regulation, move: string) {
  const chainOf = (facets: Facets) => {
    const answer = chainAt(move, facets, regulation);
    return answer.ok ? answer.chain : undefined;
  };
  return combinationsOfMove(regulation, move).flatMap((low) =>
    Object.keys(rising).flatMap((facet) => {
      const order = regulation.scale[facet] ?? [];
      const higher = order[order.indexOf(low[facet] ?? '') + 1];
      const before = chainOf(low);
      if (low[facet] === undefined || higher === undefined || !before) return [];
      const after = chainOf({ ...low, [facet]: higher });
      const lost = before.steps.filter((step) => !after?.steps.some((one) => covers(one, step)));
      return lost.map((step) => ({ rise: `${regulation.slug} ${low[facet]} → ${higher}: ${said(step)}`, after }));
    }),
  );
}

test('raising a facet drops no step in any regulation, except the one whose flow says so', () => {
  const drops = library.flatMap(({ regulation }) => movesOf(regulation).flatMap((move) => dropsOf(regulation, move)));
  expect([...new Set(drops.map(({ rise }) => rise))]).toEqual(['qx-site general → major: approve reviewer of office']);
  for (const { after } of drops) expect(after?.reading).toContain('代替办公室审核');
});

/** 审核 alone might mean an opinion. Flows whose articles name an approval as well need no such word. */
test('where an article says only 审核 and a step approves, the reading says that this is the approval', () => {
  const silent = library.flatMap(({ regulation }) =>
    regulation.flows
      .filter((flow) => flow.steps.some((step) => step.act === 'approve'))
      .map((flow) => ({ flow, text: regulation.clauses.find(({ id }) => id === flow.clause)?.text ?? '' }))
      .filter(({ text }) => text.includes('审核') && !/审批|签发|审定/.test(text))
      .map(({ flow }) => [`${regulation.slug}#${flow.clause}`, flow.reading?.includes('审核就是批准')]),
  );
  const articles = ['cs-portal#2', 'cs-portal#4.2', 'cs-portal#11', 'jy-education-site#12c', 'jy-education-site#13'];
  expect(Object.fromEntries(silent)).toEqual(
    Object.fromEntries([...articles, 'qx-site#8.1', 'cx-portal#13'].map((article) => [article, true])),
  );
});

/** Read off the originals: the case, who wrote, the steps, who publishes. */
test.each([
  [
    'ZJ-13.2 a head’s own text goes to the leader in charge, and passes the secrecy reviewer all the same',
    '作者所在单位的处室负责人自己写的 | 1. 作者所在单位的分管局领导审批，并确认种类、轻重、敏感、涉及范围（代作者所在单位的处室负责人）<br>2. 办公室的保密审查员审核（第五条） | 报送人自己发布 |',
  ],
  [
    'ZJ-13.2 only a bureau-wide notice is the office’s to publish',
    '| 主站、种类为公告通知、轻重为一般、涉及范围为全局、不敏感 | 一般作者 | 1. 作者所在单位的处室负责人审批，并确认种类、轻重、敏感、涉及范围<br>2. 办公室的保密审查员审核（第五条） | 办公室的信息发布人员发布 |',
  ],
  [
    'ZJ-13.2 what a leader wrote is decided by another',
    '分管局领导自己写的 | 1. 作者所在单位的处室负责人审批，并确认种类、轻重、敏感、涉及范围<br>2. 办公室领导审核<br>3. 办公室的保密审查员审核（第五条）<br>4. 局主要领导审定 |',
  ],
  [
    'ZJ-13.3 a sub-site waits for its owner’s rule',
    '子网站：由网站主管单位自己的规定定流程，没有定以前不能发布（《市质监局门户网站管理规定》第十三条（三））。',
  ],
  [
    'JY-12 a notice has the office’s review alone',
    '| 种类为公告通知 | 一般作者 | 1. 办公室的审核人审批，并确认种类 | 办公室的信息发布人员发布 |',
  ],
  [
    'JY-12 a document: office, then the main leader; the column publishes',
    '| 种类为文件 | 一般作者 | 1. 办公室的审核人审核，并确认种类、公开方式<br>2. 局主要领导审定 | 栏目承办单位的栏目专人发布 |',
  ],
  [
    'JY-13 the editor’s own news is reviewed by the office, and he publishes it',
    '栏目承办单位的责任编辑自己写的 | 1. 办公室的审核人审批，并确认种类，修改只作建议，由作者采纳（代栏目承办单位的责任编辑） | 栏目承办单位的责任编辑发布 |',
  ],
  [
    'CS-2 a section’s data are published by the centre',
    '| 种类为数据、轻重为一般、涉及范围为本处室 | 一般作者 | 1. 作者所在单位的科室负责人审批，并确认种类、轻重、涉及范围 | 信息中心的业务数据管理员发布 |',
  ],
  [
    'CS-4.3 extreme goes to the director, whatever its reach and kind',
    '| 轻重为特别重大 | 一般作者 | 1. 作者所在单位的科室负责人审批，并确认种类、轻重、涉及范围<br>2. 作者所在单位的分管领导审批<br>3. 局长审定 | 办公室的信息发布人员发布 |',
  ],
  [
    'QX-8.1 the administrator compiles his own text too, and the office approves',
    '| 轻重为一般 | 一般作者，或网络中心的网站管理员自己写的 | 1. 网络中心的网站管理员编辑，并确认种类、轻重<br>2. 办公室的审核人审批，并确认轻重 | 网络中心的网站管理员发布 |',
  ],
  [
    'QX-8.2 the leader in charge stands in the office’s place',
    '| 轻重为重大 | 一般作者，或网络中心的网站管理员自己写的 | 1. 网络中心的网站管理员编辑，并确认种类、轻重<br>2. 作者所在单位的分管领导审批，并确认轻重 | 网络中心的网站管理员发布 |',
  ],
])('%s', (_article, line) => {
  expect(page).toContain(line);
});
