/** A reader of the public sites: follows every link, and says what could not be stood. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { ask } from '../edge/ground.fixture.ts';

export const hosts = ['127.0.0.1', 'yunxi.localhost'] as const;
export type Page = { readonly at: string; readonly status: number; readonly text: string };

export const marksIn = (text: string): string[] => text.match(/mark[0-9a-f]{16}/g) ?? [];

export async function open(port: number, host: string, path: string): Promise<Page> {
  const { status, headers, body } = await ask(port, path, { host: `${host}:${port}` });
  if (body.length < Number(headers['content-length'] ?? 0)) throw new Error('ECONNRESET: the edge died in the middle');
  return { at: host + path, status, text: body.toString('utf8') };
}

/** Everything that can be reached from the home page by links within the site, each once. */
export async function* walk(port: number, host: string): AsyncGenerator<Page> {
  const known = new Set(['/']);
  for (const path of known) {
    const page = await open(port, host, path);
    yield page;
    if (path.startsWith('/assets/')) continue;
    for (const [, link = ''] of page.text.matchAll(/(?:href|src)="(\/[^"#?]*)/g)) known.add(link);
  }
}

/** How the last bytes of a whole file look, read as UTF-8: pages, and the kinds of file that the county has. */
const ends: Readonly<Record<string, RegExp>> = {
  html: /<\/html>\s*$/,
  css: /./,
  js: /./,
  png: /IEND.{1,8}$/s,
  pdf: /%%EOF\s*$/,
  csv: /\n$/,
};

/** Half a page or file, or a link to nothing; what was withdrawn while somebody read its list answers 410, with a page. */
export function faultOf({ at, status, text }: Page): string | undefined {
  if (status !== 200 && status !== 410) return `${at} answers ${status}`;
  const [, kind = 'html'] = (status === 200 && /\.([a-z]+)$/.exec(new URL(`http://${at}`).pathname)) || [];
  return ends[kind]?.test(text) ? undefined : `${at} is not whole`;
}

/** Reads without pause, over all kills, until `stop`. An edge that is dead at the moment is no fault; what it showed is. */
export function readOn(port: number, mayShow: (mark: string) => boolean) {
  const faults: string[] = [];
  let pages = 0;
  let reading = true;
  const judge = (page: Page): void => {
    pages++;
    const fault = faultOf(page);
    if (fault) faults.push(fault);
    for (const mark of marksIn(page.text)) if (!mayShow(mark)) faults.push(`${page.at} shows ${mark}, not published`);
  };
  const all = hosts.map(async (host) => {
    while (reading)
      try {
        for await (const page of walk(port, host)) {
          if (page.status !== 0) judge(page);
          if (!reading) return;
          await sleep(10); // a reader among others, on a machine with two cores
        }
      } catch (error) {
        // Its edge is dead at the moment.
        if (!/ECONNREFUSED|ECONNRESET|EPIPE|no answer/.test(String(error))) throw error;
        await sleep(100);
      }
  });
  const stop = async () => {
    reading = false;
    await Promise.all(all);
    return { faults, pages };
  };
  return { stop };
}

/** Every mark in the edge's folder: also in trees, files and temporary files that no address names. */
export function marksOnDisk(folder: string): Set<string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const texts = files.map((entry) => {
    const bytes = readFileSync(join(entry.parentPath, entry.name));
    return (entry.name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  });
  return new Set(texts.flatMap(marksIn));
}
