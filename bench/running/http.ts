/** HTTP over loopback with a Host of our choosing: `fetch` ignores that header, and Node can't resolve LABEL.localhost. */
import { Agent, request } from 'node:http';

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

export type Reply = { readonly status: number; readonly text: string; readonly cookie: string | undefined };
export type Wanted = {
  readonly port: number;
  readonly path: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON, but bytes as they are. */
  readonly body?: unknown;
};

/** Once more when a kept connection was closed just as it was used again, as a busy machine makes happen. */
export const send = (wanted: Wanted): Promise<Reply> =>
  once(wanted).catch((error: unknown) => {
    if (!(error instanceof StaleSocket)) throw error;
    return once(wanted);
  });

class StaleSocket extends Error {}

function once({ port, path, method = 'GET', headers = {}, body }: Wanted): Promise<Reply> {
  const asItIs = Buffer.isBuffer(body);
  const bytes = body === undefined ? undefined : asItIs ? body : Buffer.from(JSON.stringify(body));
  const type = asItIs ? 'application/octet-stream' : 'application/json';
  const length = bytes ? { 'content-type': type, 'content-length': String(bytes.length) } : {};
  return new Promise((resolve, reject) => {
    const asked = request(
      { host: '127.0.0.1', port, path, method, agent, headers: { ...length, ...headers } },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('error', reject);
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            text: Buffer.concat(parts).toString('utf8'),
            cookie: answer.headers['set-cookie']?.[0]?.split(';')[0],
          }),
        );
      },
    );
    asked.on('error', (error) => reject(asked.reusedSocket ? new StaleSocket(error.message) : error));
    asked.end(bytes);
  });
}
