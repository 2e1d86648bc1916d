/** Which chain articles of the county must have gone, written by hand from the articles of each regulation. */
// ZJ-13.2: 处室负责人审批; ZJ-5: 办公室保密审查; important or sensitive: 办公室领导审核, 局领导审定. Written by hand.
const plain = (unit: string) => `head ${unit} > secrecy-reviewer 办公室`;
const high = (unit: string) =>
  `head ${unit} > head 办公室 > secrecy-reviewer 办公室 > vice-leader/main-leader 云山市市场监督管理局`;
export const chains: readonly (readonly [title: string, chain: string, publisher: string])[] = [
  ['关于征求《云山市产品质量信用分级办法（征求意见稿）》意见的公告', plain('法规处'), 'publisher 办公室'],
  ['冬季取暖用品消费提示', plain('稽查处'), 'author'],
  ['服务窗口调整办公时间的通知', plain('办公室'), 'publisher 办公室'],
  ['云山市重点工业产品质量安全追溯管理规定', high('法规处'), 'author'],
  ['一图之外：追溯管理规定要企业做什么', plain('法规处'), 'author'],
  ['工业产品生产许可证办事指南', plain('质量处'), 'author'],
  ['质量投诉怎样提、多久有结果', plain('稽查处'), 'author'],
  ['机构职能和内设处室', plain('办公室'), 'author'],
  ['全市质量监管主要数据（上半年）', plain('信息化中心'), 'author'],
  ['企业质量信用记录更新说明', plain('机关党委（纪检监察室）'), 'author'],
  ['市局部署年末重点工作', plain('办公室'), 'author'],
  ['质量“问诊”走进产业园，二十三家企业当场拿到改进建议', plain('质量处'), 'author'],
  ['市局开放日邀请市民走进检验室', plain('办公室'), 'author'],
  ['门户网站将进行夜间维护', plain('信息化中心'), 'author'],
  ['全市首批绿色产品认证证书发放', high('质量处'), 'author'],
  ['加油机计量专项检查结束，一百九十四把枪合格', plain('稽查处'), 'author'],
  ['查处一起冒用认证标志案', high('稽查处'), 'author'],
  ['稽查处查处一起冒用认证标志案', high('稽查处'), 'author'],
  ['品牌培育名单公布，十二家企业入选', plain('质量处'), 'author'],
  ['品牌培育名单公布，十三家企业入选', plain('质量处'), 'author'],
  ['电线电缆产品监督抽查情况', high('质量处'), 'author'],
  ['食品相关产品生产许可有三处变化', plain('质量处'), 'author'],
  ['集贸市场的秤免费检定，下周轮到城东', 'head 云溪县市场监督管理局', 'author'],
  ['关于办理液化气瓶检验登记的通知', 'head 云溪县市场监督管理局', 'author'],
  ['在云溪办理营业执照要知道的', 'head 云溪县市场监督管理局', 'author'],
  ['县局公布茶叶质量安全承诺企业', 'head 云溪县市场监督管理局 > main-leader 云溪县市场监督管理局', 'author'],
  ['乡镇所开展节前食品机械安全检查', 'head 云溪县市场监督管理局', 'author'],
  ['质量奖评审进入现场评价', plain('质量处'), 'author'],
  ['规范性文件清理结果', plain('法规处'), 'author'],
  ['儿童玩具监督抽查情况', high('质量处'), 'author'],
  ['农资打假专项行动阶段情况', high('稽查处'), 'author'],
  ['标准化示范村建设见成效', plain('质量处'), 'author'],
  ['门户网站适老版上线试运行', plain('信息化中心'), 'author'],
  ['检验检测机构能力比对结果公布', plain('质量处'), 'author'],
  ['关于举行行政处罚听证的公告', plain('法规处'), 'publisher 办公室'],

  // JY-12a–c and JY-13: by kind; a leader signs what is none of documents, notices and news.
  ['云山市义务教育阶段学校招生入学办法', 'reviewer 办公室 > main-leader 云山市教育局', 'column-editor 办公室'],
  ['小学一年级新生怎样报名', 'vice-leader 基础教育科', 'column-editor 基础教育科'],
  ['关于公开招聘中小学教师的公告', 'reviewer 办公室', 'publisher 办公室'],
  ['全市中小学食堂全部实行“明厨亮灶”', 'responsible-editor 办公室', 'responsible-editor 办公室'],
  ['中小学生秋季运动会闭幕，十九项纪录被刷新', 'responsible-editor 科艺体卫科', 'responsible-editor 科艺体卫科'],

  // CS-4.2: the section's head; CS-2: data are published by the centre; CS-4.3: bureau-wide, and extreme.
  ['发票丢了怎么办', 'head 税政科', 'author'],
  ['十月份一般公共预算收支情况', 'head 预算科', 'data-keeper 信息中心'],
  ['关于编制下一年度部门预算的通知', 'head 预算科 > vice-leader 预算科', 'publisher 办公室'],
  [
    '云山市房产税、城镇土地使用税困难减免办法',
    'head 税政科 > vice-leader 税政科 > main-leader 云山市财政地税局',
    'publisher 办公室',
  ],

  // QX-8.1 and QX-8.2: the administrator compiles, then the office or, for what is major, a leader.
  ['汛期平均降水量比常年多一成半', 'administrator 网络中心 > reviewer 办公室', 'administrator 网络中心'],
  ['霜冻蓝色预警', 'administrator 网络中心 > vice-leader 气象台', 'administrator 网络中心'],
];
