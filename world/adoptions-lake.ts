/** What the government of 云湖 adopted for its portal: how it is run (CX), and how its offices are assessed (MS). */
import type { Adoption } from './adoption.ts';

const offices = ['lakePublicity', 'lakeDiscipline', 'lakeStaff', 'lakeUnion', 'lakeInvest', 'lakeProjects'] as const;
const streets = ['lakeEast', 'lakeWillow'] as const;

export const cx: Adoption = {
  file: 'cx-portal.md',
  unit: 'lake',
  by: 'yin',
  roles: {
    city: ['lakeOffice'],
    centre: ['lakeCentre'],
    member: ['lakeCentre', 'lakeParty', 'lakeNpc', 'lakeCppcc', ...offices, 'lakeFront', ...streets],
  },
  leads: {},
  home: ['government', 'news', 'announcements', 'services', 'guides', 'policies', 'history'],
  descriptions: {
    government: '区政府的会议、决定和工作部署',
    news: '区里的新闻',
    services: '到哪里办、怎么办',
    history: '云湖的历史和地名',
    institution: '各单位的机构和人员',
    items: '行政审批事项的办理流程和政策解答',
    guides: '面向群众的办事指南',
    policies: '各单位的政策性、规范性文件',
    announcements: '各单位的动态、公告和公示',
    special: '门户要求提供的专用信息',
  },
};

export const ms: Adoption = {
  file: 'ms-assessment.md',
  unit: 'lake',
  by: 'xu',
  roles: {
    party: ['lakeParty'],
    npc: ['lakeNpc'],
    government: ['lakeOffice'],
    cppcc: ['lakeCppcc'],
    publicity: ['lakePublicity'],
    departments: [...offices, 'lakeFront', ...streets],
    discipline: ['lakeDiscipline'],
    organisation: ['lakeStaff'],
    mass: ['lakeUnion'],
    investment: ['lakeInvest'],
    projects: ['lakeProjects'],
    'united-front': ['lakeFront'],
    dispatch: ['lakeCentre'],
  },
  leads: {},
  home: ['headlines', 'board', 'topics'],
  descriptions: {
    about: '云湖在哪里、有多大、靠什么',
    leaders: '区领导的分工和活动',
    board: '区政府公告',
    headlines: '一周要情',
    topics: '阶段性工作的专题',
    civility: '志愿服务、移风易俗和好人好事',
    integrity: '监督检查和廉政提醒',
    investment: '园区、项目和优惠政策',
    mass: '工会、团委、妇联的活动',
    'work-news': '各单位的工作动态',
    papers: '各单位印发的文件和通知',
  },
};
