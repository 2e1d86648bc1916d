import { z } from 'zod';
import { fileView } from './files.ts';
import { finding } from './find.ts';
import { fileId, handedIn, htmlMax, suggested } from './handed-in.ts';
import { row } from './row.ts';
import {
  articleLine,
  body,
  dutyLine,
  facets,
  kinds,
  law,
  moved,
  placementView,
  preview,
  ref,
  stated,
  withdrawalTypes,
} from './views.ts';

const key = z.uuid();
const version = z.int().min(0);
const words = z.string().trim().max(2000);
const subject = { id: z.uuid(), version, key };
const list = { method: 'GET', permission: 'person', events: [], rate: 'read' } as const;
const move = { method: 'POST', permission: 'door', rate: 'write', out: moved } as const;
/** The revision that was looked at. */
const seen = z.string().regex(/^[0-9a-f]{64}$/);

export const content = {
  ...finding,
  today: row({
    ...list,
    path: '/api/today',
    summary: '今天的职责：等我办的事和我送出的稿件',
    in: z.strictObject({}),
    out: z.object({ at: z.string(), items: z.array(dutyLine), sent: z.array(articleLine) }),
  }),
  queue: row({
    ...list,
    systems: true,
    path: '/api/queue',
    summary: '等我发布的稿件，规定有期限的写明何时到期，先到期的在前',
    in: z.strictObject({}),
    out: z.object({ at: z.string(), items: z.array(articleLine) }),
  }),
  compose: row({
    ...list,
    systems: true,
    path: '/api/compose',
    summary: '我可以往哪些栏目写',
    in: z.strictObject({}),
    out: z.object({
      posts: z.array(z.object({ post: z.string(), postName: z.string(), unit: ref })),
      sites: z.array(ref.extend({ columns: z.array(ref.extend({ leads: z.string(), law })) })),
      unitName: z.string(),
    }),
  }),
  preview: row({
    ...list,
    systems: true,
    path: '/api/chain',
    summary: '按这些属性会走哪条审批链',
    in: z.strictObject({
      columns: z
        .string()
        .transform((s) => s.split(',').filter(Boolean))
        .pipe(z.array(z.uuid()).min(1).max(20)),
      kind: z.enum(kinds),
      ...stated.shape,
    }),
    out: z.object({ previews: z.array(preview) }),
  }),
  scratch: row({
    ...list,
    path: '/api/scratch/{id}',
    summary: '还没送出的草稿',
    in: z.strictObject({ id: z.uuid() }),
    out: z.object({
      id: z.string(),
      body: body.nullable(),
      columnIds: z.array(z.string()),
      savedAt: z.string().optional(),
    }),
  }),
  saveScratch: row({
    method: 'PUT',
    path: '/api/scratch/{id}',
    summary: '自动保存草稿（不算一稿，不留记录）',
    permission: 'person',
    events: [],
    rate: 'write',
    in: z.strictObject({
      id: z.uuid(),
      body: body.extend({
        title: z.string().max(200),
        source: z.string().max(100),
        author: z.string().max(100),
        link: z.string().max(500),
        html: z.string().max(htmlMax),
      }),
      columnIds: z.array(z.uuid()).max(20),
    }),
    out: z.object({ savedAt: z.string() }),
  }),
  dropScratch: row({
    method: 'POST',
    path: '/api/scratch/{id}/drop',
    summary: '不要这份草稿',
    permission: 'person',
    events: [],
    rate: 'write',
    in: z.strictObject({ id: z.uuid() }),
    out: z.object({}),
  }),
  clean: row({
    method: 'POST',
    path: '/api/clean',
    summary: '照公众会看到的样子清洗一段 HTML，不保存',
    permission: 'person',
    systems: true,
    events: [],
    rate: 'write',
    in: z.strictObject({ html: z.string().max(htmlMax, '正文太长：最多 200 万个字符（含格式）') }),
    out: z.object({ html: z.string(), characters: z.int(), lost: z.array(z.string()), files: z.array(fileView) }),
  }),
  writing: row({
    method: 'POST',
    path: '/api/placements/{id}/writing',
    summary: '我正在写这一件。回答此刻还有谁开着它，和它的版本。每几秒问一次',
    permission: 'person',
    events: [],
    rate: 'read',
    in: z.strictObject({ id: z.uuid(), window: z.uuid() }),
    out: z.object({
      version: z.int(),
      /** `mine`: the same person in another window. */
      others: z.array(z.object({ person: ref, mine: z.boolean(), since: z.string() })),
    }),
  }),
  file: row({
    ...list,
    systems: true,
    path: '/files/{id}/{name}',
    summary: '图片和附件。只给看得到这件稿件的人；已公开的另在公开网站的同一地址',
    gives: 'file',
    in: z.strictObject({ id: fileId, name: z.string().regex(/^[a-z0-9]{1,20}\.[a-z0-9]{1,10}$/) }),
    out: z.undefined(),
  }),
  page: row({
    ...list,
    path: '/preview/{id}/{revision}',
    summary: '这一稿发布后公众看到的整个页面',
    gives: 'file',
    in: z.strictObject({ id: z.uuid(), revision: z.uuid() }),
    out: z.undefined(),
  }),
  placement: row({
    ...list,
    systems: true,
    path: '/api/placements/{id}',
    summary: '一件稿件：正文、审批链、我能做什么、全部经过',
    in: z.strictObject({ id: z.uuid() }),
    out: placementView,
  }),
  save: row({
    ...move,
    systems: true,
    path: '/api/placements/{id}/save',
    summary: '存为一稿',
    events: ['article.saved'],
    in: z.strictObject({ ...subject, columnId: z.uuid(), body: handedIn }),
  }),
  submit: row({
    ...move,
    systems: true,
    path: '/api/placements/{id}/submit',
    summary: '送审。also 是同时报送的其他栏目，各走各的审批链',
    events: ['article.submitted'],
    in: z.strictObject({ ...subject, columnId: z.uuid(), also: z.array(z.uuid()).max(19).default([]), body: handedIn }),
  }),
  recall: row({
    ...move,
    systems: true,
    path: '/api/placements/{id}/recall',
    summary: '收回',
    events: ['article.recalled'],
    in: z.strictObject({ ...subject, words: words.optional() }),
  }),
  return: row({
    ...move,
    path: '/api/placements/{id}/return',
    summary: '退回修改，须写意见',
    events: ['article.returned'],
    in: z.strictObject({ ...subject, step: z.int(), words: words.min(1, '退回须写明要改什么') }),
  }),
  suggest: row({
    ...move,
    path: '/api/placements/{id}/suggest',
    summary: '退回作者，附建议的改法：存在这一稿旁边，不是新的一稿。只在规定写明“修改作为建议”的步骤',
    events: ['article.returned'],
    in: z.strictObject({ ...subject, step: z.int(), hash: seen, words: words.optional(), body: suggested }),
  }),
  edit: row({
    ...move,
    path: '/api/placements/{id}/edit',
    summary: '整理稿件：在编辑的步骤里改成新的一稿，仍等您送下一步。属性只能调高',
    events: ['article.edited'],
    in: z.strictObject({ ...subject, step: z.int(), hash: seen, words: words.optional(), body: handedIn }),
  }),
  approve: row({
    ...move,
    path: '/api/placements/{id}/approve',
    summary: '同意这一稿。hash 是看过的那一稿；raise 只能调高属性',
    events: ['article.step_taken', 'article.approved'],
    in: z.strictObject({
      ...subject,
      step: z.int(),
      hash: seen,
      words: words.optional(),
      raise: facets.partial().optional(),
    }),
  }),
  discard: row({
    ...move,
    systems: true,
    path: '/api/placements/{id}/discard',
    summary: '放弃这件未发布的稿件',
    events: ['article.discarded'],
    in: z.strictObject({ ...subject }),
  }),
  recover: row({
    ...move,
    path: '/api/placements/{id}/recover',
    summary: '取回放弃了的稿件，成为草稿',
    events: ['article.recovered'],
    in: z.strictObject({ ...subject }),
  }),
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
  publish: row({
    ...move,
    systems: true,
    path: '/api/placements/{id}/publish',
    summary: '发布已批准的那一稿',
    events: ['article.published', 'article.updated', 'article.restored'],
    in: z.strictObject({ ...subject, hash: seen }),
  }),
  withdraw: row({
    ...move,
    systems: true,
    path: '/api/placements/{id}/withdraw',
    summary: '撤下：整篇，或只撤这一处',
    events: ['article.withdrawn'],
    in: z.strictObject({
      ...subject,
      everywhere: z.boolean().default(true),
      type: z.enum(withdrawalTypes),
      words: words.min(1, '撤下须写明原因'),
    }),
  }),
};
