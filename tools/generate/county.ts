/** docs/county.md: who is who in the demo county, and what each site has, from world/. */
import { columnsOn } from '../../core/regulation/columns-on.ts';
import type { Column } from '../../core/regulation/types.ts';
import { natures } from '../../core/vocabulary/words.ts';
import type { Adoption } from '../../world/adoption.ts';
import { adoptions, type SiteName, sites } from '../../world/adoptions.ts';
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

const adoptionOf = (site: SiteName): Adoption => {
  const found = adoptions.find(({ unit }) => unit === sites[site].owner);
  if (!found) throw new Error(`nothing is adopted for the site ${site}`);
  return found;
};

function siteRow(site: SiteName): readonly string[] {
  const { name, label, owner } = sites[site];
  const { file } = adoptionOf(site);
  const law = `${textOf(file).regulation.title}（\`regulations/${file}\`）`;
  return [name, label, nameOf(owner), law, String(stories.filter((story) => story.site === site).length)];
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
  const adoption = adoptionOf(site);
  const columns = columnsOn(textOf(adoption.file).regulation, sites[site].rank);
  const row = (column: Column) => [
    column.name,
    natures[column.nature] ?? column.nature,
    listed(leadsOf(column, adoption)),
    String(stories.filter((story) => story.site === site && [story.column, story.also].includes(column.id)).length),
  ];
  return [`${sites[site].name}的栏目：`, table(['栏目', '性质', '承办单位', '稿件'], columns.map(row))];
}

const leadsOf = (column: Column, { unit, roles, leads }: Adoption): readonly UnitName[] =>
  column.leadOneOf === undefined
    ? column.lead.flatMap((role) => (role === 'self' ? [unit] : (roles[role] ?? [])))
    : (leads[column.id] ?? []);
