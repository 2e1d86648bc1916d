import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../db/package-root.ts';
import type { StoredFile } from '../file-view.ts';
import { type Made, make, type Written } from './body.ts';

const [one, two, word] = ['a', 'b', 'c'].map((letter) => letter.repeat(26)) as [string, string, string];
const file = (id: string, more: Partial<StoredFile> = {}): StoredFile => ({
  id,
  kind: 'picture',
  name: '桥.jpg',
  type: 'JPEG',
  published: [
    { name: 'w960.jpg', sha256: '1'.repeat(64), size: 90_000, type: 'image/jpeg', width: 960, height: 640 },
    { name: 'w480.jpg', sha256: '2'.repeat(64), size: 30_000, type: 'image/jpeg', width: 480, height: 320 },
  ],
  scanned: false,
  notes: [],
  ...more,
});
const written: Written = {
  kind: 'news',
  title: '标题',
  source: '来源',
  author: '作者',
  reprint: false,
  link: '',
  html: `<p>正文</p><figure class="picture"><img src="/files/${one}/x" alt="桥"></figure>`,
  original: null,
  facets: { reach: 'section', weight: 'general', sensitive: 'no' },
};
function made(more: Partial<Written> = {}, stored: readonly StoredFile[] = [file(one), file(two)]): Made {
  const outcome = make({ ...written, ...more }, stored);
  if (!outcome.ok) throw new Error(outcome.why);
  return outcome.made;
}

test('T5 every field that a person writes changes the hash that is approved', () => {
  const changed: Partial<Written>[] = [
    { kind: 'notice' },
    { title: '别的标题' },
    { source: '别处' },
    { author: '别人' },
    { reprint: true },
    { link: 'https://example.org/1' },
    { expires: '2027-02-28' },
    { html: written.html.replace('正文', '别的正文') },
    { html: written.html.replace('alt="桥"', 'alt="路"') },
    { html: written.html.replace(one, two) },
    { facets: { ...written.facets, reach: 'bureau' } },
    { facets: { ...written.facets, weight: 'important' } },
    { facets: { ...written.facets, sensitive: 'yes' } },
  ];
  const hashes = changed.map((more) => made(more).hash);
  expect(new Set([made().hash, ...hashes]).size).toBe(changed.length + 1);
  expect(made({ original: word }, [file(one), file(word, { kind: 'original' })]).hash).toBe(made().hash);
});

test('T5 other bytes, in any size of a picture, under another name or as another type, are another hash', () => {
  const base = file(one);
  const [wide, small] = base.published as [StoredFile['published'][number], StoredFile['published'][number]];
  const others: StoredFile[] = [
    { ...base, published: [{ ...wide, sha256: '3'.repeat(64) }, small] },
    { ...base, published: [wide, { ...small, sha256: '3'.repeat(64) }] },
    { ...base, name: '别的.jpg' },
    { ...base, type: 'PNG' },
  ];
  const hashes = others.map((other) => made({}, [other]).hash);
  expect(new Set([made().hash, ...hashes]).size).toBe(others.length + 1);
});

test('a file that is not among those the writer may name is not there', () => {
  const gone = made({}, []);
  expect(gone.files).toEqual([]);
  expect(gone.lacks.missing).toBe(1);
  expect(gone.html).toBe('<p>正文</p>\n<p class="missing">【图片找不到了，请重新上传】</p>');
  expect(made({ original: word }, [file(one), file(word)]).originalId).toBeNull();
});

/** Columns of the published views, and where each is approved: in the hash, or by a move of its own. */
const approvedBy: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  public_article: {
    placement_id: 'its run',
    article_id: 'submit',
    site_id: 'its run',
    column_id: 'its run',
    home: 'submit',
    number: 'publish',
    first_published_at: 'publish',
    published_at: 'publish',
    public_no: 'submit',
    unit_name: 'the organisation',
    revision_id: 'publish',
    hash: 'the hash',
    kind: 'the hash',
    fields: 'the hash',
    html: 'the hash',
    facets: 'the hash',
    pinned_at: 'pin',
    invalid_reason: 'mark_invalid',
    invalid_at: 'mark_invalid',
    successor_id: 'mark_invalid',
  },
  public_file: {
    site_id: 'its run',
    placement_id: 'its run',
    article_id: 'submit',
    home: 'submit',
    position: 'the hash',
    file_id: 'the hash',
    kind: 'the hash',
    name: 'the hash',
    type: 'the hash',
    published: 'the hash',
  },
};

test('T5 every column that the publisher can read of an article is in the hash or has a move of its own', () => {
  const folder = join(packageRoot(), 'server/db/migrations');
  const ddl = readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
  for (const [name, known] of Object.entries(approvedBy)) {
    // The last migration that says it is the one that holds.
    const views = ddl.matchAll(
      new RegExp(`create (?:or replace )?view content\\.${name} as\\s+select ([\\s\\S]*?)\\s+from`, 'g'),
    );
    const view = [...views].at(-1)?.[1] ?? '';
    const columns = view.split(',').map((c) =>
      c
        .trim()
        .replace(/^.* as /, '')
        .replace(/^\w+\./, ''),
    );
    expect(columns.sort()).toEqual(Object.keys(known).sort());
  }
});
