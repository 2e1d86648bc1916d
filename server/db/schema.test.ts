/** schema.ts is written by hand; here it is held against the tables that the migrations make. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packageRoot } from './package-root.ts';
import { freshDatabase, type TestDatabase } from './testing.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

const typeOf: Record<string, string> = {
  uuid: 'string',
  text: 'string',
  date: 'string',
  int4: 'number',
  int2: 'number',
  int8: 'number',
  bool: 'boolean',
  timestamptz: 'Date',
  jsonb: 'Json',
  bytea: 'Buffer',
  _uuid: 'string[]',
  _text: 'string[]',
};
const camel = (name: string) => name.replace(/_([a-z0-9])/g, (_all, letter: string) => letter.toUpperCase());

type Column = { table: string; column: string; type: string; nullable: boolean; view: boolean };
const columnsSql = `
  select table_schema || '.' || c.table_name as table, column_name as column, udt_name as type,
         is_nullable = 'YES' as nullable, t.table_type = 'VIEW' as view
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
   where table_schema not in ('pg_catalog', 'information_schema', 'public')`;
const checksSql = `
  select conrelid::regclass::text as table, pg_get_constraintdef(oid) as def from pg_constraint
   where contype = 'c' and connamespace::regnamespace::text not in ('pg_catalog', 'information_schema')`;

/** check (state in ('open', 'ended')) → the union that the type must be. */
async function unions(): Promise<Map<string, string>> {
  const { rows } = await database.pool.query<{ table: string; def: string }>(checksSql);
  return new Map(
    rows.flatMap(({ table, def }): [string, string][] => {
      const match = /^CHECK \(\((?:\()?"?(\w+)"? = ANY \(ARRAY\[('[^\]]+)\]\)\)\)$/.exec(def);
      const words = match?.[2]?.split(', ').map((word) => word.replace(/::\w+$/, ''));
      return words ? [[`${table.replaceAll('"', '')}.${match?.[1]}`, words.sort().join(' | ')]] : [];
    }),
  );
}

async function inDatabase(): Promise<string[]> {
  const [{ rows }, union] = [await database.pool.query<Column>(columnsSql), await unions()];
  return rows.map((c) => {
    const type = union.get(`${c.table}.${c.column}`) ?? typeOf[c.type] ?? `no type for ${c.type}`;
    // A view's columns are all nullable to PostgreSQL; whether they are is known only to whoever wrote it.
    return `${camel(c.table)} ${camel(c.column)}: ${type}${c.nullable && !c.view && type !== 'Json' ? ' | null' : ''}${c.view ? ' (view)' : ''}`;
  });
}

/** Fields as the file has them, in the same words. Generated<T> (the database has a default) is T when it is read. */
function inFile(): string[] {
  const text = ['schema.ts', 'schema-content.ts', 'schema-duties.ts']
    .map((file) => readFileSync(join(packageRoot(), 'server/db', file), 'utf8'))
    .join('\n')
    .replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
  return [...text.matchAll(/'([\w]+\.[\w]+)':\s*\{([^}]*)\}/g)].flatMap(([, table, body]) =>
    [...body!.matchAll(/(?:readonly\s+)?(\w+):\s*([^;]+);?/g)].map(([, name, type]) => {
      const plain = type!
        .replace(/^Generated(?:Always)?<(.*)>$/s, '$1')
        .replaceAll(/\s+/g, ' ')
        .trim();
      const parts = plain.split(' | ').filter((part) => part !== '' && part !== 'null');
      const nullable = / \| null\b/.test(plain) && plain !== 'Json';
      return `${table} ${name}: ${parts.sort().join(' | ')}${nullable ? ' | null' : ''}`;
    }),
  );
}

test('schema.ts has every column of every table, with its type and whether it may be null, and no other', async () => {
  const [made, written] = [await inDatabase(), inFile()];
  const tables = made.filter((line) => !line.endsWith(' (view)'));
  const views = made.filter((line) => line.endsWith(' (view)')).map((line) => line.replace(' (view)', ''));
  const viewNames = new Set(views.map((line) => line.split(' ')[0]));
  expect(written.filter((line) => !viewNames.has(line.split(' ')[0])).sort()).toEqual(tables.sort());
  const loose = (lines: string[]) => lines.map((line) => line.split(':')[0]).sort();
  expect(loose(written.filter((line) => viewNames.has(line.split(' ')[0])))).toEqual(loose(views));
  expect(tables.length).toBeGreaterThan(100);
});
