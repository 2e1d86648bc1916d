/** Notices, rules, guides and data of the bureau. Invented, in our own words. */
import { reviewed, reviewedHigh, type Story } from '../story.ts';

export const texts: readonly Story[] = [
  {
    by: 'ding',
    site: 'main',
    column: 'notices',
    ago: 18,
    text: {
      kind: 'notice',
      title: '关于征求《云山市产品质量信用分级办法（征求意见稿）》意见的公告',
      reach: 'bureau',
      text: `为完善产品质量信用管理，我局起草了《云山市产品质量信用分级办法（征求意见稿）》，现公开征求意见。
## 征求意见的时间
自公告之日起三十日。
## 提意见的办法
- 在门户网站的互动交流栏目留言
- 寄信到市局法规处，信封上注明“分级办法意见”
- 到市局一楼服务窗口当面提出
意见采纳情况将在征求意见结束后二十个工作日内在本网站公布。`,
    },
    // A bureau-wide notice: the office's publisher puts it out, not its author.
    life: [...reviewed('wei'), ['publish', 'he']],
  },
  {
    by: 'yan',
    site: 'main',
    column: 'notices',
    ago: 13,
    text: {
      kind: 'notice',
      title: '冬季取暖用品消费提示',
      text: `气温下降，取暖用品进入销售旺季，稽查处提醒消费者注意以下几点。
- 买电暖器，看有没有倾倒断电保护，试一试是否真的会断电
- 买电热水袋，不买没有厂名厂址的产品，电极式的已经禁止销售
- 燃气取暖器只能在通风良好的地方使用，使用超过八年的应当更换
发现不合格产品的，请保留购买凭证，拨打举报电话反映。`,
    },
    life: [...reviewed('qiao'), ['publish', 'yan']],
  },
  {
    by: 'luo',
    site: 'main',
    column: 'notices',
    ago: 20,
    text: {
      kind: 'notice',
      title: '服务窗口调整办公时间的通知',
      reach: 'bureau',
      text: `因服务窗口改造，市局一楼服务窗口自下周一起暂时迁到二楼，办公时间为工作日上午九时至下午四时。
改造结束后恢复原来的地点和时间，届时另行通知。`,
    },
    life: [
      ...reviewed('chen'),
      ['publish', 'he'],
      ['night'],
      ['night'],
      ['withdraw', 'he', 'superseded', '窗口已迁回一楼，恢复原办公时间'],
    ],
  },
  {
    by: 'ding',
    site: 'main',
    column: 'law',
    ago: 15,
    text: {
      kind: 'document',
      title: '云山市重点工业产品质量安全追溯管理规定',
      weight: 'important',
      text: `## 第一章 总则
第一条 为加强重点工业产品质量安全监督管理，落实企业主体责任，结合本市实际，制定本规定。
第二条 本市行政区域内列入目录的重点工业产品的生产者、销售者，应当按照本规定建立和保存追溯信息。
第三条 目录由市局会同有关部门拟定，每年调整一次，向社会公布。
## 第二章 追溯信息
第四条 生产者应当记录下列信息：
- 主要原材料的名称、批次和供货者
- 生产日期、生产班组和出厂检验结果
- 产品的去向和数量
第五条 销售者应当记录产品的来源、数量和购货者，零售给消费者的除外。
第六条 追溯信息保存不得少于产品有效期满后六个月；没有明确有效期的，不得少于两年。
## 第三章 附则
第七条 本规定由市局法规处负责解释。
第八条 本规定自公布之日起三十日后施行。`,
    },
    life: [...reviewedHigh('wei'), ['publish', 'ding']],
  },
  {
    by: 'ding',
    site: 'main',
    column: 'law',
    ago: 7,
    text: {
      kind: 'interpretation',
      title: '一图之外：追溯管理规定要企业做什么',
      text: `追溯管理规定公布后，不少企业来电询问。法规处把问得最多的三个问题集中答复如下。
## 小作坊也要做吗
列入目录的产品，不分企业大小都要做。年产量较小的，可以用统一印制的纸质台账，不要求上系统。
## 记录要交给谁
平时由企业自己保存，检查时提供。发生质量问题需要追查的，应当在两个工作日内提交。
## 以前生产的产品怎么办
规定施行以前生产的产品不要求补记，库存产品售出时记录去向即可。`,
    },
    life: [...reviewed('wei'), ['publish', 'ding']],
  },
  {
    by: 'lin',
    site: 'main',
    column: 'services',
    ago: 19,
    text: {
      kind: 'guide',
      title: '工业产品生产许可证办事指南',
      text: `## 谁可以办
在本市生产列入许可目录产品的企业。
## 要带的材料
- 申请单一份
- 产品检验合格报告，一年以内的有效
- 保证质量安全的承诺书
## 怎么办
- 在网上或者服务窗口提交申请
- 材料齐全的，当场出具受理单
- 自受理之日起十个工作日内作出决定
## 收费
不收费。
## 地点和时间
市局一楼服务窗口，工作日上午九时至下午五时，中午不休息。`,
    },
    life: [...reviewed('zhang'), ['publish', 'lin']],
  },
  {
    by: 'yan',
    site: 'main',
    column: 'services',
    ago: 18,
    text: {
      kind: 'guide',
      title: '质量投诉怎样提、多久有结果',
      text: `买到质量有问题的商品，可以先与商家协商；协商不成的，可以向我们投诉。
## 投诉时请说清
- 商品的名称、购买的时间和地点
- 出了什么问题，您的要求是什么
- 您的联系方式，便于告知结果
## 多久有结果
自接件之日起五个工作日内答复是否受理；不归我们管的，三个工作日内转交有关处室或者部门，并告诉您转到了哪里。
匿名反映的问题同样会核查，但无法告知您结果。`,
    },
    life: [...reviewed('qiao'), ['publish', 'yan']],
  },
  {
    by: 'luo',
    site: 'main',
    column: 'institution',
    ago: 20,
    text: {
      kind: 'institution',
      title: '机构职能和内设处室',
      text: `云山市市场监督管理局负责全市的产品质量、计量、标准化、认证认可和相关执法工作。
## 内设处室
- 办公室：文电、会务、信息公开、保密，协调门户网站信息的审核
- 信息化中心：网站和信息系统的建设、运行和安全
- 法规处：规范性文件的起草和审核，行政复议和应诉
- 质量处：质量提升、品牌培育、生产许可和监督抽查
- 稽查处：案件查办，投诉举报的办理
- 机关党委（纪检监察室）：党的建设，政风行风监督
## 下属单位
云溪县市场监督管理局，主管云溪县的相关工作和本局子网站。`,
    },
    life: [...reviewed('chen'), ['publish', 'luo']],
  },
  {
    by: 'tang',
    site: 'main',
    column: 'query-centre',
    ago: 16,
    text: {
      kind: 'data',
      title: '全市质量监管主要数据（上半年）',
      text: `## 许可
- 有效生产许可证三百一十二张，比上年末增加十四张
- 平均办理时间七个工作日
## 抽查
- 抽查产品十八类、六百二十批次
- 批次合格率百分之九十三点七
## 计量
- 检定强制检定器具两万一千余台件
- 集贸市场在用秤免费检定四千三百台
## 投诉举报
- 接收一千零四十二件，按期答复一千零三十八件
数据由各业务处室提供，信息化中心汇总。下一次更新在一月十日。`,
    },
    life: [...reviewed('gu'), ['publish', 'tang']],
  },
  {
    by: 'ding',
    unit: 'party',
    site: 'main',
    column: 'credit',
    ago: 6,
    text: {
      kind: 'data',
      title: '企业质量信用记录更新说明',
      text: `本月企业质量信用记录新增守信记录二十六条，修复失信记录三条。
对记录有异议的企业，可以书面提出，十五个工作日内核查答复；核查期间在记录旁标注“有异议，核查中”。`,
    },
    life: [...reviewed('wei'), ['publish', 'ding']],
  },
];
