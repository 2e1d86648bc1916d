/** What a line of the ledger can be about, what office people call it, and who of it can bear a duty. */
export const subjects = {
  site: {
    name: '网站',
    bearers: ['site.owner', 'site.design', 'site.network', 'site.server', 'site.daily', 'site.content'],
  },
  unit: { name: '单位', bearers: ['unit'] },
  column: { name: '栏目', bearers: ['column.lead', 'column.joint'] },
  article: { name: '稿件', bearers: ['author.unit', 'column.lead', 'site.owner'] },
  document: { name: '文件', bearers: ['document.unit'] },
  guide: { name: '办事指南', bearers: ['guide.unit'] },
  letter: { name: '来信', bearers: ['letter.holder', 'column.lead'] },
  leg: { name: '来信的一程', bearers: ['leg.unit'] },
  letterbox: { name: '信箱', bearers: ['column.lead'] },
  mailbox: { name: '邮箱', bearers: ['mailbox.unit'] },
  filing: { name: '备案', bearers: ['filing.unit'] },
  sheet: { name: '考核表', bearers: ['sheet.unit'] },
  post: { name: '岗位', bearers: ['post.unit'] },
  person: { name: '人员', bearers: ['person', 'person.unit'] },
  login: { name: '账号', bearers: ['login.holder', 'login.unit'] },
  channel: { name: '平台账号', bearers: ['channel.unit'] },
  page: { name: '页面', bearers: ['site.owner'] },
  link: { name: '链接', bearers: ['site.owner'] },
  portal: { name: '网站群', bearers: [] },
} as const satisfies Readonly<Record<string, { readonly name: string; readonly bearers: readonly string[] }>>;
export type Subject = keyof typeof subjects;
export const subjectWords = Object.keys(subjects) as readonly Subject[];

/** Kinds of which one may be named: `column home-news`. */
export const subjectsWithId: readonly Subject[] = ['column', 'filing', 'post'];

/** Bearers as office people call them. */
export const bearerNames: Readonly<Record<string, string>> = {
  'site.owner': '网站主管单位',
  'site.design': '负责网站设计的单位',
  'site.network': '负责网络的单位',
  'site.server': '负责服务器的单位',
  'site.daily': '负责日常维护的单位',
  'site.content': '负责内容的单位',
  unit: '该单位',
  'column.lead': '栏目承办单位',
  'column.joint': '栏目协办单位',
  'author.unit': '作者所在单位',
  'letter.holder': '来信经办单位',
  'leg.unit': '来信承办单位',
  'document.unit': '发文单位',
  'guide.unit': '办事单位',
  'mailbox.unit': '邮箱所属单位',
  'filing.unit': '报送单位',
  'sheet.unit': '被考核单位',
  'post.unit': '岗位所在单位',
  person: '本人',
  'person.unit': '其所在单位',
  'login.holder': '账号使用人',
  'login.unit': '账号所属单位',
  'channel.unit': '账号运营单位',
};
