/** The smallest parts of answers. */
import { z } from 'zod';

export const ref = z.object({ id: z.string(), name: z.string() });
/** A local day, which the calendar must have. */
export const day = z.iso.date('日期写成 2026-11-25 的样子，要有这一天');
/**
 * An article of a regulation: `cite` is 《管理规定》第十三条（二）, `text` its words. `adoption`: under which it was meant, so that
 * a link opens that unit's text in that version.
 */
export const law = z.object({
  clause: z.string(),
  cite: z.string(),
  text: z.string(),
  adoption: z.string().optional(),
});
