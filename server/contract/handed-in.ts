/** A text as it is handed in, with its limits. */
import { z } from 'zod';
import { body } from './views.ts';

export const fileId = z.string().regex(/^[a-z2-7]{26}$/, '没有这个文件');
/** Characters of html at most, in a draft and in a revision. */
export const htmlMax = 2_000_000;
/** What is handed in: the limits are said in the message that refuses. */
export const handedIn = z.strictObject({
  ...body.shape,
  title: z.string().trim().min(1, '标题没有填').max(200, '标题最多 200 字'),
  source: z.string().trim().max(100, '来源最多 100 字'),
  author: z.string().trim().max(100, '作者最多 100 字'),
  link: z
    .string()
    .trim()
    .max(500, '原文网址最多 500 字')
    .regex(/^(https?:\/\/\S+)?$/, '原文网址要以 http:// 或 https:// 开头'),
  html: z.string().min(1, '正文没有填').max(htmlMax, '正文太长：最多 200 万个字符（含格式）'),
  original: fileId.nullable(),
});

/** What a reviewer would write instead: the words, and nothing of what the text is. */
export const suggested = handedIn.omit({ kind: true, facets: true, original: true, expires: true });
