/** What 财政地税局 writes for its site. Invented, in our own words. */
import { csExtreme, csOwn, csWide, on, type Story } from '../story.ts';

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
];
