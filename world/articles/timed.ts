/** Texts of the bureau with a last day, a time, a mark, or a place on top. Invented, in our own words. */
import { on, reviewed, type Story } from '../story.ts';

const at = on('main');

export const timed: readonly Story[] = [
  {
    ...at('lin', 'notices', 9),
    text: {
      kind: 'notice',
      title: '集中检定出租车计价器的通知',
      lastDay: 21,
      text: `即日起在市计量所集中检定出租车计价器，检定不收费，请各公司分批送检。
检定合格的当场加封，当天可以上路。`,
    },
    // On top of its column until the check is over.
    life: [...reviewed('zhang'), ['publish', 'lin'], ['pin', 'tang']],
  },
  {
    ...at('yan', 'notices', 12),
    text: {
      kind: 'notice',
      title: '电动自行车展销会现场投诉点安排',
      lastDay: -4,
      text: `展销会期间，稽查处在二号馆门口设投诉点，每天上午九时到下午五时有人值守。`,
    },
    // Its last day is over: the program took it off the site.
    life: [...reviewed('qiao'), ['publish', 'yan']],
  },
  {
    ...at('ding', 'law', 30),
    text: {
      kind: 'document',
      title: '云山市流动摊点计量管理办法',
      text: `流动摊点使用的秤每半年检定一次。
不合格的秤当场停用。`,
    },
    life: [
      ...reviewed('wei'),
      ['publish', 'ding'],
      ...Array.from({ length: 12 }, () => ['night'] as const),
      ['mark_invalid', 'ding', 'repealed', '云山市集贸市场计量管理办法', '新办法第二十条写明旧办法同时废止'],
    ],
  },
  {
    ...at('ding', 'law', 22),
    text: {
      kind: 'document',
      title: '云山市集贸市场计量管理办法',
      text: `集贸市场和流动摊点使用的秤每季度检定一次，检定不收费。
市场应当设公平秤，供消费者复称。`,
    },
    life: [
      ...reviewed('wei'),
      ['publish', 'ding'],
      ...Array.from({ length: 10 }, () => ['night'] as const),
      ['confirm', 'ding', '条文、附表与印发的文本逐条核过，仍然有效'],
    ],
  },
  {
    ...at('lin', 'notices', 2),
    text: {
      kind: 'notice',
      title: '质量开放日报名公告',
      lastDay: 30,
      text: `质量开放日请市民走进实验室，名额六十人，额满为止。`,
    },
    // Approved, and waiting for its morning.
    life: [...reviewed('zhang'), ['schedule', 'lin', 6]],
  },
];
