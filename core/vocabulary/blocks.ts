/** Closed lists of words of the kinds filing, check, finding, retention, letters, score, award and bulletin. */
type Names = Readonly<Record<string, string>>;

/** What a filing or a finding may be about; also what each register may hold one of. */
export const abouts: Names = {
  site: '网站',
  person: '人员',
  login: '账号',
  column: '栏目',
  unit: '单位',
  article: '稿件',
  letter: '来信',
  post: '岗位',
};

/** What a register may hold exactly one entry of. */
export const holders = ['post', 'site', 'person', 'unit', 'column', 'login'] as const;

export const finders: Names = {
  patrol: '巡查',
  'find-error': '公众找错',
  supervisor: '主管单位',
  anyone: '任何人',
};

/** Types of a withdrawal. */
export const withdrawals: Names = {
  error: '内容有误',
  superseded: '已被替代',
  expired: '已经到期',
  unlawful: '违反规定',
};

/** What a retention may be about: its id. */
export const kept: Names = { logs: '运行日志', backups: '备份', letters: '来信和答复', files: '上传的文件' };

export const letterTypes: Names = {
  consultation: '咨询',
  complaint: '投诉',
  opinion: '意见',
  suggestion: '建议',
  'find-error': '找错',
  disclosure: '依申请公开',
  petition: '信访',
};

/** Letterboxes that a regulation may extend: one question to one desk, whatever a text calls it. */
export const standardLetters: Names = {
  director: '领导信箱',
  consultation: '咨询',
  complaints: '投诉举报',
  errors: '网站找错',
};

/** What the people at the desk may do with a letter beside answering it. */
export const letterVerbs: Names = {
  transfer: '转办',
  return: '退回',
  refer_up: '请示上级',
  clarify: '请来信人补充',
};
export const letterParties: Names = {
  first: '接收单位',
  handle: '办理单位',
  'leg.unit': '经手单位',
  told_by: '告知单位',
};

export const shown: Names = {
  published: '发布数',
  updated: '更新数',
  replies: '答复情况',
  overdue: '超期情况',
  breaches: '未履行的职责',
  met: '履行的职责',
  points: '得分',
  ranking: '名次',
  prizes: '获奖',
};
