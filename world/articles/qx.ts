/** What 气象局 writes for its site. Invented, in our own words. */
import { on, qxGeneral, qxMajor, type Story } from '../story.ts';

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
];
