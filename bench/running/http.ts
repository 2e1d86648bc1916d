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

export function send({ port, path, method = 'GET', headers = {}, body }: Wanted): Promise<Reply> {
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
    asked.on('error', reject);
    asked.end(bytes);
  });
}
