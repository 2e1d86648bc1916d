/** What a text asks its adopter, and how the unit answered when it adopted the version before. */
import { sql } from 'kysely';
import { localDay } from '../../core/day.ts';
import { earliestDay } from '../../core/regulation/adopt-day.ts';
import { cite } from '../../core/regulation/cite.ts';
import { compareRegulations } from '../../core/regulation/diff.ts';
import type { Organisation } from '../../core/regulation/organisation.ts';
import { readRegulation } from '../../core/regulation/read.ts';
import type { Regulation } from '../../core/regulation/types.ts';
import { sayValue } from '../../core/regulation/value-words.ts';
import type { Checked, Questions } from '../contract/adoption.ts';
import type { Database } from '../door/knock.ts';
import { coverageWords } from './check-report.ts';
import { eachOf } from './each.ts';
import { guessed } from './plan.ts';
import { organisationOf } from './subject.ts';

/** More are not shown at once: whoever mends these reads it again. */
const faultsMax = 200;

export async function checked(db: Database, source: string, unit: string | undefined, at: Date): Promise<Checked> {
  const { regulation, faults } = readRegulation(source);
  const shown = faults.slice(0, faultsMax);
  if (!regulation) return { faults: shown };
  const asked = questionsOf(regulation, await organisationOf(db, at), unit, at);
  const questions = unit === undefined ? asked : { ...asked, values: await eachIn(db, unit, asked.values, regulation) };
  const last = unit === undefined ? undefined : await lastOf(db, unit, regulation);
  return { faults: shown, questions, ...(last ? { last } : {}) };
}

function questionsOf(
  regulation: Regulation,
  organisation: Organisation,
  unit: string | undefined,
  at: Date,
): Questions {
  const { slug, title, issuer, version, roles, values, columns, blocks } = regulation;
  const law = (clause: string) => cite(title, clause);
  return {
    ...{ slug, title, issuer, version, coverage: [...coverageWords(regulation)] },
    earliest: earliestDay(regulation, localDay(at)),
    roles: Object.entries(roles).map(([id, { name, is, within }]) => {
      const guess = unit === undefined ? undefined : guessed(name, organisation, unit);
      return {
        ...{ id, name, many: is !== 'unit' },
        ...(within === undefined ? {} : { within }),
        ...(guess ? { guess: { id: guess.id, name: guess.name } } : {}),
      };
    }),
    values: Object.entries(values).map(([id, { name, is, suggest }]) => {
      const says = suggest === undefined ? undefined : sayValue(is, suggest);
      return { id, name, is, ...(suggest === undefined ? {} : { suggest }), ...(says ? { suggestSays: says } : {}) };
    }),
    leads: columns.flatMap(({ id, name, leadOneOf: role, clause }) =>
      role === undefined ? [] : [{ id, name, role, cite: law(clause) }],
    ),
    columns: columns.map(({ id, name }) => ({ id, name })),
    readings: blocks.flatMap(({ kind, id, clause, reading: says }) =>
      says === undefined ? [] : [{ id: `${kind} ${id}`, cite: law(clause), says }],
    ),
  };
}

/** With the things for which a value may be set one by one. */
const eachIn = (db: Database, unit: string, values: Questions['values'], { values: stated }: Regulation) =>
  Promise.all(
    values.map(async (one) => {
      const per = stated[one.id]?.per;
      return per === undefined ? one : { ...one, each: await eachOf(db, unit, per) };
    }),
  );

type Row = Pick<NonNullable<Checked['last']>, 'version' | 'from' | 'binding'> & { readonly source: string };

/** What the new text knows no more is left out; readings are agreed to anew where their words changed. */
async function lastOf(db: Database, unit: string, regulation: Regulation): Promise<Checked['last']> {
  const { rows } = await sql<Row>`
    select v.number as version, a.from_on::text as from, a.binding, v.source
      from regulations.adoption a join regulations.version v on v.id = a.version_id
     where a.unit_id = ${unit} and v.slug = ${regulation.slug}
     order by a.at desc, a.id limit 1`.execute(db);
  const [row] = rows;
  if (!row) return undefined;
  const { version, from } = row;
  const { roles, leads, values, readings } = row.binding;
  const before = readRegulation(row.source).regulation;
  // A text that was adopted could be read: an older program's reader may still have known what this one doesn't.
  const changes = compareRegulations(before ?? regulation, regulation);
  // Blocks of one id may merge, and several of them have a reading.
  const said = (one: Regulation | undefined, id: string) =>
    one?.blocks
      .flatMap(({ kind, id: block, reading }) => (reading && `${kind} ${block}` === id ? [reading] : []))
      .join();
  const binding = {
    roles: only(roles, Object.keys(regulation.roles)),
    leads: only(
      leads,
      regulation.columns.flatMap(({ id, leadOneOf }) => (leadOneOf === undefined ? [] : [id])),
    ),
    values: only(values, Object.keys(regulation.values)),
    readings: readings.filter((id) => {
      const now = said(regulation, id);
      return now !== '' && now === said(before, id);
    }),
  };
  return { version, from, binding, home: await homeOf(db, unit), changes };
}

const only = <T>(all: Readonly<Record<string, T>>, known: readonly string[]): Record<string, T> =>
  Object.fromEntries(Object.entries(all).filter(([id]) => known.includes(id)));

async function homeOf(db: Database, unit: string): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`
    select c.key from sites.column c join sites.site s on s.id = c.site_id
     where s.owner_unit_id = ${unit} and c.on_home is not null group by c.key order by min(c.on_home), c.key`.execute(
    db,
  );
  return rows.map(({ key }) => key);
}
