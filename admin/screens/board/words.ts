import type { BoardCell, SpanName } from '../../../server/contract/duties.ts';

export const spanNames: Readonly<Record<SpanName, string>> = { today: '今天', week: '本周', month: '本月' };
export const statusNames: Readonly<Record<BoardCell['status'], string>> = {
  breached: '违反规定',
  warned: '将到期',
  pending: '未到期',
  met: '合规',
  exempt: '豁免',
  provisional: '暂定',
};
