import { standardFilings } from './filings.ts';

/**
 * Every event of the product: `subject.verb`, and one Chinese phrase. A regulation names events in gates and duties.
 * `carriedEvents` are those that some move of this version writes; a gate on another one stays shut.
 */
export const events: Readonly<Record<string, string>> = {
  'article.saved': '存为一稿',
  'article.submitted': '送审',
  'article.recalled': '收回',
  'article.returned': '退回修改',
  'article.edited': '编辑',
  'article.discarded': '放弃',
  'article.recovered': '取回',
  'article.step_taken': '同意',
  'article.approved': '同意，审批完成',
  'article.scheduled': '定时',
  'article.unscheduled': '取消定时',
  'article.published': '发布',
  'article.forced': '强制发布',
  'article.forced_cleared': '强制发布已核销',
  'article.served': '公众可见',
  'article.updated': '更新发布',
  'article.confirmed': '确认仍有效',
  'article.expired': '到期下线',
  'article.withdrawn': '撤下',
  'article.restored': '恢复发布',
  'article.marked_invalid': '标明失效',
  'article.handed_over': '转交',
  'article.urged': '催办',
  'document.issued': '文件印发',
  'document.repealed': '文件废止',
  'document.formed': '文件形成',
  'letter.received': '收到来信',
  'letter.looked_at': '查看来信',
  'letter.accepted': '受理',
  'letter.transferred': '转办',
  'letter.returned': '退回来信',
  'letter.referred_up': '请示上级',
  'letter.referral_returned': '上级批复',
  'letter.clarification_asked': '要求补充',
  'letter.clarified': '已补充',
  'letter.third_party_asked': '征求第三方',
  'letter.third_party_replied': '第三方答复',
  'letter.extended': '延期',
  'letter.drafted': '拟答复',
  'letter.approved': '答复审批',
  'letter.answered': '答复',
  'letter.told': '告知来信人',
  'letter.published': '公开答复',
  'letter.rated': '评价',
  'letter.reopened': '重开',
  'letter.closed': '办结',
  'letter.merged': '并件',
  'letter.handed_over': '转交经办',
  'letter.urged': '催办来信',
  'leg.received': '承办单位接件',
  'leg.answered': '承办单位答复',
  'leg.transferred': '承办单位转出',
  'leg.returned': '承办单位退回',
  'letterbox.looked_at': '查看信箱',
  'site.online': '网站开通',
  'site.design_reviewed': '网站设计审核',
  'site.link_suspended': '链接暂停',
  'site.link_restored': '链接恢复',
  'site.down': '网站中断',
  'site.up': '网站恢复',
  'sheet.self_assessed': '自评',
  'sheet.assessed': '考核',
  'sheet.appealed': '申诉',
  'sheet.confirmed': '考核确认',
  'sheet.published': '考核公布',
  'post.filled': '到岗',
  'post.vacated': '离岗',
  'login.granted': '开通账号',
  'login.revoked': '停用账号',
  'login.password_changed': '更换口令',
  'outside_system.registered': '登记业务系统',
  'key.issued': '发放接口密钥',
  'key.revoked': '停用接口密钥',
  'regulation.adopted': '采用规定',
  'calendar.loaded': '导入放假安排',
  'installation.founded': '启用门户',
  'unit.created': '设立单位',
  'backup.made': '备份',
  'restore.proved': '恢复演练成功',
  'probe.made': '探测',
  'probe.failed': '探测失败',
  'seen.article_published': '监测到发布',
  'seen.home_changed': '监测到首页变化',
  'channel.posted': '账号发布',
  'link.died': '链接失效',
  'link.mended': '链接修复',
  'survey.opened': '调查开始',
  'survey.closed': '调查结束',
  'survey.result_published': '调查结果公布',
};

/** Events that carry an id: `filing.ID.verb`. The id is declared by a block of that kind. */
export const eventsWithId: Readonly<Record<string, readonly string[]>> = {
  filing: ['filed', 'returned', 'reviewed', 'kept'],
  finding: ['found', 'confirmed', 'rejected'],
  check: ['hit', 'mended'],
  bulletin: ['published', 'sent'],
};

/** `kind verb`: what becomes of a block's thing, after its name. */
export const verbNames: Readonly<Record<string, string>> = {
  'filing filed': '报送',
  'filing returned': '退回',
  'filing reviewed': '审核',
  'filing kept': '备案',
  'finding found': '被发现',
  'finding confirmed': '得到认定',
  'finding rejected': '不予认定',
  'check hit': '查到问题',
  'check mended': '改正',
  'bulletin published': '公布',
  'bulletin sent': '反馈',
};

/** Filings with a name of their own that a gate of the library waits for. */
const filings: Readonly<Record<string, string>> = { 'site-plan': '子网站建设方案' };

/** What an office person calls the event; one that nobody has named is shown as it is. */
export function eventName(event: string): string {
  const [subject = '', id = '', verb = ''] = event.split('.');
  const done = verbNames[`${subject} ${verb}`];
  const name = subject === 'filing' ? (filings[id] ?? standardFilings[id]?.name) : undefined;
  return events[event] ?? (name && done ? `${name}${done}` : subject === 'filing' ? `“${id}”这项备案` : event);
}

export const carriedEvents: readonly string[] = [
  'article.saved',
  'article.submitted',
  'article.recalled',
  'article.returned',
  'article.edited',
  'article.discarded',
  'article.recovered',
  'article.step_taken',
  'article.approved',
  'article.published',
  'article.served',
  'article.updated',
  'article.withdrawn',
  'article.restored',
  'outside_system.registered',
  'key.issued',
  'key.revoked',
  'regulation.adopted',
  'calendar.loaded',
  'installation.founded',
];
