/** What 气象局 writes for its site. Invented, in our own words. */
import { nights, on, qxGeneral, qxMajor, type Story } from '../story.ts';

const at = on('qx');

export const qx: readonly Story[] = [
  {
    ...at('cen', 'law', 57),
    text: {
      kind: 'document',
      title: '云山市气象灾害预警信号发布与传播办法',
      text: `第一条 预警信号由市气象台统一发布，其他单位和个人不得发布。
第二条 预警信号分蓝色、黄色、橙色、红色四级，同时出现几种灾害的，按最高一级。
第三条 广播、电视、短信平台收到预警信号后，橙色、红色的十五分钟内播发，不得更改内容。
第四条 学校、医院、车站、景区应当指定专人接收预警信号。
第五条 预警信号解除后，及时告知公众。`,
    },
    // The office's only reviewer wrote it: the leader of the office reviews.
    life: [...qxGeneral('hao'), ['publish', 'wu']],
  },
  {
    ...at('feng', 'weather-news', 33),
    text: {
      kind: 'news',
      title: '汛期平均降水量比常年多一成半',
      text: `据市气象台统计，五月至九月全市平均降水量七百四十二毫米，比常年多一成半，共出现大范围暴雨四次。
降水集中在六月下旬和八月上旬，南部山区的三个乡镇累计超过一千毫米。气象台共发布暴雨预警信号二十七次，平均提前四十八分钟。`,
    },
    life: [...qxGeneral(), ['publish', 'wu']],
  },
  {
    ...at('feng', 'weather-news', 7),
    text: {
      kind: 'notice',
      title: '霜冻蓝色预警',
      weight: 'major',
      text: `市气象台发布霜冻蓝色预警信号：受强冷空气影响，预计未来四十八小时内，全市最低气温下降八到十度，海拔四百米以上的山区有霜冻。
## 请注意
- 茶园、菜地及时覆盖
- 已成熟的柑橘尽快采收
- 早晚出行注意桥面、背阴路段结冰`,
    },
    life: [...qxMajor('duan'), ['publish', 'wu']],
  },
  {
    ...at('wu', 'work', 15),
    text: {
      kind: 'news',
      title: '乡镇自动气象站的备用电源怎样选',
      text: `全市八十一个自动气象站都在野外，停电是数据中断的第一位原因。网络中心把三年的中断记录分了类，停电占六成。
我们在十二个站点比较了三种备用电源：铅酸电池便宜，冬天只能撑九个小时；磷酸铁锂电池贵一倍，可以撑三天；加太阳能板的，连续阴雨十天不断。
今年改造的二十个站全部采用第三种，每站每年的维护费反而少了三百元。`,
    },
    life: [...qxGeneral(), ['publish', 'wu']],
  },
  {
    ...at('feng', 'weather-news', 1),
    text: {
      kind: 'news',
      title: '周末有雨，下周初气温回升',
      text: `预计周五夜间到周日全市有小到中雨，山区局部大雨，最高气温八到十度。
下周一转多云，最高气温回升到十六度左右，适宜晾晒。`,
    },
    life: [['submit'], ['approve', 'wu']],
  },
  // Approved and not yet out: QX-8.1 gives 24 hours by the clock, so that this one is late,
  {
    ...at('feng', 'work', 3),
    text: {
      kind: 'news',
      title: '冬季探空气球施放时间有调整',
      text: `十二月起，市气象台早晚两次探空气球的施放时间各推迟一刻钟，避开上学和放学的高峰。
气球升空后约九十分钟自行破裂，落下的探空仪没有危险；捡到的市民可以交给附近的乡镇气象站。`,
    },
    life: [...qxGeneral()],
  },
  // and this one about to be, or just over, by the hour at which the county is looked at.
  {
    ...at('feng', 'weather-news', 1),
    text: {
      kind: 'news',
      title: '本周森林火险气象等级偏高',
      text: `本周全市以晴到多云为主，空气干燥，南部山区森林火险气象等级为四级。
进山不带火种，祭扫改用鲜花；发现烟点，请打森林防火电话。`,
    },
    life: [...qxGeneral()],
  },
  {
    ...at('feng', 'weather-news', 51),
    text: {
      kind: 'notice',
      title: '暴雨红色预警',
      weight: 'major',
      text: `市气象台发布暴雨红色预警信号：过去三小时，南部山区三个乡镇降水量已超过一百毫米，预计强降水还将持续三小时。
## 请注意
- 山区群众按村里的通知立即转移
- 不要涉水、不要在桥下停留
- 学校停课，景区关闭`,
    },
    life: [
      ...qxMajor('duan'),
      ['publish', 'wu'],
      ['night'],
      ['withdraw', 'wu', 'superseded', '强降水已经结束，预警信号解除'],
    ],
  },
  {
    ...at('feng', 'weather-news', 46),
    text: {
      kind: 'information',
      title: '中秋赏月预报',
      text: `中秋当晚全市多云，二十时以后云量减少，二十二时前后看到月亮的机会最大。
山区夜间气温十六到十八度，上山赏月请带外套。`,
    },
    life: [...qxGeneral(), ['publish', 'wu'], ...nights(3), ['withdraw', 'wu', 'expired', '中秋已过']],
  },
  {
    ...at('cen', 'work', 41),
    text: {
      kind: 'news',
      title: '观测员技能竞赛，最年轻的选手得了第一',
      text: `全市气象观测员技能竞赛昨天结束，九个台站的二十二名选手参加，比看云识天、编报和仪器检修。
第一名是工作才两年的女观测员，她在检修一项里只用了六分十二秒，诀窍是把螺丝按拆下的次序排在磁铁上。
竞赛没有奖金，奖品是一套修好的仪器工具。`,
    },
    life: [...qxGeneral('hao'), ['publish', 'wu']],
  },
  {
    ...at('feng', 'weather-news', 29),
    text: {
      kind: 'news',
      title: '寒潮将至，三天内降温十度以上',
      text: `预计下周一夜间起，一股寒潮自北向南影响全市，三天内平均气温下降十到十二度，最低气温零下二度。
设施大棚请检查压膜线，牲畜圈舍添垫草。供水部门请为老旧小区的水表做好包扎。`,
    },
    // Sent as general; whoever compiled it found it major, so that a leader approves.
    life: [
      ['submit'],
      ['raise', 'wu', { weight: 'major' }, '影响全市，按重大信息报'],
      ['approve', 'duan', '同意'],
      ['publish', 'wu'],
    ],
  },
  {
    ...at('feng', 'work', 37),
    also: 'weather-news',
    text: {
      kind: 'news',
      title: '一次漏报的复盘：为什么没有报出那场雷雨',
      text: `七月十九日下午城区出现短时雷雨，预报没有报出。气象台把当天的资料重新过了一遍，写成这篇复盘。
雷达上其实有回波，值班员以为是地物。原因是上午刚换过显示的色标，浅黄和灰色分不清。
现在色标改了回去，并规定：换显示设置要在交接班时说明。`,
    },
    life: [
      ...qxGeneral(),
      ['also', ['approve', 'wu']],
      ['also', ['approve', 'cen']],
      ['publish', 'wu'],
      ['also', ['publish', 'wu']],
    ],
  },
  {
    ...at('cen', 'work', 25),
    text: {
      kind: 'information',
      title: '老茶农看云的二十句话',
      source: '云山茶讯',
      author: '茶讯编辑部',
      link: 'https://chaxun.yunshan.invalid/kanyun.html',
      text: `茶讯收集了老茶农看云识天气的二十句话，经预报员核对，十四句有道理，三句只在春天灵，三句不准。
最准的一句是：早上山戴帽，下午雨来到。`,
    },
    life: [...qxGeneral('hao'), ['publish', 'wu']],
  },
  {
    ...at('feng', 'weather-news', 22),
    text: {
      kind: 'news',
      title: '十月气候：暖而少雨',
      text: `十月全市平均气温十九点四度，比常年偏高一点二度；平均降水量三十六毫米，偏少四成。
少雨利于秋收，山区蓄水偏少，请节约用水。`,
    },
    // Taken down for a wrong figure, mended, and public again.
    life: [
      ...qxGeneral(),
      ['publish', 'wu'],
      ['night'],
      ['withdraw', 'wu', 'error', '降水距平算错，撤下更正'],
      [
        'revise',
        {
          text: `十月全市平均气温十九点四度，比常年偏高一点二度；平均降水量三十六毫米，偏少三成。
少雨利于秋收，山区蓄水偏少，请节约用水。`,
        },
      ],
      ['approve', 'wu'],
      ['approve', 'cen'],
      ['publish', 'wu'],
    ],
  },
  {
    ...at('wu', 'law', 48),
    text: {
      kind: 'guide',
      title: '新建建筑物怎样申请防雷验收',
      text: `## 谁要申请
加油站、油气库、学校、医院等场所的新建、改建、扩建。
## 要带什么
- 申请单
- 防雷装置检测报告
## 多久
受理后十个工作日，不收费。`,
    },
    // A newer revision waits for the office while the old one stays public.
    life: [
      ...qxGeneral(),
      ['publish', 'wu'],
      ...nights(44),
      [
        'revise',
        {
          text: `## 谁要申请
加油站、油气库、学校、医院等场所的新建、改建、扩建。
## 要带什么
- 申请单，可以在网上填
- 防雷装置检测报告
## 多久
受理后七个工作日，不收费。`,
        },
      ],
      ['approve', 'wu'],
    ],
  },
];
