/** Rows of the group `urges`: having those told who bear a line that is late or nearly. */
import { z } from 'zod';
import { dutyKey } from './duties.ts';
import { row } from './row.ts';

export const urges = {
  give: row({
    method: 'POST',
    permission: 'door',
    rate: 'write',
    path: '/api/urges',
    summary: '催办一项职责：由督促检查的单位催，一个工作日一次；承担的人马上收到提醒',
    events: ['duty.urged'],
    in: z.strictObject({
      duty: dutyKey,
      thing: z.uuid(),
      key: z.uuid(),
    }),
    out: z.object({ id: z.string() }),
  }),
};
