/** The one cast, for tests, demo, pictures and guide: a bureau of the invented city 云山, and its branch in 云溪 county. */
import type { SiteAbout } from '../core/site.ts';

export type UnitName = keyof typeof units;
export type PersonName = keyof typeof people;
export type SiteName = keyof typeof sites;

/** Parents before children. */
export const units = {
  bureau: { name: '云山市市场监督管理局' },
  office: { name: '办公室', parent: 'bureau' },
  centre: { name: '信息化中心', parent: 'bureau' },
  legal: { name: '法规处', parent: 'bureau' },
  quality: { name: '质量处', parent: 'bureau' },
  inspection: { name: '稽查处', parent: 'bureau' },
  party: { name: '机关党委（纪检监察室）', parent: 'bureau' },
  yunxi: { name: '云溪县市场监督管理局', parent: 'bureau' },
} as const;

type Held = readonly [post: string, unit: UnitName];

/**
 * As few people as the two regulations let do it: a head doesn't write for his own section, nobody approves or checks
 * for secrets what he wrote, and a section has one head. 法规处 and 机关党委 share their head and their undertaker.
 */
export const people = {
  fang: { name: '方建国', login: 'fangjianguo', posts: [['main-leader', 'bureau']] },
  shen: { name: '沈雁秋', login: 'shenyanqiu', posts: [['vice-leader', 'bureau']] },
  chen: { name: '陈国栋', login: 'chenguodong', posts: [['head', 'office']] },
  luo: { name: '罗小满', login: 'luoxiaoman', posts: [['undertaker', 'office']] },
  he: {
    name: '何静宜',
    login: 'hejingyi',
    posts: [
      ['secrecy-reviewer', 'office'],
      ['publisher', 'office'],
    ],
  },
  gu: {
    name: '顾明远',
    login: 'gumingyuan',
    posts: [
      ['head', 'centre'],
      ['technical-reviewer', 'centre'],
    ],
  },
  tang: {
    name: '唐一帆',
    login: 'tangyifan',
    posts: [
      ['undertaker', 'centre'],
      ['administrator', 'centre'],
    ],
  },
  wei: {
    name: '魏书琴',
    login: 'weishuqin',
    posts: [
      ['head', 'legal'],
      ['head', 'party'],
    ],
  },
  ding: {
    name: '丁文佩',
    login: 'dingwenpei',
    posts: [
      ['undertaker', 'legal'],
      ['undertaker', 'party'],
    ],
  },
  zhang: { name: '张伟明', login: 'zhangweiming', posts: [['head', 'quality']] },
  lin: { name: '林晓岚', login: 'linxiaolan', posts: [['undertaker', 'quality']] },
  qiao: { name: '乔立新', login: 'qiaolixin', posts: [['head', 'inspection']] },
  yan: { name: '严冬青', login: 'yandongqing', posts: [['undertaker', 'inspection']] },
  meng: { name: '孟长河', login: 'mengchanghe', posts: [['main-leader', 'yunxi']] },
  bai: { name: '白桂芳', login: 'baiguifang', posts: [['head', 'yunxi']] },
  su: {
    name: '苏小禾',
    login: 'suxiaohe',
    posts: [
      ['information-officer', 'yunxi'],
      ['administrator', 'yunxi'],
    ],
  },
} as const satisfies Record<string, { name: string; login: string; posts: readonly Held[] }>;

/** The posts as the two regulations call them. */
export const postNames: Readonly<Record<string, string>> = {
  'main-leader': '主要领导',
  'vice-leader': '分管领导',
  head: '负责人',
  undertaker: '主办人员',
  publisher: '信息发布人员',
  'secrecy-reviewer': '保密审查员',
  'technical-reviewer': '技术审核员',
  administrator: '网站管理员',
  'information-officer': '信息员',
};

/** Whom a leader is in charge of: 分管. */
export const leading: readonly (readonly [PersonName, UnitName])[] = [
  ['shen', 'office'],
  ['shen', 'centre'],
  ['shen', 'legal'],
  ['shen', 'quality'],
  ['shen', 'inspection'],
  ['shen', 'party'],
];

/** Whom to sign in as in the demo: who writes, her head, who checks for secrets and publishes for all, a leader, and the branch. */
export const demoPeople: readonly PersonName[] = ['lin', 'zhang', 'he', 'shen', 'su'];

const about = (fullName: string, organiser: string, undertaker: string, phone: string): SiteAbout => ({
  fullName,
  organiser,
  undertaker,
  phone,
  address: '云山市（演示数据，并无此地）',
});

export const sites = {
  main: {
    label: 'main',
    name: '云山市场监管',
    rank: 'main',
    owner: 'bureau',
    administrators: ['centre'],
    about: about(
      '云山市市场监督管理局门户网站',
      '云山市市场监督管理局',
      '云山市市场监督管理局信息化中心',
      '0000-0001234',
    ),
  },
  yunxi: {
    label: 'yunxi',
    name: '云溪市场监管',
    rank: 'sub',
    owner: 'yunxi',
    administrators: ['yunxi'],
    about: about('云溪县市场监督管理局网站', '云溪县市场监督管理局', '云溪县市场监督管理局', '0000-0005678'),
  },
} as const satisfies Record<
  string,
  { label: string; name: string; rank: 'main' | 'sub'; owner: UnitName; administrators: UnitName[]; about: SiteAbout }
>;

export type Adoption = {
  readonly file: string;
  readonly unit: UnitName;
  readonly by: PersonName;
  readonly roles: Readonly<Record<string, readonly UnitName[]>>;
  readonly leads: Readonly<Record<string, readonly UnitName[]>>;
  /** Which columns the home page shows, in order, and what each is for. */
  readonly home: readonly string[];
  readonly descriptions: Readonly<Record<string, string>>;
};

export const adoptions: readonly Adoption[] = [
  {
    file: 'zj-portal.md',
    unit: 'bureau',
    by: 'gu',
    roles: {
      centre: ['centre'],
      office: ['office'],
      section: ['office', 'centre', 'legal', 'quality', 'inspection', 'party'],
      business: ['quality', 'inspection'],
      branch: ['yunxi'],
      legal: ['legal'],
      quality: ['quality'],
      inspection: ['inspection'],
      discipline: ['party'],
      party: ['party'],
    },
    leads: {
      services: ['quality', 'inspection'],
      consult: ['quality', 'inspection'],
      sampling: ['quality'],
      access: ['quality'],
      topics: ['inspection'],
    },
    home: ['home-news', 'notices', 'law', 'quality-city', 'sampling', 'services', 'topics', 'query-centre'],
    descriptions: {
      'home-news': '市局和各处室的工作动态',
      notices: '需要企业和群众知道的公告、通知',
      pictures: '用图片说工作，每张附文字说明',
      institution: '机构职能、内设处室和联系方式',
      disclosure: '政府信息公开指南、制度和年度报告',
      law: '法规规章、规范性文件及其解读',
      'quality-city': '质量提升行动、品牌培育的进展和成效',
      services: '办事条件、材料、时限和地点',
      sampling: '监督抽查的结果和后续处理',
      access: '行业准入的条件和变化',
      topics: '专项整治和阶段性工作',
      credit: '企业质量信用的记录',
      'query-centre': '可以查询的数据，每半年更新',
      download: '常用表格下载',
    },
  },
  {
    file: 'substation-portal.md',
    unit: 'yunxi',
    by: 'su',
    roles: { section: ['yunxi'], office: ['yunxi'] },
    leads: {},
    home: ['news', 'notices', 'guide'],
    descriptions: {
      news: '县局和各所的工作动态',
      notices: '县局发布的公告、通知',
      guide: '在县里办事要知道的',
    },
  },
];
