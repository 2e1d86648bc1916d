/**
 * Asks clamd whether a file holds a known virus (docs/virus-scanning.md). It fails closed: only its own words "OK", after it
 * had every byte, are `clean`; and `clean` says that nothing was found, not that all was looked through.
 */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';

export type Scan = 'clean' | { readonly found: string } | 'unconfigured';

/** No verdict: the scanner is away, refuses, or speaks nonsense. The file waits; nobody calls it clean. */
export class ScannerAway extends Error {}

export type Patience = {
  /** Milliseconds without a byte in either direction. */
  readonly silentMs: number;
  /** Milliseconds for the whole of one file. */
  readonly wholeMs: number;
};
const patience: Patience = { silentMs: 60_000, wholeMs: 300_000 };
const replyMax = 4_096;
const chunkMax = 65_536;

/** `address`: a socket's path, or host:port; undefined or empty: no scanner is configured. Throws ScannerAway. */
export async function scan(
  path: string,
  address: string | undefined = process.env.MENHU_CLAMD,
  limits: Patience = patience,
): Promise<Scan> {
  if (!address) return 'unconfigured';
  // Our own trouble with the file is no answer of the scanner's: it goes on as it is.
  const { size } = await stat(path);
  let sent = 0;
  const reply = await ask(address, limits, async (write) => {
    await write(Buffer.from('zINSTREAM\0'));
    for await (const chunk of createReadStream(path, { highWaterMark: chunkMax })) {
      await write(framed(chunk as Buffer));
      sent += (chunk as Buffer).length;
    }
    await write(framed(Buffer.alloc(0)));
  });
  const found = /^stream: ([^\0\n]{1,300}) FOUND\0$/.exec(reply)?.[1];
  if (found) return { found };
  if (reply === 'stream: OK\0' && sent === size) return 'clean';
  throw new ScannerAway(`the scanner gave no verdict: ${JSON.stringify(reply.slice(0, 200))}`);
}

/** What the scanner says of itself, for the health page: its version, and the day of its signatures. Throws ScannerAway. */
export async function scannerVersion(address: string, limits: Patience = patience): Promise<string> {
  const reply = await ask(address, limits, (write) => write(Buffer.from('zVERSION\0')));
  if (!/^ClamAV [^\0\n]+\0$/.test(reply)) throw new ScannerAway('the scanner did not say its version');
  return reply.slice(0, -1);
}

/** clamd's form of a chunk: its length in four bytes, then its bytes; a length of zero ends the file. */
function framed(chunk: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(chunk.length);
  return Buffer.concat([length, chunk]);
}

type Write = (bytes: Buffer) => Promise<void>;

/** One connection, one question, the whole reply. A question cut short by an early reply is no error yet: the reply counts. */
async function ask(address: string, limits: Patience, question: (write: Write) => Promise<void>): Promise<string> {
  const socket = connectTo(address);
  const whole = setTimeout(() => socket.destroy(new Error('took too long')), limits.wholeMs);
  socket.setTimeout(limits.silentMs, () => socket.destroy(new Error('fell silent')));
  try {
    const reply = replyOf(socket);
    const asked = question((bytes) => written(socket, bytes)).catch((error: unknown) => {
      // Its file could not be read: that must not end as an answer. A cut connection shows in the reply.
      if (!socket.destroyed) socket.destroy(error instanceof Error ? error : new Error(String(error)));
    });
    const text = await reply;
    await asked;
    return text;
  } catch (error) {
    throw new ScannerAway(`the scanner is away: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    clearTimeout(whole);
    socket.destroy();
  }
}

function connectTo(address: string): Socket {
  const place = /^(?:\[([0-9a-f:]+)\]|([^/:]+)):(\d+)$/i.exec(address);
  return place ? connect(Number(place[3]), (place[1] ?? place[2]) as string) : connect(address);
}

const written = (socket: Socket, bytes: Buffer): Promise<void> =>
  new Promise((resolve, reject) => {
    socket.write(bytes, (error) => (error ? reject(error) : resolve()));
  });

function replyOf(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let reply = '';
    socket.on('data', (part) => {
      reply += part.toString('utf8');
      if (reply.includes('\0')) resolve(reply);
      else if (reply.length > replyMax) socket.destroy(new Error('a reply without an end'));
    });
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('hung up without a verdict')));
  });
}
