/**
 * What a `check` may look for, and where. `carried`: the outcomes with which this version looks for it; with another one
 * nothing happens yet. `lists`: the word lists that it is told in brackets; `over`: what it can look at.
 */
export const checkOutcomes = { stop: '不得报送和发布', review: '须经人看过', warn: '提醒' } as const;
export type Outcome = keyof typeof checkOutcomes;
export type Looked = 'article' | 'page' | 'site' | 'column' | 'guide';
export type Detector = {
  readonly name: string;
  readonly over: readonly Looked[];
  readonly carried: readonly Outcome[];
  /** The only places in which this version looks. */
  readonly looksIn?: readonly string[];
  readonly arguments?: Readonly<Record<string, string>>;
};

/** Lists of words that a site keeps; what stands in them is the adopter's. */
export const wordLists: Readonly<Record<string, string>> = {
  unlawful: '违法',
  reactionary: '反动',
  violence: '暴力凶杀',
  obscenity: '淫秽色情',
  superstition: '封建迷信',
  'pseudo-science': '伪科学',
  uncivil: '不文明',
  serious: '严重表述错误',
  internal: '本单位禁用',
};

/** Elements that a service guide must have. */
export const guideFields: Readonly<Record<string, string>> = {
  name: '事项名称',
  basis: '依据',
  conditions: '条件',
  materials: '材料',
  place: '地点',
  hours: '时间',
  phone: '电话',
  steps: '流程',
};

export const detectors: Readonly<Record<string, Detector>> = {
  'reprint-source': { name: '转载没有写明作者和出处', over: ['article'], carried: ['stop'] },
  'secrecy-marks': { name: '密级和不公开的标注', over: ['article'], carried: ['warn'], looksIn: ['body'] },
  'personal-data': { name: '证件号、卡号、手机号等个人信息', over: ['article'], carried: ['warn'], looksIn: ['body'] },
  words: { name: '词表里的词', over: ['article'], carried: [], arguments: wordLists },
  'dangerous-links': { name: '通向有害网站的链接', over: ['article', 'page', 'site'], carried: [] },
  'hidden-content': { name: '看不见的内容', over: ['article', 'page'], carried: [] },
  'dead-links': { name: '打不开的链接', over: ['article', 'page', 'site'], carried: [] },
  'required-fields': { name: '办事指南缺少的要素', over: ['guide'], carried: [], arguments: guideFields },
  interpretation: { name: '政策文件没有关联解读', over: ['article'], carried: [] },
  'page-footer': { name: '页脚缺少的要素', over: ['page', 'site'], carried: [] },
  'page-tags': { name: '网页标签缺少或不对', over: ['page', 'site', 'column'], carried: [] },
  accessibility: { name: '不合无障碍要求的地方', over: ['page', 'site'], carried: [] },
  'empty-column': { name: '没有内容的栏目', over: ['column', 'site'], carried: [] },
  'mailbox-shown': { name: '没有标明邮箱地址', over: ['page', 'site'], carried: [] },
};

/** Where in a text it is looked for. */
export const places: Readonly<Record<string, string>> = {
  title: '标题',
  body: '正文',
  attachments: '附件',
  letters: '来信',
  answers: '答复',
};

/** Who signs a declaration, and with what. */
export const declarers: Readonly<Record<string, string>> = {
  author: '报送人在报送时',
  approver: '批准人在批准时',
  publisher: '发布人在发布时',
};
