/** Word files and folders by the command line: as a person types it, on a real database and with the real limited child. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { smallWorld } from '../../world/testing.ts';
import { packageRoot } from '../db/package-root.ts';
import { freshDatabase, openFolder, type TestDatabase } from '../db/testing.ts';
import { docx, p, picture, png, r, val } from '../files/child/word/docx.fixture.ts';
import { main } from './main.ts';

let fresh: TestDatabase;
let folder: string;
let data: string;
beforeAll(async () => {
  fresh = await freshDatabase();
  [folder, data] = [openFolder('import'), openFolder('import-data')];
  await smallWorld(fresh.db);
}, 60_000);
afterAll(async () => {
  await fresh.drop();
  for (const one of [folder, data]) rmSync(one, { recursive: true, force: true });
});

async function menhu(args: readonly string[], env: Record<string, string> = { DATABASE_URL: fresh.url }) {
  const printed = { out: '', err: '' };
  const code = await main(args, {
    env,
    out: (line) => {
      printed.out += `${line}\n`;
    },
    err: (line) => {
      printed.err += `${line}\n`;
    },
  });
  return { ...printed, code };
}
function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return path;
}
const to = () => ['--site', 'main', '--column', '质监动态', '--as', 'linxiaolan', '--data', data];
const count = async (table: string): Promise<number> =>
  (await fresh.pool.query(`select count(*)::int as n from ${table}`)).rows[0].n;
const title = (text: string) => p(r(text, '<w:sz w:val="44"/>'), val('jc', 'center'));
const linesOf = (out: string) =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

test('--dry-run --json says one line for each file of a folder, in the order of names, and needs no database', async () => {
  const body =
    title('关于检查的通知') +
    p(picture('a', '现场')) +
    p(`正文${'<w:r><w:commentReference w:id="0"/></w:r>'}`.replace('正文', r('正文')));
  file('folder/10.docx', await docx({ body, images: { a: 'media/a.png' }, parts: { 'word/media/a.png': png } }));
  file('folder/2.txt', '标题\n正文');
  file('folder/sub/a.md', '# 题\n\n| 甲 | 乙 |\n|--|--|\n| 1 | 2 |\n');
  for (const name of ['~$10.docx', '.hidden.md', 'list.xlsx']) file(`folder/${name}`, 'x');
  symlinkSync('/etc/passwd', join(folder, 'folder/link.txt'));
  const { out, err, code } = await menhu(['import', join(folder, 'folder'), '--dry-run', '--json'], {});
  const whole = { ok: true, tables: 0, pictures: 0, lost: [], refused: '' };
  expect(linesOf(out)).toEqual([
    { ...whole, file: join(folder, 'folder/2.txt'), title: '标题', chars: 2 },
    {
      ...whole,
      file: join(folder, 'folder/10.docx'),
      title: '关于检查的通知',
      chars: 2,
      pictures: 1,
      lost: ['批注没有带来（1 处）'],
    },
    { ...whole, file: join(folder, 'folder/sub/a.md'), title: '题', chars: 4, tables: 1 },
  ]);
  expect(code).toBe(0);
  for (const why of ['~$10.docx：Word', '.hidden.md：隐藏文件', 'list.xlsx：不是', 'link.txt：是链接'])
    expect(err).toContain(why);
}, 120_000);

test('an empty folder, and --dry-run with a value, are told so', async () => {
  mkdirSync(join(folder, 'nothing'));
  const empty = await menhu(['import', join(folder, 'nothing'), '--dry-run'], {});
  const said = '没有可以导入的文件：要 .docx、.txt 或 .md\nnothing to import: .docx, .txt or .md is wanted\n';
  expect([empty.code, empty.err]).toEqual([1, said]);
  expect((await menhu(['import', 'a.md', '--dry-run=yes'], {})).code).toBe(2);
}, 60_000);

test('F6 a Word file becomes one draft, its pictures and itself files of ours; the same file again is the same draft', async () => {
  if (process.getuid?.() === 0) chownSync(data, 65534, 65534);
  const before = [await count('content.run'), await count('content.decision'), await count('content.publication')];
  const body = title('带图的通知') + p(picture('a', '现场')) + p('正文');
  const bytes = await docx({ body, images: { a: 'media/a.png' }, parts: { 'word/media/a.png': png } });
  const given = ['import', file('给出.docx', bytes), ...to(), '--json'];
  const { out, err, code } = await menhu(given);
  expect([err, code]).toEqual(['', 0]);
  const [done] = JSON.parse(out);
  expect(done).toMatchObject({ ok: true, title: '带图的通知', characters: 2, pictures: 1, already: false, lost: [] });
  const { rows } = await fresh.pool.query(
    `select e.kind, p.state, p.run_id, v.html, o.kind as original, o.name, o.published->0->>'sha256' as sha, f.kind as file, f.person_id = e.person as own
       from door.event e join content.placement p on p.id = e.subject_id
       join content.revision v on v.article_id = p.article_id join files.file o on o.id = v.original_id
       join content.revision_file rf on rf.revision_id = v.id join files.file f on f.id = rf.file_id where e.subject_id = $1`,
    [done.placementId],
  );
  const [{ html, sha, ...row }] = rows;
  const draft = { kind: 'article.saved', state: 'none', run_id: null };
  expect([rows.length, row]).toEqual([
    1,
    { ...draft, original: 'original', name: '给出.docx', file: 'picture', own: true },
  ]);
  expect(html).toMatch(
    /^<figure class="picture"><img src="\/files\/[a-z2-7]{26}\/w1\.png" width="1" height="1" alt="现场" loading="lazy" \/><\/figure>\n<p>正文<\/p>$/,
  );
  const kept = join(data, 'files', sha.slice(0, 2), sha.slice(2, 4), sha);
  expect(readFileSync(kept).equals(bytes)).toBe(true);
  expect(statSync(kept).uid).toBe(statSync(data).uid);
  const again = JSON.parse((await menhu(given)).out)[0];
  expect([again.already, again.placementId, again.title]).toEqual([true, done.placementId, '带图的通知']);
  expect([await count('content.run'), await count('content.decision'), await count('content.publication')]).toEqual(
    before,
  );
}, 240_000);

test('F6 whatever a Word file claims of itself, an import sends and publishes nothing', async () => {
  const claims = `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"><property name="state"><lpwstr>published</lpwstr></property><property name="approvedBy"><lpwstr>zhangweiming</lpwstr></property></Properties>`;
  const given = file(
    'claims.docx',
    await docx({ body: title('声称已批准') + p('正文'), parts: { 'docProps/custom.xml': claims } }),
  );
  const before = [await count('content.run'), await count('content.publication')];
  const [done] = JSON.parse((await menhu(['import', given, ...to(), '--json'])).out);
  const { rows } = await fresh.pool.query('select state, run_id from content.placement where id = $1', [
    done.placementId,
  ]);
  expect(rows).toEqual([{ state: 'none', run_id: null }]);
  expect([await count('content.run'), await count('content.publication')]).toEqual(before);
}, 120_000);

test('F5 a configured scanner that does not answer lets nothing in, and nothing is kept', async () => {
  const before = [await count('content.placement'), await count('files.file')];
  const given = [
    file('scan.txt', '没查过\n正文'),
    file('scan.docx', await docx({ body: title('没查过') + p('正文') })),
  ];
  const env = { DATABASE_URL: fresh.url, MENHU_CLAMD: join(folder, 'nowhere.sock') };
  const { out, code } = await menhu(['import', ...given, ...to(), '--json'], env);
  const why = '查毒程序没有回答，没有查过毒的文件不能收。请稍后再导入，或请信息化中心检查查毒程序';
  expect([code, JSON.parse(out).map((one: { refused: string }) => one.refused)]).toEqual([1, [why, why]]);
  expect([await count('content.placement'), await count('files.file')]).toEqual(before);
}, 120_000);

test('Ctrl-C ends after the file in hand: what was said to be a draft is one, and the rest is taken the next time', async () => {
  for (let n = 1; n <= 4; n++) file(`many/${n}.docx`, await docx({ body: title(`第${n}份`) + p('正文') }));
  const args = ['--import', 'tsx', 'server/cli/run.ts', 'import', join(folder, 'many'), ...to()];
  const child = spawn(process.execPath, args, { cwd: packageRoot(), env: { ...process.env, DATABASE_URL: fresh.url } });
  let out = '';
  child.stdout.on('data', (part: Buffer) => {
    if (!out.includes('已存一稿') && part.includes('已存一稿')) child.kill('SIGINT');
    out += part.toString();
  });
  const [code] = await once(child, 'close');
  const said = out.split('\n').filter((line) => line.startsWith('已存一稿')).length;
  expect([code, out.includes(`${4 - said} 个还没有做到`), said < 4]).toEqual([1, true, true]);
  const { rows } = await fresh.pool.query(
    "select count(*)::int as n from content.revision where fields->>'title' like '第_份'",
  );
  expect(rows).toEqual([{ n: said }]);
  const rest = await menhu(['import', join(folder, 'many'), ...to(), '--json']);
  expect(JSON.parse(rest.out).map((one: { already: boolean }) => one.already)).toEqual(
    [1, 2, 3, 4].map((n) => n <= said),
  );
  expect(readdirSync(join(data, 'files')).length).toBeGreaterThan(0);
}, 240_000);
