/** Mail through a real server: what arrives, what is refused, and what is tried again. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { county } from '../county.fixture.ts';
import { freshDatabase, type TestDatabase } from '../db/testing.ts';
import { type Exim, startExim } from './exim.fixture.ts';
import { pauseMs, type Send, sendMails } from './mail.ts';
import { mailServer, smtp } from './smtp.ts';

let fresh: TestDatabase;
let exim: Exim;
let person: string;
beforeAll(async () => {
  fresh = await freshDatabase();
  const c = await county(fresh.db);
  person = c.person('writer');
  exim = await startExim();
}, 60_000);
afterAll(async () => {
  await exim?.stop();
  await fresh.drop();
});

const at = new Date('2026-11-26T01:00:00Z');
async function waiting(address: string, outside = '专题栏目 · 每周至少 1 次发布'): Promise<string> {
  const id = randomUUID();
  await fresh.pool.query(
    `insert into notices.mail (id, person_id, address, made_at, state, attempts, next_at) values ($1, $2, $3, $4, 'waiting', 0, $4)`,
    [id, person, address, at],
  );
  await fresh.pool.query(
    `insert into notices.notice (id, person_id, key, stage, title, outside, says, clause, cite, verb, link, at, mail_id)
     values ($1, $2, $6, 'soon', '秘密的标题', $3, '本周 0 / 1 次', 'zj-portal#14', '《规定》第十四条', '写一条', '/write?column=7', $4, $5)`,
    [randomUUID(), person, outside, at, id, id],
  );
  return id;
}
const sender = () =>
  smtp(mailServer(`smtp://127.0.0.1:${exim.port}`, 'portal@mail.example', undefined), 'notices.mail.example');
const send = async (by: Send, now = at) => sendMails(fresh.db, by, 'https://console.example', () => now);
const state = async (id: string) =>
  (await fresh.pool.query('select state, attempts, next_at, error from notices.mail where id = $1', [id])).rows[0];
/** Of base64 parts and encoded words. */
const decoded = (mail: string) =>
  mail
    .replace(/\?=\r?\n +=\?/g, '?==?')
    .replace(/=\?UTF-8\?B\?([^?]+)\?=/gi, (_all, words: string) => Buffer.from(words, 'base64').toString())
    .replace(/(?<=\n\r?\n)((?:[A-Za-z0-9+/=]{4,76}\r?\n)+)/g, (body) => Buffer.from(body, 'base64').toString());

test('T22 a digest arrives as one mail, text and html in Chinese, with links to the pages and no title of a text', async () => {
  const { send: by, close } = sender();
  const id = await waiting('writer@mail.example', '<b>专题栏目</b>的一件稿件');
  await send(by);
  await expect.poll(() => exim.mails().length, { timeout: 10_000 }).toBe(1);
  await send(by);
  const [mail = ''] = exim.mails();
  const read = decoded(mail);
  expect(read).toMatch(/^List-ID: [^:]*<notices\.mail\.example>/m);
  expect(read).toMatch(new RegExp(`^Message-ID: <${id}@notices.mail.example>`, 'im'));
  expect(read).toContain('提醒：三个工作日内到期 1 件');
  expect(read).toContain('writer，您好');
  expect(read).toContain('写一条：https://console.example/write?column=7');
  expect(read).toContain('&lt;b&gt;专题栏目&lt;/b&gt;的一件稿件<br>本周 0 / 1 次，依据《规定》第十四条');
  expect(read).not.toContain('秘密的标题');
  // The dialogue was encrypted, though the server is on this machine.
  expect(mail).toMatch(/^Received:.*\n?.*TLS/im);
  expect([await state(id), exim.mails().length]).toMatchObject([{ state: 'sent', attempts: 1 }, 1]);
  close();
}, 60_000);

test('a mailbox that the server does not know is given up with its words; a server that is away is tried again later', async () => {
  const { send: by, close } = sender();
  const gone = await waiting('gone@mail.example');
  await send(by);
  expect(await state(gone)).toMatchObject({ state: 'failed', error: expect.stringContaining('no such mailbox') });
  close();

  const id = await waiting('writer@mail.example');
  const away = smtp(mailServer('smtp://127.0.0.1:1', 'portal@mail.example', undefined), 'x');
  await send(away.send);
  expect(await state(id)).toMatchObject({
    ...{ state: 'waiting', attempts: 1, error: expect.stringContaining('ECONNREFUSED') },
    next_at: new Date(at.getTime() + 60_000),
  });
  await send(away.send, new Date(at.getTime() + 59_000));
  expect((await state(id)).attempts).toBe(1);
  const { send: again, close: end } = sender();
  await send(again, new Date(at.getTime() + 60_000));
  expect((await state(id)).state).toBe('sent');
  await expect.poll(() => exim.mails().length, { timeout: 10_000 }).toBe(2);
  end();
}, 60_000);

test('pauses grow to an hour; an address of a server that cannot be meant is refused in a sentence', () => {
  expect([1, 2, 3, 7, 20].map(pauseMs)).toEqual([60_000, 120_000, 240_000, 3_600_000, 3_600_000]);
  const wrong = (address: string, from?: string) => () => mailServer(address, from, undefined);
  expect(wrong('mail.example:25', 'a@b.example')).toThrow('smtp://');
  expect(wrong('smtp://me:secret@mail.example', 'a@b.example')).toThrow('DATA/keys/smtp');
  expect(wrong('smtp://me@mail.example', 'a@b.example')).toThrow('DATA/keys/smtp');
  expect(wrong('smtp://mail.example')).toThrow('MENHU_MAIL_FROM');
  expect(mailServer('smtps://mail.example', 'a@b.example', undefined)).toMatchObject({ port: 465, isTls: true });
});
