/**
 * Under the second version of the branch's own rule: a notice with its last day, a guide that was checked again, one that
 * wasn't, and what the leader put up before its approval. The guides are older than the rule. Invented, in our own words.
 */
import { branchReviewed, nights, on, type Story } from '../story.ts';

const at = on('yunxi');

export const branchRule: readonly Story[] = [
  {
    ...at('cao', 'guide', 150),
    text: {
      kind: 'guide',
      title: '集贸市场摊位怎样领公平秤',
      text: `## 到哪里领
市场管理办公室的窗口，每天开市以后都可以领。
## 要带什么
摊位证，不收押金。用坏的拿回来换。`,
    },
    life: [...branchReviewed, ['publish', 'cao'], ...nights(146), ['confirm', 'cao', '窗口、押金和换领的办法都没有变']],
  },
  {
    ...at('su', 'guide', 145),
    text: {
      kind: 'guide',
      title: '电梯使用登记怎样办',
      text: `## 谁来办
电梯的使用单位，在投用前或者投用以后三十天内办。
## 带什么
检验合格的报告、维保合同和使用单位的证照，当场登记，不收费。`,
    },
    // Six months are over, and nobody has looked at it since.
    life: [...branchReviewed, ['publish', 'su']],
  },
  {
    ...at('cao', 'notices', 6),
    text: {
      kind: 'notice',
      title: '计量检定窗口搬家期间办理地点的公告',
      lastDay: -1,
      text: `检定窗口这几天搬到新楼，急需检定的送到城关所，由值班人员代收。`,
    },
    // Its last day was yesterday: it left by itself.
    life: [...branchReviewed, ['publish', 'cao']],
  },
  {
    ...at('su', 'notices', 4),
    text: {
      kind: 'notice',
      title: '征求米酒作坊管理办法意见的公告',
      lastDay: 26,
      text: `县局起草了米酒作坊管理办法，征求意见到月底，可以写信，也可以到窗口说。`,
    },
    life: [...branchReviewed, ['publish', 'su']],
  },
  {
    ...at('su', 'emergency', 2),
    text: {
      kind: 'notice',
      title: '提醒停用一批减压阀的紧急公告',
      weight: 'important',
      text: `抽查发现本月上旬在县里销售的一批瓶装液化气减压阀漏气。请立即停用，关好瓶阀，拿到原来的店免费换。
县局已经通知全部销售点停售，换阀的地点每天更新。`,
    },
    // Put up by the leader before its approval; nobody else has looked yet.
    life: [['submit'], ['force', 'meng', '减压阀漏气，等不及走完流程，先行公布']],
  },
];
