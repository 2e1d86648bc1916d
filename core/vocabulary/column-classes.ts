/**
 * Classes of columns that national rules speak of: a column that any text declares may say that it is one. The list is that
 * of the tag ColumnType, and two that the inspection names. Beside them stand the classes that a text declares itself.
 */
export const columnClasses: Readonly<Record<string, string>> = {
  overview: '概况信息',
  functions: '机构职能',
  leaders: '负责人信息',
  news: '动态要闻',
  notices: '通知公告',
  policy: '政策文件',
  personnel: '人事信息',
  plans: '规划计划',
  'disclosure-guide': '信息公开指南',
  'disclosure-list': '信息公开目录',
  'disclosure-report': '信息公开年报',
  'on-request': '依申请公开',
  data: '数据发布',
  'open-data': '数据开放',
  interpretation: '政策解读',
  responses: '回应关切',
  services: '办事服务',
  complaints: '咨询投诉',
  surveys: '征集调查',
  interviews: '在线访谈',
};
