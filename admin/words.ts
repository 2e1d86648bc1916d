/** The plain words for what a writer chooses. Each choice says what it means, so that nobody has to guess. */
import type { stateNames } from '../server/contract/find.ts';
import type { invalidReasons } from '../server/contract/marks.ts';
import type { disclosures, kinds, reaches, weights, withdrawalTypes } from '../server/contract/views.ts';

type Words<K extends string> = Readonly<Record<K, string>>;
export type Choice = { readonly name: string; readonly means: string };

/** States of an article, as tabs and filters are called. */
export const stateWords: Words<(typeof stateNames)[number]> = {
  draft: '草稿',
  review: '送审中',
  approved: '已批准',
  published: '已发布',
  returned: '被退回',
  withdrawn: '已撤下',
  discarded: '已放弃',
};

export const kindNames: Words<(typeof kinds)[number]> = {
  news: '新闻动态',
  notice: '公告通知',
  information: '政务信息',
  document: '政策文件',
  guide: '办事指南',
  data: '数据发布',
  interpretation: '政策解读',
  faq: '常见问题',
  institution: '机构职能',
};

export const reachNames: Readonly<Record<(typeof reaches)[number], Choice>> = {
  section: { name: '本处室', means: '只说本处室的业务' },
  bureau: { name: '全局', means: '涉及全局，或要各处室照办' },
  cluster: { name: '网站群', means: '各网站都要照登' },
};

export const weightNames: Readonly<Record<(typeof weights)[number], Choice>> = {
  general: { name: '一般', means: '日常信息' },
  important: { name: '重要', means: '重要会议、决定、人事' },
  major: { name: '重大', means: '重大事项、突发事件' },
  extreme: { name: '特别重大', means: '特别重大的事项、事件' },
};

export const sensitiveNames: Readonly<Record<'no' | 'yes', Choice>> = {
  no: { name: '不敏感', means: '公开后不会引起误解或风险' },
  yes: { name: '敏感', means: '易引起误解、炒作，或牵涉个人和案件' },
};

export const disclosureNames: Readonly<Record<(typeof disclosures)[number], Choice>> = {
  open: { name: '主动公开', means: '在网站发布' },
  'on-request': { name: '依申请公开', means: '有人申请才给，不在网站发布' },
  closed: { name: '不公开', means: '不在网站发布' },
};

export const withdrawalNames: Readonly<Record<(typeof withdrawalTypes)[number], Choice>> = {
  error: { name: '内容有误', means: '写错了，或已不属实' },
  superseded: { name: '已被替代', means: '有新的稿件代替它' },
  expired: { name: '已到期', means: '时限已过，不再适用' },
  unlawful: { name: '违法违规', means: '不应公开，或违反规定' },
};

export const invalidNames: Readonly<Record<(typeof invalidReasons)[number], Choice>> = {
  repealed: { name: '已废止', means: '正式废止，不再执行' },
  lapsed: { name: '已失效', means: '有效期满，或依据已不在' },
  amended: { name: '已修改', means: '有了修改后的新文本' },
};

/** Names of the fields for a person who compares two revisions. */
export const fieldNames = {
  title: '标题',
  source: '来源',
  author: '作者',
  reprint: '转载',
  link: '原文网址',
  expires: '到期日',
} as const;
