/** One file on its way, as the console sends it: begun, in parts, then asked after until its check has ended. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { UploadView } from '../../server/contract/files.ts';
import type { Reply } from './http.ts';
import type { Person } from './installation.ts';

const PART = 1_000_000;

export type Sent = { readonly view: UploadView; readonly sentMs: number; readonly takenMs: number };

/** `sentMs`: until the last part was there; `takenMs`: until it was taken. Throws when it is refused. */
export async function upload(person: Person, bytes: Buffer, name: string, purpose: string): Promise<Sent> {
  const began = performance.now();
  const id = randomUUID();
  const wanted = { id, purpose, name, size: bytes.length };
  let view = await answered(() => person.ask('POST', '/api/uploads', wanted));
  while (view.state === 'receiving') {
    const from = view.received;
    const part = bytes.subarray(from, from + PART);
    view = await answered(() => person.ask('PUT', `/api/uploads/${id}/parts/${from}`, part));
  }
  const sentMs = performance.now() - began;
  while (view.state === 'checking') {
    await sleep(300);
    view = await answered(() => person.get(`/api/uploads/${id}`));
  }
  if (view.state !== 'taken') throw new Error(`refused: ${view.refused?.message}`);
  return { view, sentMs, takenMs: performance.now() - began };
}

/** Asked again when the server is too busy to answer, as the console does; 409 says where to go on. */
async function answered(ask: () => Promise<Reply>): Promise<UploadView> {
  for (;;) {
    const { status, text } = await ask();
    if (status === 200 || status === 409) return JSON.parse(text) as UploadView;
    if (status !== 503) throw new Error(`an upload: ${status} ${text}`);
    await sleep(1_000);
  }
}
