/** The one way to the server: the typed client over fetch, same origin, with the session's cookie. */
import { client, Refused, type Send } from '../server/contract/client.ts';
import { table } from '../server/contract/table.ts';

/** A request that nobody answers must end, or the screen would wait for ever; the same key makes a retry harmless. */
const patienceMs = 60_000;
const away = { code: 'away', message: '连不上服务器' };

/** A part of an upload may take long on a thin line; parts are made smaller there (admin/upload/upload.ts). */
const partPatienceMs = 120_000;

const send: Send = (method, path, body) =>
  ask(path, {
    method,
    headers: { accept: 'application/json', ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(patienceMs),
  });

async function ask(path: string, asked: RequestInit): Promise<{ status: number; json: unknown }> {
  let status: number;
  let text: string;
  try {
    const answer = await fetch(path, { credentials: 'same-origin', ...asked });
    status = answer.status;
    text = await answer.text();
  } catch {
    throw new Refused(0, away);
  }
  return { status, json: parsed(text) };
}

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

/** One part of an upload, as bytes: the typed client knows only JSON. Refused with status 0 also when `signal` ends it. */
export async function sendPart(id: string, offset: number, bytes: ArrayBuffer, signal: AbortSignal) {
  const bytesOnly: Send = (method, path) =>
    ask(path, {
      method,
      headers: { accept: 'application/json', 'content-type': 'application/octet-stream' },
      body: bytes,
      signal: AbortSignal.any([signal, AbortSignal.timeout(partPatienceMs)]),
    });
  return client(table, bytesOnly).files.part({ id, offset });
}

/** Not answered at all, or answered that something is away: the same ask may be sent again as it is. */
export const isAway = (error: unknown): boolean =>
  error instanceof Refused && (error.status === 0 || error.status >= 500);
export const isSignedOut = (error: unknown): boolean => error instanceof Refused && error.status === 401;
export const isAbsent = (error: unknown): boolean => error instanceof Refused && error.status === 404;
