/** `menhu regulation list` and `show`: which regulations govern which unit, since when, and how they were bound. */
import { sql } from 'kysely';
import { localDay } from '../../../core/day.ts';
import { cite } from '../../../core/regulation/cite.ts';
import type { Binding, Regulation } from '../../../core/regulation/types.ts';
import type { Database } from '../../door/knock.ts';
import { now } from '../../now.ts';
import type { Command, Outside } from '../command.ts';
import { missing } from '../find.ts';
import { dataOption, withRunning } from '../installation.ts';
import type { Given } from '../options.ts';
import { Usage } from '../words.ts';

type Row = {
  slug: string;
  number: number;
  title: string;
  unit: string;
  fromOn: string;
  untilOn: string | null;
  by: string;
  at: Date;
  sha256: string;
  source: string;
  binding: Binding;
  compiled: Regulation;
};

/** All adoptions, units in their order, the newest of each first. There are as many as people ever decided. */
const adoptions = (db: Database) =>
  sql<Row>`
    select v.slug, v.number, v.compiled->>'title' as title, u.name as unit, a.from_on, a.until_on,
           coalesce(p.name, '') as by, a.at, v.sha256, v.source, a.binding, v.compiled
      from regulations.adoption a join regulations.version v on v.id = a.version_id
      join people.unit u on u.id = a.unit_id left join people.person p on p.id = a.by_person
     order by u.position, v.slug, a.from_on desc, a.at desc, a.id`.execute(db);

type Standing = 'coming' | 'inForce' | 'ended';
const names: Readonly<Record<Standing, string>> = { coming: '还没有施行', inForce: '施行中', ended: '已经被代替' };

const standing = ({ fromOn, untilOn }: Row, today: string): Standing =>
  untilOn !== null && untilOn <= today ? 'ended' : fromOn > today ? 'coming' : 'inForce';

export const regulationList: Command = {
  name: 'regulation list',
  usage: 'menhu regulation list [--all] [--data DIR]',
  about: {
    zh: '施行中和将要施行的规定：哪个单位，从哪天起',
    en: 'the regulations in force or to come: for which unit, since when',
  },
  takes: {
    values: { data: dataOption },
    switches: { all: { zh: '已经被代替的也列出', en: 'those that were replaced as well' } },
    files: false,
  },
  run: async (given, outside) => {
    const { rows } = await withRunning(given, outside, adoptions);
    const today = localDay(now());
    const shown = rows
      .map((row) => ({ ...row, stands: standing(row, today) }))
      .filter(({ stands }) => given.on('all') || stands !== 'ended');
    for (const { slug, number, title, unit, fromOn, untilOn, stands } of shown)
      outside.text(
        `${unit}  《${title}》第 ${number} 版（${slug}）  ${fromOn} 起${untilOn === null ? '' : `，到 ${untilOn} 为止`}  ${names[stands]}`,
      );
    if (shown.length === 0) outside.text({ zh: '还没有采用任何规定', en: 'no regulation is adopted yet' });
    outside.json(
      shown.map(({ slug, number, title, unit, fromOn, untilOn, stands, by }) => ({
        slug,
        number,
        title,
        unit,
        from: fromOn,
        until: untilOn,
        stands,
        by,
      })),
    );
    return 0;
  },
};

export const regulationShow: Command = {
  name: 'regulation show',
  usage: 'menhu regulation show SLUG [--unit U] [--source] [--data DIR]',
  about: {
    zh: '一份采用过的规定：谁采用的，角色对应哪些单位，同意了哪些读法',
    en: 'an adopted regulation: by whom, which units its roles are, which readings were agreed to',
  },
  takes: {
    values: {
      unit: { zh: '几个单位都采用时，只看这一个', en: 'only this one, where several units adopted it' },
      data: dataOption,
    },
    switches: { source: { zh: '打印采用的原文', en: 'prints the text as it was adopted' } },
    files: true,
  },
  run: async (given, outside) => {
    const [slug, another] = given.files;
    if (slug === undefined || another !== undefined)
      throw new Usage({ zh: '要看哪份规定？写它的标识，如 zj-portal', en: 'which one? Name its slug, as zj-portal' });
    return withRunning(given, outside, (db) => show(db, slug, given, outside));
  },
};

async function show(db: Database, slug: string, given: Given, { text, json }: Outside): Promise<number> {
  const { rows } = await adoptions(db);
  const mine = adoptedBy(rows, slug, given.value('unit'));
  const unitNames = new Map(
    (await db.selectFrom('people.unit').select(['id', 'name']).execute()).map(({ id, name }) => [id, name]),
  );
  const today = localDay(now());
  const lines = given.on('source') ? [mine[0]?.source ?? ''] : mine.flatMap((row) => detail(row, today, unitNames));
  for (const line of lines) text(line);
  json(
    mine.map((row) => {
      const { compiled: _, source, ...told } = row;
      return { ...told, stands: standing(row, today), ...(given.on('source') ? { source } : {}) };
    }),
  );
  return 0;
}

/** Of one regulation, by one unit where that is named. Refused with what there is, where there is none. */
function adoptedBy(rows: readonly Row[], slug: string, unit: string | undefined): readonly Row[] {
  const found = rows.filter((row) => row.slug === slug);
  const once = (all: readonly string[]) => [...new Set(all)];
  if (found.length === 0)
    throw missing({ zh: '采用过的规定', en: 'adopted regulation' }, slug, once(rows.map((row) => row.slug)));
  const mine = found.filter((row) => unit === undefined || row.unit === unit);
  if (mine.length > 0) return mine;
  const what = { zh: `采用了 ${slug} 的单位`, en: `unit that adopted ${slug}` };
  throw missing(what, unit ?? '', once(found.map((row) => row.unit)));
}

function detail(row: Row, today: string, units: ReadonlyMap<string, string>): readonly string[] {
  const { compiled, binding } = row;
  const named = (ids: readonly string[]) => ids.map((id) => units.get(id) ?? id).join('、');
  const column = (id: string) => compiled.columns.find((one) => one.id === id)?.name ?? id;
  return [
    `《${row.title}》第 ${row.number} 版（${row.slug}），${row.unit}`,
    `  ${row.fromOn} 起施行${row.untilOn === null ? '' : `，到 ${row.untilOn} 为止`}（${names[standing(row, today)]}）；${row.by} ${localDay(row.at)} 采用`,
    `  原文 SHA-256 ${row.sha256}`,
    ...Object.entries(binding.roles).map(([id, ids]) => `  ${compiled.roles[id]?.name ?? id}（${id}）：${named(ids)}`),
    ...Object.entries(binding.leads).map(([id, ids]) => `  栏目“${column(id)}”承办：${named(ids)}`),
    ...Object.entries(binding.values).map(
      ([id, value]) =>
        `  ${compiled.values[id]?.name ?? id}：${typeof value === 'string' ? value : Object.values(value).join('、')}`,
    ),
    ...compiled.blocks
      .filter(({ kind, id }) => binding.readings.includes(`${kind} ${id}`))
      .map(({ clause, reading }) => `  读法 ${cite(compiled.title, clause)}：${reading ?? ''}`),
    '',
  ];
}
