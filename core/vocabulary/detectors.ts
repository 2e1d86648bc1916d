/** What a `check` may look for, and where. `carried`: this version looks for it at each submit and publication. */
export type Detector = { readonly name: string; readonly carried: boolean };

export const detectors: Readonly<Record<string, Detector>> = {
  'reprint-source': { name: '转载没有写明作者和出处', carried: true },
};
export const checkOutcomes: Readonly<Record<'stop' | 'review' | 'warn', string>> = {
  stop: '不得报送和发布',
  review: '须经人看过',
  warn: '提醒',
};
