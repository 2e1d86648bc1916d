/** docs/county.md: who is who in the demo county, and what each site has, from world/. */
import { columnsOn } from '../../core/regulation/columns-on.ts';
import type { Column } from '../../core/regulation/types.ts';
import { natures } from '../../core/vocabulary/words.ts';
import type { Adoption } from '../../world/adoption.ts';
import { adoptions, isSelfRun, later, type SiteName, sites } from '../../world/adoptions.ts';
import { stories } from '../../world/articles.ts';
import { demoPeople, leading, type PersonName, people, postsOf, type UnitName, units } from '../../world/county.ts';
import { nameOfPost, textOf } from '../../world/laws.ts';
import { notice, table } from './markdown.ts';

const unitNames = Object.keys(units) as UnitName[];
const personNames = Object.keys(people) as PersonName[];
const siteNames = Object.keys(sites) as SiteName[];
const parentOf = (unit: UnitName): UnitName | undefined => (units[unit] as { parent?: UnitName }).parent;
const nameOf = (unit: UnitName): string => units[unit].name;
const listed = (names: readonly UnitName[]): string => names.map(nameOf).join('、');

export function countyPage(): string {
  const columns = new Set(stories.map(({ site, column }) => `${site} ${column}`));
  return [
    notice('world/county.ts, world/adoptions.ts and world/articles.ts'),
    '# 演示数据里的单位、人员和网站',
    `云山市、云溪县都是虚构的，这里的单位、人员、电话和稿件都不是真的。一共 ${unitNames.length} 个单位、${personNames.length} 个人、${siteNames.length} 个网站，稿件 ${stories.length} 篇，分在 ${columns.size} 个栏目里，各种状态都有。`,
    `启动时打印的是这 ${demoPeople.length} 个人：${demoPeople.map((name) => people[name].name).join('、')}。所有人的密码在 \`DATA/demo.json\`，每次载入都不同。`,
    '## 网站和适用的规定',
    table(['网站', '标识', '主办单位', '适用的规定', '稿件'], siteNames.map(siteRow)),
    ...unitNames.filter((unit) => !parentOf(unit)).flatMap(bureauPart),
    '',
  ].join('\n\n');
}

/** Of the site's owner, in the order of adoption: of two versions of one text the later one. */
function adoptionsOf(site: SiteName): readonly Adoption[] {
  const own = [...adoptions, ...later].filter(({ unit }) => unit === sites[site].owner);
  const slugOf = ({ file }: Adoption) => textOf(file).regulation.slug;
  return own.filter((one, i) => own.findLastIndex((other) => slugOf(other) === slugOf(one)) === i);
}

function siteRow(site: SiteName): readonly string[] {
  const { name, label, owner } = sites[site];
  const laws = adoptionsOf(site).map(({ file }) => {
    const { title, version } = textOf(file).regulation;
    const path = file.includes('/') ? file : `regulations/${file}`;
    return `${title}${version > 1 ? `（第 ${version} 版）` : ''}（\`${path}\`）`;
  });
  const whose = isSelfRun(site) ? [...laws, '自行托管，不由系统发布'] : laws;
  return [
    name,
    label,
    nameOf(owner),
    whose.join('<br>'),
    String(stories.filter((story) => story.site === site).length),
  ];
}

/** A bureau, its offices and branches: who holds what, who leads whom, and the columns of its sites. */
function bureauPart(root: UnitName): readonly string[] {
  const own = unitNames.filter((unit) => unit === root || parentOf(unit) === root);
  const here = personNames.filter((name) => postsOf(name).some(([, unit]) => own.includes(unit)));
  const led = here.flatMap((name) => {
    const under = (leading as Partial<Record<PersonName, readonly UnitName[]>>)[name];
    return under ? [`${people[name].name}分管${listed(under)}。`] : [];
  });
  return [
    `## ${nameOf(root)}`,
    `内设和下属：${listed(own.filter((unit) => unit !== root))}。${led.join('')}`,
    table(['姓名', '登录名', '岗位'], here.map(personRow)),
    ...siteNames.filter((site) => own.includes(sites[site].owner)).flatMap(columnsPart),
  ];
}

const personRow = (name: PersonName): readonly string[] => {
  const posts = postsOf(name).map(([post, unit]) => `${nameOf(unit)} ${nameOfPost(post, unit)}`);
  return [people[name].name, people[name].login, posts.join('<br>')];
};

function columnsPart(site: SiteName): readonly string[] {
  const rows = adoptionsOf(site).flatMap((one) =>
    columnsOn(textOf(one.file).regulation, sites[site].rank).map((column) => [column, one] as const),
  );
  if (rows.length === 0) return [];
  const row = ([column, adoption]: (typeof rows)[number]) => [
    column.name,
    natures[column.nature] ?? column.nature,
    listed(leadsOf(column, adoption)),
    String(stories.filter((story) => story.site === site && [story.column, story.also].includes(column.id)).length),
  ];
  return [`${sites[site].name}的栏目：`, table(['栏目', '性质', '承办单位', '稿件'], rows.map(row))];
}

const leadsOf = (column: Column, { unit, roles, leads }: Adoption): readonly UnitName[] =>
  column.leadOneOf === undefined
    ? column.lead.flatMap((role) => (role === 'self' ? [unit] : (roles[role] ?? [])))
    : (leads[column.id] ?? []);
