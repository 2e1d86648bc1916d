/** The one way to the server: the typed client over fetch, same origin, with the session's cookie. */
import { client, Refused, type Send } from '../server/contract/client.ts';
import { table } from '../server/contract/table.ts';

/** A request that nobody answers must end, or the screen would wait for ever; the same key makes a retry harmless. */
const patienceMs = 60_000;
const away = { code: 'away', message: '连不上服务器' };

const send: Send = async (method, path, body) => {
  const asked: RequestInit = {
    method,
    credentials: 'same-origin',
    headers: { accept: 'application/json' },
    signal: AbortSignal.timeout(patienceMs),
  };
  if (body !== undefined) {
    asked.headers = { accept: 'application/json', 'content-type': 'application/json' };
    asked.body = JSON.stringify(body);
  }
  let status: number;
  let text: string;
  try {
    const answer = await fetch(path, asked);
    status = answer.status;
    text = await answer.text();
  } catch {
    throw new Refused(0, away);
  }
  return { status, json: parsed(text) };
};

/** What isn't JSON is no answer of ours (a proxy's page); the client says that it can't be read. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export const api = client(table, send);
export { Refused };

/** Not answered at all, or answered that something is away: the same ask may be sent again as it is. */
export const isAway = (error: unknown): boolean =>
  error instanceof Refused && (error.status === 0 || error.status >= 500);
export const isSignedOut = (error: unknown): boolean => error instanceof Refused && error.status === 401;
export const isAbsent = (error: unknown): boolean => error instanceof Refused && error.status === 404;
