/** More of the bureau's sections: what stands in its other columns, what came down or waits too long. Invented. */
import { nights, on, reviewed, reviewedHigh, type Story } from '../story.ts';

const at = on('main');

export const sections: readonly Story[] = [
  {
    ...at('luo', 'disclosure', 60),
    text: {
      kind: 'information',
      title: '政府信息公开指南',
      text: `## 主动公开
机构职能、规范性文件、办事指南、监督抽查结果、财务预决算，都在本网站公开。
## 依申请公开
网站上没有的，可以向办公室提出申请，写明要什么、怎样联系您。能当场答复的当场答复，不能的二十个工作日内答复，不收费。
## 不服怎么办
对答复不满意的，可以向市局法规处提出，也可以依法申请复议。`,
    },
    life: [...reviewed('chen'), ['publish', 'luo']],
  },
  {
    ...at('tang', 'download', 56),
    text: {
      kind: 'guide',
      title: '常用表格说明',
      text: `办事用的表格一共十一种，每种都有填好的样张。
- 空格不够写的，另附一页
- 打印、手写都可以
- 不会填的，到服务窗口有人帮忙`,
    },
    life: [...reviewed('gu'), ['publish', 'tang']],
  },
  {
    ...at('tang', 'rest', 43),
    text: {
      kind: 'information',
      title: '网站无障碍说明',
      text: `本网站可以只用键盘浏览，图片都有文字说明，文字可以放大两倍而不乱。
发现读屏软件读不出的地方，请告诉信息化中心，我们逐处修改并回复。`,
    },
    life: [...reviewed('gu'), ['publish', 'tang']],
  },
  {
    ...at('lin', 'home-news', 47),
    text: {
      kind: 'news',
      title: '小微企业质量管理，先从一张检查表做起',
      source: '云山质量报',
      author: '本报通讯员',
      link: 'https://zhiliang.yunshan.invalid/jianchabiao.html',
      text: `一家只有十四个人的弹簧厂，把每道工序要看的三件事写成一张检查表，贴在机器上。半年以后，退货少了三分之二。
厂长说，表不在长，在每天真的有人打勾。`,
    },
    life: [...reviewed('zhang'), ['publish', 'lin']],
  },
  {
    ...at('yan', 'topics', 33),
    text: {
      kind: 'news',
      title: '电动自行车非法改装专项检查通报',
      sensitive: 'yes',
      text: `稽查处对六十二家电动自行车销售、维修门店开展检查，查处非法改装门店七家，扣押改装电池四十一组。
改装的车速度快、刹车不够，更怕起火。已经改装的，请到原店恢复，市局补贴一半费用。`,
    },
    life: [
      ...reviewedHigh('qiao'),
      ['publish', 'yan'],
      ...nights(2),
      ['withdraw', 'yan', 'unlawful', '照片说明里有当事人的姓名，不应公开'],
    ],
  },
  {
    ...at('lin', 'sampling', 30),
    text: {
      kind: 'information',
      title: '学生书包监督抽查情况',
      sensitive: 'yes',
      text: `抽查书包三十批次，合格二十七批次，不合格三批次，问题是背带的缝合强度不够和反光条缺失。
不合格的已经下架，供货者三十日内整改。`,
    },
    life: [
      ...reviewedHigh('zhang'),
      ['publish', 'lin'],
      ['night'],
      ['withdraw', 'lin', 'error', '有一家企业复检合格，结论要改'],
      ['night'],
      [
        'revise',
        {
          text: `抽查书包三十批次，合格二十八批次，不合格两批次，问题是背带的缝合强度不够和反光条缺失。
不合格的已经下架，供货者三十日内整改。另有一批次经复检合格，此前的结论更正。`,
        },
      ],
      ['approve', 'zhang'],
      ['approve', 'chen'],
      ['night'],
      ['approve', 'he'],
      ['approve', 'shen', '同意更正'],
      ['publish', 'lin'],
    ],
  },
  {
    ...at('yan', 'services', 14),
    text: {
      kind: 'faq',
      title: '举报有没有奖励',
      text: `举报违法线索经查实的，按案值的百分之一到百分之五给予奖励，最低三百元。
匿名举报的，凭举报时约定的暗号领取。`,
    },
    // It has waited too long for the section's head.
    life: [['submit']],
  },
  {
    ...at('ding', 'law', 10),
    text: {
      kind: 'document',
      title: '云山市产品质量首违不罚清单',
      weight: 'important',
      text: `第一条 下列行为第一次发生、及时改正、没有造成危害的，不予处罚：
- 标签缺少次要项目
- 执行标准编号写旧
- 台账记录不全
第二条 两年内再次发生的，不适用本清单。`,
    },
    // Important: it has waited too long for the head of the office.
    life: [['submit'], ['approve', 'wei']],
  },
];
