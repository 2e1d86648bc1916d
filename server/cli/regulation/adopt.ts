/** `menhu regulation adopt FILE`: a text comes in force for a unit from a day on, through the door, under a person's name. */
import { randomUUID } from 'node:crypto';
import { localDay } from '../../../core/day.ts';
import { readRegulation } from '../../../core/regulation/read.ts';
import type { Regulation } from '../../../core/regulation/types.ts';
import { act } from '../../act.ts';
import type { Ask, Database } from '../../door/knock.ts';
import { now } from '../../now.ts';
import { checkFile, reportText } from '../../regulations/check-report.ts';
import type { Plan } from '../../regulations/plan.ts';
import { beforeLines } from '../../regulations/plan-words.ts';
import { organisationOf } from '../../regulations/subject.ts';
import type { Command, Outside } from '../command.ts';
import { personOf } from '../find.ts';
import { dataOption, withRunning } from '../installation.ts';
import { readText } from '../read-text.ts';
import { unitNamed } from '../units.ts';
import { Usage } from '../words.ts';
import { planFor } from './plan.ts';
import { planJson, planText } from './report.ts';
import { templateOf } from './template.ts';
import { bindingOptions, type Wanted, wantedOf } from './wanted.ts';

export const regulationAdopt: Command = {
  name: 'regulation adopt',
  usage: 'menhu regulation adopt FILE --unit U --from DAY --by LOGIN --bind ROLE=U[,U] [--binding FILE] [--dry-run]',
  about: {
    zh: '采用一份规定：从某天起对某个单位施行；已经采用过的，由新的一版代替',
    en: 'adopts a regulation: in force for a unit from a day on; a newer version takes the place of the older',
  },
  takes: {
    values: {
      unit: { zh: '采用的单位，写名称', en: 'the unit that adopts it, by its name' },
      from: { zh: '从哪天起施行，如 2026-12-01', en: 'the day from which it is in force, as 2026-12-01' },
      by: { zh: '以谁的名义采用，写登录名；记录在案', en: 'in whose name, by login; it is recorded' },
      ...bindingOptions.values,
      home: {
        zh: '首页显示哪些栏目，按先后，用逗号隔开',
        en: 'which columns the home page shows, in order, with commas between',
      },
      accept: {
        zh: '同意一条读法，如 "flow sub-site"；可以写几次',
        en: 'agrees to one reading, as "flow sub-site"; may be given more than once',
      },
      data: dataOption,
    },
    many: [...bindingOptions.many, 'accept'],
    switches: {
      'accept-readings': { zh: '同意全部读法', en: 'agrees to all readings' },
      'dry-run': { zh: '只看结果，不采用', en: 'only says what would be done' },
      template: { zh: '打印一份待填的 YAML，给 --binding 用', en: 'prints a YAML file to fill in, for --binding' },
    },
    files: true,
  },
  more: {
    zh: `先用 --template 得到一份待填的文件，填好后用 --dry-run 看：开哪些栏目，走哪些流程，哪个岗位没有人，
哪些读法要同意，哪些条款系统还不能办，为什么还不能采用。角色只按您写的对应，同名的单位只作提示。
正在办的稿件按原来的流程走完。
退出码：0 采用了（或可以采用）；1 不能采用；2 命令写错了。`,
    en: `--template prints a file to fill in; with --dry-run it then tells the columns and chains, posts that nobody holds,
readings to agree to, what is not carried out yet, and every reason against. Roles are bound as you say:
a unit of the same name is only pointed out. Runs that are open keep the chain they started with.
It ends with 0: adopted (or it could be); 1: it can't be; 2: the command was not understood.`,
  },
  run: async (given, outside) => {
    const [file, another] = given.files;
    if (file === undefined || another !== undefined)
      throw new Usage({ zh: '要采用哪个文件？一次一个', en: 'which file? One at a time' });
    const source = readText(file);
    const { regulation, faults } = readRegulation(source);
    if (!regulation) {
      outside.text(reportText([checkFile(file, source)]));
      outside.json({ adopted: false, faults });
      return 1;
    }
    return withRunning(given, outside, async (db) => {
      const wanted = wantedOf(given);
      if (given.on('template')) return template(db, regulation, wanted, outside);
      const plan = await planFor(db, source, regulation, wanted);
      return given.on('dry-run') ? dryRun(plan, outside) : adopt(db, plan, wanted, outside);
    });
  },
};

async function template(
  db: Database,
  regulation: Regulation,
  { unit }: Wanted,
  { text, json }: Outside,
): Promise<number> {
  if (unit === undefined)
    throw new Usage({ zh: '缺少 --unit（采用这份规定的单位）', en: '--unit is missing (the unit that adopts it)' });
  const organisation = await organisationOf(db, now());
  const filled = templateOf(regulation, organisation, unitNamed(unit, organisation.units), localDay(now()));
  text(filled);
  json({ template: filled });
  return 0;
}

function dryRun(plan: Plan, { text, json }: Outside): number {
  for (const line of planText(plan)) text(line);
  json({ adopted: false, ...planJson(plan) });
  return plan.weighed.reasons.length === 0 ? 0 : 1;
}

async function adopt(db: Database, plan: Plan, { by }: Wanted, outside: Outside): Promise<number> {
  if (by === undefined)
    throw new Usage({ zh: '缺少 --by（以谁的名义采用，写登录名）', en: '--by is missing (in whose name, by login)' });
  const { status, body } = await act(db, askOf(plan, await personOf(db, by)));
  const { message, reasons = [] } = body as { message?: string; reasons?: readonly string[] };
  outside.json({ adopted: status === 200, ...planJson(plan), ...(message === undefined ? {} : { message }) });
  if (status !== 200) {
    for (const line of [message ?? '没有采用', ...reasons.map((one) => `  ${one}`)]) outside.text(line);
    return 1;
  }
  outside.text(
    `已采用：《${plan.regulation.title}》第 ${plan.regulation.version} 版，${plan.unit.name}，${plan.adopting.fromOn} 起施行`,
  );
  for (const line of beforeLines(plan)) outside.text(line);
  if (plan.weighed.warnings.length > 0) outside.text('要知道的');
  for (const line of plan.weighed.warnings) outside.text(`  ${line}`);
  return 0;
}

/** Whoever may read the installation's keys may adopt for anybody; the event says in whose name (decision 0331). */
const askOf = ({ adopting, unit }: Plan, person: string): Ask => ({
  subject: 'regulation',
  verb: 'adopt_for',
  id: unit.id,
  version: 0,
  key: randomUUID(),
  actor: { person, address: 'menhu regulation adopt' },
  body: adopting as unknown as Ask['body'],
});
