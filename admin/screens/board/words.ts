import type { SpanName } from '../../../server/contract/duties.ts';

export const spanNames: Readonly<Record<SpanName, string>> = { today: '今天', week: '本周', month: '本月' };
export const kindNames = { site: '网站', unit: '单位' } as const;
