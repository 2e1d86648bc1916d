/** Chinese names for what the program calls by a word: acts, types of withdrawal, posts. Events are named in core/vocabulary. */
export const actNames: Readonly<Record<string, string>> = {
  approve: '审批',
  countersign: '会签',
  review: '审核',
  decide: '审定',
  edit: '编辑',
};
export const withdrawalNames = {
  error: '内容有误',
  superseded: '已被替代',
  expired: '已经到期',
  unlawful: '违反规定',
} as const;
/** Names of the standard posts, for where a regulation doesn't name them. */
export const postNames: Readonly<Record<string, string>> = {
  author: '作者',
  head: '负责人',
  'vice-leader': '分管领导',
  'main-leader': '主要领导',
  publisher: '信息发布人员',
  'information-officer': '信息员',
  'responsible-editor': '责任编辑',
  administrator: '网站管理员',
  reviewer: '审核员',
  assessor: '考核员',
};
