/** What a site says about itself on every public page: data of the site, not of the theme. ZJ-18, 党政机关网站标识 rules. */
import { z } from 'zod';

const line = z.string().trim().min(1).max(200);

/**
 * `sites.site.about`. Every field may be absent; what is absent is not printed, and never guessed.
 * host: the domain without scheme and port (SiteDomain). origin: scheme and host by which other sites link here; absent
 * on one machine, where the address follows from the label. idCode: 网站标识码, ten digits. organiser: 主办单位.
 * undertaker: 承办单位. icp, police: record numbers as they are to be printed. phone: as printed, also first in elder mode.
 */
export const siteAbout = z.object({
  fullName: line.optional(),
  host: z
    .string()
    .regex(/^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/)
    .optional(),
  origin: z
    .string()
    .regex(/^https?:\/\/[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?$/)
    .optional(),
  idCode: z
    .string()
    .regex(/^\d{10}$/)
    .optional(),
  organiser: line.optional(),
  undertaker: line.optional(),
  phone: line.optional(),
  address: line.optional(),
  icp: line.optional(),
  police: line.optional(),
});
export type SiteAbout = z.infer<typeof siteAbout>;
