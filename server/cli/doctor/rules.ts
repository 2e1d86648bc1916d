/** The rules in force: does every site have some, and can the people who are there still go every chain? */
import { sql } from 'kysely';
import { adviceOn, type Reason } from '../../../core/regulation/adopt.ts';
import type { Organisation } from '../../../core/regulation/organisation.ts';
import type { InForce } from '../../../core/regulation/types.ts';
import type { Database } from '../../door/knock.ts';
import { inForce } from '../../in-force.ts';
import { organisationOf, sayReason } from '../../regulations/subject.ts';
import { both, type Finding, found } from './finding.ts';

/** The rest is told by `menhu regulation show`. */
const shownMax = 10;
/** Warnings that change with the people; what this version can't carry out yet was told at the adoption. */
const aboutPeople = ['alone', 'own_text_stuck', 'nobody_holds', 'nobody_may'];

export async function rules(db: Database, at: Date): Promise<readonly Finding[]> {
  const organisation = await organisationOf(db, at);
  const units = await sql<{ unitId: string }>`
    select distinct unit_id from regulations.adoption where until_on is null order by unit_id`.execute(db);
  const paths = await Promise.all(units.rows.map(({ unitId }) => inForce(db, unitId, at)));
  const staffed = paths.flatMap((path) =>
    path.flatMap((law, i) =>
      law.binding.unit === path[0]?.binding.unit ? [staffing(law, path.slice(i + 1), organisation)] : [],
    ),
  );
  return [...staffed, ...(await ungoverned(db, at))];
}

export function staffing(law: InForce, above: readonly InForce[], organisation: Organisation): Finding {
  const { regulation, binding } = law;
  const { reasons, warnings } = adviceOn(regulation, binding, organisation, above);
  const told = warnings.filter(({ why }) => aboutPeople.includes(why));
  const unit = organisation.units.find(({ id }) => id === binding.unit)?.name ?? binding.unit;
  const [id, name] = [`regulation ${regulation.slug}`, `《${regulation.title}》（${unit}）`];
  const say = (all: readonly Reason[]) => all.slice(0, shownMax).map((one) => sayReason(one, regulation, above));
  const staff = both('请人事安排任职，或采用改过的规定', 'let the posts be filled, or adopt a changed text');
  if (reasons.length > 0)
    return {
      ...found(
        id,
        'bad',
        `${name}有 ${reasons.length} 处走不通`,
        `${name}: what nobody can do in it: ${reasons.length}`,
        staff,
      ),
      details: say(reasons),
    };
  if (told.length > 0)
    return {
      ...found(
        id,
        'warn',
        `${name}有 ${told.length} 处只靠一个人，或没有人任职`,
        `${name}: what rests on one person, or on nobody: ${told.length}`,
        staff,
      ),
      details: say(told),
    };
  return found(id, 'ok', `${name}的每条流程都有人办`, `${name}: there are people for every chain`);
}

/** A site over whose owner nothing is in force: nobody may publish there. */
async function ungoverned(db: Database, at: Date): Promise<readonly Finding[]> {
  const sites = await db
    .selectFrom('sites.site')
    .select(['label', 'name', 'ownerUnitId'])
    .orderBy('position')
    .execute();
  const open = await Promise.all(
    sites.map(async (site) => ({ ...site, laws: await inForce(db, site.ownerUnitId, at) })),
  );
  return open
    .filter(({ laws }) => laws.length === 0)
    .map(({ label, name }) =>
      found(
        `site ${label}`,
        'bad',
        `“${name}”没有规定管，谁也不能发布`,
        `no regulation governs ${label}: nobody may publish there`,
        both('用 menhu regulation adopt 采用规定', 'adopt one with menhu regulation adopt'),
      ),
    );
}

export async function demo(db: Database): Promise<Finding> {
  const row = await db.selectFrom('door.installation').select('demo').executeTakeFirst();
  if (!row)
    return found('demo', 'warn', '系统还是空的：没有单位和人员', 'the installation is empty: no units, no people');
  return row.demo
    ? found('demo', 'warn', '这是演示系统，不要放真实信息', 'this is a demo: put nothing real into it')
    : found('demo', 'ok', '不是演示系统', 'this is no demo');
}
