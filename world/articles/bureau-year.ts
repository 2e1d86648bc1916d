/** A year of the bureau's sections for its own site. Invented, in our own words. */
import type { PersonName } from '../county.ts';
import { reviewed } from '../story.ts';
import { told } from '../told.ts';

const heads: Readonly<Partial<Record<PersonName, PersonName>>> = {
  luo: 'chen',
  tang: 'gu',
  ding: 'wei',
  lin: 'zhang',
  yan: 'qiao',
};

export const bureauYear = told(
  {
    site: 'main',
    kinds: { notices: 'notice', law: 'interpretation', services: 'guide', 'query-centre': 'data', sampling: 'data' },
    life: (by) => [...reviewed(heads[by] ?? 'chen'), ['publish', by]],
  },
  `
@ home-news luo 240
新年第一周，计量服务车走了六个乡镇
六个乡镇一共校秤四百一十台，最老的一台用了二十七年。
@ notices luo 230
关于年度检定收费减免的公告
小微企业强制检定费全免，其他企业减半，网上预约时自动核减。
@ quality-city lin 221
十家企业把工艺卡贴到了机位
工艺卡只写三件事，换班先看卡，返工率降了两成。
@ sampling lin 208
儿童玩具产品监督抽查情况
抽查三十批次，二十八批次合格，不合格的两批次是小零件脱落。
@ home-news yan 200
加油站的雨夜突击检查
十一个加油站有一个油量不足，当场封停两把枪。
@ law ding 188
新修订的计量办法里和摊主有关的五条
秤要不要检、多久检、谁来检、查到不准怎么办、到哪里申诉，五条各配一个例子。
@ notices lin 184
关于开展企业首席质量官培训的通知
培训五天，一半时间在车间，结业交一份改进方案。
@ home-news tang 174
网站的搜索能认错别字了
常见的错别字一百四十组，搜错了也找得到。
@ topics yan 168
农资打假专项行动第一阶段通报
检查门店二百三十家，立案九起，全部写明产品名称和批号。
@ quality-city lin 159
豆制品厂的二十四小时留样
留样柜带锁，标签写到分钟，出了问题当天就能查到哪一锅。
@ home-news luo 153
办公室把会议纪要缩到一页
一页写决定、谁办、什么时候办完，不写谁讲了话。
@ sampling lin 147
电热水壶产品监督抽查情况
抽查二十六批次全部合格，两个品牌的容量标注偏大，已经责令改正。
@ access lin 140
三类产品不再需要生产许可
改为强制认证或者企业自我声明，旧证到期自动失效。
@ home-news yan 132
假冒商标的电缆是怎样露馅的
线径细了零点二毫米，一把卡尺就看得出来。
@ notices luo 125
关于高温期间调整窗口服务的公告
下午推迟半小时开窗，中午设一个值守窗口，延长到十八点。
@ services lin 119
电梯使用登记怎样办
安装验收合格以后三十天内登记，材料四样，网上提交，五个工作日发证。
@ quality-city lin 114
三家茶厂共用一间审评室
审评室由协会管，盲评打分，分数只给自己看。
@ home-news ding 107
十五件旧文件宣布失效
清理了十年来的一百零二件文件，废止十五件，修改二十二件。
@ query-centre tang 104
计量器具检定结果查询数据更新（上半年）
收入检定记录一万八千条，可以按单位和编号查。
@ topics yan 96
预付卡专项整治中期通报
检查发卡商户一百六十家，补办备案四十一家，退款三十七万元。
@ home-news lin 90
质量月里的八场“拆给你看”
当众拆开热水器、充电器和儿童座椅，讲哪里省料、哪里安全。
@ law ding 83
消费者权益保护条例解读：七天无理由
哪些能退、退到什么程度、运费谁出，用三件真实的纠纷说明。
@ notices lin 77
关于征集质量改进案例的通知
案例写清问题、做法、数据，入选的编入培训教材。
@ sampling lin 72
校服产品监督抽查情况
抽查四十批次，三十九批次合格，不合格的一批次已经召回换新。
@ home-news luo 69
局长接待日来了十九个人
最多的问题是电梯和加油，十二件当场答复，其余七件写明答复日期。
@ home-news yan 65
夜市的秤全部贴上绿标
二百一十台秤检了两个晚上，没有绿标的摊位不得出摊。
@ quality-city lin 52
一家纽扣厂的零缺陷日
全厂连续二十四小时没有一件返工，老板请全厂吃了一顿夜宵。
@ home-news tang 38
门户的旧照片补上了文字说明
补了六百一十二张，读屏软件可以读出每一张。
@ notices ding 21
关于公开征求网络交易监管办法意见的公告
征求意见三十天，意见和采纳情况届时一并公布。
@ home-news luo 6
年终盘点：十二件事办完了十一件
没办完的一件是老旧电梯更新，写明了原因和明年的日期。
`,
);
