/** What follows an act on other subjects: each job knocks at the door itself, and may run twice. */
import type { Answer } from '../act.ts';
import type { Ask, Database } from '../door/knock.ts';
import type { Job, JobKinds } from '../jobs.ts';
import { keyFrom } from './key-from.ts';
import { system } from './store.ts';

type Act = (db: Database, ask: Ask) => Promise<Answer>;

/** The key of a job's act: the same job run twice is the same ask, and has one effect. */
const keyOf = (job: Job, part: string): string => keyFrom(`${job.id} ${part}`);

const text = (job: Job, name: string): string => {
  const value = job.payload[name];
  if (typeof value !== 'string') throw new Error(`a job of kind ${job.kind} lacks ${name}`);
  return value;
};

async function versionOf(db: Database, placementId: string) {
  return db
    .selectFrom('content.placement as p')
    .leftJoin('content.run as r', 'r.id', 'p.runId')
    .select(['p.version', 'p.state', 'p.discardedAt', 'r.state as runState', 'r.revisionId', 'r.hash'])
    .where('p.id', '=', placementId)
    .executeTakeFirst();
}

/** Where the article stands in that column already, if it does. */
async function placed(db: Database, articleId: string, columnId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('content.placement')
    .select('id')
    .where('articleId', '=', articleId)
    .where('columnId', '=', columnId)
    .executeTakeFirst();
  return row?.id;
}

/** A refusal that later tries can't change ends the job: it is recorded at the door. A stale version or an away database is tried again. */
function settled(answer: Answer): void {
  if (answer.status === 200) return;
  const { code, message } = answer.body as { code: string; message: string };
  if (code === 'stale') throw new Error(message);
}

/** The same revision goes to another column; an older one that is on its way there is taken back first, one that was given up is recovered. */
const crossList =
  (act: Act, db: Database) =>
  async (job: Job): Promise<void> => {
    const id = (await placed(db, text(job, 'articleId'), text(job, 'columnId'))) ?? text(job, 'placementId');
    const behind = job.payload.onBehalfOf === undefined ? {} : { onBehalfOf: text(job, 'onBehalfOf') };
    const actor = { person: text(job, 'person'), address: 'job', ...behind };
    const revisionId = text(job, 'revisionId');
    const there = await versionOf(db, id);
    if (there?.revisionId === revisionId) return;
    const ask = { subject: 'article', id, actor } as const;
    let version = there?.version ?? 0;
    const before = there?.runState === 'open' ? 'recall' : there?.discardedAt ? 'recover' : undefined;
    if (before) {
      settled(await act(db, { ...ask, verb: before, version, key: keyOf(job, `${before} ${version}`), body: {} }));
      version += 1;
    }
    const body = { columnId: text(job, 'columnId'), articleId: text(job, 'articleId'), revisionId };
    settled(await act(db, { ...ask, verb: 'submit', version, key: keyOf(job, `submit ${version}`), body }));
  };

const publish =
  (act: Act, db: Database) =>
  async (job: Job): Promise<void> => {
    const id = text(job, 'placementId');
    const there = await versionOf(db, id);
    if (there?.runState !== 'complete') return;
    settled(
      await act(db, {
        subject: 'article',
        verb: 'publish',
        id,
        version: there.version,
        key: keyOf(job, `publish ${there.version}`),
        actor: { person: system, address: 'job' },
        body: { hash: text(job, 'hash') },
      }),
    );
  };

const serve =
  (act: Act, db: Database) =>
  async (job: Job): Promise<void> => {
    const id = text(job, 'placementId');
    const there = await versionOf(db, id);
    if (there?.state !== 'published') return;
    settled(
      await act(db, {
        subject: 'article',
        verb: 'serve',
        id,
        version: there.version,
        key: keyOf(job, `serve ${there.version}`),
        actor: { person: system, address: 'job' },
        body: { target: text(job, 'target'), first_at: text(job, 'firstAt') },
      }),
    );
  };

export const contentJobs = (act: Act, db: Database): JobKinds => ({
  'cross-list': crossList(act, db),
  publish: publish(act, db),
  serve: serve(act, db),
});
