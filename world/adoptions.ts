/** The county's sites, and which rule each of their owners adopted, bound to its own units. */
import type { SiteAbout } from '../core/site.ts';
import type { Adoption } from './adoption.ts';
import { cx, ms } from './adoptions-lake.ts';
import { dq, hd, national } from './adoptions-rest.ts';
import type { UnitName } from './county.ts';

export type SiteName = keyof typeof sites;

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
  jy: {
    label: 'jy',
    name: '云山教育',
    rank: 'sub',
    owner: 'edu',
    administrators: ['eduOffice'],
    about: about('云山市教育局网站', '云山市教育局', '云山市教育局教育信息中心', '0000-0002345'),
  },
  cs: {
    label: 'cs',
    name: '云山财税',
    rank: 'sub',
    owner: 'finance',
    administrators: ['finOffice', 'finCentre'],
    about: about('云山市财政地税局网站', '云山市财政地税局', '云山市财政地税局信息中心', '0000-0003456'),
  },
  qx: {
    label: 'qx',
    name: '云山气象',
    rank: 'sub',
    owner: 'weather',
    administrators: ['wxNetwork'],
    about: about('云山市气象局网站', '云山市气象局', '云山市气象局网络中心', '0000-0004567'),
  },
  lake: {
    label: 'lake',
    name: '云湖区门户',
    rank: 'main',
    owner: 'lake',
    administrators: ['lakeCentre'],
    about: about('云湖区人民政府门户网站', '云湖区人民政府', '云湖区信息中心', '0000-0006789'),
  },
  mine: {
    label: 'mine',
    name: '云山矿业',
    rank: 'sub',
    owner: 'mine',
    administrators: ['mineCentre'],
    about: about('云山矿业集团门户网站', '云山矿业集团', '云山矿业集团信息中心', '0000-0007890'),
  },
  // CX-11: built by its owner, who runs it on a machine of his own.
  east: {
    label: 'east',
    name: '湖东街道',
    rank: 'sub',
    hosting: 'self-run',
    owner: 'lakeEast',
    administrators: ['lakeEast'],
    about: {
      ...about('湖东街道办事处网站', '湖东街道办事处', '湖东街道办事处', '0000-0008901'),
      origin: 'http://hudong.example',
    },
  },
  yunling: {
    label: 'yunling',
    name: '云岭市场监管',
    rank: 'sub',
    owner: 'yunling',
    administrators: ['yunling'],
    about: about('云岭县市场监督管理局网站', '云岭县市场监督管理局', '云岭县市场监督管理局', '0000-0009012'),
  },
} as const satisfies Record<
  string,
  {
    label: string;
    name: string;
    rank: 'main' | 'sub';
    /** Absent: ours. */
    hosting?: 'self-run';
    owner: UnitName;
    administrators: UnitName[];
    about: SiteAbout;
  }
>;
export const isSelfRun = (site: SiteName): boolean => 'hosting' in sites[site];

/** Which posts write for a site, as its regulation says, for the stories and for the model beside the program. */
export const writers: Readonly<Record<SiteName, readonly string[]>> = {
  main: ['undertaker'],
  yunxi: ['information-officer'],
  jy: ['column-editor'],
  cs: ['information-officer', 'data-keeper'],
  qx: ['information-officer'],
  lake: ['information-officer'],
  mine: ['information-officer'],
  east: [],
  yunling: ['information-officer'],
};

const zj: Adoption = {
  file: 'zj-portal.md',
  unit: 'bureau',
  by: 'gu',
  roles: {
    centre: ['centre'],
    office: ['office'],
    // 云溪 writes for the bureau's site as a section does: decision 0307.
    section: ['office', 'centre', 'legal', 'quality', 'inspection', 'party', 'yunxi'],
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
};

const branch: Adoption = {
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
};

const jy: Adoption = {
  file: 'jy-education-site.md',
  unit: 'edu',
  by: 'mo',
  roles: {
    office: ['eduOffice'],
    technical: ['eduArts', 'eduCentre'],
    centre: ['eduCentre'],
    section: ['eduOffice', 'eduBasic', 'eduArts', 'eduStaff', 'eduCentre'],
    group: ['edu'],
  },
  leads: {
    services: ['eduBasic'],
    teachers: ['eduStaff'],
    pupils: ['eduArts'],
    community: ['eduBasic'],
    topics: ['eduCentre'],
  },
  home: ['news', 'disclosure', 'services', 'pupils', 'teachers', 'community', 'topics'],
  descriptions: {
    disclosure: '文件、公示公告和主动公开的信息',
    services: '入学、转学、资格认定怎么办',
    news: '市局和各学校的新闻',
    teachers: '招聘、培训、职称，写给老师看',
    pupils: '体育、艺术、科技和健康，写给学生和家长看',
    community: '社区学校的课程和活动',
    topics: '阶段性工作的专题',
  },
};

const cs: Adoption = {
  file: 'cs-portal.md',
  unit: 'finance',
  by: 'dai',
  roles: {
    group: ['finance'],
    office: ['finOffice'],
    centre: ['finCentre'],
    section: ['finOffice', 'finCentre', 'finWatch', 'finBudget', 'finTax'],
    business: ['finBudget', 'finTax'],
    supervision: ['finWatch'],
  },
  leads: {},
  home: ['notices', 'work-news', 'norms', 'law', 'data', 'faq'],
  descriptions: {
    data: '预算执行、税收收入等数据，按月更新',
    law: '国家和省市的财税法规、规章',
    norms: '本局的规范性文件',
    institution: '机构职能和内设科室',
    notices: '要让社会知道的通知、公告',
    'work-news': '各科室的工作信息',
    faq: '办税、开票、缴费常问的问题',
    rest: '其他政务信息',
  },
};

const qx: Adoption = {
  file: 'qx-site.md',
  unit: 'weather',
  by: 'wu',
  roles: { network: ['wxNetwork'], office: ['wxOffice'], section: ['wxOffice', 'wxNetwork', 'wxForecast'] },
  leads: {},
  home: ['weather-news', 'work', 'law'],
  descriptions: {
    'weather-news': '天气、预警和气象服务的要闻',
    work: '观测、预报和管理工作的交流',
    law: '气象法规和防灾办法',
  },
};

/**
 * Adopted while the county lives: the branch's second version, of its own writing, and the first rule of the new branch,
 * which took over the other one's first. `ago`: the working day, before the county is looked at, from which it holds.
 */
export const later: readonly (Adoption & { readonly ago: number })[] = [
  {
    ...branch,
    file: 'world/substation-portal-2.md',
    ago: 8,
    home: [...branch.home, 'emergency'],
    descriptions: { ...branch.descriptions, emergency: '突发事件和处置的情况' },
  },
  { ...branch, unit: 'yunling', by: 'lan', ago: 4, roles: { section: ['yunling'], office: ['yunling'] } },
];

/** In this order, a second after each other: of two that one unit adopted, the later one is asked first (in-force.ts). */
export const adoptions: readonly Adoption[] = [national, zj, hd, branch, jy, cs, qx, ms, cx, dq];
