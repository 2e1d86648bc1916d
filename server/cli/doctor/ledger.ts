/** The ledger: does it keep up with what happens? */
import type { Database } from '../../door/knock.ts';
import { behind } from '../../duties/stored/advance.ts';
import { both, type Finding, found, span } from './finding.ts';

const [slowS, lateS] = [60, 600];

export async function ledger(db: Database, at: Date): Promise<Finding> {
  const { facts, since } = await behind(db);
  const seconds = since === null ? 0 : (at.getTime() - since.getTime()) / 1000;
  if (seconds < slowS) return found('ledger', 'ok', '职责台账跟得上', 'the ledger keeps up with what happens');
  const { zh, en } = span(seconds);
  return found(
    'ledger',
    seconds < lateS ? 'warn' : 'bad',
    `职责台账落后：还有 ${facts} 件事没有记入，最早的已等了 ${zh}`,
    `the ledger is behind: ${facts} events wait, the first of them for ${en}`,
    both('看系统在不在运行，日志里有没有 ledger 的报错', 'see that the system runs, and its log for “ledger”'),
  );
}
