/** C5: nobody who runs the program can change what is history: tried as SQL under the program's own role. */
import { beforeAll, expect, test } from 'vitest';
import { walker } from './walk.fixture.ts';

const w = walker();
beforeAll(() => w.published().then(() => undefined));
/** Only ever added to. */
const history = [
  'door.event',
  'door.opinion',
  'door.fact',
  'door.installation',
  'content.revision',
  'content.decision',
  'content.register',
  'content.publication',
  'content.run_post',
  'regulations.version',
  'duties.closed',
];

test.each(history)('C5 T17 the program’s role can neither change, delete nor empty %s', async (table) => {
  const { rows } = await w.pool().query(
    // A number that PostgreSQL gives is refused for being given, before anybody's right is looked at.
    `select column_name as name from information_schema.columns
        where table_schema || '.' || table_name = $1 and is_identity = 'NO'`,
    [table],
  );
  const column = (rows[0] as { name: string }).name;
  await w.pool().query(`grant all on ${table} to menhu`); // PostgreSQL only warns: nothing was granted
  for (const statement of [
    `update ${table} set ${column} = ${column}`,
    `delete from ${table}`,
    `truncate ${table}`,
    `alter table ${table} disable trigger all`,
    `drop table ${table}`,
  ])
    await expect(w.pool().query(statement), statement).rejects.toMatchObject({ code: '42501' });
});

test('C5 T17 the program’s role is no superuser, owns nothing, and can become nobody else', async () => {
  const { rows } = await w.pool().query(`select rolsuper, rolcreaterole, rolcreatedb, rolbypassrls,
    exists (select from pg_class where relowner = r.oid) as owns, pg_has_role(r.oid, 'menhu_owner', 'member') as owner from pg_roles r where rolname = current_user`);
  expect(rows[0]).toEqual({
    rolsuper: false,
    rolcreaterole: false,
    rolcreatedb: false,
    rolbypassrls: false,
    owns: false,
    owner: false,
  });
  await expect(w.pool().query('set role menhu_owner')).rejects.toMatchObject({ code: '42501' });
});
