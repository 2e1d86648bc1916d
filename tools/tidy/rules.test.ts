// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the cases are code, held as text
// Each rule against a planted fault and against the nearest thing that is allowed.
import { expect, test } from 'vitest';
import { clockReads, consoleCalls, randomInCore } from './clocks.ts';
import { directions, oneDoorPerLibrary, rings } from './imports.ts';
import { emptyFileNames, emptyTypeNames, hiddenOrigins, lockFaults, machineText } from './names.ts';
import { bannedStatements, rawText, valuesInText } from './sql.ts';
import { type Rule, read } from './syntax.ts';

type Case = readonly [path: string, text: string];
const faultsOf = (rule: Rule, [path, text]: Case) => rule(read({ path, text }));

/** Every case of `wrong` gives exactly one fault, every case of `right` none. */
function bites(rule: Rule, wrong: readonly Case[], right: readonly Case[]) {
  for (const one of wrong) expect([one, faultsOf(rule, one).length]).toEqual([one, 1]);
  for (const one of right) expect([one, faultsOf(rule, one)]).toEqual([one, []]);
}

test('import directions', () => {
  bites(
    directions,
    [
      ['core/a.ts', "import { readFileSync } from 'node:fs';"],
      ['core/a.ts', "import { Kysely } from 'kysely';"],
      ['core/a.ts', "export { now } from '../server/now.ts';"],
      ['core/a.ts', "export type A = import('../server/act.ts').A;"],
      ['core/a.test.ts', "import { act } from '../server/act.ts';"],
      ['core/moves.ts', "import { decide } from './article.ts';"],
      ['core/calendar.ts', "import { decide } from './letter/moves.ts';"],
      ['bundle/a.ts', "import { page } from '../publisher/page.ts';"],
      ['publisher/a.ts', "import { act } from '../server/act.ts';"],
      ['publisher/a.ts', "import { store } from '../server/content/store.ts';"],
      ['edge/a.ts', "import { page } from '../publisher/page.ts';"],
      ['edge/a.ts', "const db = await import('../server/db/client.ts');"],
      ['admin/a.tsx', "import type { Store } from '../server/content/store.ts';"],
      ['server/letters/a.ts', "import { store } from '../content/store.ts';"],
      ['server/act.ts', "import { build } from '../publisher/build.ts';"],
      ['server/content/a.ts', "import { build } from '../../publisher/build.ts';"],
      ['server/act.ts', "import { start } from '../edge/start.ts';"],
      ['server/contract/a.ts', "import { sql } from 'kysely';"],
      ['server/act.ts', "import { makeCanary } from '../tools/canary.ts';"],
      ['start.mjs', "import pg from 'pg';"],
      ['somewhere/a.ts', "import { a } from './b.ts';"],
    ],
    [
      ['core/a.ts', "import { z } from 'zod'; import { parse } from 'yaml'; import { judge } from './moves.ts';"],
      ['core/a.ts', "import type { Root } from 'mdast';"],
      ['core/regulation/a.ts', "import { judge } from '../moves.ts';"],
      ['core/article.ts', "import { judge } from './moves.ts';"],
      [
        'core/a.test.ts',
        "import { test } from 'vitest'; import fc from 'fast-check'; import { readFileSync } from 'node:fs';",
      ],
      ['bundle/a.ts', "import { log } from '../core/log.ts';"],
      ['publisher/a.ts', "import { db } from '../server/db/client.ts';"],
      ['edge/a.ts', "import { verify } from '../bundle/verify.ts';"],
      ['admin/a.tsx', "import { client } from '../server/contract/client.ts'; import { Table } from 'antd';"],
      ['server/letters/a.ts', "import { act } from '../act.ts'; import { row } from '../contract/row.ts';"],
      [
        'server/main.ts',
        "import { build } from '../publisher/build.ts'; import { routes } from './letters/routes.ts';",
      ],
      ['server/letters/a.test.ts', "import { store } from '../content/store.ts';"],
      ['start.mjs', "import { spawn } from 'node:child_process'; import { lock } from './start/lock.mjs';"],
    ],
  );
});

test('rings are found through re-exports, and not through types', () => {
  const sources = (a: string) =>
    [
      { path: 'core/a.ts', text: a },
      { path: 'core/b.ts', text: "export { c } from './c.ts';" },
      { path: 'core/c.ts', text: "import { a } from './a.ts';" },
    ].map(read);
  expect(rings(sources("import { b } from './b.ts';"))).toEqual(['core/a.ts → core/b.ts → core/c.ts → core/a.ts']);
  expect(rings(sources("import type { B } from './b.ts';"))).toEqual([]);
});

test('a second file that imports a guarded library is named', () => {
  const use = (path: string, name: string) => read({ path, text: `import x from '${name}';` });
  expect(oneDoorPerLibrary([use('publisher/a.ts', 'liquidjs'), use('publisher/b.ts', 'liquidjs')])).toEqual([
    'publisher/b.ts:1: liquidjs already sits behind publisher/a.ts',
  ]);
  expect(oneDoorPerLibrary([use('server/act.ts', 'pg')])).toHaveLength(1);
  expect(oneDoorPerLibrary([use('server/db/client.ts', 'pg'), use('server/db/embedded.ts', 'pg')])).toEqual([]);
});

test('clocks, chance and the console', () => {
  bites(
    clockReads,
    [
      ['server/act.ts', 'const at = new Date();'],
      ['core/a.ts', 'const at = Date.now();'],
      ['core/a.ts', 'const at = Date();'],
      ['edge/a.ts', 'const at = performance.now();'],
      ['admin/a.tsx', 'const A = () => <p>{Date.now()}</p>;'],
      ['server/a.ts', 'const read = Date.now; read();'],
    ],
    [
      ['core/a.ts', 'const at = new Date(0); // not Date.now()'],
      ['core/a.ts', "const said = 'Date.now()';"],
      ['server/now.ts', 'export const now = () => new Date();'],
      ['bench/a.ts', 'performance.now();'],
      ['server/act.test.ts', 'new Date();'],
      ['start.mjs', 'Date.now();'],
    ],
  );
  bites(
    randomInCore,
    [
      ['core/a.ts', 'const id = Math.random();'],
      ['core/a.ts', 'const id = crypto.randomUUID();'],
    ],
    [['server/a.ts', 'const id = crypto.randomUUID();']],
  );
  bites(
    consoleCalls,
    [
      ['server/a.ts', "console.log('x');"],
      ['core/a.ts', "console.error('x');"],
    ],
    [
      ['bin/menhu.ts', "console.log('x');"],
      ['bench/run.ts', "console.log('x');"],
      ['server/a.ts', "// console.log('x')"],
    ],
  );
});

test('G6 the rule sees values in templates, in sums, and in text given unseen', () => {
  bites(
    valuesInText,
    [
      ['server/a.ts', 'const q = `select id from a where name = ${name}`;'],
      ['server/a.ts', "const q = 'delete from a where id = ' + id;"],
      ['world/a.ts', 'const q = `insert into a values (${a})`;'],
      ['server/db/a.ts', "const q = `create role x password '${word}'`;"],
      ['server/a.ts', "const find = (where) => `select a from b ${where}`; const where = 'x';"],
      ['server/a.ts', 'const find = (name) => `select a from b where c = ${upper(name)}`;'],
      [
        'server/a.ts',
        'const find = (name) => { { const name = f(name); return `select a from b where c = ${name}`; } };',
      ],
      ['server/db/a.ts', "let flags = 'login'; const q = `create role x ${flags}`;"],
    ],
    [
      ['server/a.ts', 'const q = sql`select id from a where name = ${name}`;'],
      ['server/a.ts', 'const q = sql<{ id: string }>`select id from a where name = ${name}`;'],
      ['server/db/a.ts', 'const q = `create role x password ${client.escapeLiteral(word)}`;'],
      ['server/db/a.ts', "const flags = 'login'; const q = `create role x ${flags} ${again ? 'a' : 'b'}`;"],
      ['server/db/a.ts', 'const lockKey = 7; const q = `select pg_advisory_lock(${lockKey})`;'],
      ['server/a.ts', "const cells = `a, ${ms('b')}`; const all = `select ${cells} from c`; q(`${all} where d = $1`);"],
      ['server/a.ts', "const said = 'update ' + name; const b = `${a} select`;"],
    ],
  );
  bites(
    rawText,
    [
      ['server/a.ts', 'sql.raw(order);'],
      ['server/a.ts', 'sql.raw<string>(`a ${order}`);'],
      ['server/a.ts', 'sql.lit(name);'],
      ['server/a.ts', 'CompiledQuery.raw(text);'],
      ['server/a.ts', "client.query('listen ' + channel);"],
      ['server/a.ts', 'client.query(`${start} where id = 1`);'],
    ],
    [
      ['server/a.ts', "sql.raw('now()');"],
      ['server/db/migrate.ts', 'client.query(file.text);'],
      ['server/a.ts', "client.query('select $1', [name]);"],
      ['server/a.test.ts', 'sql.raw(anything);'],
    ],
  );
});

test('statements that are never written', () => {
  const seen = (path: string, text: string) => bannedStatements({ path, text }).length;
  expect([
    seen('server/a.ts', 'sql`update door.event set kind = 1`'),
    seen('server/db/migrations/2.sql', 'DELETE  FROM door.event;'),
    seen('server/a.ts', "db.deleteFrom('door.event')"),
    seen('server/db/migrations/2.sql', 'grant select, update on door.event to menhu;'),
    seen('server/db/migrations/2.sql', 'grant all on all tables in schema door to menhu;'),
    seen('a.sql', 'revoke update on door.event from menhu; grant update on all tables in schema door to menhu;'),
    seen('server/a.ts', 'sql`insert into door.job (id) values (1)\n on conflict (key) do nothing`'),
    seen('server/a.ts', "db.insertInto('door.job').values(v).onConflict((c) => c.column('key').doNothing())"),
  ]).toEqual([1, 1, 1, 1, 1, 1, 1, 1]);
  expect([
    seen('server/db/migrations/2.sql', 'revoke update, delete on door.event from menhu;'),
    seen(
      'a.sql',
      'grant update on all tables in schema door to menhu;\nrevoke update on door.event, door.job from menhu;',
    ),
    seen('server/db/migrations/2.sql', '-- nobody may delete from door.event'),
    seen(
      'server/db/migrations/2.sql',
      'grant select, insert on door.event to menhu; grant update on door.head to menhu;',
    ),
    seen('server/a.ts', 'sql`insert into door.job (id) values (1) on conflict (key) do update set run_at = 1`'),
    seen('server/a.ts', 'sql`insert into people.login (id) values (1) on conflict do nothing`'),
    seen('server/act.test.ts', "await program.query('delete from door.event')"),
  ]).toEqual([0, 0, 0, 0, 0, 0, 0]);
});

test('names that say nothing', () => {
  const wrong = ['server/letter-service.ts', 'core/utils.ts', 'server/data/a.ts', 'admin/parts/BaseTable.tsx'];
  expect(wrong.map((path) => emptyFileNames(path).length)).toEqual([1, 1, 1, 1]);
  const right = ['core/database.ts', 'server/letters/store.ts', 'tsconfig.base.json', 'docs/data.md'];
  expect(right.flatMap(emptyFileNames)).toEqual([]);
  bites(
    emptyTypeNames,
    [
      ['core/a.ts', 'export type LetterData = {};'],
      ['core/a.ts', 'interface BaseRow {}'],
      ['core/a.ts', 'class JobManager {}'],
    ],
    [['core/a.ts', 'type Database = {}; class Refused extends Error {}']],
  );
});

test('exports that hide where a thing comes from', () => {
  bites(
    hiddenOrigins,
    [
      ['core/a.ts', 'export default 1;'],
      ['core/a.ts', "export * from './b.ts';"],
      ['core/letter/index.ts', "export { a } from './a.ts';"],
    ],
    [
      ['core/a.ts', "export { a } from './b.ts';"],
      ['vitest.config.ts', 'export default {};'],
    ],
  );
});

test('text that belongs to one machine', () => {
  const seen = (text: string) => machineText({ path: 'docs/a.md', text }).length;
  expect(seen('see /home/li/menhu/x')).toBe(1);
  expect(seen('in /root/menhu')).toBe(1);
  expect(seen('from https://registry.example.org/x')).toBeGreaterThan(0);
  expect(seen('registry.example.org')).toBe(1);
  expect(seen('the root of /tmp, a registry of columns, https://www.apache.org/licenses/')).toBe(0);
  const lock = (entry: object) => lockFaults(JSON.stringify({ packages: { '': {}, 'node_modules/a': entry } })).length;
  expect([lock({ integrity: 'x' }), lock({ integrity: 'x', resolved: 'y' }), lock({})]).toEqual([0, 1, 1]);
});
