import type { Answer } from '../act.ts';
import type { Row } from '../contract/row.ts';
import { type Ask, actorOf, type Database } from '../door/knock.ts';
import { fileView } from '../file-view.ts';
import { clean } from '../html/clean.ts';
import { fileIdsIn } from '../html/text.ts';
import type { Call, Endpoint, Endpoints } from '../http/app.ts';
import { problem } from '../http/problem.ts';
import { now } from '../now.ts';
import { compose, dropScratch, previews, saveScratch, scratch } from './compose.ts';
import { filesSeen, knownOf } from './files.ts';
import { findingRoutes } from './finding.ts';
import { queue, today } from './lists.ts';
import { type Previewed, previewed } from './preview.ts';
import { placementView } from './view.ts';
import { writing } from './writing.ts';

type Act = (db: Database, ask: Ask) => Promise<Answer>;
type Move = { id: string; version: number; key: string };

/** A move: the contract's input minus id, version and key is what the verb needs. */
const move = <R extends Row>(act: Act, verb: string): Endpoint<R> =>
  (async ({ db, input, session, address }: Call<R>) => {
    const { id, version, key, ...body } = input as Move & Record<string, unknown>;
    return act(db, { subject: 'article', verb, id, version, key, actor: actorOf(session, address), body });
  }) as Endpoint<R>;

/** Where bytes lie, by their hash: the part of the store that content needs. */
export type Bytes = { read(sha256: string): Promise<Buffer> };

/** What a person may see of a file: nothing else has its address (A7). */
const file =
  (bytes: Bytes): Endpoints['content']['file'] =>
  async ({ db, session, input }) => {
    const [found] = await filesSeen(db, [input.id], session.person, now());
    const piece = found?.published.find((one) => one.name === input.name);
    if (!found || !piece) return problem(404, 'no_such_file');
    const read = await bytes.read(piece.sha256);
    return { status: 200, file: { bytes: read, media: piece.type, asAttachment: found.kind !== 'picture' } };
  };

const cleaned: Endpoints['content']['clean'] = async ({ db, session, input }) => {
  const stored = await filesSeen(db, fileIdsIn(input.html), session.person, now());
  const result = clean(input.html, knownOf(stored));
  if (!result.ok) return problem(422, result.code);
  const files = result.files.flatMap((id) => stored.filter((f) => f.id === id)).map(fileView);
  const characters = result.text.replace(/\s/g, '').length;
  return { status: 200, body: { html: result.html, characters, lost: [...result.lost], files } };
};

/** How a page is made: the publisher's own function, which only the program that starts both can give. */
export type Pages = { page(article: Previewed): Promise<Buffer | undefined> };

/** The theme's own page, without script; its frame is on this origin, so that pictures come with the session. */
const previewPolicy =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; sandbox allow-same-origin; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";
const page =
  (pages: Pages): Endpoints['content']['page'] =>
  async ({ db, session, input }) => {
    const wanted = await previewed(db, session.person, input);
    const made = wanted && (await pages.page(wanted));
    if (!made) return problem(404, 'absent');
    const media = 'text/html; charset=utf-8';
    return { status: 200, file: { bytes: made, media, asAttachment: false, policy: previewPolicy } };
  };

export const contentRoutes = (act: Act, bytes: Bytes, pages: Pages): Endpoints['content'] => ({
  ...findingRoutes,
  today: async ({ db, session }) => ({ status: 200, body: await today(db, session.person, now()) }),
  queue: async ({ db, session }) => ({ status: 200, body: await queue(db, session.person, now()) }),
  compose: async ({ db, session }) => ({ status: 200, body: await compose(db, session.person, now()) }),
  preview: async ({ db, session, input }) => ({ status: 200, body: await previews(db, session.person, input, now()) }),
  scratch: async ({ db, session, input }) => ({
    status: 200,
    body: (await scratch(db, session.person, input.id)) as never,
  }),
  saveScratch: async ({ db, session, input }) => ({
    status: 200,
    body: await saveScratch(db, session.person, input.id, { body: input.body, columnIds: input.columnIds }, now()),
  }),
  dropScratch: async ({ db, session, input }) => ({
    status: 200,
    body: await dropScratch(db, session.person, input.id, now()),
  }),
  placement: async ({ db, session, input }) => {
    const view = await placementView(db, input.id, session.person, now());
    return view ? { status: 200, body: view } : problem(404, 'absent');
  },
  clean: cleaned,
  writing: async ({ db, session, input }) => ({ status: 200, body: await writing(db, session.person, input, now()) }),
  file: file(bytes),
  page: page(pages),
  save: move(act, 'save'),
  submit: move(act, 'submit'),
  recall: move(act, 'recall'),
  return: move(act, 'return'),
  suggest: move(act, 'suggest'),
  edit: move(act, 'edit'),
  approve: move(act, 'approve'),
  discard: move(act, 'discard'),
  recover: move(act, 'recover'),
  schedule: move(act, 'schedule'),
  unschedule: move(act, 'unschedule'),
  publish: move(act, 'publish'),
  force: move(act, 'force'),
  clearForced: move(act, 'clear_forced'),
  confirm: move(act, 'confirm'),
  markInvalid: move(act, 'mark_invalid'),
  pin: move(act, 'pin'),
  unpin: move(act, 'unpin'),
  withdraw: move(act, 'withdraw'),
});
