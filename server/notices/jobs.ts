/** What notices have to do by themselves. */

import type { Database } from '../door/knock.ts';
import type { Periodic } from '../jobs.ts';
import { now } from '../now.ts';
import { type AlarmSources, type Digests, sendDigests, tellAlarms } from './digest.ts';
import { type Send, sendMails } from './mail.ts';

/** `mail`: absent where no mail server is configured. `console`: the address under which people open it. */
export type Notifying = {
  readonly digests: Omit<Digests, 'byMail'>;
  readonly alarms: Omit<AlarmSources, 'byMail'>;
  readonly mail?: Send;
  readonly console: string;
};

const minuteMs = 60_000;

export function noticeWork(db: Database, { digests, alarms, mail, console }: Notifying): readonly Periodic[] {
  const byMail = mail !== undefined;
  return [
    {
      name: 'digest',
      title: '每天的提醒',
      everyMs: minuteMs,
      run: (at) => sendDigests(db, { ...digests, byMail }, at),
    },
    { name: 'alarms', title: '警报', everyMs: minuteMs, run: (at) => tellAlarms(db, { ...alarms, byMail }, at) },
    ...(mail ? [{ name: 'mail', title: '发邮件', everyMs: 15_000, run: () => sendMails(db, mail, console, now) }] : []),
  ];
}
