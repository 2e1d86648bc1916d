import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { htmlOfText, textOfHtml } from '../../core/plain-text.ts';
import { packageRoot } from '../db/package-root.ts';
import { make, type Written } from './body.ts';

const written: Written = {
  kind: 'news',
  title: '标题',
  source: '来源',
  author: '作者',
  text: '正文',
  facets: { reach: 'section', weight: 'general', sensitive: 'no' },
};

test('T5 every field that a person writes changes the hash that is approved', () => {
  const hash = make(written).hash;
  const changed: Partial<Written>[] = [
    { kind: 'notice' },
    { title: '别的标题' },
    { source: '别处' },
    { author: '别人' },
    { text: '别的正文' },
    { facets: { ...written.facets, reach: 'bureau' } },
    { facets: { ...written.facets, weight: 'important' } },
    { facets: { ...written.facets, sensitive: 'yes' } },
  ];
  const hashes = changed.map((more) => make({ ...written, ...more }).hash);
  expect(new Set([hash, ...hashes]).size).toBe(changed.length + 1);
  expect(make({ ...written }).hash).toBe(hash);
});

/** Columns of the published view, and where each is approved: in the hash, or by a move of its own. */
const approvedBy: Readonly<Record<string, string>> = {
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
};

test('T5 every column that the publisher can read of an article is in the hash or has a move of its own', () => {
  const folder = join(packageRoot(), 'server/db/migrations');
  const ddl = readdirSync(folder)
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n');
  const view = /create view content\.public_article as\s+select ([\s\S]*?)\s+from/.exec(ddl)?.[1] ?? '';
  const columns = view.split(',').map((c) =>
    c
      .trim()
      .replace(/^.* as /, '')
      .replace(/^\w+\./, ''),
  );
  expect(columns.sort()).toEqual(Object.keys(approvedBy).sort());
});

test('G3 what a person writes is text: no tag, entity or attribute of theirs survives as markup', () => {
  const payloads = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '"><svg/onload=alert(1)>',
    '&lt;script&gt;',
    '## <b>x</b>',
    '- <a href=javascript:x>y</a>',
    '<!--',
    ']]>',
    '</p><p onclick=x>',
  ];
  for (const text of payloads)
    expect(make({ ...written, text }).html).toMatch(/^(<(p|h[234]|ul|li)>|<\/(p|h[234]|ul|li)>|[^<>]|\n)*$/);
});

test('G2 plain text comes back as it was, but for spaces at line ends and empty lines', () => {
  const line = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
    .map((s) => s.replace(/[\p{Cc}\u2028\u2029]/gu, '').trim());
  fc.assert(
    fc.property(
      fc.array(
        line.filter((l) => l !== '' && !/^[\s\u3000]|[\s\u3000]$|^(#{2,4}|-)( |$)/.test(l)),
        { maxLength: 8 },
      ),
      (lines) => {
        expect(textOfHtml(htmlOfText(lines.join('\n')))).toBe(lines.join('\n'));
      },
    ),
  );
  expect(textOfHtml(htmlOfText('  首行\n\n## 小标题\n- 一\n- 二\n末行 & <b>'))).toBe(
    '首行\n## 小标题\n- 一\n- 二\n末行 & <b>',
  );
});
