/** The facets that the product knows: what a text is like, and where it goes. A regulation adds its own in `facets:`. */

import { letterTypes } from './blocks.ts';
import { columnClasses } from './column-classes.ts';
import { matters } from './filings.ts';

/** Where a text goes. A flow claims targets by these, and one of them may be absent (a column without a class). */
export const targetFacets = ['site', 'hosting', 'column', 'class', 'nature', 'part'] as const;

/** What a text is like: its writer states them, the chain confirms them. None of them may be absent. */
export const contentFacets = ['kind', 'weight', 'reach', 'sensitive', 'visibility', 'disclosure'] as const;

/** Facets that have an order; a reviewer may raise them. From low to high. */
export const rising: Readonly<Record<string, readonly string[]>> = {
  weight: ['general', 'important', 'major', 'extreme'],
  reach: ['section', 'bureau', 'cluster'],
  sensitive: ['no', 'yes'],
};

/** All values of a facet. An empty list: ids that the regulation itself declares. */
export const facetValues: Readonly<Record<string, readonly string[]>> = {
  ...rising,
  kind: ['information', 'document', 'news', 'notice', 'guide', 'data', 'interpretation', 'faq', 'institution'],
  visibility: ['public', 'internal', 'unit'],
  disclosure: ['open', 'on-request', 'closed'],
  site: ['main', 'sub'],
  hosting: ['ours', 'self-run'],
  nature: ['dynamic', 'static', 'data', 'letters', 'link'],
  column: [],
  class: [],
  part: [],
};

/** What duties and lines ask about beside articles: inspections, pages, letters. Of units `role`, of filings their fields. */
export const countedFacets: Readonly<Record<string, readonly string[]>> = {
  matter: Object.keys(matters),
  page: ['home', 'column', 'article'],
  type: Object.keys(letterTypes),
  /** How many articles a column holds: a number. */
  articles: [],
};

export const facetNames: Readonly<Record<string, string>> = {
  kind: '种类',
  weight: '轻重',
  reach: '涉及范围',
  sensitive: '敏感',
  visibility: '可见范围',
  disclosure: '公开方式',
  site: '网站',
  hosting: '托管',
  nature: '栏目性质',
  column: '栏目',
  class: '栏目类别',
  part: '栏目分块',
  matter: '检查事项',
  page: '页面',
  type: '来信种类',
  role: '单位',
  articles: '稿件数',
  topic: '主题',
};

function valuesNamed(facet: string, names: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(names).map(([value, name]) => [`${facet} ${value}`, name]));
}

/** `facet value` → what an office person calls it. A value that is missing here is shown as it is. */
export const valueNames: Readonly<Record<string, string>> = {
  'weight general': '一般',
  'weight important': '重要',
  'weight major': '重大',
  'weight extreme': '特别重大',
  'reach section': '本处室',
  'reach bureau': '全局',
  'reach cluster': '全网站群',
  'sensitive no': '不敏感',
  'sensitive yes': '敏感',
  'kind information': '信息',
  'kind document': '文件',
  'kind news': '新闻动态',
  'kind notice': '公告通知',
  'kind guide': '办事指南',
  'kind data': '数据',
  'kind interpretation': '解读',
  'kind faq': '常见问题',
  'kind institution': '机构信息',
  'visibility public': '公开可见',
  'visibility internal': '内部可见',
  'visibility unit': '本单位可见',
  'disclosure open': '主动公开',
  'disclosure on-request': '依申请公开',
  'disclosure closed': '不公开',
  'site main': '主站',
  'site sub': '子网站',
  'hosting ours': '装在本局机房',
  'hosting self-run': '自行托管',
  'class business': '业务',
  'class government': '政务',
  'class profession': '专业',
  'nature dynamic': '动态栏目',
  'nature static': '静态栏目',
  'nature data': '数据栏目',
  'nature letters': '来信栏目',
  'nature link': '链接栏目',
  'page home': '首页',
  'page column': '栏目页',
  'page article': '正文页',
  ...valuesNamed('class', columnClasses),
  ...valuesNamed('matter', matters),
  ...valuesNamed('type', letterTypes),
};
