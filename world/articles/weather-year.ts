/** A year of 气象局: 气象台 supplies each month and the office's columns never stand still; 网络中心 fell silent. Invented. */
import type { PersonName } from '../county.ts';
import { type Deed, qxGeneral } from '../story.ts';
import { told } from '../told.ts';

/** QX-8.1: what the office's reviewer wrote goes to the leader of the office. */
export const weatherLife = (by: PersonName): readonly Deed[] => [
  ...qxGeneral(by === 'cen' ? 'hao' : 'cen'),
  ['publish', 'wu'],
];

export const weatherYear = told(
  { site: 'qx', life: weatherLife },
  `
@ weather-news feng 243
一周天气：两次小雪，山区有积雪
周二、周五各有一次小雪，海拔八百米以上积雪两到五厘米。
@ work cen 242
值班室换了新的交接表
一页纸写清三件事：正在发生的、快要发生的、还没弄清的。
@ weather-news feng 235
春节期间天气晴好，适合出行
除夕到初四以晴为主，早晨有雾，山路午后再走。
@ work wu 234
二十二个乡镇站的雨量筒冲洗了一遍
滤网里最多的是松针和鸟羽，冲洗以后偏小的读数恢复正常。
@ weather-news feng 227
冷空气过境，气温先降后升
周三最低零下三度，周末回升到十二度，水管注意保温。
@ work cen 226
和应急部门换了一次岗
两边各派一人跟班三天，预警电话的流程减少了两步。
@ weather-news feng 219
早春第一场透雨
全市平均雨量二十一毫米，旱地墒情明显好转，油菜可以追肥。
@ work wu 218
观测场的草该剪多高
统一剪到十五厘米，剪草的日子避开正点观测。
@ weather-news feng 211
倒春寒要来，秧苗盖好膜
未来五天最低气温五度左右，早稻秧田灌深水护苗。
@ work cen 210
怎样把预报说得短一点
手机短信只说时间、地方、要做什么，三十五个字以内。
@ weather-news feng 203
清明前后多阴雨
三天有雨，山区能见度低，扫墓车辆走国道。
@ work wu 202
换下来的传感器去了哪里
能校准的回到备件库，不能的拆解，一年回收四十三只。
@ weather-news feng 195
茶园霜冻解除
最低气温回到八度以上，头采可以开始。
@ work cen 194
一次预报检讨会的记录
漏报的短时强降水，回波提前二十分钟已经出现，规定从此半小时看一次。
@ weather-news feng 187
五一假期天气平稳
多云到晴，午后山区局地阵雨，湖面风力三级。
@ work wu 186
乡镇站的网络改走两条线
一条断了自动走另一条，上半年断线由十九次降到三次。
@ weather-news feng 179
雷雨季节开始
雷雨多在午后到傍晚，出现雷声就离开水边和高处。
@ work cen 178
校园气象站带出了小观测员
五所学校每天报一次数，连续两个月一天不缺的有三所。
@ weather-news feng 171
小满前后，降水接近常年
江河水位平稳，山塘蓄水七成。
@ work cen 163
汛期值班的十条提醒
从手机充满电到备用发电机试机，十条都有人签字。
@ weather-news feng 164
入汛第一场暴雨
柳河镇一小时下了五十二毫米，提前四十分钟发了预警。
@ work wu 156
雷达停机检修的三天怎样值班
借邻市的雷达图，加密人工观测，三天没有漏报。
@ weather-news feng 157
端午天气：多雨，龙舟赛改到上午
午后雷雨多，建议赛事十一点以前结束。
@ weather-news feng 150
梅雨持续九天
累计雨量一百八十毫米，低洼处注意排水。
@ work cen 149
预警大喇叭试响一遍
八十七个村响了八十五个，没响的两个当天换了电池。
@ weather-news feng 142
出梅，高温开始
未来一周最高三十六度，户外作业避开正午。
@ work cen 135
高温中暑指数怎样算出来
气温、湿度、风和前一晚的最低气温，四样合成一个数。
@ weather-news feng 134
连续五天三十七度以上
用水用电高峰在午后三点，老人少出门。
@ weather-news feng 127
台风外围影响，南部有大雨
南部三镇雨量四十到七十毫米，湖面停航一天。
@ work cen 121
台风值班的那一夜
一夜接了三百一十个电话，问得最多的是学校停不停课。
@ weather-news feng 120
立秋不凉，高温还有一周
最高气温三十五度上下，早晚温差加大。
@ weather-news feng 113
处暑前后，阵雨增多
阵雨短而急，秋收作物注意抢晴。
@ work cen 107
请农户给预报打分
二百名种粮户打分，雨量得七十六分，风力得六十一分。
@ weather-news feng 106
白露时节早晚凉
最低气温降到十八度，中稻灌浆顺利。
@ weather-news feng 99
秋雨连绵四天
雨量不大，日照偏少，晒粮请用烘干点。
@ work cen 93
把三十年的手写记录录进电脑
一万一千页记录由两人分别录入，再逐格比对。
@ weather-news feng 92
秋分天气：天高云淡
未来十天以晴为主，适宜秋种。
@ weather-news feng 85
国庆假期天气预报
前晴后雨，六日起有一次冷空气，返程避开六日夜间。
@ work cen 79
节日值班表提前一个月排好
每人全年值三个节，谁值哪三个抽签决定。
@ weather-news feng 78
寒露，山区有轻霜
海拔六百米以上出现轻霜，菜地早晨喷水。
@ weather-news feng 71
晚稻收割期晴好
连续九天无雨，收割机可以从南往北走。
@ work cen 68
观测员的手绘云图
三十张手绘云图装订成册，送给各校园气象站。
@ weather-news feng 66
霜降以后气温骤降
两天降了九度，果园注意防冻。
`,
);
