/** What still lies on somebody's desk in 气象局. Invented, in our own words. */
import { on, qxGeneral, type Story } from '../story.ts';

const at = on('qx');

export const qxDesk: readonly Story[] = [
  {
    ...at('cen', 'work', 10),
    text: {
      kind: 'news',
      title: '县站来的新人怎样带',
      text: `今年有七名新人分到县站，各站的带法不同，这里记下三种。
有的站先让新人抄一个月的云，再碰仪器；有的站第一天就跟夜班；有的站每周互换一次。一年后再看谁带得好。`,
    },
    // It has waited too long for whoever compiles.
    life: [['submit']],
  },
  {
    ...at('feng', 'weather-news', 1),
    text: {
      kind: 'notice',
      title: '道路结冰黄色预警',
      weight: 'major',
      text: `市气象台发布道路结冰黄色预警信号：预计今晚到明天早晨，海拔五百米以上的路段有结冰，请减速慢行。`,
    },
    // Compiled; it waits for a leader.
    life: [['submit'], ['approve', 'wu']],
  },
  {
    ...at('feng', 'work', 5),
    text: {
      kind: 'news',
      title: '人工增雨三次，山区水库回升',
      text: `十一月气象台组织人工增雨三次，用弹四十二发，山区水库水位有所回升。`,
    },
    life: [['submit'], ['approve', 'wu'], ['return', 'cen', '“有所回升”请写厘米数，并注明哪几座水库']],
  },
  {
    ...at('wu', 'work', 3),
    text: {
      kind: 'news',
      title: '气象站的太阳能板怎样防鸟',
      text: `鸟在太阳能板上停留，一周就能少发三成电。我们试了三种办法，最便宜的是拉一根钓鱼线。`,
    },
    life: [['submit'], ['recall']],
  },
  {
    ...at('feng', 'weather-news', 2),
    text: {
      kind: 'news',
      title: '下半月天气展望',
      text: `下半月冷空气活动频繁，全市平均气温接近常年，降水略偏多，晴好天气集中在二十日前后。`,
    },
    // Approved; the administrator has still to publish it.
    life: qxGeneral(),
  },
  {
    ...at('cen', 'law', 2),
    text: {
      kind: 'document',
      title: '云山市气象设施和观测环境保护办法',
      text: `第一条 气象站周围的障碍物，高度不得超过距离的十分之一。
第二条 建设工程确需在保护范围内的，先征求市气象局意见。`,
    },
    life: [['save']],
  },
  {
    ...at('wu', 'work', 6),
    text: {
      kind: 'news',
      title: '网络中心搬家',
      text: `机房搬迁的日期还没有定。`,
    },
    life: [['save'], ['night'], ['discard']],
  },
  {
    ...at('feng', 'weather-news', 1),
    text: {
      kind: 'news',
      title: '早茶开采期预报',
      text: `根据积温，预计低山早茶三月上旬开采。`,
    },
    life: [['scratch']],
  },
];
