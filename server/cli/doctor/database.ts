/** The database: is it one that Menhu can trust, has it our migrations, and is the program's role bound by its rights? */
import type { Pool } from 'pg';
import { faultsIn } from '../../db/check.ts';
import { migrationState } from '../../db/migrate.ts';
import { migrationsFolder } from '../../db/package-root.ts';
import { now } from '../../now.ts';
import { both, type Finding, found } from './finding.ts';
import { clockFinding } from './machine.ts';

export async function soundness(pool: Pool): Promise<Finding> {
  const { version, collation, faults } = await faultsIn(pool);
  if (faults.length === 0)
    return found(
      'database',
      'ok',
      `PostgreSQL ${version}，UTF8，排序 ${collation}`,
      `PostgreSQL ${version}, UTF8, collation ${collation}`,
    );
  return {
    ...found('database', 'bad', `PostgreSQL ${version} 不能这样用`, `PostgreSQL ${version} can't be used so`),
    todo: both('照下面说的改', 'mend what stands below'),
    details: faults,
  };
}

export async function migrations(pool: Pool): Promise<Finding> {
  const { applied, missing, newer, changed } = await migrationState(pool, migrationsFolder());
  const named = (names: readonly string[]) => names.join(', ');
  if (changed.length > 0)
    return found(
      'migrations',
      'bad',
      `${named(changed)} 在升级数据库以后被改过`,
      `${named(changed)} was changed after it was applied`,
      both('恢复原来的文件', 'put the file back as it was'),
    );
  if (newer.length > 0)
    return found(
      'migrations',
      'bad',
      `数据库已由更新的版本升级（${named(newer)}）`,
      `a newer Menhu migrated the database (${named(newer)})`,
      both('用更新的版本启动', 'start the newer one'),
    );
  if (missing.length > 0)
    return found(
      'migrations',
      'bad',
      `数据库还没有升级：${named(missing)}`,
      `the database lacks ${named(missing)}`,
      both(
        '重新启动；用自己的 PostgreSQL 时要设 DATABASE_OWNER_URL',
        'start anew; with a PostgreSQL of your own set DATABASE_OWNER_URL',
      ),
    );
  return found(
    'migrations',
    'ok',
    `数据库与程序一致（第 ${applied} 次升级）`,
    `the database is in step with the program (migration ${applied})`,
  );
}

/** Tables whose rows are history: the program's role adds, and neither changes nor removes. */
const kept = [
  'door.event',
  'door.opinion',
  'door.fact',
  'content.revision',
  'content.decision',
  'content.register',
  'content.publication',
  'regulations.version',
  'duties.closed',
];

export async function rights(pool: Pool): Promise<Finding> {
  const { rows } = await pool.query<{ tab: string; may: string }>(
    `select tab, may from unnest($1::text[]) as tab, unnest(array['UPDATE', 'DELETE', 'TRUNCATE']) as may
      where has_table_privilege(current_user, tab, may)
      union all
     select c.oid::regclass::text, 'OWN' from pg_class c
      where c.oid = any ($1::text[]::regclass[]) and pg_has_role(current_user, c.relowner, 'member')`,
    [kept],
  );
  if (rows.length === 0)
    return found(
      'rights',
      'ok',
      '程序的数据库用户不能改、不能删记录',
      "the program's role can neither change nor remove the log",
    );
  return {
    ...found('rights', 'bad', '程序的数据库用户能改或能删记录', "the program's role could change or remove the log"),
    todo: both(
      'DATABASE_URL 用 menhu 角色，并收回下面的权限',
      'use the role menhu in DATABASE_URL, and revoke what stands below',
    ),
    details: rows.map(({ tab, may }) => `${may} ${tab}`),
  };
}

/** Half of the way there and back is taken off. */
export async function clock(pool: Pool): Promise<Finding> {
  const before = now().getTime();
  const { rows } = await pool.query<{ ms: number }>(
    'select (extract(epoch from clock_timestamp()) * 1000)::float8 as ms',
  );
  const after = now().getTime();
  return clockFinding((before + after) / 2 - (rows[0]?.ms ?? 0));
}
