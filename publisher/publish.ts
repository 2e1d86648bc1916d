/**
 * The publisher: watches the publication log of every site and carries it to the target. It reads published views only,
 * and changes nothing but the row that says how far it got. Woken by `wake`, and by itself each second: the log is the
 * truth, waking is a hint.
 */
import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from './database.ts';
import { Lost, release, take } from './lease.ts';
import { keyText } from './page/key.ts';
import type { Chrome, SiteRow } from './page/rows.ts';
import type { Bytes } from './put-files.ts';
import { type ClusterRows, type Entry, headOf, headsOf, readCluster } from './read.ts';
import { rebuild } from './rebuild.ts';
import { nextBatch, type SiteRun, Stale } from './site.ts';
import type { Cluster } from './target.ts';
import type { Theme } from './theme.ts';

export type Options = {
  readonly database: Database;
  readonly cluster: Cluster;
  readonly theme: Theme;
  /** The bytes of pictures and attachments. */
  readonly files: Bytes;
  readonly demo: boolean;
  /** Where a site answers when its record names no origin of its own: `http://127.0.0.1:8080`. */
  readonly originOf: (site: { readonly label: string; readonly rank: 'main' | 'sub' }) => string;
  /** These entries are public and durable. May be told twice; must be done before it resolves. */
  readonly onServed?: (entries: readonly Entry[]) => Promise<void>;
  /** One line for the operator. */
  readonly log: (line: string) => void;
};

export type Publisher = {
  /** Something was written to the log. */
  wake(): void;
  /** Resolves when everything in the log at this moment is carried, or throws what stopped it. */
  settle(): Promise<void>;
  /** All pages of this site anew. */
  rebuildSite(label: string): Promise<void>;
  /** Finishes what is being done, gives the sites back. */
  stop(): Promise<void>;
};

const POLL_MS = 1000;
/** How often a round is begun anew because sites or columns changed under it. */
const TRIES_MAX = 5;

/** The publisher's state between two rounds. */
type Held = {
  readonly runs: Map<string, SiteRun>;
  /** Sites taken once: the first taking is by force, later ones wait for the holder's time to run out. */
  readonly taken: Set<string>;
  readonly asked: Set<string>;
  /** The last line about each site's trouble: said once, not each second. */
  readonly said: Map<string, string>;
};

function chromeOf(o: Options, rows: ClusterRows, site: SiteRow): Chrome {
  const originOf = (s: SiteRow) => s.about.origin ?? o.originOf(s);
  const columns = rows.columns.filter((c) => c.siteId === site.id);
  return { site, sites: rows.sites, columns, originOf, demo: o.demo, assets: { css: o.theme.css, js: o.theme.js } };
}

/** Changes when every page of the site may look different. */
function fingerprintOf(o: Options, chrome: Chrome): string {
  const sites = chrome.sites.map((s) => [s.label, s.name, s.rank, chrome.originOf(s)]);
  const frame = [o.theme.fingerprint, chrome.demo, chrome.site, chrome.columns, sites];
  return createHash('sha256').update(JSON.stringify(frame)).digest('hex');
}

function fingerprintIn(o: Options, rows: ClusterRows, siteId: string): string | undefined {
  const site = rows.sites.find((s) => s.id === siteId);
  return site && fingerprintOf(o, chromeOf(o, rows, site));
}

async function runOf(o: Options, held: Held, chrome: Chrome): Promise<SiteRun | undefined> {
  const { site } = chrome;
  const fingerprint = fingerprintOf(o, chrome);
  const known = held.runs.get(site.id);
  const lease = known?.lease ?? (await take(o.database.query, site.id, !held.taken.has(site.id)));
  held.taken.add(site.id);
  if (!lease) return undefined;
  const run: SiteRun = {
    database: o.database,
    theme: o.theme,
    files: o.files,
    chrome,
    target: o.cluster.site(site.label),
    fingerprint,
    served: async (entries) => o.onServed?.(entries),
    sameFrame: async (q) => fingerprintIn(o, await readCluster(q, site.id), site.id) === fingerprint,
    parked: (key, reason) => o.log(`page parked: ${keyText(key)}: ${reason}`),
    lease,
    urgentTo: known?.urgentTo ?? lease.seq,
  };
  held.runs.set(site.id, run);
  return run;
}

async function serveSite(o: Options, held: Held, chrome: Chrome, head: number): Promise<void> {
  const known = held.runs.get(chrome.site.id);
  const state = await o.cluster.site(chrome.site.label).state();
  const asked = held.asked.has(chrome.site.label);
  const same = state?.fingerprint === fingerprintOf(o, chrome);
  if (known && same && !asked && state?.to === head && known.lease.seq === head) return;
  // An older database was restored: what it calls public may have been withdrawn since. Only an operator can tell.
  if (state && state.to > head && state.to > (await headOf(o.database.query, chrome.site.id)))
    throw new Error(`the public copy holds log ${state.to}, the database only ${head}: restored from an older copy?`);
  const run = await runOf(o, held, chrome);
  if (!run) return;
  if (!same || asked) await rebuild(run);
  held.asked.delete(chrome.site.label);
  let from: number | undefined = Math.min(run.lease.seq, state?.to ?? run.lease.seq);
  while (from !== undefined) from = await nextBatch(run, from);
}

/** Host → label: the record's own domain, `label.localhost`, and the plain loopback address for the site called main. */
function hostsOf(sites: readonly SiteRow[]): Record<string, string> {
  const main = sites.find((s) => s.label === 'main') ?? sites.find((s) => s.rank === 'main');
  return Object.fromEntries([
    ...(main ? [['127.0.0.1', main.label]] : []),
    ...sites.map((s) => [`${s.label}.localhost`, s.label]),
    ...sites.flatMap((s) => (s.about.host ? [[s.about.host, s.label]] : [])),
    ...sites.flatMap((s) => (s.about.origin ? [[new URL(s.about.origin).hostname, s.label]] : [])),
  ]);
}

/** Its line is in the log already. */
class Told extends Error {}

/** One site's trouble holds up no other. The first error is thrown when all had their turn. */
async function round(o: Options, held: Held, tries = 1): Promise<void> {
  const rows = await readCluster(o.database.query);
  await o.cluster.hosts(hostsOf(rows.sites));
  const heads = await headsOf(o.database.query);
  const errors: Told[] = [];
  for (const site of rows.sites) {
    try {
      await serveSite(o, held, chromeOf(o, rows, site), heads.get(site.id) ?? 0);
      held.said.delete(site.id);
    } catch (error) {
      if (error instanceof Stale && tries < TRIES_MAX) return round(o, held, tries + 1);
      const words = `site ${site.label} not published: ${error instanceof Error ? error.message : String(error)}`;
      if (held.said.get(site.id) !== words) o.log(words);
      held.said.set(site.id, words);
      if (error instanceof Lost) held.runs.delete(site.id);
      errors.push(new Told(words, { cause: error }));
    }
  }
  if (errors.length > 0) throw errors[0];
}

function sayOnce(o: Options, held: Held, error: unknown): void {
  const words = error instanceof Error ? error.message : String(error);
  if (!(error instanceof Told) && held.said.get('') !== words) o.log(`publishing: ${words}`);
  held.said.set('', words);
}

export function runPublisher(o: Options): Publisher {
  const held: Held = { runs: new Map(), taken: new Set(), asked: new Set(), said: new Map() };
  let last: Promise<void> = Promise.resolve();
  let nudge = new AbortController();
  let stopped = false;
  /** Rounds never overlap; whoever asks during one gets the next. */
  const next = (): Promise<void> => {
    last = last.catch(() => undefined).then(() => (stopped ? undefined : round(o, held)));
    return last;
  };
  const loop = (async () => {
    while (!stopped) {
      nudge = new AbortController();
      await next().then(
        () => held.said.delete(''),
        (error: unknown) => sayOnce(o, held, error),
      );
      if (!stopped) await sleep(POLL_MS, undefined, { signal: nudge.signal }).catch(() => undefined);
    }
  })();
  return {
    wake: () => nudge.abort(),
    settle: next,
    rebuildSite: (label) => {
      held.asked.add(label);
      return next();
    },
    stop: async () => {
      stopped = true;
      nudge.abort();
      await loop;
      await last.catch(() => undefined);
      for (const run of held.runs.values()) await release(o.database.query, run.lease).catch(() => undefined);
    },
  };
}
