/** The public listener. It holds a folder and a port, and nothing else of the installation. */
import { createServer, type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { answer } from './answer.ts';
import type { Folder } from './folder.ts';
import { type Answer, type Part, plainAnswer } from './plain.ts';

const HEADER_MS = 10_000;
const REQUEST_MS = 15_000;
const KEEP_ALIVE_MS = 5_000;
const HEADER_BYTES_MAX = 16_384;
/** Who takes nothing for so long, in the middle of a large file, is cut off: an open file is ours. */
const SILENT_MS = 60_000;

async function handle(folder: Folder, log: (line: string) => void, req: IncomingMessage, res: ServerResponse) {
  const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value.join(',') : value);
  let reply: Answer;
  try {
    reply = await answer(folder, {
      method: req.method ?? '',
      target: req.url ?? '',
      host: req.headers.host,
      acceptEncoding: one(req.headers['accept-encoding']),
      ifNoneMatch: one(req.headers['if-none-match']),
      range: req.headers.range,
      ifRange: one(req.headers['if-range']),
    });
  } catch (error) {
    log(`503: ${error instanceof Error ? error.message : String(error)}`);
    reply = plainAnswer(503, { 'Retry-After': '5' });
  }
  const headers: Record<string, string> = { ...reply.headers };
  if (reply.status !== 304) headers['Content-Length'] = String(reply.body.length);
  // A body that nobody reads would be taken for the next request.
  if (req.method !== 'GET' && req.method !== 'HEAD') headers.Connection = 'close';
  res.writeHead(reply.status, headers);
  const { body } = reply;
  if (Buffer.isBuffer(body)) return void res.end(req.method === 'HEAD' ? undefined : body);
  try {
    await sendPart(body, req.method === 'HEAD', res);
  } catch (error) {
    // Too late for another status: the reader sees a broken transfer. One who went away is no trouble of ours.
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE')
      log(`broken off: ${error instanceof Error ? error.message : String(error)}`);
    res.destroy();
  }
}

async function sendPart({ handle, first, length }: Part, headersOnly: boolean, res: ServerResponse): Promise<void> {
  if (headersOnly || length === 0) {
    await handle.close();
    res.end();
    return;
  }
  await pipeline(handle.createReadStream({ start: first, end: first + length - 1 }), res);
}

/** What can't be parsed is answered too, with the same headers of protection. */
function refuse(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const reply = plainAnswer(error.code === 'HPE_HEADER_OVERFLOW' ? 431 : 400);
  const lines = Object.entries({ ...reply.headers, 'Content-Length': String(reply.body.length), Connection: 'close' });
  socket.end(
    Buffer.concat([
      Buffer.from(
        `HTTP/1.1 ${reply.status} ${STATUS_CODES[reply.status]}\r\n${lines.map(([k, v]) => `${k}: ${v}\r\n`).join('')}\r\n`,
      ),
      reply.body,
    ]),
  );
}

export function edgeServer(folder: Folder, log: (line: string) => void, silentMs = SILENT_MS): Server {
  const server = createServer(
    {
      maxHeaderSize: HEADER_BYTES_MAX,
      requireHostHeader: false,
      headersTimeout: HEADER_MS,
      requestTimeout: REQUEST_MS,
    },
    (req, res) => void handle(folder, log, req, res),
  );
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.timeout = silentMs;
  server.on('clientError', refuse);
  // CONNECT and Upgrade never reach a handler of requests: closed without a word would be a second kind of answer.
  server.on('connect', (_req: IncomingMessage, socket: Socket) => {
    refuse(new Error('CONNECT'), socket);
  });
  return server;
}
