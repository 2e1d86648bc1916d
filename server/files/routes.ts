/** Uploads over HTTP: begun under the client's id, sent in parts, asked after. */
import type { files, UploadView } from '../contract/files.ts';
import type { Database, Tx } from '../door/knock.ts';
import type { Call, Endpoints } from '../http/app.ts';
import { problem } from '../http/problem.ts';
import { now } from '../now.ts';
import { noRoom } from './disk.ts';
import { extensionOf, shownName } from './name.ts';
import { append, removeParts } from './parts.ts';
import { absentUpload, emptyPart, noName, notAllowed, otherFile, pastEnd, tooMany, tooMuch } from './refusals.ts';
import { beginUpload, lockUpload, setReceived, uploadOf, viewOf } from './store.ts';
import { enqueueTaking } from './taking-job.ts';
import { turns } from './turns.ts';
import type { UploadRow } from './view.ts';

/** Parts written at the same time: each holds a connection of the pool until the disk has it, and others need some too. */
const PARTS_AT_ONCE = 4;

const lockNotAvailable = '55P03';

/** `folder`: DATA. `wake`: tells the worker that takes files that there is one. */
export type Place = { readonly folder: string; readonly wake: () => void };
type Group = Endpoints['files'];
type Reply = { readonly status: number; readonly body: unknown };

export function filesRoutes({ folder, wake }: Place): Group {
  const inTurn = turns(PARTS_AT_ONCE);
  const inTurnOfPerson = turns(PARTS_AT_ONCE);
  return {
    // One person's beginnings follow each other in the database; they wait here, where no time-out of a lock runs.
    begin: (call) => inTurnOfPerson(call.session.person, () => orLater(() => begin(folder, call))),
    part: ({ db, input, bytes, session }) => {
      const part = { id: input.id.toLowerCase(), offset: input.offset, bytes, person: session.person };
      return inTurn(part.id, async () => {
        const reply = await orLater(() => received(db, folder, part));
        if ((reply.body as Partial<UploadView>).state === 'checking') wake();
        return reply;
      });
    },
    upload: async ({ db, input, session }) => {
      const row = await uploadOf(db, input.id, session.person);
      return row ? { status: 200, body: await viewOf(db, row) } : absentUpload();
    },
  };
}

type BeginCall = Pick<Call<typeof files.begin>, 'db' | 'input' | 'session'>;
async function begin(folder: string, { db, input, session }: BeginCall): Promise<Reply> {
  const name = shownName(input.name);
  if (name === '') return noName();
  const refused = notAllowed(input.purpose, extensionOf(name), input.size);
  if (refused) return refused;
  const asked = { id: input.id, purpose: input.purpose, size: input.size, name, person: session.person };
  const begun = await db.transaction().execute((tx) => beginUpload(tx, asked, now()));
  if (!begun.ok)
    return { absent: absentUpload, other_file: otherFile, too_many: tooMany, too_much: tooMuch }[begun.why]();
  await removeParts(folder, begun.dropped);
  return { status: 200, body: await viewOf(db, begun.row) };
}

type Part = { readonly id: string; readonly offset: number; readonly bytes: Buffer; readonly person: string };

/** No room, or a lock that somebody held too long: nothing has changed, and the same request may succeed later. */
async function orLater(work: () => Promise<Reply>): Promise<Reply> {
  try {
    return await work();
  } catch (error) {
    if (noRoom(error)) return problem(503, 'disk_full');
    if ((error as { code?: unknown }).code === lockNotAvailable) return problem(503, 'database_away');
    throw error;
  }
}

/** First the file, then its row: a crash in between leaves bytes that the next part cuts off, never a row without bytes. */
const received = (db: Database, folder: string, part: Part): Promise<Reply> =>
  db.transaction().execute(async (tx) => {
    const row = await lockUpload(tx, part.id, part.person);
    return row ? taken(tx, folder, row, part) : absentUpload();
  });

async function taken(tx: Tx, folder: string, row: UploadRow, { offset, bytes }: Part): Promise<Reply> {
  const at = now();
  if (row.state !== 'receiving' || offset !== row.received) return { status: 409, body: await viewOf(tx, row) };
  if (bytes.length === 0) return emptyPart();
  if (offset + bytes.length > row.size) return pastEnd();
  if (!(await append(folder, row.id, offset, bytes)))
    return { status: 409, body: await viewOf(tx, await setReceived(tx, row, 0, at)) };
  const moved = await setReceived(tx, row, offset + bytes.length, at);
  if (moved.state === 'checking') await enqueueTaking(tx, row.id, at);
  return { status: 200, body: await viewOf(tx, moved) };
}
