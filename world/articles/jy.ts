/** What 教育局 writes for its site. Invented, in our own words. */
import { jyDocument, jyNews, jyNotice, jyOther, nights, on, type Story } from '../story.ts';

const at = on('jy');

export const jy: readonly Story[] = [
  {
    ...at('ke', 'disclosure', 58),
    text: {
      kind: 'document',
      title: '云山市义务教育阶段学校招生入学办法',
      weight: 'important',
      text: `## 一、报名
当年八月三十一日以前年满六周岁的儿童，可以报名入学。六月一日至十日在网上登记，没有条件上网的到片区学校登记。
## 二、划片
按户籍和实际居住地划片，片区每年五月公布。房屋产权、居住登记以四月三十日为准。
## 三、随迁子女
父母一方在本市居住登记满六个月并有稳定工作的，由居住地所在片区统筹安排，不收借读费。
## 四、纪律
学校不得以考试、竞赛或者证书选拔学生，不得提前招生。违反的，追究校长责任。
本办法自公布之日起施行。`,
    },
    life: [...jyDocument, ['publish', 'mo']],
  },
  {
    ...at('ke', 'services', 55),
    text: {
      kind: 'guide',
      title: '小学一年级新生怎样报名',
      text: `## 什么时候报
每年六月一日至十日，逾期的到八月二十日补报。
## 要带什么
- 户口簿或者居住登记凭证
- 房屋产权证或者租房合同
- 预防接种证
## 怎么办
网上登记以后，学校在三个工作日内核对，需要补材料的打电话告知；七月五日前发入学通知。
## 办不了怎么办
对结果有异议的，向基础教育科提出，五个工作日内答复。`,
    },
    life: [...jyOther, ['publish', 'ke']],
  },
  {
    ...at('xie', 'disclosure', 31),
    text: {
      kind: 'notice',
      title: '关于公开招聘中小学教师的公告',
      reach: 'bureau',
      text: `经批准，今年面向社会公开招聘中小学、幼儿园教师八十六名。
## 岗位
小学语文二十二名、数学十八名、体育八名，初中物理六名，其余岗位见各学校的岗位表。
## 报名
网上报名五天，缴费截止到报名结束的第二天。每人限报一个岗位。
## 考试
笔试占百分之四十，试讲占百分之六十。成绩在教师在线栏目公布，公示七个工作日。`,
    },
    // A notice: the office's publisher puts it out, whoever wrote it.
    life: [...jyNotice, ['publish', 'mo']],
  },
  {
    ...at('mo', 'news', 24),
    text: {
      kind: 'news',
      title: '全市中小学食堂全部实行“明厨亮灶”',
      text: `到上周五，全市一百一十二所中小学的食堂全部接通了厨房的摄像头，家长在学校门口的屏幕和班级群里都能看到做饭的情况。
市教育局从去年春季起分三批改造，投入四百二十万元，先农村、后城区。城关三小的家长委员会每周排两名家长进食堂陪餐，当场打分，分数贴在食堂门口。
下一步，市局将把食材的采购价格也一并公开。`,
    },
    life: [...jyNews('yao'), ['publish', 'yao']],
  },
  {
    ...at('ke', 'pupils', 16),
    text: {
      kind: 'news',
      title: '中小学生秋季运动会闭幕，十九项纪录被刷新',
      text: `为期三天的中小学生秋季运动会昨天闭幕，六十四所学校的一千三百名学生参加，十九项市纪录被刷新。
今年新设了跳长绳和拔河两个集体项目，只计班级成绩。
云溪二中的女子四乘一百米接力队四名队员都来自农村，平时在打谷场上练接棒，这次跑出了五十二秒四的成绩。`,
    },
    life: [...jyNews('shao'), ['publish', 'shao']],
  },
  {
    ...at('ke', 'news', 2),
    text: {
      kind: 'news',
      title: '三所乡镇小学的课后服务增加了木工课',
      text: `从本月起，三所乡镇小学的课后服务增加了木工课，由退休木匠任教，每周两次，每次一个小时。
工具由学校统一保管，学生戴护目镜和手套上课。第一批作品是三十六只鸟窝，已经挂在校园的树上。`,
    },
    life: [['submit']],
  },
  {
    ...at('ke', 'services', 52),
    text: {
      kind: 'guide',
      title: '中小学生转学怎样办',
      text: `## 谁可以转
户籍迁移、父母工作调动、随父母进城居住的，可以转学。毕业年级最后一学期不办。
## 怎么办
- 家长向转入学校提出，带户口簿和居住凭证
- 转入学校同意后，在学籍系统里发起
- 转出学校和两边的教育局五个工作日内办完
## 收费
不收费。`,
    },
    // A newer revision is on its way while the old one stays public.
    life: [
      ...jyOther,
      ['publish', 'ke'],
      ...nights(20),
      [
        'revise',
        {
          text: `## 谁可以转
户籍迁移、父母工作调动、随父母进城居住的，可以转学。毕业年级最后一学期不办。
## 怎么办
- 家长在网上提出，户口簿和居住凭证由学校在线核对，不用再带
- 转入学校同意后，在学籍系统里发起
- 转出学校和两边的教育局三个工作日内办完
## 收费
不收费。`,
        },
      ],
    ],
  },
  {
    ...at('xie', 'teachers', 44),
    text: {
      kind: 'information',
      title: '中级教师职称评审要交哪些材料',
      text: `今年中级职称评审的材料比去年少了三种，学校人事干部请照下面的单子准备。
- 评审表一式两份
- 近三年的年度考核结果，学校盖章
- 公开课教案两份，听课记录不再要求
- 农村学校任教满一年的证明，乡镇学校的老师免交
论文不作必备条件。材料十月二十日前由学校统一送人事科，个人送来的不收。`,
    },
    life: [...jyOther, ['publish', 'xie']],
  },
  {
    ...at('ke', 'community', 49),
    text: {
      kind: 'information',
      title: '社区学校秋季班开始报名',
      text: `六所社区学校的秋季班从下周一开始报名，学费全免，材料费自理。
- 城关社区学校：书法、手机使用、家常菜
- 城东社区学校：合唱、太极拳
- 其余四所：手机使用、防诈骗讲座
每班三十人，六十岁以上的优先。不会网上报名的，到社区学校登记。`,
    },
    life: [...jyOther, ['publish', 'ke']],
  },
  {
    ...at('xie', 'disclosure', 20),
    text: {
      kind: 'notice',
      title: '教师招聘进入试讲人员公示',
      reach: 'bureau',
      text: `根据笔试成绩，二百五十八人进入试讲，名单张贴在市教育局公告栏，考生也可以凭准考证号查询。
公示期七个工作日。有异议的，向市教育局办公室反映，请写明姓名和联系方式。`,
    },
    life: [...jyNotice, ['publish', 'mo'], ...nights(8), ['withdraw', 'mo', 'expired', '公示期满，没有收到异议']],
  },
  {
    ...at('ke', 'disclosure', 39),
    unit: 'eduArts',
    text: {
      kind: 'document',
      title: '云山市学校食堂食品安全和膳食管理办法',
      text: `第一条 学校食堂由学校自办，不得对外承包。
第二条 校长陪餐，每餐留样，留样保存四十八小时。
第三条 大宗食材由市里统一招标，价格每月公布。
第四条 食谱提前一周公布，对食物过敏的学生另作安排。
第五条 膳食委员会中家长不少于一半，账目每学期公布一次，结余滚存，不得挪用。
第六条 本办法自下一学期起施行。`,
    },
    life: [...jyDocument, ['publish', 'mo']],
  },
  {
    ...at('xie', 'topics', 28),
    unit: 'eduCentre',
    text: {
      kind: 'information',
      title: '“书香校园”专题：十个读书角',
      text: `这个专题收了十所学校的读书角，每个都不大，有的在楼梯下，有的在食堂的一面墙上。
云山六小的读书角没有借书登记，书拿走不用还，只要带来另一本。一年下来，书多了四十多本。
乡镇学校的读书角由市图书馆每月换一批书，专题里附有换书的日期。`,
    },
    life: [...jyOther, ['publish', 'xie']],
  },
  {
    ...at('ke', 'news', 21),
    unit: 'eduArts',
    also: 'pupils',
    text: {
      kind: 'news',
      title: '中小学生近视率连续三年下降',
      text: `今年的视力检查结束，全市中小学生近视率百分之四十九点六，比三年前下降四点二个百分点。
下降最多的是小学三、四年级。这几年学校把课间由十分钟延长到十五分钟，下课铃一响，教室里不留人。
检查结果已发给每位家长；需要矫正的，请到正规医院验光。`,
    },
    // In each of the two columns its own editor reviews and publishes.
    life: [...jyNews('yao'), ['also', ['approve', 'shao']], ['publish', 'yao'], ['also', ['publish', 'shao']]],
  },
  {
    ...at('mo', 'news', 50),
    text: {
      kind: 'news',
      title: '新学期开学检查结束，一百一十二所学校全部查到',
      text: `开学前后，市教育局分六组检查了全市一百一十二所中小学的校舍、校车和教材，发现问题一百零三个，当场整改八十六个。
检查中发现两所学校的教室灯光不足，已安排更换。`,
    },
    // Taken down for a wrong figure, mended, and public again.
    life: [
      ...jyNews('yao'),
      ['publish', 'yao'],
      ['night'],
      ['withdraw', 'mo', 'error', '发现问题的数字与通报不一致，先撤下核对'],
      ['night'],
      [
        'revise',
        {
          text: `开学前后，市教育局分六组检查了全市一百一十二所中小学的校舍、校车和教材，发现问题一百三十个，当场整改八十六个。
检查中发现两所学校的教室灯光不足，已安排更换。`,
        },
      ],
      ['approve', 'yao'],
      ['publish', 'yao'],
    ],
  },
  {
    ...at('ke', 'pupils', 36),
    text: {
      kind: 'news',
      title: '孩子写作业拖拉，先看看书桌',
      source: '云山晚报',
      author: '晚报记者',
      link: 'https://wanbao.yunshan.invalid/2026/zuoye.html',
      text: `不少家长为孩子写作业拖拉发愁。记者走访了三位班主任，他们都说先看书桌：桌上的东西越多，写得越慢。
一位班主任请家长把桌面清空，只留一盏灯、一支笔、一本作业，两周后全班平均少用了十七分钟。`,
    },
    life: [...jyNews('shao'), ['publish', 'shao']],
  },
  {
    ...at('mo', 'disclosure', 42),
    text: {
      kind: 'notice',
      title: '关于调整城区中小学作息时间的公告',
      reach: 'bureau',
      text: `为避开早高峰，城区中小学上午第一节课由八时调整为八时二十分，放学时间不变。
班车时刻相应顺延，请家长留意学校通知。`,
    },
    life: [
      ...jyNotice,
      ['publish', 'mo'],
      ...nights(15),
      ['withdraw', 'mo', 'superseded', '冬季作息另行公告，这一份不再执行'],
    ],
  },
];
