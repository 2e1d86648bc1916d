/** Pictures and attachments through the life of an article: out before its page, away with what named them. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '../server/db/testing.ts';
import { bytesOf, damage, forget, type KeptFile, memory, remember } from './kept.fixture.ts';
import { allOf, fast, type Outlet, outlet, page, siteFolder, watched } from './outlet.fixture.ts';
import { type Placed, type Town, town } from './town.fixture.ts';

let pg: TestDatabase;
let t: Town;
let folder: string;
let out: Outlet;
beforeEach(async () => {
  pg = await freshDatabase();
  t = await town(pg.pool);
  folder = mkdtempSync(join(fast, 'menhu-attached-'));
  out = outlet(pg.pool, { folder });
});
afterEach(async () => {
  await out.close();
  rmSync(folder, { recursive: true, force: true });
  await pg.drop();
});

const places = (site: string, file: KeptFile) =>
  file.pieces.map((piece) => join(siteFolder(folder, site), 'files', file.id, piece.name));
/** All of its pieces are there with the right bytes, or none is; anything between is an error. */
function stands(file: KeptFile, site = 'www'): boolean {
  const there = places(site, file).map((path) => existsSync(path));
  if (!there.includes(true)) return false;
  const bytes = places(site, file).map((path) => readFileSync(path).toString());
  expect(bytes).toEqual(file.pieces.map(({ sha256 }) => bytesOf(sha256)?.toString()));
  return true;
}
/** What the edge says instead: the 410 page, or undefined for a 404. */
const goneWith = (file: KeptFile, site = 'www'): string | undefined => page410(`/files/${file.id}.html`, site);
const page410 = (path: string, site: string): string | undefined => {
  const found = allOf(folder)[`${site}/gone${path}.gz`];
  return found && unpacked(found);
};
const unpacked = (base64: string) => gunzipSync(Buffer.from(base64, 'base64')).toString();
const path = (p: Placed) => `/${p.column}/${p.publicNo}.html`;

test('A12 an article is put only after every file that it names', async () => {
  await out.publisher.settle();
  await out.publisher.stop();
  const calls: string[] = [];
  const files = [await t.picture('市场'), await t.document('通报')];
  const p = await t.add({ site: 'www', column: 'news', text: { files } });
  const again = outlet(pg.pool, {
    folder,
    cluster: watched(folder, (call, what) => void calls.push(`${call} ${what}`)),
  });
  await again.publisher.settle();
  const at = (call: string) => calls.indexOf(call);
  for (const file of files) {
    expect(at(`putFile ${file.id}`)).toBeGreaterThanOrEqual(0);
    expect(at(`putFile ${file.id}`)).toBeLessThan(at(`put ${path(p)}`));
  }
  expect(files.map((file) => stands(file))).toEqual([true, true]);
  await again.close();
});

test('A7 an update takes away the picture that it drops, and a publisher who read before it does not put it back', async () => {
  const [old, kept, added] = [await t.picture('旧图'), await t.document('表格'), await t.picture('新图')];
  const p = await t.add({ site: 'www', column: 'news', text: { files: [old, kept] } });
  await out.publisher.settle();
  expect([stands(old), stands(kept)]).toEqual([true, true]);
  await t.publish(p, { files: [kept, added] });
  await out.publisher.settle();
  expect([stands(old), stands(kept), stands(added)]).toEqual([false, true, true]);
  expect(goneWith(old)).toBeUndefined();
  const late = watched(folder, () => undefined).site('www').live;
  const read = (piece: { sha256: string }) => memory.read(piece.sha256);
  expect(await late.putFile(old, 1, read)).toBe(false);
  expect(await late.putFile(old, 2, read)).toBe(false);
  expect(stands(old)).toBe(false);
  expect(await late.putFile(old, 3, read)).toBe(true); // a text that names it again, approved anew
});

test('A7 B1 files of what is withdrawn go before any page is made, with its 410 page in their place', async () => {
  const files = [await t.picture('要撤的图'), await t.document('要撤的件')];
  const dropped = await t.picture('早先的图');
  const p = await t.add({ site: 'www', column: 'news', text: { files: [dropped, ...files] } });
  await t.publish(p, { files });
  await out.publisher.settle();
  await out.publisher.stop();
  for (let i = 0; i < 12; i++) await t.add({ site: 'www', column: 'news' });
  await t.withdraw(p, 'unlawful');
  const calls: string[] = [];
  const again = outlet(pg.pool, {
    folder,
    cluster: watched(folder, (call, what) => void calls.push(`${call} ${what}`)),
  });
  await again.publisher.settle();
  const firstPut = calls.findIndex((call) => call.startsWith('put'));
  expect(calls[0]).toBe(`gone ${path(p)}`);
  for (const file of [dropped, ...files]) {
    expect(calls.indexOf(`takeFile ${file.id}`)).toBeLessThan(firstPut);
    expect([stands(file), goneWith(file)]).toEqual([false, page410(path(p), 'www')]);
  }
  const read = (piece: { sha256: string }) => memory.read(piece.sha256);
  expect(
    await watched(folder, () => undefined)
      .site('www')
      .live.putFile(files[0]!, 14, read),
  ).toBe(false);
  await t.publish(p, { files: [files[0]!] });
  await again.publisher.settle();
  expect([stands(files[0]!), stands(files[1]!), goneWith(files[0]!), goneWith(files[1]!)]).toEqual([
    ...[true, false],
    ...[undefined, undefined],
  ]);
  await again.close();
});

test('a file that two articles name stays until the second lets it go, and then goes with the one withdrawn last', async () => {
  const shared = await t.document('两处都用');
  const a = await t.add({ site: 'www', column: 'news', text: { files: [shared] } });
  const b = await t.add({ site: 'www', column: 'notices', text: { files: [shared] } });
  await t.withdraw(a, 'error');
  await out.publisher.settle();
  expect(stands(shared)).toBe(true);
  await t.withdraw(b, 'expired');
  await out.publisher.settle();
  expect([stands(shared), goneWith(shared)]).toEqual([false, page410(path(b), 'www')]);
  await t.publish(b, {});
  await out.publisher.settle();
  expect(goneWith(shared)).toBe(page410(path(a), 'www'));
});

test('files stand where the page stands: an article listed elsewhere has none there, until its home is no longer public', async () => {
  const file = await t.picture('镇里的图');
  const home = await t.add({ site: 'qingxi', column: 'news', text: { files: [file] } });
  await t.add({ site: 'www', column: 'news', home: false, article: home.articleId, text: { files: [file] } });
  await out.publisher.settle();
  expect([stands(file, 'qingxi'), stands(file, 'www')]).toEqual([true, false]);
  await t.withdraw(home, 'error');
  await out.publisher.settle();
  expect([stands(file, 'qingxi'), stands(file, 'www')]).toEqual([false, true]);
  expect(goneWith(file, 'qingxi')).toContain('内容有误');
  await t.publish(home, { files: [file] });
  await out.publisher.settle();
  expect([stands(file, 'qingxi'), stands(file, 'www'), goneWith(file, 'www')]).toEqual([true, false, undefined]);
});

test('missing or wrong bytes set the page aside with a line, and what stood there stays whole', async () => {
  const [old, lost, wrong] = [await t.picture('在'), await t.picture('丢了'), await t.document('坏了')];
  const a = await t.add({ site: 'www', column: 'news', text: { title: '甲', files: [old] } });
  await t.add({ site: 'www', column: 'notices' });
  await out.publisher.settle();
  forget(lost);
  damage(wrong, Buffer.from('something else'));
  await t.publish(a, { title: '甲改', files: [lost] });
  const b = await t.add({ site: 'www', column: 'notices', text: { title: '乙', files: [wrong] } });
  await out.publisher.settle();
  expect(page(folder, 'www', path(a))).toContain('<h1>甲</h1>');
  expect([stands(old), existsSync(places('www', lost)[0]!)]).toEqual([true, false]);
  expect([page(folder, 'www', path(b)), existsSync(places('www', wrong)[0]!)]).toEqual([undefined, false]);
  expect(out.lines.some((line) => line.includes('page parked: www/article/news') && line.includes('不见了'))).toBe(
    true,
  );
  expect(out.lines.some((line) => line.includes('www/article/notices') && line.includes('not those that were'))).toBe(
    true,
  );
  remember(lost, '丢了');
  remember(wrong, '坏了');
  await out.publisher.rebuildSite('www');
  expect(page(folder, 'www', path(a))).toContain('<h1>甲改</h1>');
  expect([stands(old), stands(lost), stands(wrong)]).toEqual([false, true, true]);
});

test('a store that can not be asked now holds the site until it can, and nothing is set aside', async () => {
  let down = true;
  const files = {
    read: async (sha256: string) => {
      if (down) throw Object.assign(new Error('too many open files'), { code: 'EMFILE' });
      return memory.read(sha256);
    },
  };
  await out.publisher.settle();
  await out.publisher.stop();
  const file = await t.picture('图');
  const p = await t.add({ site: 'www', column: 'news', text: { files: [file] } });
  const again = outlet(pg.pool, { folder, files });
  await expect(again.publisher.settle()).rejects.toThrow('too many open files');
  expect(page(folder, 'www', path(p))).toBeUndefined();
  down = false;
  await again.publisher.settle();
  expect([page(folder, 'www', path(p))?.includes(file.id), stands(file)]).toEqual([true, true]);
  expect(again.lines.filter((line) => line.includes('parked'))).toEqual([]);
  await again.close();
});

test('A13 a rebuild mends a file that was changed or lost, and clears away what nobody put there', async () => {
  const files = [await t.picture('甲'), await t.document('乙')];
  await t.add({ site: 'www', column: 'news', text: { files } });
  await out.publisher.settle();
  const before = allOf(folder);
  const [first, second] = places('www', files[0]!) as [string, string];
  writeFileSync(first, readFileSync(first).reverse());
  rmSync(second);
  const planted = join(siteFolder(folder, 'www'), 'files', 'z'.repeat(26));
  mkdirSync(planted);
  writeFileSync(join(planted, 'file.pdf'), 'planted');
  writeFileSync(join(first, '..', 'file.zip'), 'planted');
  await out.publisher.rebuildSite('www');
  expect(allOf(folder)).toEqual(before);
});

test('a file that is there is neither read nor written again when only its article changes', async () => {
  let reads = 0;
  const files = { read: (sha256: string) => memory.read(sha256).finally(() => reads++) };
  await out.close();
  out = outlet(pg.pool, { folder, files });
  const file = await t.picture('图');
  const p = await t.add({ site: 'www', column: 'news', text: { files: [file] } });
  await out.publisher.settle();
  const stamp = () => places('www', file).map((one) => statSync(one).ino);
  const before = stamp();
  await t.publish(p, { title: '改了题目', files: [file] });
  await out.publisher.settle();
  expect([reads, stamp()]).toEqual([file.pieces.length, before]);
});

test('B1 I5 all that is withdrawn goes, files too, also when no marker can be written', async () => {
  const file = await t.document('要撤的');
  const p = await t.add({ site: 'www', column: 'news', text: { files: [file] } });
  const other = await t.add({ site: 'www', column: 'news' });
  await out.publisher.settle();
  await out.publisher.stop();
  writeFileSync(join(siteFolder(folder, 'www'), 'gone'), 'a file where the folder should be');
  await t.withdraw(p, 'error');
  await t.withdraw(other, 'error');
  const again = outlet(pg.pool, { folder });
  await expect(again.publisher.settle()).rejects.toThrow();
  expect([path(p), path(other)].map((one) => page(folder, 'www', one))).toEqual([undefined, undefined]);
  expect(stands(file)).toBe(false);
  rmSync(join(siteFolder(folder, 'www'), 'gone'));
  await again.publisher.settle();
  expect(goneWith(file)).toContain('内容有误');
  expect(readdirSync(join(siteFolder(folder, 'www'), 'files'))).toEqual([]);
  await again.close();
});
