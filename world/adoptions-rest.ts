/** The rules of a company (DQ), of letters at a branch (HD), and the national indicators over the bureau and its branch. */
import type { Adoption } from './adoption.ts';

export const dq: Adoption = {
  file: 'dq-enterprise-portal.md',
  unit: 'mine',
  by: 'tan',
  roles: { centre: ['mineCentre'], member: ['mineCentre', 'minePlan', 'mineSafety', 'mineWorks'] },
  leads: {},
  home: ['notices', 'general', 'profile', 'results', 'briefings', 'statistics'],
  descriptions: {
    profile: '集团是做什么的、有哪些单位',
    notices: '集团的通知和公告',
    general: '生产、安全、科研和职工生活',
    plans: '年度计划和专项规划',
    speeches: '会议上的讲话材料',
    briefings: '安全、环保、生产简报',
    statistics: '产量、能耗和安全统计',
    minutes: '可以公开的会议纪要',
    results: '技术改造和科研成果',
  },
};

export const hd: Adoption = {
  file: 'hd-interaction.md',
  unit: 'yunxi',
  by: 'su',
  roles: { hotline: ['yxHotline'], office: ['yunxi'], sections: ['yunxi'], supervision: ['yxWatch'] },
  leads: {},
  home: [],
  descriptions: {
    consultation: '办事、检定、投诉怎样找，都可以问',
    opinions: '对正在征求意见的办法提建议',
    complaints: '商品和服务质量的投诉举报',
    'director-box': '写给县局局长的信',
  },
};

export const national: Adoption = {
  file: 'national-2019.md',
  unit: 'bureau',
  by: 'gu',
  roles: { supervisor: ['centre'], organ: ['bureau', 'yunxi'] },
  leads: {},
  home: [],
  descriptions: {},
};
