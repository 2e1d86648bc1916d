/**
 * The inside: web, worker and publisher in one process. `node server/main.js --port N --data DIR --edge DIR`, with
 * DATABASE_URL (the program's role) and MENHU_PUBLIC_PORT in the environment. Prints one line `{"ready": port}`; ends when
 * its standard input closes.
 */
import { existsSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { serve } from '@hono/node-server';
import { databaseOf } from '../publisher/database.ts';
import { edgeFolder } from '../publisher/files.ts';
import { previewer } from '../publisher/preview.ts';
import { runPublisher } from '../publisher/publish.ts';
import type { Entry } from '../publisher/read.ts';
import { loadTheme } from '../publisher/theme.ts';
import { act } from './act.ts';
import { calendarRoutes } from './calendar/routes.ts';
import { aboutPerson } from './content/about-person.ts';
import { setOrigins } from './content/address.ts';
import { forgetDropped } from './content/bin.ts';
import { contentJobs } from './content/jobs.ts';
import { owedTexts, timedAlarms } from './content/owing.ts';
import { passingTexts } from './content/passing.ts';
import { contentRoutes } from './content/routes.ts';
import { timedWork } from './content/timed.ts';
import { forgetWriting } from './content/writing.ts';
import { openPool } from './db/client.ts';
import { packageRoot } from './db/package-root.ts';
import { forget } from './door/answers.ts';
import type { Ask, Database } from './door/knock.ts';
import { exemptionRoutes } from './duties/exemption-routes.ts';
import { owedLines } from './duties/owing.ts';
import { passingDuties } from './duties/passing.ts';
import { dutiesRoutes } from './duties/routes.ts';
import { advance } from './duties/stored/advance.ts';
import { trialRoutes } from './duties/trial-routes.ts';
import { urgeRoutes } from './duties/urge-routes.ts';
import { urgedAlarms } from './duties/urging.ts';
import { runLimited } from './files/child/limited.ts';
import { fileJobs } from './files/intake.ts';
import { filesRoutes } from './files/routes.ts';
import { scan } from './files/scan.ts';
import { folderStorage } from './files/storage.ts';
import { sweepFiles } from './files/sweep.ts';
import { makeApp } from './http/app.ts';
import { type Alarm, enqueue, laneBeside, type Periodic, repeat, slowLane, work } from './jobs.ts';
import { aboutError, log } from './log-line.ts';
import { tellAlarms } from './notices/digest.ts';
import { noticeWork } from './notices/jobs.ts';
import { noticesRoutes } from './notices/routes.ts';
import { settingsFrom } from './notices/settings.ts';
import { now } from './now.ts';
import { absenceRoutes } from './people/absence-routes.ts';
import { guessedAlarms } from './people/guessed.ts';
import { leavingRoutes } from './people/leaving-routes.ts';
import { peopleRoutes } from './people/routes.ts';
import { calendarAlarms } from './registers/calendar-alarm.ts';
import { registersRoutes } from './registers/routes.ts';
import { adoptionRoutes } from './regulations/routes.ts';

const { values } = parseArgs({
  options: { port: { type: 'string' }, data: { type: 'string' }, edge: { type: 'string' } },
});
const url = process.env.DATABASE_URL;
const port = Number(values.port);
if (!url || !values.edge || !values.data || !Number.isInteger(port)) {
  process.stderr.write('usage: DATABASE_URL=… node server/main.js --port N --data DIR --edge DIR\n');
  process.exit(2);
}

/** How long a start waits for the public sites before it says that it is ready. */
const FIRST_PAGES_MS = 20_000;
/** A worker at work renews it; of one that died, another takes the file after this time. */
const FILE_LEASE_MS = 30_000;

const broken = (error: Error) => log('warn', 'a database connection broke', aboutError(error));
const web = openPool(url, { role: 'web', max: 16, onError: broken });
const worker = openPool(url, { role: 'worker', max: 8, onError: broken });
const publicPort = Number(process.env.MENHU_PUBLIC_PORT ?? 8080);
/** The plain address is the site's called main: a cluster may hold more than one main portal, and each has its name. */
const originOf = ({ label }: { label: string }): string =>
  label === 'main' ? `http://127.0.0.1:${publicPort}` : `http://${label}.localhost:${publicPort}`;
setOrigins((label) => originOf({ label }));

/** What the public sees now comes back through the door as article.served: a job, so that nothing waits for it. */
async function served(entries: readonly Entry[]): Promise<void> {
  const jobs = entries
    .filter((entry) => ['publish', 'update'].includes(entry.op) && entry.subject === 'placement')
    .map((entry) => ({
      key: `serve ${entry.subjectId}`,
      kind: 'serve',
      payload: { placementId: entry.subjectId, target: 'edge', firstAt: now().toISOString() },
    }));
  await enqueue(worker.db, jobs, now());
  queue.wake();
}

const folder = values.data;
const storage = folderStorage(folder);
const demo = await worker.db.selectFrom('door.installation').select('demo').executeTakeFirst();
const theme = loadTheme(join(packageRoot(), 'themes', 'default'));
const publisher = runPublisher({
  database: databaseOf(worker.pool),
  cluster: edgeFolder(values.edge),
  theme,
  files: storage,
  demo: demo?.demo ?? false,
  originOf,
  onServed: served,
  log: (line) => log('warn', line),
});

/** An act that was allowed may have written to the publication log or asked for jobs: both are woken, and look. */
const acting = async (db: Database, ask: Ask) => {
  const answer = await act(db, ask);
  if (answer.status === 200) {
    publisher.wake();
    queue.wake();
    ledger.wake();
  }
  return answer;
};
/** Whoever is urged has it at once; should that fail, the next turn of the alarms tells it. */
const urging = async (db: Database, ask: Ask) => {
  const answer = await acting(db, ask);
  if (answer.status === 200)
    await tellAlarms(worker.db, { urgent: [], others: [urgedAlarms], byMail: false }, now()).catch((error: unknown) =>
      log('warn', 'not told at once', aboutError(error)),
    );
  return answer;
};
const alarm: Alarm = (what, job, error) =>
  log(what === 'failed' ? 'warn' : 'error', `job ${what}`, {
    ...(job ? { kind: job.kind, id: job.id } : {}),
    error: error.slice(0, 300),
  });
/** Files take seconds each: they go two at a time on a lane of their own, and nothing waits behind them. */
const slow = fileJobs({ db: worker.db, storage, folder, scan, take: runLimited });
const queue = work(worker.db, contentJobs(acting, worker.db), alarm, laneBeside(slow));
const taking = [1, 2].map(() => work(worker.db, slow, alarm, slowLane(slow, FILE_LEASE_MS)));
const telling = settingsFrom(process.env, folder, port);
for (const wrong of telling.wrong) log('error', 'a setting is wrong', { error: wrong });
const hourMs = 3_600_000;
/** All that comes again by itself. */
const periodic: readonly Periodic[] = [
  ...timedWork(acting, worker.db),
  ...noticeWork(worker.db, {
    ...telling,
    digests: { hours: telling.hours, owed: [owedLines, owedTexts] },
    alarms: { urgent: [guessedAlarms], others: [urgedAlarms, timedAlarms, calendarAlarms] },
  }),
  { name: 'old answers', title: '清理旧应答', everyMs: hourMs, run: (at) => forget(worker.db, at) },
  { name: 'silent windows', title: '清理没人写的窗口', everyMs: hourMs, run: (at) => forgetWriting(worker.db, at) },
  { name: 'dropped drafts', title: '清理不要的草稿', everyMs: hourMs, run: (at) => forgetDropped(worker.db, at) },
  {
    name: 'files of nobody',
    title: '清理没有用上的文件',
    everyMs: hourMs,
    run: (at) => sweepFiles(worker.db, folder, at),
  },
];
const clock = repeat(worker.db, periodic, (name, error) =>
  log('warn', `periodic work failed: ${name}`, aboutError(error)),
);

/** Woken by every act; polled too, since time goes on by itself, and another process may have acted. */
const folding: Periodic = {
  name: 'ledger',
  title: '职责台账',
  everyMs: 1000,
  run: (at) => advance(worker.db, at, { rests: true }),
};
const ledger = repeat(worker.db, [folding], (name, error) =>
  log('warn', `periodic work failed: ${name}`, aboutError(error)),
);

const pages = previewer({ query: databaseOf(web.pool).query, theme, demo: demo?.demo ?? false, originOf });
const consoleFolder = join(packageRoot(), 'dist', 'admin');
const app = makeApp({
  db: web.db,
  handlers: {
    people: peopleRoutes(aboutPerson),
    content: contentRoutes(acting, storage, pages),
    files: filesRoutes({ folder, wake: () => taking.map((lane) => lane.wake()) }),
    registers: registersRoutes(originOf),
    adoption: adoptionRoutes(acting),
    trial: trialRoutes,
    calendar: calendarRoutes(acting),
    duties: dutiesRoutes,
    exemptions: exemptionRoutes(acting),
    leaving: leavingRoutes(acting, [passingTexts, passingDuties]),
    absences: absenceRoutes(acting),
    urges: urgeRoutes(urging),
    notices: noticesRoutes(telling.mail !== undefined),
  },
  demo: demo?.demo ?? false,
  previewCss: pages.css,
  consoleFolder: existsSync(join(consoleFolder, 'index.html')) ? consoleFolder : undefined,
  ownOrigins: () => [`http://localhost:${bound}`, `http://127.0.0.1:${bound}`],
});
let bound = port;
const server = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' }, (info) => {
  bound = info.port;
  // Ready to be used: the public sites are there, or can't be made now (the log says why), or need long for all their pages.
  const published = publisher.settle().catch(() => undefined);
  void Promise.race([published, sleep(FIRST_PAGES_MS)]).then(() =>
    process.stdout.write(`${JSON.stringify({ ready: info.port })}\n`),
  );
});

/** Stops accepting, finishes what is in hand (the supervisor waits 10 s), gives the connections back. */
let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // A console that asks on and on would hold its connection, and us with it, until the supervisor kills.
  server.prependListener('request', (_request, response: ServerResponse) => response.setHeader('connection', 'close'));
  if ('closeIdleConnections' in server) setInterval(() => server.closeIdleConnections(), 50).unref();
  await Promise.all([
    closed,
    queue.stop(),
    clock.stop(),
    ledger.stop(),
    ...taking.map((lane) => lane.stop()),
    publisher.stop(),
  ]);
  await Promise.all([web.close(), worker.close()]);
  process.exit(0);
}
process.on('SIGINT', () => undefined); // Ctrl-C reaches the whole group; who started us closes the pipe
process.on('SIGTERM', () => void stop());
process.stdin.on('end', () => void stop());
process.stdin.on('close', () => void stop());
process.stdin.on('error', () => void stop());
process.stdin.resume();
