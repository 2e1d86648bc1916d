/** What still lies on somebody's desk in the branch, and what came down again. Invented, in our own words. */
import { branchReviewed, nights, on, type Story } from '../story.ts';

const at = on('yunxi');

export const branchDesk: readonly Story[] = [
  {
    ...at('cao', 'notices', 40),
    text: {
      kind: 'notice',
      title: '关于集贸市场秋季检定安排的通知',
      text: `各集贸市场、摊主：
今年秋季的计量器具检定从下月一日开始，先城西、后城东，每个市场三天。检定免费，请把秤留在摊位上。`,
    },
    life: [...branchReviewed, ['publish', 'cao'], ...nights(25), ['withdraw', 'cao', 'expired', '检定已经结束']],
  },
  {
    ...at('cao', 'guide', 34),
    text: {
      kind: 'guide',
      title: '小作坊怎样办登记证',
      text: `## 要具备什么
- 生产场所和居住场所分开
- 有洗手、消毒、防蝇的设施
- 从业人员有健康证明
## 怎么办
到所在乡镇所提出，五个工作日内到现场看，看了以后三个工作日出证，不收费。`,
    },
    // A newer revision is on its way while the old one stays public.
    life: [
      ...branchReviewed,
      ['publish', 'cao'],
      ...nights(30),
      [
        'revise',
        {
          text: `## 要具备什么
- 生产场所和居住场所分开
- 有洗手、消毒、防蝇的设施
- 从业人员有健康证明
## 怎么办
到所在乡镇所或者网上提出，五个工作日内到现场看，符合条件的当场出证，不收费。`,
        },
      ],
    ],
  },
  {
    ...at('su', 'news', 8),
    text: {
      kind: 'news',
      title: '县局约谈三家液化气充装站',
      sensitive: 'yes',
      text: `检查中发现三家充装站给超期气瓶充气，县局约谈负责人，责令停业整改一周，一百一十四只超期气瓶全部压扁报废。`,
    },
    // Sensitive: it waits for the branch's leader, and has done so too long.
    life: [...branchReviewed],
  },
  {
    ...at('su', 'news', 5),
    text: {
      kind: 'news',
      title: '茶叶市场快检室开放',
      text: `茶叶市场的快检室向茶农开放，送来就测，半小时出结果。`,
    },
    life: [['submit'], ['return', 'bai', '收不收费、每天几点到几点，请写明']],
  },
  {
    ...at('cao', 'news', 3),
    text: {
      kind: 'news',
      title: '县局送法进校园',
      text: `县局的三名执法人员到县二中讲怎样看懂食品标签，学生带来了四十多种零食当场对照。`,
    },
    life: [['submit'], ['recall']],
  },
  {
    ...at('su', 'notices', 1),
    text: {
      kind: 'notice',
      title: '关于服务窗口春节期间值班的通知',
      text: `春节期间县局服务窗口每天上午有人值班，急事可以打值班电话。`,
    },
    life: [['save']],
  },
  {
    ...at('cao', 'news', 7),
    text: {
      kind: 'news',
      title: '县局篮球赛',
      text: `只在内部通报，不上网。`,
    },
    life: [['save'], ['night'], ['discard']],
  },
  {
    ...at('cao', 'notices', 2),
    text: {
      kind: 'notice',
      title: '关于回收超期灭火器的通知',
      lastDay: 40,
      text: `超过十年的灭火器可以送到六个乡镇所，免费回收，不记姓名。`,
    },
    // Approved; its author has still to publish it.
    life: [...branchReviewed],
  },
];
