/** What still lies on somebody's desk in 教育局. Invented, in our own words. */
import { jyNotice, jyOther, on, type Story } from '../story.ts';

const at = on('jy');

export const jyDesk: readonly Story[] = [
  {
    ...at('ke', 'services', 13),
    text: {
      kind: 'faq',
      title: '寄宿生周末能不能留校',
      text: `可以。家在三十里以外或者父母外出务工的，由家长提出，学校安排值班老师和食堂。
周末留校的学生不安排上课，体育场和图书室开放。`,
    },
    // It has waited too long for the leader.
    life: [['submit']],
  },
  {
    ...at('ke', 'disclosure', 3),
    text: {
      kind: 'document',
      title: '云山市中小学课后服务收费管理办法',
      weight: 'important',
      text: `第一条 课后服务由家长自愿选择，学校不得强制。
第二条 每生每学期收费不超过四百元，低保、残疾和孤儿免收。
第三条 收费单独立账，只用于教师补助和材料，期末向家长公布。`,
    },
    life: [['submit']],
  },
  {
    ...at('xie', 'disclosure', 12),
    text: {
      kind: 'document',
      title: '云山市中小学教师交流轮岗实施办法',
      text: `第一条 在同一学校任教满六年的教师，应当交流轮岗，每年不少于应交流人数的一成。
第二条 距退休不满五年的、怀孕和哺乳期的，可以不交流。
第三条 到乡镇学校交流的，每月补助六百元，评职称时优先。`,
    },
    // The office has reviewed it; it lies with the main leader.
    life: [['submit'], ['approve', 'yao', '公开方式为主动公开，已核']],
  },
  {
    ...at('xie', 'disclosure', 2),
    text: {
      kind: 'notice',
      title: '关于市级骨干教师拟定名单的公示',
      reach: 'bureau',
      text: `经学校推荐、听课和评议，拟定市级骨干教师六十二名，名单见各学校公告栏。
公示期为五个工作日，有异议的请向人事科反映。`,
    },
    life: [['submit']],
  },
  {
    ...at('mo', 'disclosure', 1),
    text: {
      kind: 'notice',
      title: '关于下周三校车集中检修的公告',
      reach: 'bureau',
      text: `下周三全市校车集中检修，当天停运一天。乘校车的学生由学校统一安排公交车接送，时间不变。`,
    },
    // Reviewed; the office has still to publish it.
    life: [...jyNotice],
  },
  {
    ...at('xie', 'teachers', 2),
    text: {
      kind: 'information',
      title: '寒假教师培训可以自己选课',
      text: `今年寒假的教师培训改为自选，一共二十四门课，每人选三门，满四十人开班。
选课从下周一开始，先选先得。乡镇学校的老师可以全部在线听课。`,
    },
    life: [...jyOther],
  },
  {
    ...at('ke', 'pupils', 4),
    text: {
      kind: 'news',
      title: '青少年科技节有一百二十件作品参展',
      text: `青少年科技节昨天开幕，一百二十件作品参展，都是学生自己动手做的。
最受欢迎的是一台会分辨塑料瓶和易拉罐的垃圾箱。`,
    },
    life: [['submit'], ['return', 'shao', '请写上作者的学校和年级，不写学生的姓名']],
  },
  {
    ...at('xie', 'teachers', 3),
    text: {
      kind: 'information',
      title: '教师资格定期注册开始办理',
      text: `五年一次的教师资格定期注册从下月一日开始，由学校统一办理，个人不用到现场。`,
    },
    life: [['submit'], ['recall']],
  },
  {
    ...at('mo', 'news', 1),
    text: {
      kind: 'news',
      title: '市教育局组织冬季校园消防演练',
      text: `演练安排在下周二上午第三节课，城区十二所学校同时进行。`,
    },
    life: [['save']],
  },
  {
    ...at('ke', 'pupils', 1),
    text: {
      kind: 'news',
      title: '小小气象员走进气象台',
      text: `三十名小学生周末走进市气象台，看预报员怎样看云图。`,
    },
    life: [['scratch']],
  },
  {
    ...at('xie', 'topics', 7),
    unit: 'eduCentre',
    text: {
      kind: 'information',
      title: '“智慧课堂”专题',
      text: `专题的栏目和样式还在商量。`,
    },
    life: [['save'], ['night'], ['discard']],
  },
];
