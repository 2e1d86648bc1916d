/** A real mail server for a test: Debian's exim on a port of its own, as a user without rights, with its folder for mail. */
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openFolder } from '../db/testing.ts';

/** `nobody` of Debian, where the tests run as root. */
const nobody = { uid: 65534, gid: 65534 };

export type Exim = { readonly port: number; mails(): readonly string[]; stop(): Promise<void> };

/** Takes mail for people at mail.example but `gone@`, and offers STARTTLS with a certificate that it makes itself. */
export async function startExim(): Promise<Exim> {
  const folder = openFolder('exim');
  const port = await freePort();
  const root = process.getuid?.() === 0;
  for (const name of ['spool', 'mail']) mkdirSync(join(folder, name));
  const config = join(folder, 'exim.conf');
  writeFileSync(config, configOf(folder, root ? 'nobody' : String(process.getuid?.())));
  if (root)
    for (const path of [folder, join(folder, 'spool'), join(folder, 'mail')]) chownSync(path, nobody.uid, nobody.gid);
  chmodSync(folder, 0o755);
  const child = spawn('/usr/sbin/exim4', ['-bdf', '-oX', String(port), '-C', config], {
    stdio: ['ignore', 'ignore', 'pipe'],
    ...(root ? nobody : {}),
  });
  let log = '';
  child.stderr?.on('data', (bytes) => (log += bytes));
  await answers(port, child, () => log);
  const box = join(folder, 'mail', 'new');
  return {
    port,
    mails: () => {
      try {
        return readdirSync(box)
          .toSorted()
          .map((name) => readFileSync(join(box, name), 'utf8'));
      } catch {
        return []; // exim makes the folder with the first mail
      }
    },
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      // A delivery may still be on its way.
      rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
    },
  };
}

const configOf = (folder: string, user: string): string => `
exim_user = ${user}
exim_group = nogroup
spool_directory = ${folder}/spool
log_file_path = ${folder}/spool/%slog
pid_file_path = ${folder}/exim.pid
primary_hostname = mail.example
local_interfaces = 127.0.0.1
deliver_drop_privilege = true
never_users =
acl_smtp_rcpt = check
tls_advertise_hosts = *
begin acl
check:
  deny local_parts = gone
       message = no such mailbox
  accept domains = mail.example
  deny message = relay not permitted
begin routers
all:
  driver = accept
  transport = box
begin transports
box:
  driver = appendfile
  directory = ${folder}/mail
  maildir_format
  user = ${user}
`;

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

async function answers(port: number, child: ChildProcess, log: () => string): Promise<void> {
  for (let n = 0; n < 100; n++) {
    if (child.exitCode !== null) throw new Error(`exim ended: ${log()}`);
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(true)).on('error', () => resolve(false));
      setTimeout(() => socket.destroy(), 200);
    });
    if (open) return;
    await sleep(100);
  }
  throw new Error(`exim doesn't answer: ${log()}`);
}
