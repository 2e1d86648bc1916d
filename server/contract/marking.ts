/** Rows of the group `content`: when a text goes out, and what is said of it once it is public. */
import { z } from 'zod';
import { invalidReasons } from './marks.ts';
import { row } from './row.ts';
import { moved } from './views.ts';

const key = z.uuid();
const version = z.int().min(0);
export const words = z.string().trim().max(2000);
export const subject = { id: z.uuid(), version, key };
export const move = { method: 'POST', permission: 'door', rate: 'write', out: moved } as const;
/** The revision that was looked at. */
export const seen = z.string().regex(/^[0-9a-f]{64}$/);

export const marking = {
  schedule: row({
    ...move,
    path: '/api/placements/{id}/schedule',
    summary: '定时发布已批准的那一稿：到点由系统发布，发布前全部重新核对。再定一次就改时间',
    events: ['article.scheduled'],
    in: z.strictObject({ ...subject, hash: seen, at: z.iso.datetime({ offset: true, error: '时间没有填对' }) }),
  }),
  unschedule: row({
    ...move,
    path: '/api/placements/{id}/unschedule',
    summary: '取消定时，仍等人发布',
    events: ['article.unscheduled'],
    in: z.strictObject({ ...subject, words: words.optional() }),
  }),
  force: row({
    ...move,
    path: '/api/placements/{id}/force',
    summary: '强制发布审批中的这一稿：只在紧急时，须写原因；第三人看过核销以前一直标着',
    events: ['article.forced'],
    in: z.strictObject({ ...subject, hash: seen, words: words.min(1, '强制发布须写明原因') }),
  }),
  clearForced: row({
    ...move,
    path: '/api/placements/{id}/clear-forced',
    summary: '核销强制发布：没写过、也没强制发布它的人看过，写下意见',
    events: ['article.forced_cleared'],
    in: z.strictObject({ ...subject, words: words.min(1, '核销须写明看过的意见') }),
  }),
  confirm: row({
    ...move,
    path: '/api/placements/{id}/confirm',
    summary: '确认仍有效：签名留在记录里，发布日期不变',
    events: ['article.confirmed'],
    in: z.strictObject({ ...subject, words: words.min(1, '请写明核对了什么') }),
  }),
  markInvalid: row({
    ...move,
    path: '/api/placements/{id}/mark-invalid',
    summary: '标明失效：公开页留着，注明已废止、已失效或已修改，引用它的页面也注明。successor 是代替它的公开地址',
    events: ['article.marked_invalid'],
    in: z.strictObject({
      ...subject,
      reason: z.enum(invalidReasons),
      successor: z.string().trim().max(500, '地址最多 500 字').default(''),
      words: words.min(1, '标明失效须写明依据'),
    }),
  }),
  pin: row({
    ...move,
    path: '/api/placements/{id}/pin',
    summary: '在这个栏目置顶；再置顶一次就排到最前',
    events: ['article.pinned'],
    in: z.strictObject({ ...subject }),
  }),
  unpin: row({
    ...move,
    path: '/api/placements/{id}/unpin',
    summary: '取消置顶',
    events: ['article.unpinned'],
    in: z.strictObject({ ...subject }),
  }),
};
