/** A key's acts at the door, as the program does them for whoever runs the command on the server. */
import { randomUUID } from 'node:crypto';
import { act } from '../../act.ts';
import { system } from '../../content/store.ts';
import type { Database } from '../../door/knock.ts';
import { Said } from '../words.ts';

/** Throws the door's words when it refuses. */
export async function knock(
  db: Database,
  verb: 'register' | 'issue' | 'revoke',
  id: string,
  body: object,
): Promise<void> {
  const { status, body: said } = await act(db, {
    subject: 'outside_system',
    verb,
    id,
    version: 0,
    key: randomUUID(),
    actor: { person: system, address: 'menhu key' },
    body: body as Record<string, unknown>,
  });
  if (status === 200) return;
  const { code, message, reasons = [] } = said as { code: string; message: string; reasons?: string[] };
  const which = reasons.length > 0 ? ` (${reasons.join(', ')})` : '';
  throw new Said({ zh: `${message}${which}`, en: `the door refused: ${code.replaceAll('_', ' ')}${which}` });
}
