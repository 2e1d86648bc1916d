/** What 财政地税局 writes for its site. Invented, in our own words. */
import { csExtreme, csOwn, csWide, nights, on, type Story } from '../story.ts';

const at = on('cs');

export const cs: readonly Story[] = [
  {
    ...at('yu', 'institution', 59),
    text: {
      kind: 'institution',
      title: '机构职能和内设科室',
      text: `云山市财政地税局负责全市的财政收支、预算管理和地方税费的征收管理。
## 内设科室
- 办公室：文电、会务、信息公开、财务
- 预算科：编制预算草案、决算，指标下达
- 税政科：地方税费的政策、减免和解释
- 监察科：效能监察，投诉和局长信箱
- 信息中心：网站、数据和设备
办税服务厅设在城东，工作日上午九时至下午五时，中午有人值班。`,
    },
    life: [...csOwn('xiang'), ['publish', 'yu']],
  },
  {
    ...at('mi', 'faq', 47),
    text: {
      kind: 'faq',
      title: '发票丢了怎么办',
      text: `## 开票的一方丢了
先在电子税务局登记遗失，再到办税服务厅核销，不用登报。
## 收票的一方丢了
请对方提供存根联的复印件，加盖对方的发票专用章，可以作为报销和抵扣的凭证。
## 电子发票
电子发票不会丢，凭发票号码和开票日期随时可以重新下载。`,
    },
    // 税政科 has no head: the leader in charge stands in.
    life: [...csOwn('lu'), ['publish', 'mi']],
  },
  {
    ...at('gan', 'data', 17),
    text: {
      kind: 'data',
      title: '十月份一般公共预算收支情况',
      text: `## 收入
- 一般公共预算收入一至十月累计十八亿六千万元，完成年初预算的百分之八十七点二
- 其中税收收入十三亿一千万元，占百分之七十点四
## 支出
- 一般公共预算支出累计三十二亿四千万元，完成百分之八十三点五
- 教育、社会保障、卫生三项占百分之五十八
数据为快报数，以决算为准。`,
    },
    life: [...csOwn('tian'), ['publish', 'dai']],
  },
  {
    ...at('gan', 'notices', 12),
    text: {
      kind: 'notice',
      title: '关于编制下一年度部门预算的通知',
      reach: 'bureau',
      text: `各预算单位：
下一年度部门预算编制工作现在开始，请按下列要求办理。
- 基本支出按在编人数和定额编制，不得列虚数
- 项目支出先进项目库，没有绩效目标的不安排
- 三公经费只减不增
“一上”数据十二月十日前报预算科。`,
    },
    life: [...csWide('tian'), ['publish', 'yu']],
  },
  {
    ...at('mi', 'norms', 8),
    text: {
      kind: 'document',
      title: '云山市房产税、城镇土地使用税困难减免办法',
      reach: 'bureau',
      weight: 'extreme',
      text: `第一条 为规范困难减免的办理，减轻纳税人的负担，制定本办法。
第二条 有下列情形之一、缴纳确有困难的，可以申请减免：
- 因自然灾害遭受重大损失
- 依法停产停业三个月以上
- 承担公益任务，连续两年亏损
第三条 纳税人在年度终了后两个月内申请，主管税务所十五个工作日内核实，税政科十个工作日内答复。
第四条 弄虚作假取得减免的，追缴税款，三年内不再受理。
第五条 本办法自公布之日起三十日后施行。`,
    },
    life: [...csExtreme('lu'), ['publish', 'yu']],
  },
  {
    ...at('yu', 'work-news', 2),
    text: {
      kind: 'news',
      title: '办税服务厅的“午间窗口”满一年',
      text: `办税服务厅的“午间窗口”开办满一年，共接待纳税人九千四百多人次，占全年的百分之十二。
来得最多的是个体户和上班族，办得最多的是代开发票和社保缴费。明年起，午间窗口由两个增加到三个。`,
    },
    life: [['submit']],
  },
  {
    ...at('gan', 'norms', 54),
    text: {
      kind: 'document',
      title: '云山市市级财政专项资金管理办法',
      reach: 'bureau',
      text: `第一条 设立专项资金，由主管部门提出，预算科会审，报市政府批准，期限一般不超过三年。
第二条 每项资金有绩效目标，没有目标的不安排预算。
第三条 资金按进度拨付，不得以拨代支，年底结余收回。
第四条 执行结果第二年一季度公布；绩效评为“差”的，下一年削减一半以上。
第五条 本办法自公布之日起施行。`,
    },
    life: [...csWide('tian'), ['publish', 'yu']],
  },
  {
    ...at('mi', 'law', 50),
    text: {
      kind: 'interpretation',
      title: '买房缴契税，这几种情况不用等',
      source: '云山税务周刊',
      author: '周刊编辑部',
      link: 'https://zhoukan.yunshan.invalid/qishui.html',
      text: `过去买房缴契税要先取得发票，现在有三种情况可以先办：法院判决的、继承的、拆迁安置的，凭文书就能申报。
申报以后三十日内补交材料即可，逾期的才计滞纳金。`,
    },
    life: [...csOwn('lu'), ['publish', 'mi']],
  },
  {
    ...at('mi', 'notices', 19),
    text: {
      kind: 'notice',
      title: '关于延长十月份申报纳税期限的公告',
      reach: 'bureau',
      text: `因节假日顺延，十月份的申报纳税期限延长到二十六日。二十六日前申报的不计滞纳金。
到期办税服务厅延时到晚上八点。`,
    },
    life: [...csWide('lu'), ['publish', 'yu'], ...nights(10), ['withdraw', 'yu', 'expired', '申报期已过']],
  },
  {
    ...at('dai', 'data', 40),
    text: {
      kind: 'data',
      title: '九月份地方税费收入情况',
      text: `## 当月
- 地方税费收入一亿三千二百万元，同比增长百分之四点一
## 累计
- 一至九月十一亿六千万元，同比增长百分之三点七
- 房产税、契税两项增长最多，资源税下降
数据由税政科提供。`,
    },
    life: [
      ...csOwn('tian'),
      ['publish', 'dai'],
      ...nights(20),
      ['withdraw', 'dai', 'superseded', '季度数据已经核定，以核定数为准'],
    ],
  },
  {
    ...at('gan', 'work-news', 26),
    text: {
      kind: 'news',
      title: '预算管理一体化系统覆盖所有预算单位',
      text: `从本月起，全市二百零四个预算单位全部在一个系统里编预算、付款、记账。
过去一笔款从申请到支付要跑三个科室，现在单位提交后当天到账。三个乡镇的会计第一次用，信息中心派人蹲点了两周。`,
    },
    // Sent as the section's own; its head found that it concerns the bureau, and the longer chain applied.
    life: [
      ['submit'],
      ['raise', 'tian', { reach: 'bureau' }, '涉及全部预算单位，按全局信息报'],
      ['approve', 'lu', '同意'],
      ['publish', 'yu'],
    ],
  },
  {
    ...at('yu', 'work-news', 30),
    also: 'rest',
    text: {
      kind: 'news',
      title: '财政所的老会计退休前留下一本“问答”',
      text: `干了三十一年的乡镇财政所会计退休了，交接时多了一本手写的“问答”，记着乡亲们问过的一百四十六个问题。
办公室把它整理成册，发到十一个财政所。册子里没有政策原文，只有“先找谁、带什么、多久有回音”。`,
    },
    life: [...csOwn('xiang'), ['also', ['approve', 'xiang']], ['publish', 'yu'], ['also', ['publish', 'yu']]],
  },
  {
    ...at('gan', 'faq', 45),
    text: {
      kind: 'faq',
      title: '公务卡消费怎样报销',
      text: `## 多久以内
消费后二十日内报销，最迟不超过还款日前三天。
## 要什么
发票、刷卡小票、审批单。小票丢了的，打印交易明细，由经办人签字。
## 什么不能刷
不在公务目录里的、给个人买的，刷了也不报。`,
    },
    // A newer revision is on its way while the old one stays public.
    life: [
      ...csOwn('tian'),
      ['publish', 'gan'],
      ...nights(41),
      [
        'revise',
        {
          text: `## 多久以内
消费后二十日内报销，最迟不超过还款日前三天。
## 要什么
发票和审批单。刷卡小票不再要求，系统里能查到交易明细。
## 什么不能刷
不在公务目录里的、给个人买的，刷了也不报。`,
        },
      ],
    ],
  },
  {
    ...at('mi', 'work-news', 35),
    text: {
      kind: 'news',
      title: '税收政策宣讲走进茶乡',
      text: `税政科的宣讲小分队走进三个茶叶乡镇，把茶农、合作社、加工厂分开讲，每场只讲跟他们有关的两三条。
听得最多的问题是：自己采的鲜叶要不要缴税。答案是不用。全部场次共来了四百二十人。`,
    },
    // Taken down for a mistake, mended, and public again.
    life: [
      ...csOwn('lu'),
      ['publish', 'mi'],
      ['night'],
      ['withdraw', 'mi', 'error', '人数写错，先撤下'],
      [
        'revise',
        {
          text: `税政科的宣讲小分队走进三个茶叶乡镇，把茶农、合作社、加工厂分开讲，每场只讲跟他们有关的两三条。
听得最多的问题是：自己采的鲜叶要不要缴税。答案是不用。全部场次共来了二百四十人。`,
        },
      ],
      ['approve', 'lu'],
      ['publish', 'mi'],
    ],
  },
  {
    ...at('mi', 'notices', 32),
    text: {
      kind: 'notice',
      title: '第三季度欠税公告',
      reach: 'bureau',
      text: `截至九月三十日，欠缴税款的单位十四户、个体户三户，名单和金额见办税服务厅公告栏。
请欠税人尽快缴清，逾期的依法采取措施。`,
    },
    life: [
      ...csWide('lu'),
      ['publish', 'yu'],
      ['night'],
      ['withdraw', 'yu', 'unlawful', '所附名单带有个体户的证件号码，不应公开'],
    ],
  },
  {
    ...at('yu', 'rest', 23),
    unit: 'finWatch',
    text: {
      kind: 'information',
      title: '十月份服务投诉办理情况',
      text: `监察科十月份收到服务投诉十九件，全部办结。反映窗口等候时间长的十一件，态度生硬的五件，其他三件。
对等候时间长的，办税服务厅已增加两个窗口；对态度生硬的，核实两件，当事人当面道歉。`,
    },
    life: [...csOwn('xiang'), ['publish', 'yu']],
  },
];
