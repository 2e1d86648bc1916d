/** What a comparison is called, wherever it is shown. */
import type { Change } from './diff.ts';

export const changeNames: Readonly<Record<Change, string>> = {
  added: '新增',
  removed: '取消',
  stricter: '更严',
  laxer: '更松',
  both: '有的更严，有的更松',
  'not comparable': '改了，宽严不能直接比',
  changed: '宽严不变，其他改了',
};
/** Of what is neither strict nor lax. */
export const itemChangeName = (change: Change): string => (change === 'changed' ? '改了' : changeNames[change]);
