/** Texts with a picture in them or a paper to download. Invented, in our own words. */
import { postsTable, rainPicture, rainTable, spendingPicture, stepsPaper, vanPicture } from '../made.ts';
import { csOwn, jyOther, on, qxGeneral, reviewed, type Story } from '../story.ts';

export const withFiles: readonly Story[] = [
  {
    ...on('main')('lin', 'pictures', 13),
    text: {
      kind: 'news',
      title: '检测车开进乡镇集市，买菜的秤当场校',
      text: `每逢集日，市局的检测车都开到一个乡镇的集市，摊主把秤拿过来，十分钟校好，不收钱。
车上还可以测农药残留，赶集的人把刚买的菜递上去，一刻钟出结果。今年已经跑了四十一个集日。`,
      files: [vanPicture],
    },
    life: [...reviewed('zhang'), ['publish', 'lin']],
  },
  {
    ...on('main')('tang', 'download', 11),
    text: {
      kind: 'guide',
      title: '计量器具检定怎样走',
      text: `检定分四步，图上的数字就是下面的次序。
- 网上或者窗口登记
- 送检，或者约时间上门
- 检定，一般三个工作日
- 取证书，也可以寄送
流程图可以下载打印，贴在店里。`,
      files: [stepsPaper],
    },
    life: [...reviewed('gu'), ['publish', 'tang']],
  },
  {
    ...on('jy')('xie', 'teachers', 30),
    text: {
      kind: 'information',
      title: '教师招聘岗位表和报考问答',
      text: `今年招聘八十六名教师，岗位表见附件。报名前请先看这两条。
## 专业名称对不上怎么办
主干课程一致的可以报，带成绩单。
## 还没有拿到教师资格证
可以报名，录用后一年内取得。`,
      files: [postsTable],
    },
    life: [...jyOther, ['publish', 'xie']],
  },
  {
    ...on('cs')('gan', 'work-news', 9),
    text: {
      kind: 'news',
      title: '民生支出五年增长近四成',
      text: `一至十月，教育、社会保障和卫生三项民生支出十八亿八千万元，比五年前同期增长近四成。
增加最多的是困难群众救助和乡镇卫生院的设备。`,
      files: [spendingPicture],
    },
    life: [...csOwn('tian'), ['publish', 'gan']],
  },
  {
    ...on('qx')('feng', 'weather-news', 18),
    text: {
      kind: 'data',
      title: '今年一至十月的降水：图和数据',
      text: `今年一至十月全市平均降水量一千一百九十五毫米，六月最多，其次是八月。
逐月的数字见附件，可以用表格软件打开。`,
      files: [rainPicture, rainTable],
    },
    life: [...qxGeneral(), ['publish', 'wu']],
  },
];
