/** Uploads: in parts, so that a broken one goes on where it stopped; then checked, cleaned and kept, or refused in words. */
import { z } from 'zod';
import { limits, purposes } from './file-limits.ts';
import { row } from './row.ts';

const id = z.uuid();

/** A file that is kept. `address` is where it is seen, inside and (once published) outside; docs/article-html.md. */
export const fileView = z.object({
  id: z.string(),
  kind: z.enum(['picture', 'document', 'original']),
  /** As its owner called it, without path. */
  name: z.string(),
  /** PDF, DOCX, JPEG …: what a reader is told. */
  type: z.string(),
  /** Bytes of what the public gets (of an original: of the file itself). */
  size: z.int(),
  address: z.string(),
  width: z.int().optional(),
  height: z.int().optional(),
  srcset: z.string().optional(),
  /** False: no virus scanner is configured, and nobody claims that the file is clean. */
  scanned: z.boolean(),
  /** What was changed or removed on the way in, in the words of the office. */
  notes: z.array(z.string()),
});
export type FileView = z.output<typeof fileView>;

/** What a Word file gave. `html` is clean already; `lost` says what could not come, each with how often. */
export const wordView = z.object({
  title: z.string(),
  html: z.string(),
  characters: z.int(),
  tables: z.int(),
  pictures: z.int(),
  lost: z.array(z.string()),
});
export type WordView = z.output<typeof wordView>;

export const uploadView = z.object({
  id: z.string(),
  purpose: z.enum(purposes),
  name: z.string(),
  size: z.int(),
  /** Bytes that are here: the next part begins there. */
  received: z.int(),
  state: z.enum(['receiving', 'checking', 'taken', 'refused']),
  /** While checking: why it takes long, when there is something to say (the scanner does not answer). */
  waiting: z.string().optional(),
  refused: z.object({ code: z.string(), message: z.string() }).optional(),
  file: fileView.optional(),
  word: wordView.optional(),
});
export type UploadView = z.output<typeof uploadView>;

export const files = {
  begin: row({
    method: 'POST',
    path: '/api/uploads',
    summary: '开始上传一个文件。id 由客户端定；同一个 id 再来一次，就接着传',
    permission: 'person',
    systems: true,
    events: [],
    rate: 'write',
    in: z.strictObject({
      id,
      purpose: z.enum(purposes),
      name: z.string().min(1, '文件没有名字').max(255, '文件名最多 255 字'),
      size: z.int().min(1, '文件是空的').max(limits.bytesMax, '文件太大'),
    }),
    out: uploadView,
  }),
  part: row({
    method: 'PUT',
    path: '/api/uploads/{id}/parts/{offset}',
    summary: '一段内容，从 offset 开始，最多 2 MB。最后一段到了就开始检查',
    permission: 'person',
    systems: true,
    events: [],
    rate: 'upload',
    takes: 'bytes',
    in: z.strictObject({ id, offset: z.coerce.number().int().min(0) }),
    out: uploadView,
  }),
  upload: row({
    method: 'GET',
    path: '/api/uploads/{id}',
    summary: '传到哪里、检查得怎样、成了还是被拒',
    permission: 'person',
    systems: true,
    events: [],
    rate: 'read',
    in: z.strictObject({ id }),
    out: uploadView,
  }),
};
