/** What still lies on somebody's desk: drafts, reviews, returned and recalled texts, approved ones. Invented, in our own words. */
import { reviewed, type Story } from '../story.ts';

export const desk: readonly Story[] = [
  {
    by: 'lin',
    site: 'main',
    column: 'home-news',
    ago: 1,
    text: {
      kind: 'news',
      title: '质量月系列活动回顾',
      text: `今年质量月期间，全市共举办讲座、咨询、开放日等活动四十一场，参加的企业和群众六千多人次。
活动中收集的意见建议已分送有关处室，逐条研究办理。`,
    },
    life: [['scratch']],
  },
  {
    by: 'luo',
    site: 'main',
    column: 'notices',
    ago: 2,
    text: {
      kind: 'notice',
      title: '关于组织网站主办人员培训的通知',
      reach: 'bureau',
      text: `机关各处室、云溪县局：
定于下月上旬举办门户网站主办人员培训，内容为信息报送程序、保密审查要点和常见差错。请各单位确定一名参训人员，于本周内报办公室。`,
    },
    life: [['save']],
  },
  {
    by: 'lin',
    site: 'main',
    column: 'quality-city',
    ago: 1,
    text: {
      kind: 'news',
      title: '质量奖评审进入现场评价',
      text: `今年的质量奖评审进入现场评价阶段。评审组分三路，到十一家申报组织实地查看。
现场评价看三件事：领导是否真正抓质量，一线员工是否知道质量目标，顾客的意见有没有人管。评价结果与材料评审合并计分，拟奖名单将公示十个工作日。`,
    },
    life: [['submit']],
  },
  {
    by: 'ding',
    site: 'main',
    column: 'law',
    ago: 2,
    text: {
      kind: 'information',
      title: '规范性文件清理结果',
      text: `法规处对现行有效的规范性文件进行了清理。继续有效二十七件，拟修改五件，宣布失效四件。
失效的文件自公布之日起停止执行，此前依据这些文件已经办结的事项不受影响。`,
    },
    life: [['submit'], ['approve', 'wei']],
  },
  {
    by: 'lin',
    site: 'main',
    column: 'sampling',
    ago: 2,
    text: {
      kind: 'information',
      title: '儿童玩具监督抽查情况',
      sensitive: 'yes',
      text: `质量处组织对校园周边销售的儿童玩具开展监督抽查，共抽取样品四十五批次，不合格三批次，问题是小零件容易脱落和增塑剂超标。
不合格产品已下架，供货者的名单移送所在地主管部门。
给孩子买玩具，请看清适用年龄；三岁以下孩子的玩具不要有可以拆下的小零件。`,
    },
    // Sensitive: after the section's head it waits for the office's.
    life: [['submit'], ['approve', 'zhang']],
  },
  {
    by: 'yan',
    site: 'main',
    column: 'topics',
    ago: 3,
    text: {
      kind: 'news',
      title: '农资打假专项行动阶段情况',
      weight: 'important',
      text: `农资打假专项行动开展以来，出动执法人员三百余人次，检查农资经营户二百一十家，立案九起。
从查处的情况看，主要问题是化肥养分不足和标签不实。下一步将在春耕备货前对批发环节再查一遍，并把检测车开到乡镇集市，农民买的化肥可以免费快速检测。`,
    },
    // Important: it waits for a leader.
    life: [['submit'], ['approve', 'qiao'], ['night'], ['approve', 'chen'], ['approve', 'he']],
  },
  {
    by: 'lin',
    site: 'main',
    column: 'quality-city',
    ago: 4,
    text: {
      kind: 'news',
      title: '标准化示范村建设见成效',
      text: `经过两年建设，五个标准化示范村的特色农产品实现统一种植、统一检测、统一包装。
今年示范村的茶叶收购价每斤高出周边不少，村民种茶的劲头更足了。`,
    },
    life: [['submit'], ['return', 'zhang', '“高出不少”请写具体数字，并注明数据来自哪里']],
  },
  {
    by: 'tang',
    site: 'main',
    column: 'home-news',
    ago: 3,
    text: {
      kind: 'news',
      title: '门户网站适老版上线试运行',
      text: `门户网站适老版今天上线试运行，字号更大，每页内容更少，咨询电话放在页面最上方。
试运行期间欢迎老年朋友提意见，也请子女们帮老人试一试。`,
    },
    life: [['submit'], ['recall']],
  },
  {
    by: 'lin',
    site: 'main',
    column: 'home-news',
    ago: 2,
    text: {
      kind: 'news',
      title: '检验检测机构能力比对结果公布',
      text: `质量处组织的检验检测机构能力比对结果公布，二十二家机构参加，结果满意的二十家，有两家需要改进。
比对项目是水泥强度和饮用水中的铅含量。需要改进的机构要在三十日内找出原因，整改后参加补测，补测合格以前不承担监督抽查任务。`,
    },
    life: reviewed('zhang'),
  },
  {
    by: 'ding',
    site: 'main',
    column: 'notices',
    ago: 2,
    text: {
      kind: 'notice',
      title: '关于举行行政处罚听证的公告',
      reach: 'bureau',
      text: `定于下周三上午九时三十分在市局三楼会议室公开举行一起产品质量案件的行政处罚听证。
公民、法人和其他组织可以凭有效证件旁听，旁听席位三十个，于下周一前向法规处报名，额满为止。`,
    },
    // Approved; it waits for the office's publisher.
    life: reviewed('wei'),
  },
  {
    by: 'yan',
    site: 'main',
    column: 'home-news',
    ago: 5,
    text: {
      kind: 'news',
      title: '稽查处开展案卷评查',
      text: `稽查处对今年办结的案卷进行交叉评查，重点看程序是否完整、文书是否规范。`,
    },
    life: [['save'], ['night'], ['discard']],
  },
];
