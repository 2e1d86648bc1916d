/** Texts of the branch in 云溪 for its own site, under its own rule. Invented, in our own words. */
import { branchReviewed, type Story } from '../story.ts';

export const branch: readonly Story[] = [
  {
    by: 'su',
    site: 'yunxi',
    column: 'news',
    also: 'notices',
    ago: 9,
    text: {
      kind: 'news',
      title: '集贸市场的秤免费检定，下周轮到城东',
      text: `县局组织的集贸市场计量器具免费检定进入第二周。上周在城西市场检定电子秤一百六十台，不合格十一台，已全部调修或者更换。
下周一至周三到城东市场，请摊主把秤留在摊位上，不用拆下送检。检定合格的贴绿色标志，市民买菜可以留意。`,
    },
    life: [...branchReviewed, ['also', ['approve', 'bai']], ['publish', 'su'], ['also', ['publish', 'su']]],
  },
  {
    by: 'su',
    site: 'yunxi',
    column: 'notices',
    ago: 12,
    text: {
      kind: 'notice',
      title: '关于办理液化气瓶检验登记的通知',
      text: `全县的液化石油气瓶检验登记从本月起开始，请各充装站和用户配合。
- 用户不用自己送检，换瓶时由充装站收集
- 超过使用年限的气瓶不再充装，由充装站回收
- 登记免费，检验费由充装站承担
有疑问的请到县局服务窗口或者打电话咨询。`,
    },
    life: [...branchReviewed, ['publish', 'su']],
  },
  {
    by: 'su',
    site: 'yunxi',
    column: 'guide',
    ago: 17,
    text: {
      kind: 'guide',
      title: '在云溪办理营业执照要知道的',
      text: `## 可以在哪里办
- 网上，全程不用跑
- 县局服务窗口
- 六个乡镇所，当天收件、次日出证
## 要带什么
经营者的身份证件，经营场所的使用证明。
## 要多久
材料齐全的，网上和县局当场办结，乡镇所一个工作日。`,
    },
    life: [...branchReviewed, ['publish', 'su']],
  },
  {
    by: 'su',
    site: 'yunxi',
    column: 'news',
    ago: 6,
    text: {
      kind: 'news',
      title: '县局公布茶叶质量安全承诺企业',
      weight: 'important',
      text: `经县局核查，三十四家茶叶企业公开作出质量安全承诺，名单在各乡镇所张贴。
承诺的企业保证不收农药残留超标的鲜叶，每批茶叶自检后出厂，并接受茶农和消费者监督。违反承诺的，从名单中除去并公布。`,
    },
    life: [...branchReviewed, ['approve', 'meng', '同意'], ['publish', 'su']],
  },
  {
    by: 'su',
    site: 'yunxi',
    column: 'news',
    ago: 1,
    text: {
      kind: 'news',
      title: '乡镇所开展节前食品机械安全检查',
      text: `节日临近，各乡镇所对酿酒、榨油、磨粉作坊的机械设备开展安全检查，重点看防护罩、漏电保护和压力表。
已检查作坊七十八家，发现隐患十五处，当场整改十二处，其余三处限期一周。`,
    },
    life: [['submit']],
  },
];
