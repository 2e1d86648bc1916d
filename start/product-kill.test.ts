/**
 * The whole product, killed at any moment while people work: what was answered is kept, and nothing is public that was
 * not published. MENHU_KILLS=200 runs that many kills; without it 20, or as many as 50 s hold, and each way to die at least once.
 */
import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packageRoot } from '../server/db/package-root.ts';
import { Office, type Work } from './office.fixture.ts';
import { deaths, Product, patiently } from './product.fixture.ts';
import { faultOf, hosts, marksIn, marksOnDisk, open, type Page, readOn, walk } from './reader.fixture.ts';

const asked = process.env.MENHU_KILLS;
const kills = Number(asked ?? 20);
const enoughMs = asked ? Number.POSITIVE_INFINITY : 50_000;

let product: Product;
let office: Office;

beforeAll(async () => {
  product = await Product.first(packageRoot());
  office = new Office(product.console, product.people());
  await office.open();
}, 300_000);
afterAll(async () => {
  await office?.close();
  await product?.stop();
  if (product) rmSync(dirname(product.data), { recursive: true, force: true });
}, 180_000);

/** Waits until both zones answer again. */
async function back(): Promise<void> {
  await patiently(async () => {
    const [desk, site] = await Promise.all([
      fetch(`${product.console}/api/me`),
      open(product.publicPort, hosts[0], '/'),
    ]);
    if (desk.status !== 401 || site.status !== 200) throw new Error(`${desk.status} and ${site.status}`);
  });
}

/** What the console says now against what it confirmed. */
async function asConfirmed({ id, author, version, state, confirmed }: Work): Promise<string[]> {
  const view = await patiently(() => author.content.placement({ id }));
  const kinds = view.history.map((line) => line.kind).filter((kind) => kind !== 'article.served');
  const [is, was] = [`${view.state} ${kinds.sort()}`, `${state} ${[...confirmed].sort()}`];
  const faults = is === was ? [] : [`${id} was confirmed as ${was} and is ${is}`];
  return view.version >= version ? faults : [...faults, `${id} went back from version ${version} to ${view.version}`];
}

/** Its own address: the page that was published last, or 410. */
async function asPublished({ shows, address, id }: Work): Promise<string[]> {
  if (!address) return [];
  const { hostname, pathname } = new URL(address);
  const { status, text } = await open(product.publicPort, hostname, pathname);
  const marks = marksIn(text);
  if (!shows) return status === 410 && marks.length === 0 ? [] : [`${id} was withdrawn; ${address} answers ${status}`];
  return status === 200 && text.includes(shows) ? [] : [`${id} was published; ${address} answers ${status}`];
}

/** All pages of both sites: every link leads somewhere, and exactly what is published can be found. */
async function sites(): Promise<string[]> {
  const pages: Page[] = [];
  for (const host of hosts) for await (const page of walk(product.publicPort, host)) pages.push(page);
  const found = new Set(pages.flatMap((page) => marksIn(page.text)));
  const published = new Set(office.works.flatMap((work) => work.shows ?? []));
  return [
    ...pages.flatMap((page) => faultOf(page) ?? []),
    ...pages.filter((page) => page.status === 410).map((page) => `a list still links ${page.at}`),
    ...[...found].filter((mark) => !published.has(mark)).map((mark) => `${mark} is public and was not published`),
    ...[...published].filter((mark) => !found.has(mark)).map((mark) => `${mark} was published and no page has it`),
  ];
}

/** The publisher has 30 s: what is still wrong then is a fault. */
async function inTheEnd(work: () => Promise<string[]>): Promise<string[]> {
  for (const until = Date.now() + 30_000; ; await sleep(200)) {
    const faults = await work();
    if (faults.length === 0 || Date.now() > until) return faults;
  }
}

async function judge(works: readonly Work[]): Promise<string[]> {
  const sent = works.filter((work) => work.version > 0);
  const kept = await Promise.all(sent.map(asConfirmed));
  const shown = await inTheEnd(async () => (await Promise.all(sent.map(asPublished))).flat());
  return [...kept.flat(), ...shown, ...(await inTheEnd(sites))];
}

/** Something is confirmed after `resume`, so that each kill hits work. */
async function progress(): Promise<void> {
  const before = office.confirmed;
  await patiently(async () => {
    if (office.confirmed === before && office.faults.length === 0) throw new Error('nothing was confirmed');
  });
}

test('D1 A12 killed again and again, it loses nothing that was answered, and shows nothing that was not published', {
  timeout: Math.max(900_000, kills * 30_000),
}, async () => {
  const reader = readOn(product.publicPort, (mark) => office.asked.has(mark));
  const faults: string[] = [];
  const began = Date.now();
  let done = 0;
  for (let judged = 0; done < kills && faults.length === 0; done++) {
    if (done >= deaths.length && Date.now() - began > enoughMs) break;
    const death = deaths[done % deaths.length]!;
    office.resume();
    await progress();
    await sleep(Math.random() * 600);
    await product.die(death);
    await back();
    await progress();
    await office.pause();
    const found = await judge(office.works.slice(Math.max(0, judged - 3)));
    judged = office.works.length;
    faults.push(...[...found, ...office.faults].map((fault) => `after ${done + 1} (${death}): ${fault}`));
  }
  faults.push(...(await judge(office.works)));
  const read = await reader.stop();
  console.log(
    `${done} kills, ${office.confirmed} acts confirmed, ${office.unanswered} unanswered, ${read.pages} pages read`,
  );
  expect([...faults, ...read.faults].slice(0, 20)).toEqual([]);
  const public_ = [...marksOnDisk(join(product.data, 'edge'))];
  expect(public_.filter((mark) => !office.asked.has(mark))).toEqual([]);
  expect(office.confirmed).toBeGreaterThan(done);
});
