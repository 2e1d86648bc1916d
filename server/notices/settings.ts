/** How an operator sets notices: by the environment of the start, and a password in DATA/keys. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Hours, hoursFrom, usualHours } from '../../core/notice.ts';
import type { Send } from './mail.ts';
import { mailServer, smtp } from './smtp.ts';

type Environment = Readonly<Record<string, string | undefined>>;
/** `console`: where people open it, without a slash at the end. `wrong`: what can't be understood, in a sentence. */
export type Settings = {
  readonly hours: Hours;
  readonly console: string;
  readonly mail?: Send;
  readonly wrong: readonly string[];
};

/**
 * MENHU_DIGEST_AT (09:00, or 09:00,14:30), MENHU_DIGEST_UNTIL (17:30), MENHU_CONSOLE, MENHU_SMTP and MENHU_MAIL_FROM.
 * What is wrong stops nothing: the usual hours hold, and mail waits until its setting is mended; doctor tells.
 */
export function settingsFrom(env: Environment, data: string, port: number): Settings {
  const hours = hoursFrom(
    env.MENHU_DIGEST_AT ?? usualHours.digestAt.join(),
    env.MENHU_DIGEST_UNTIL ?? usualHours.until,
  );
  const { mail, wrong } = mailFrom(env, data);
  return {
    hours: hours ?? usualHours,
    console: (env.MENHU_CONSOLE ?? `http://localhost:${port}`).replace(/\/+$/, ''),
    ...(mail ? { mail } : {}),
    wrong: [...(hours ? [] : ['MENHU_DIGEST_AT, MENHU_DIGEST_UNTIL: write rising times like 09:00']), ...wrong],
  };
}

function mailFrom(env: Environment, data: string): { readonly mail?: Send; readonly wrong: readonly string[] } {
  if (!env.MENHU_SMTP) return { wrong: [] };
  try {
    const file = join(data, 'keys', 'smtp');
    const password = existsSync(file) ? readFileSync(file, 'utf8').trimEnd() : undefined;
    const server = mailServer(env.MENHU_SMTP, env.MENHU_MAIL_FROM, password);
    return { mail: smtp(server, `notices.${server.from.split('@').at(-1)}`).send, wrong: [] };
  } catch (error) {
    const wrong = error instanceof Error ? error.message : String(error);
    return { mail: () => Promise.reject(new Error(wrong)), wrong: [wrong] };
  }
}
