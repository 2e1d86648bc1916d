/** Rows of the group `leaving`: somebody is taken off posts. JY-15: a change of people changes the account and its rights. */
import { z } from 'zod';
import { row } from './row.ts';
import { ref } from './views.ts';

const post = z.strictObject({ post: z.string().min(1).max(100), unit: z.uuid() });

/** Something that passes on. `kind`: 待办, 草稿, 职责. `to`: who has it then; none: nobody. */
const passing = z.object({ kind: z.string(), title: z.string(), note: z.string(), to: z.array(ref) });

export const leaving = {
  list: row({
    method: 'GET',
    path: '/api/people/{id}/leaving',
    summary:
      '一个人离岗以前：他任的岗位，手上的事会转给谁，最多 300 项；posts 写明只离哪几个岗位（岗位@单位编号，用逗号隔开）',
    permission: 'person',
    events: [],
    rate: 'read',
    in: z.strictObject({ id: z.uuid(), posts: z.string().max(4000).optional() }),
    out: z.object({
      person: ref,
      /** Whether the reader may take this person off these posts. */
      may: z.boolean(),
      posts: z.array(z.object({ post: z.string(), name: z.string(), unit: ref })),
      /** The account is closed with it: no post is left. */
      closes: z.boolean(),
      items: z.array(passing),
      more: z.int(),
    }),
  }),
  leave: row({
    method: 'POST',
    path: '/api/people/{id}/leave',
    summary: '办理离岗：立刻没有这些岗位的权限；不再任岗位的，账号一并停用、草稿转交',
    permission: 'door',
    events: ['post.vacated'],
    rate: 'write',
    in: z.strictObject({
      id: z.uuid(),
      posts: z.array(post).min(1, '请选要离开的岗位').max(100),
      /** Close the account also where posts are left. */
      close: z.boolean(),
      words: z.string().trim().min(1, '请写明原因').max(2000, '原因最多 2000 字'),
      key: z.uuid(),
    }),
    out: z.object({ id: z.string() }),
  }),
};
export type LeavingView = z.output<typeof leaving.list.out>;
export type PassingItem = z.output<typeof passing>;
