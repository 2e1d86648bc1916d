/** docs/coverage.md: each row of what the regulations ask, the blocks that carry it, how far, and the tests that show it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { articleName } from '../../core/regulation/cite.ts';
import { type ClauseCoverage, coverage, type Standing, standingNames } from '../../core/regulation/coverage.ts';
import { readRegulation } from '../../core/regulation/read.ts';
import type { Regulation } from '../../core/regulation/types.ts';
import { clausesIn, namesOf } from '../clauses.ts';
import { allLetters, type Letters, type Requirement, requirementsOf, slugs } from '../requirements.ts';
import { read } from '../tidy/syntax.ts';
import { files, root } from '../tidy/tree.ts';
import { notice, table } from './markdown.ts';

export const owed = '欠';
/** Nothing of its blocks is carried out yet: a test could show nothing. */
const later = `${owed}（待后续）`;

/** Clause with its letters → the test files that name it at the front of a test. */
export function testsByClause(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  const naming = new RegExp(`(?:${allLetters.join('|')})-\\d`);
  for (const file of files.filter(({ path, text }) => /\.(test|spec)\.tsx?$/.test(path) && naming.test(text))) {
    for (const clause of namesOf(read(file)).flatMap(clausesIn))
      found.set(clause, (found.get(clause) ?? new Set()).add(file.path));
  }
  return new Map([...found].map(([clause, paths]) => [clause, [...paths].sort()]));
}

export function coveragePage(): string {
  const tests = testsByClause();
  return [
    notice('tools/requirements.tsv, regulations/ and the names of tests'),
    '# 每项要求落在哪里',
    'Each row of what the eight regulations ask, in our words: the blocks of our text that carry it, how far this version carries them out, and the test files that name it at the front of a test. 欠 means that no test names it yet, 待后续 that a later part brings what a test could show. Blocks that wait for a later part are carried out by nothing yet, whatever test reads them (decision 0410).',
    ...allLetters.flatMap((letters) => partOf(letters, tests)),
    '',
  ].join('\n\n');
}

function partOf(letters: Letters, tests: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const file = `regulations/${slugs[letters]}.md`;
  const { regulation } = readRegulation(readFileSync(join(root, file), 'utf8'));
  if (!regulation) throw new Error(`${file} has faults: run menhu regulation check`);
  const clauses = coverage(regulation);
  const rows = requirementsOf(letters).map((row) => {
    const here = clauses.filter(({ clause }) => row.articles.includes(clause));
    const shown = shownBy(row, letters, tests) ?? (isCarried(here) ? owed : later);
    return [row.id, row.asks, row.form.join(' '), blocksOf(row, regulation), howFar(here), shown];
  });
  return [
    `## ${letters} · ${regulation.title}`,
    `\`${file}\`：${figures(clauses)}。`,
    table(['要求', 'asks', 'form', '条款块', '系统', '测试'], rows),
  ];
}

/** 48 条：由程序执行 34（16 条系统还不能办）… */
function figures(clauses: readonly ClauseCoverage[]): string {
  const said = (Object.keys(standingNames) as Standing[]).flatMap((standing) => {
    const some = clauses.filter((one) => one.standing === standing);
    const waiting = some.filter(({ wholly }) => wholly).length;
    return some.length === 0
      ? []
      : [`${standingNames[standing]} ${some.length}${waiting > 0 ? `（${waiting} 条系统还不能办）` : ''}`];
  });
  return `${clauses.length} 条：${said.join('，')}`;
}

/** Kind and id, with the article; several of one kind in one article stand together. */
function blocksOf(row: Requirement, { blocks }: Regulation): string {
  const said = row.articles.flatMap((article) => {
    const here = blocks.filter(({ clause }) => clause === article);
    const kinds = [...new Set(here.map(({ kind }) => kind))];
    return kinds.map((kind) => {
      const ids = [...new Set(here.filter((one) => one.kind === kind).map(({ id }) => id))];
      return `${kind} ${ids.join(' ')}（${articleName(article)}）`;
    });
  });
  return said.length > 0 ? said.join('<br>') : owed;
}

/** At least in part. */
export const isCarried = (clauses: readonly ClauseCoverage[]): boolean => !clauses.every(({ wholly }) => wholly);

function howFar(clauses: readonly ClauseCoverage[]): string {
  const waits = [...new Set(clauses.flatMap(({ waits: why }) => why?.split('；') ?? []))];
  if (waits.length === 0) return '✓';
  return `${isCarried(clauses) ? '部分' : '还不能办'}：${waits.join('；')}`;
}

function shownBy(
  row: Requirement,
  letters: Letters,
  tests: ReadonlyMap<string, readonly string[]>,
): string | undefined {
  const named = [...row.clauses, ...row.articles].flatMap((clause) => tests.get(`${letters}-${clause}`) ?? []);
  const paths = [...new Set(named)].sort();
  return paths.length > 0 ? paths.map((path) => `\`${path}\``).join('<br>') : undefined;
}
