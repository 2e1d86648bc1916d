/** What still lies on somebody's desk in 财政地税局. Invented, in our own words. */
import { csOwn, csWide, on, type Story } from '../story.ts';

const at = on('cs');

export const csDesk: readonly Story[] = [
  {
    ...at('mi', 'faq', 14),
    text: {
      kind: 'faq',
      title: '个体户停业了还要不要申报',
      text: `办了停业登记的，停业期间不用申报；没有办的，照样要按期零申报，否则会有处罚记录。
停业登记在网上办，当天生效，最长一年。`,
    },
    // 税政科 has no head, and it has waited too long for the leader.
    life: [['submit']],
  },
  {
    ...at('gan', 'norms', 11),
    text: {
      kind: 'document',
      title: '云山市政府购买服务管理细则',
      reach: 'bureau',
      text: `第一条 适合社会承担的服务可以购买，公务员应当自己办的不得购买。
第二条 先有预算，后购买；合同一般不超过一年，项目延续的最长三年。
第三条 验收不合格的不付款，并记入供应商记录。`,
    },
    // Its head has agreed; it lies with the leader in charge.
    life: [...csOwn('tian')],
  },
  {
    ...at('mi', 'notices', 5),
    text: {
      kind: 'notice',
      title: '关于灾后税费减免集中办理的公告',
      weight: 'extreme',
      text: `受八月洪水影响的企业和个体户，从下周一起集中办理税费减免。
- 不用提供损失鉴定，乡镇、街道的证明即可
- 已经缴纳的，办结后十日内退还
- 每个乡镇派驻两名工作人员，办到没有人来为止`,
    },
    // Extreme: it waits for the director.
    life: [...csWide('lu')],
  },
  {
    ...at('gan', 'work-news', 4),
    text: {
      kind: 'news',
      title: '项目库清出一批“僵尸项目”',
      text: `预算科对项目库进行清理，三年没有执行的项目全部清出，涉及资金不少。
清出的资金重新安排给了急需的民生项目。`,
    },
    life: [['submit'], ['return', 'tian', '“不少”请写数字，重新安排给了哪几个项目也请写明']],
  },
  {
    ...at('dai', 'data', 1),
    text: {
      kind: 'data',
      title: '十一月份一般公共预算收支情况',
      text: `数据待国库对账后填入。`,
    },
    life: [['save']],
  },
  {
    ...at('dai', 'data', 2),
    text: {
      kind: 'data',
      title: '政府采购项目成交情况（十月）',
      text: `- 成交项目四十七个，金额二千一百六十万元
- 节约率百分之六点八
- 中小企业成交金额占百分之七十三`,
    },
    // Data: approved by the head, and published by the centre's keeper, who has not come to it yet.
    life: [...csOwn('tian')],
  },
  {
    ...at('dai', 'data', 2),
    text: {
      kind: 'data',
      title: '财政供养人员和编制情况',
      text: `截至十月底，全市财政供养人员一万二千四百人，比年初减少八十六人。`,
    },
    life: [['submit']],
  },
  {
    ...at('mi', 'work-news', 3),
    text: {
      kind: 'news',
      title: '电子发票使用户数过半',
      text: `到本月中旬，全市使用电子发票的纳税人超过一半，代开窗口的排队时间缩短到十分钟以内。`,
    },
    life: [['submit'], ['recall']],
  },
  {
    ...at('yu', 'rest', 9),
    text: {
      kind: 'information',
      title: '机关食堂招标',
      text: `这条内容与网站无关。`,
    },
    life: [['save'], ['night'], ['discard']],
  },
  {
    ...at('gan', 'notices', 1),
    text: {
      kind: 'notice',
      title: '关于年终关账时间的通知',
      reach: 'bureau',
      text: `各预算单位：
年终关账时间为十二月二十八日，请在二十五日前把应付的款项付清。逾期的结转到下一年，不再追加。`,
    },
    // Approved; the office has still to publish it.
    life: [...csWide('tian')],
  },
  {
    ...at('gan', 'work-news', 1),
    text: {
      kind: 'news',
      title: '预算编制培训班开班',
      text: `二百多名单位会计参加为期两天的培训。`,
    },
    life: [['scratch']],
  },
];
