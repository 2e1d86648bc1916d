/** What the branch in 云溪 writes for the bureau's site: its own head approves, then it goes the bureau's way. ZJ-12, ZJ-13.2. */
import { nights, on, reviewed, reviewedHigh, type Story } from '../story.ts';

const at = on('main');

export const fromBranch: readonly Story[] = [
  {
    ...at('cao', 'home-news', 38),
    text: {
      kind: 'news',
      title: '云溪：六个乡镇所当天收件、次日出证',
      text: `云溪县六个乡镇所从上月起可以收营业执照的申请，当天收件、次日出证，最远的村到县城要两个小时，现在下山就能办。
一个月办了二百一十三件，其中一百二十件是民宿和小饭馆。遇到拿不准的，所里和县局窗口连线商量，不让人白跑。`,
    },
    life: [...reviewed('bai'), ['publish', 'cao']],
  },
  {
    ...at('cao', 'quality-city', 27),
    text: {
      kind: 'news',
      title: '云溪茶叶有了统一的分级样',
      weight: 'important',
      text: `同一个等级的茶，各家的样子不同，买茶的人看不明白。云溪县局和茶叶协会用一年时间，做出了五个等级的实物样，放在每个茶叶市场的入口。
今秋的交易会上，按样买卖的占七成，因等级起的争执比去年少了一半。`,
    },
    life: [...reviewedHigh('bai'), ['publish', 'cao']],
  },
  {
    ...at('cao', 'notices', 24),
    text: {
      kind: 'notice',
      title: '云溪县液化石油气瓶检验站临时停检的通知',
      text: `因设备更换，云溪县液化石油气瓶检验站停检十天，期间的气瓶送市检验站，运费由县检验站承担。`,
    },
    life: [
      ...reviewed('bai'),
      ['publish', 'cao'],
      ...nights(10),
      ['withdraw', 'tang', 'expired', '检验站已恢复，由信息化中心撤下'],
    ],
  },
  {
    ...at('cao', 'home-news', 2),
    text: {
      kind: 'news',
      title: '云溪：市场里的“公平秤”换成了会说话的',
      text: `云溪县九个集贸市场的公平秤换成了会报数的，老人不用再凑近看。
每台秤每月由市场开办者自校一次，记录贴在秤旁，县局按季抽查。`,
    },
    // Its own head has agreed; the bureau's office has still to check it for secrets.
    life: [['submit'], ['approve', 'bai']],
  },
];
