/** The texts that can be adopted: the files that come with the program, and every version that some unit adopted. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { readRegulation } from '../../core/regulation/read.ts';
import type { Library } from '../contract/adoption.ts';
import { packageRoot } from '../db/package-root.ts';
import type { Database } from '../door/knock.ts';

type Text = Library['items'][number];
type Filed = Text & { readonly source: string };

/** They come with the program and don't change while it runs. */
let read: readonly Filed[] | undefined;

function files(): readonly Filed[] {
  const folder = join(packageRoot(), 'regulations');
  read ??= readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .toSorted()
    .flatMap((name) => {
      const source = readFileSync(join(folder, name), 'utf8');
      const { regulation } = readRegulation(source);
      if (!regulation) return [];
      const { slug, title, version } = regulation;
      return [{ id: name.replace(/\.md$/, ''), slug, title, version, from: '程序自带', source }];
    });
  return read;
}

const storedMax = 300;

export async function library(db: Database): Promise<readonly Text[]> {
  const { rows } = await sql<Text & { source: string }>`
    select v.id::text, v.slug, v.compiled ->> 'title' as title, v.number as version, v.source,
           (select string_agg(distinct u.name, '、') from regulations.adoption a join people.unit u on u.id = a.unit_id
             where a.version_id = v.id) || '采用过' as from
      from regulations.version v order by v.slug, v.number desc, v.stored_at desc, v.id limit ${storedMax}`.execute(db);
  const own = files();
  const stored = rows.filter((row) => !own.some((one) => one.source === row.source));
  return [...own, ...stored].map(({ source: _, ...text }) => text);
}

export async function textOf(db: Database, id: string): Promise<string | undefined> {
  const file = files().find((one) => one.id === id);
  if (file) return file.source;
  const { rows } = await sql<{
    source: string;
  }>`select source from regulations.version where id::text = ${id}`.execute(db);
  return rows[0]?.source;
}
