/**
 * The one cast, for tests, demo, pictures and guide: four bureaus of the invented city 云山 with a branch in 云溪 county, the
 * government of its district 云湖, and a mining company. Nobody and nothing in it is real. Their sites and the rules that they adopted stand in adoptions.ts.
 */
export type UnitName = keyof typeof units;
export type PersonName = keyof typeof people;

/** Parents before children. */
export const units = {
  bureau: { name: '云山市市场监督管理局' },
  office: { name: '办公室', parent: 'bureau' },
  centre: { name: '信息化中心', parent: 'bureau' },
  legal: { name: '法规处', parent: 'bureau' },
  quality: { name: '质量处', parent: 'bureau' },
  inspection: { name: '稽查处', parent: 'bureau' },
  party: { name: '机关党委（纪检监察室）', parent: 'bureau' },
  yunxi: { name: '云溪县市场监督管理局', parent: 'bureau' },
  yxHotline: { name: '12365 投诉咨询中心', parent: 'yunxi' },
  yxWatch: { name: '监察室', parent: 'yunxi' },
  edu: { name: '云山市教育局' },
  eduOffice: { name: '办公室', parent: 'edu' },
  eduBasic: { name: '基础教育科', parent: 'edu' },
  eduArts: { name: '科艺体卫科', parent: 'edu' },
  eduStaff: { name: '人事科', parent: 'edu' },
  eduCentre: { name: '教育信息中心', parent: 'edu' },
  finance: { name: '云山市财政地税局' },
  finOffice: { name: '办公室', parent: 'finance' },
  finCentre: { name: '信息中心', parent: 'finance' },
  finWatch: { name: '监察科', parent: 'finance' },
  finBudget: { name: '预算科', parent: 'finance' },
  finTax: { name: '税政科', parent: 'finance' },
  weather: { name: '云山市气象局' },
  wxOffice: { name: '办公室', parent: 'weather' },
  wxNetwork: { name: '网络中心', parent: 'weather' },
  wxForecast: { name: '气象台', parent: 'weather' },
  lake: { name: '云湖区人民政府' },
  lakeOffice: { name: '区政府办公室', parent: 'lake' },
  lakeCentre: { name: '区信息中心', parent: 'lake' },
  lakeParty: { name: '区委办公室', parent: 'lake' },
  lakeNpc: { name: '区人大办公室', parent: 'lake' },
  lakeCppcc: { name: '区政协办公室', parent: 'lake' },
  lakePublicity: { name: '区委宣传部', parent: 'lake' },
  lakeDiscipline: { name: '区纪检监察局', parent: 'lake' },
  lakeStaff: { name: '区委组织部', parent: 'lake' },
  lakeUnion: { name: '区总工会', parent: 'lake' },
  lakeInvest: { name: '区招商引资办', parent: 'lake' },
  lakeProjects: { name: '区项目办', parent: 'lake' },
  lakeFront: { name: '区委统战部', parent: 'lake' },
  lakeEast: { name: '湖东街道办事处', parent: 'lake' },
  lakeWillow: { name: '柳河镇人民政府', parent: 'lake' },
  mine: { name: '云山矿业集团' },
  mineCentre: { name: '信息中心', parent: 'mine' },
  minePlan: { name: '规划计划部', parent: 'mine' },
  mineSafety: { name: '安全环保部', parent: 'mine' },
  mineWorks: { name: '选矿厂', parent: 'mine' },
  yunling: { name: '云岭县市场监督管理局', parent: 'bureau' },
} as const;

type Held = { readonly [post: string]: UnitName | readonly UnitName[] };

/**
 * As few people as the regulations let do it: a head doesn't write for his own section, nobody approves or checks for
 * secrets what he wrote, and a section has one head. Two posts stand empty, the heads of 税政科 and of 教育局's office, and
 * no leader is in charge of 气象台: others stand in there.
 */
export const people = {
  fang: { name: '方建国', login: 'fangjianguo', posts: { 'main-leader': 'bureau' } },
  shen: { name: '沈雁秋', login: 'shenyanqiu', posts: { 'vice-leader': 'bureau' } },
  chen: { name: '陈国栋', login: 'chenguodong', posts: { head: 'office' } },
  luo: { name: '罗小满', login: 'luoxiaoman', posts: { undertaker: 'office' } },
  he: { name: '何静宜', login: 'hejingyi', posts: { 'secrecy-reviewer': 'office', publisher: 'office' } },
  gu: { name: '顾明远', login: 'gumingyuan', posts: { head: 'centre', 'technical-reviewer': 'centre' } },
  tang: { name: '唐一帆', login: 'tangyifan', posts: { undertaker: 'centre', administrator: 'centre' } },
  wei: { name: '魏书琴', login: 'weishuqin', posts: { head: ['legal', 'party'] } },
  ding: { name: '丁文佩', login: 'dingwenpei', posts: { undertaker: ['legal', 'party'] } },
  zhang: { name: '张伟明', login: 'zhangweiming', posts: { head: 'quality' } },
  lin: { name: '林晓岚', login: 'linxiaolan', posts: { undertaker: 'quality' } },
  qiao: { name: '乔立新', login: 'qiaolixin', posts: { head: 'inspection' } },
  yan: { name: '严冬青', login: 'yandongqing', posts: { undertaker: 'inspection' } },
  meng: { name: '孟长河', login: 'mengchanghe', posts: { 'main-leader': 'yunxi' } },
  bai: { name: '白桂芳', login: 'baiguifang', posts: { head: 'yunxi' } },
  su: { name: '苏小禾', login: 'suxiaohe', posts: { 'information-officer': 'yunxi', administrator: 'yunxi' } },
  // Writes for both sites: for the branch's own as its information officer, for the bureau's as an undertaker.
  cao: { name: '曹映红', login: 'caoyinghong', posts: { 'information-officer': 'yunxi', undertaker: 'yunxi' } },

  jiang: { name: '江海平', login: 'jianghaiping', posts: { 'main-leader': 'edu' } },
  hu: { name: '胡若兰', login: 'huruolan', posts: { 'vice-leader': 'edu' } },
  yao: { name: '姚静', login: 'yaojing', posts: { reviewer: 'eduOffice', 'responsible-editor': 'eduOffice' } },
  mo: {
    name: '莫小雨',
    login: 'moxiaoyu',
    posts: { 'column-editor': 'eduOffice', publisher: 'eduOffice', administrator: 'eduOffice' },
  },
  ke: { name: '柯文', login: 'kewen', posts: { 'column-editor': ['eduBasic', 'eduArts'] } },
  shao: { name: '邵敏', login: 'shaomin', posts: { 'responsible-editor': ['eduBasic', 'eduArts'] } },
  xie: { name: '谢晴', login: 'xieqing', posts: { 'column-editor': ['eduStaff', 'eduCentre'] } },
  ren: { name: '任国强', login: 'renguoqiang', posts: { 'responsible-editor': ['eduStaff', 'eduCentre'] } },

  kang: { name: '康正宏', login: 'kangzhenghong', posts: { 'main-leader': 'finance' } },
  lu: { name: '陆婉', login: 'luwan', posts: { 'vice-leader': 'finance' } },
  xiang: { name: '向东', login: 'xiangdong', posts: { head: ['finOffice', 'finWatch'] } },
  tian: { name: '田甜', login: 'tiantian', posts: { head: ['finBudget', 'finCentre'] } },
  yu: {
    name: '余佳',
    login: 'yujia',
    posts: { 'information-officer': ['finOffice', 'finWatch'], publisher: 'finOffice', administrator: 'finOffice' },
  },
  dai: {
    name: '戴维新',
    login: 'daiweixin',
    posts: { 'information-officer': 'finCentre', 'data-keeper': 'finCentre', administrator: 'finCentre' },
  },
  gan: { name: '甘露', login: 'ganlu', posts: { 'information-officer': 'finBudget' } },
  mi: { name: '米雪', login: 'mixue', posts: { 'information-officer': 'finTax' } },

  duan: { name: '段云飞', login: 'duanyunfei', posts: { 'main-leader': 'weather' } },
  hao: { name: '郝立春', login: 'haolichun', posts: { 'vice-leader': 'weather' } },
  cen: { name: '岑雪', login: 'cenxue', posts: { reviewer: 'wxOffice', 'information-officer': 'wxOffice' } },
  wu: { name: '邬帆', login: 'wufan', posts: { administrator: 'wxNetwork', 'information-officer': 'wxNetwork' } },
  feng: { name: '冯远', login: 'fengyuan', posts: { 'information-officer': 'wxForecast' } },

  bian: { name: '卞勇', login: 'bianyong', posts: { head: 'yxHotline' } },
  jian: { name: '简宁', login: 'jianning', posts: { head: 'yxWatch' } },

  liang: { name: '梁启文', login: 'liangqiwen', posts: { 'vice-leader': 'lake' } },
  kong: { name: '孔令仪', login: 'konglingyi', posts: { head: 'lakeOffice' } },
  xu: { name: '许嘉', login: 'xujia', posts: { 'information-officer': 'lakeOffice' } },
  bao: { name: '包志强', login: 'baozhiqiang', posts: { head: 'lakeCentre', contact: 'lakeCentre' } },
  yin: {
    name: '殷小舟',
    login: 'yinxiaozhou',
    posts: { 'information-officer': 'lakeCentre', 'mail-administrator': 'lakeCentre', administrator: 'lakeCentre' },
  },
  dong: { name: '董青松', login: 'dongqingsong', posts: { head: ['lakeParty', 'lakeStaff', 'lakeDiscipline'] } },
  zou: {
    name: '邹雨',
    login: 'zouyu',
    posts: { 'information-officer': ['lakeParty', 'lakeStaff', 'lakeDiscipline'] },
  },
  cui: { name: '崔明', login: 'cuiming', posts: { head: ['lakeNpc', 'lakeCppcc', 'lakeUnion'] } },
  pan: { name: '潘虹', login: 'panhong', posts: { 'information-officer': ['lakeNpc', 'lakeCppcc', 'lakeUnion'] } },
  fu: { name: '傅清', login: 'fuqing', posts: { head: 'lakePublicity' } },
  gong: {
    name: '龚晓岚',
    login: 'gongxiaolan',
    posts: { 'information-officer': 'lakePublicity', postmaster: 'lakePublicity' },
  },
  hou: { name: '侯一鸣', login: 'houyiming', posts: { head: ['lakeInvest', 'lakeProjects', 'lakeFront'] } },
  shi: {
    name: '石敏',
    login: 'shimin',
    posts: { 'information-officer': ['lakeInvest', 'lakeProjects', 'lakeFront'] },
  },
  wan: { name: '万春生', login: 'wanchunsheng', posts: { head: 'lakeEast' } },
  ning: { name: '宁静', login: 'ningjing', posts: { 'information-officer': 'lakeEast' } },
  yuhai: { name: '喻海', login: 'yuhai', posts: { head: 'lakeWillow' } },
  mao: { name: '毛丽', login: 'maoli', posts: { 'information-officer': 'lakeWillow' } },

  qin: { name: '秦山', login: 'qinshan', posts: { 'vice-leader': 'mine' } },
  jia: { name: '贾长林', login: 'jiachanglin', posts: { head: ['mineCentre', 'minePlan', 'mineSafety', 'mineWorks'] } },
  lai: { name: '赖文', login: 'laiwen', posts: { 'information-officer': ['mineCentre', 'minePlan'] } },
  tan: {
    name: '谭石',
    login: 'tanshi',
    posts: { 'information-officer': ['mineSafety', 'mineWorks'], administrator: 'mineCentre' },
  },

  yue: { name: '岳清', login: 'yueqing', posts: { 'main-leader': 'yunling' } },
  bo: { name: '柏云', login: 'boyun', posts: { head: 'yunling' } },
  lan: { name: '蓝月', login: 'lanyue', posts: { 'information-officer': 'yunling', administrator: 'yunling' } },
} as const satisfies Record<string, { name: string; login: string; posts: Held }>;

/** The posts of a person in the order in which they are listed, each with its unit. */
export function postsOf(person: PersonName): readonly (readonly [post: string, unit: UnitName])[] {
  const held: Held = people[person].posts;
  return Object.entries(held).flatMap(([post, at]) => [at].flat().map((unit) => [post, unit as UnitName] as const));
}

/** The branch that was set up last, so many working days before the county is looked at. */
export const newcomer = { unit: 'yunling', ago: 6 } as const satisfies { unit: UnitName; ago: number };
/** Its people: they hold posts nowhere else. */
export const isNewcomer = (person: PersonName): boolean => postsOf(person).every(([, unit]) => unit === newcomer.unit);

/** Whom a leader is in charge of: 分管. Nobody of 气象台, so that the main leader stands in. */
export const leading = {
  shen: ['office', 'centre', 'legal', 'quality', 'inspection', 'party'],
  hu: ['eduOffice', 'eduBasic', 'eduArts', 'eduStaff', 'eduCentre'],
  lu: ['finOffice', 'finCentre', 'finWatch', 'finBudget', 'finTax'],
  hao: ['wxOffice', 'wxNetwork'],
  liang: ['lakeOffice', 'lakeCentre', 'lakePublicity', 'lakeEast', 'lakeWillow', 'lakeInvest', 'lakeProjects'],
  qin: ['mineCentre', 'minePlan', 'mineSafety', 'mineWorks'],
} as const satisfies Partial<Record<PersonName, readonly UnitName[]>>;

/**
 * Whom to sign in as in the demo: who writes, her head, who checks for secrets and publishes for all, a leader, the
 * branch; then one who writes for each of the other bureaus' sites.
 */
export const demoPeople: readonly PersonName[] = ['lin', 'zhang', 'he', 'shen', 'su', 'ke', 'gan', 'feng'];
