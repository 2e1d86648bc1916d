/** The closed lists of words that a regulation may use, with what office people call them. */
type Names = Readonly<Record<string, string>>;

/** Posts that every regulation may name without declaring them; declaring one gives it its verbs. */
export const standardPosts: Names = {
  author: '作者',
  head: '负责人',
  'vice-leader': '分管领导',
  'main-leader': '主要领导',
  publisher: '信息发布人员',
  'information-officer': '信息员',
  'responsible-editor': '责任编辑',
  administrator: '网站管理员',
  reviewer: '审核人',
  assessor: '考核人',
};

/** Columns that need no name. ZJ-16.9. */
export const standardColumns: Names = { rest: '其他栏目' };

export const acts: Names = { approve: '审批', countersign: '会签', review: '审核', decide: '审定', edit: '编辑' };

/** What a post may do: `write`, and the verbs of the tables of moves. */
export const verbs: Names = {
  write: '拟写',
  submit: '报送',
  approve: '审批',
  edit: '编辑',
  publish: '发布',
  schedule: '定时发布',
  unschedule: '取消定时',
  force: '强制发布',
  clear_forced: '核销强制发布',
  withdraw: '撤下',
  confirm: '确认仍有效',
  expire: '到期下线',
  mark_invalid: '标明失效',
  pin: '置顶',
  adopt: '采用规定',
  load_calendar: '导入放假安排',
};

/** Verbs that some move of this version asks for. */
export const carriedVerbs: readonly string[] = [
  'write',
  'submit',
  'approve',
  'edit',
  'publish',
  'withdraw',
  'force',
  'clear_forced',
  'confirm',
  'mark_invalid',
  'pin',
  'adopt',
  'load_calendar',
];

/** Moves that a flow may be about. Only those in `carriedMoves` are carried out by this version. */
export const moves: Names = {
  'article.submit': '报送信息',
  'article.publish': '发布信息',
  'article.withdraw': '撤下信息',
  'site.open': '开通网站',
  'site.redesign': '网站改版',
  'site.close': '关闭网站',
  'letter.answer': '答复来信',
  'letter.publish': '公开来信',
};
export const carriedMoves: readonly string[] = ['article.publish'];

/** Unit references that are found at the target; beside them stand `self` and the roles of the file. */
export const dynamicUnits: Names = {
  'author.unit': '作者所在单位',
  'column.lead': '栏目承办单位',
  'site.owner': '网站主管单位',
  'letter.holder': '来信经办单位',
  'leg.unit': '来信承办单位',
};

/** Parts of a site that somebody answers for. */
export const runningParts: Names = {
  design: '设计建设',
  network: '网络',
  server: '服务器',
  daily: '日常维护',
  content: '内容',
  supervise: '督促检查',
};
/** Parts that are only stated: no rule of the product asks for them. */
export const statedParts: Names = {
  plan: '规划',
  coordinate: '协调',
  train: '培训',
  assess: '考核',
  review: '审核',
  publish: '发布',
  maintain: '维护',
  technique: '技术支持',
  supply: '提供信息',
  lead: '牵头',
};

export const natures: Names = { dynamic: '动态', static: '静态', data: '数据', letters: '来信', link: '链接' };

export const noteKinds: Names = {
  purpose: '目的',
  definition: '定义',
  principle: '原则',
  scope: '适用范围',
  authority: '授权',
  encouragement: '鼓励',
  sanction: '罚则',
  interpretation: '解释权',
  commencement: '施行日期',
  restated: '重申他条',
  erratum: '原文有误',
};
