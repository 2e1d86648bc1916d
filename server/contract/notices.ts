/** Notices (提醒): what one person was told of, and whether mail carries it too. One's own only. */
import { z } from 'zod';
import { row } from './row.ts';
import { law } from './views.ts';

const read = { method: 'GET', permission: 'person', events: [], rate: 'read' } as const;
const write = { method: 'POST', permission: 'person', events: [], rate: 'write' } as const;

const notice = z.object({
  id: z.string(),
  stage: z.string(),
  stageName: z.string(),
  title: z.string(),
  says: z.string(),
  law: law.optional(),
  verb: z.string(),
  /** A path of the console. */
  link: z.string(),
  at: z.string(),
  isRead: z.boolean(),
});
/** `canMail`: a mail server is configured. */
const setting = z.object({ canMail: z.boolean(), byMail: z.boolean(), address: z.string().optional() });

export const notices = {
  list: row({
    ...read,
    path: '/api/notices',
    summary: '给我的提醒，新的在前，最多 200 条',
    in: z.strictObject({}),
    out: z.object({ at: z.string(), items: z.array(notice), unread: z.int() }),
  }),
  read: row({
    ...write,
    path: '/api/notices/read',
    summary: '标为已读：列出的几条，不列就是全部',
    in: z.strictObject({ ids: z.array(z.uuid()).max(200).optional() }),
    out: z.object({ unread: z.int() }),
  }),
  setting: row({
    ...read,
    path: '/api/notices/setting',
    summary: '提醒要不要发邮件，发到哪里',
    in: z.strictObject({}),
    out: setting,
  }),
  set: row({
    ...write,
    path: '/api/notices/setting',
    summary: '改提醒的邮件设置',
    in: z.strictObject({ byMail: z.boolean(), address: z.email().max(200).optional() }),
    out: setting,
  }),
};
export type NoticeView = z.output<typeof notice>;
export type NoticeSetting = z.output<typeof setting>;
