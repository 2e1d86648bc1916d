/** The one dictionary of refusals: what can't be done and what can be done instead, in the words of the office. */
const words: Readonly<Record<string, string>> = {
  absent: '没有找到这件稿件，或者您看不到它',
  stale: '别人刚改过这件稿件，请看过新的再办',
  key_reused: '这次请求的编号已经用过，内容却不同，请刷新后重办',
  bad_text: '文字里有不能保存的字符（空字符或残缺的字），请删去后重试',
  not_your_role: '这一步不由您的岗位办理',
  not_while_none: '稿件还没有送审，或者已经办完',
  not_while_open: '稿件正在审批中，要改请先收回',
  not_while_complete: '稿件已经批准，正等发布',
  not_while_published: '稿件正在公开，不能这样办',
  not_while_withdrawn: '稿件已经撤下',
  not_while_expired: '稿件已经到期下线',
  own_work: '您写过或改过这一稿，不能由您审批，请由其他人审',
  posts_apart: '您已用另一岗位经手这件稿件，两个岗位不能由一人兼办',
  not_this_step: '审批已走到另一步，请刷新后看轮到谁办',
  text_changed: '您看过的不是现在这一稿，请看过新的一稿再办',
  lowered: '审批中只能把重要程度、范围、敏感性调高；要调低，请退回重新报送',
  facet_lowered: '审批中只能把重要程度、范围、敏感性调高；要调低，请退回重新报送',
  facet_fixed: '这一项属性在审批中不能改，请退回重新报送',
  words_missing: '请写明意见',
  reason_missing: '撤下须选类别并写明原因',
  gate_shut: '规定要求的前置手续还没有办，暂不能发布',
  was_public: '这件稿件公开过，不能放弃，只能撤下',
  discarded: '这件稿件已经放弃',
  no_chain: '没有一条规定说明这样的稿件由谁审批，不能报送；请调整栏目或属性，或请信息化中心完善规定',
  floor_without_chain: '这个网站还没有定下自己的审批流程，不能报送；请本单位先制定并备案',
  below_floor: '这个网站的审批流程低于上级规定的最低要求，不能报送',
  unbound: '规定里的岗位在这里没有对应的单位，不能报送；请信息化中心补全采用登记',
  facet_missing: '还有属性没有填，定不下走哪条审批链',
  facet_unknown: '属性的取值不在规定之内',
  no_publisher: '规定没有说明由谁发布，不能报送',
  nobody_can_take: '这一步现在没有人能办：岗位空缺，或仅有的人写过这一稿',
  column_fixed: '送审过的稿件不能换栏目；可以放弃后另写一件，或同时报送到别的栏目',
  no_column: '没有这个栏目，或者它不收稿件',
  not_empty: '这里已经有单位和人员，不能再初始化',
  not_adoptable: '这个规定现在还不能采用，原因见下',
  unreadable_regulation: '规定文本有错，不能采用',
  taken_column: '这件稿件已经在这个栏目里',
  other_site: '同时报送的栏目须另行选择，不能与主栏目相同',
  sign_in_failed: '用户名或密码不对',
  too_often: '试得太频繁，请过一会儿再试',
  not_signed_in: '请先登录',
  foreign_origin: '这个请求不是从管理台发出的，已拒绝',
  bad_shape: '有几项没有填对',
  too_big: '内容太大：一次最多 4 MB',
  not_json: '请求的格式读不懂',
  database_away: '数据库暂时连不上，您的改动还没有存上，请稍候再试',
  not_found: '没有这个地址',
  method: '这个地址不能这样用',
};

/** The sentence for a code. An unknown code is a programmer's mistake and throws. */
export function say(code: string): string {
  const text = words[code];
  if (text === undefined) throw new Error(`no words for the refusal ${code}`);
  return text;
}
export const refusalCodes: readonly string[] = Object.keys(words);
