/** `menhu regulation try FILE`: what the last months would have been under a draft. Nothing is changed. */
import { isDay, localDay } from '../../../core/day.ts';
import { readRegulation } from '../../../core/regulation/read.ts';
import type { Binding, Regulation } from '../../../core/regulation/types.ts';
import type { Database } from '../../door/knock.ts';
import { draftOf, tryDuties } from '../../duties/trial.ts';
import { type OtherWays, otherWays } from '../../duties/trial-articles.ts';
import { type DutyRow, dutyRows, unbound } from '../../duties/trial-view.ts';
import { wayWords } from '../../duties/trial-words.ts';
import { below, type Rows } from '../../duties/world.ts';
import { everyAdoption } from '../../in-force.ts';
import { now } from '../../now.ts';
import { checkFile, reportText } from '../../regulations/check-report.ts';
import { organisationOf } from '../../regulations/subject.ts';
import type { Command, Outside } from '../command.ts';
import { dataOption, withRunning } from '../installation.ts';
import type { Given } from '../options.ts';
import { readText } from '../read-text.ts';
import { unitNamed } from '../units.ts';
import { Usage } from '../words.ts';
import { bindingOf } from './binding.ts';
import { bindingOptions, wantedOf } from './wanted.ts';

export const regulationTry: Command = {
  name: 'regulation try',
  usage: 'menhu regulation try FILE --unit U --since DAY [--bind ROLE=U[,U]] [--value ID=VALUE] [--binding FILE]',
  about: {
    zh: '试算一份草案：如果从某天起就照它办，谁会超期、谁会没做够；什么也不改',
    en: 'tries a draft on what really happened since a day: who would have been late or short. Changes nothing',
  },
  takes: {
    values: {
      unit: { zh: '由哪个单位采用，写名称', en: 'the unit that would adopt it, by its name' },
      since: { zh: '从哪天起算，如 2026-01-01', en: 'from which day on, as 2026-01-01' },
      ...bindingOptions.values,
      data: dataOption,
    },
    many: bindingOptions.many,
    switches: {},
    files: true,
  },
  more: {
    zh: `这个单位正在施行的同一份规定，角色和数值照旧；命令行写的优先。没有定的角色和数值会列出来，那几项职责不算。
退出码：0 算完了；1 草案有错；2 命令写错了。`,
    en: `Roles and values of the regulation that this unit has in force are taken over; what the command line says counts
first. What is still unbound is listed, and its duties are left out. It ends with 0: done; 1: the draft has faults; 2: the command was not understood.`,
  },
  run: async (given, outside) => {
    const [file, another] = given.files;
    if (file === undefined || another !== undefined)
      throw new Usage({ zh: '要试算哪个文件？一次一个', en: 'which file? One at a time' });
    const since = sinceOf(given);
    const source = readText(file);
    const { regulation, faults } = readRegulation(source);
    if (!regulation) {
      outside.text(reportText([checkFile(file, source)]));
      outside.json({ tried: false, faults });
      return 1;
    }
    return withRunning(given, outside, (db) => tried(db, regulation, since, given, outside));
  },
};

function sinceOf(given: Given): string {
  const since = given.value('since');
  if (since === undefined)
    throw new Usage({ zh: '缺少 --since（从哪天起算）', en: '--since is missing (from which day on)' });
  if (!isDay(since) || since > localDay(now()))
    throw new Usage({
      zh: `--since 要写成 2026-01-01 这样的日期，不晚于今天，不能是 ${since}`,
      en: `--since is a day as 2026-01-01, not later than today, and not ${since}`,
    });
  return since;
}

async function tried(
  db: Database,
  regulation: Regulation,
  since: string,
  given: Given,
  outside: Outside,
): Promise<number> {
  const wanted = wantedOf(given);
  if (wanted.unit === undefined)
    throw new Usage({ zh: '缺少 --unit（由哪个单位采用）', en: '--unit is missing (the unit that would adopt it)' });
  const at = now();
  const organisation = await organisationOf(db, at);
  const unit = unitNamed(wanted.unit, organisation.units);
  const said = bindingOf(wanted, regulation, organisation, unit.id);
  const binding = over(await presentBinding(db, unit.id, regulation.slug), said);
  const trial = await tryDuties(db, regulation, binding, since, at);
  const open = unbound(regulation, binding);
  const found = dutyRows(regulation, trial);
  const world = trial.world;
  const ways = await otherWays(db, draftOf(regulation, binding), below(unit.id, world.units), since, world);
  outside.text(`《${regulation.title}》第 ${regulation.version} 版，${unit.name}，${since} 到 ${localDay(at)}`);
  for (const line of open) outside.text(`  ${line}，有关的职责没有算`);
  for (const row of found) for (const line of textOf(row)) outside.text(line);
  if (found.length === 0) outside.text({ zh: '这份规定没有可以试算的职责', en: 'this text has no duties to try' });
  for (const line of waysText(ways, world)) outside.text(line);
  outside.json({
    ...{ tried: true, since, unit: unit.name, unbound: open },
    duties: found.map(({ bearers, clause: _, ...row }) => ({
      ...row,
      who: bearers.flatMap(({ name, breached }) => (breached > 0 ? [{ name, n: breached }] : [])),
    })),
    articles: {
      sent: ways.sent,
      other: ways.others.map((other) => ({ title: other.sent.title, ...wayWords(other, world) })),
    },
  });
  return 0;
}

/** Of the version that this unit has in force, or had last. */
async function presentBinding(db: Database, unit: string, slug: string): Promise<Binding | undefined> {
  const all = await everyAdoption(db);
  return all.findLast(({ binding, regulation }) => binding.unit === unit && regulation.slug === slug)?.binding;
}

const over = (present: Binding | undefined, said: Binding): Binding => ({
  ...said,
  roles: { ...present?.roles, ...said.roles },
  leads: { ...present?.leads, ...said.leads },
  values: { ...present?.values, ...said.values },
});

function textOf(row: DutyRow): readonly string[] {
  const counts = [
    `${row.lines} 行`,
    `达到 ${row.met}`,
    `违反 ${row.breached}${row.late > 0 ? `（其中补做 ${row.late}）` : ''}`,
  ];
  if (row.open > 0) counts.push(`还在期内 ${row.open}`);
  if (row.provisional > 0) counts.push(`暂定 ${row.provisional}`);
  const who = row.bearers.filter(({ breached }) => breached > 0);
  const names = who.slice(0, 5).map(({ name, breached }) => `${name} ${breached}`);
  return [
    `${row.law} ${row.duty}：${counts.join('，')}`,
    `  ${row.says}`,
    ...(who.length > 0 ? [`  违反的：${names.join('、')}${who.length > 5 ? ` 等 ${who.length} 个单位` : ''}`] : []),
  ];
}

const waysShown = 10;

/** The texts that would have gone another way: how many, and the last ones with both ways. */
function waysText({ sent, others, isAll }: OtherWays, world: Rows): readonly string[] {
  const looked = isAll ? ` ${sent} 次报送` : `最近 ${sent} 次报送`;
  if (others.length === 0) return [`稿件流程：看了${looked}，没有一件会走另一条流程`];
  const shown = others.slice(0, waysShown).flatMap((other) => {
    const { took, would, refused } = wayWords(other, world);
    return [
      `  ${localDay(other.sent.at)} ${other.sent.siteName}《${other.sent.title}》`,
      `    原来：${took.join(' → ')}`,
      `    草案：${would?.join(' → ') ?? refused}`,
    ];
  });
  const more = others.length > waysShown ? [`  另有 ${others.length - waysShown} 件`] : [];
  return [`稿件流程：看了${looked}，${others.length} 件会走另一条流程`, ...shown, ...more];
}
