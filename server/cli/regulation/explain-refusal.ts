/** A refusal that was recorded, by its id; or what a code means. */
import { sql } from 'kysely';
import type { Database } from '../../door/knock.ts';
import { lawOf } from '../../in-force.ts';
import { refusalCodes, say } from '../../words/refusals.ts';
import { type Explained, isUuid, lawLines, when } from './explain-words.ts';

type Row = {
  readonly id: string;
  readonly at: Date;
  readonly lastAt: Date;
  readonly times: number;
  readonly person: string | null;
  readonly verb: string;
  readonly code: string;
  readonly clause: string | null;
};

export async function explainRefusal(db: Database, asked: string): Promise<Explained | undefined> {
  if (refusalCodes.includes(asked))
    return { kind: 'code', lines: [`${asked}：${say(asked)}`, ...(await lately(db, asked))], code: asked };
  if (!isUuid(asked)) return undefined;
  const [row] = await refusals(db, sql`f.id = ${asked}::uuid`, 1);
  if (!row) return undefined;
  const law = row.clause === null ? undefined : await lawOf(db, row.clause);
  const lines = [...head(row), ...(law ? lawLines(law) : ['  这是系统本身的要求，不按哪一条'])];
  return { kind: 'refusal', lines, refusal: row, ...(law ? { law } : {}) };
}

/** The last ones of this kind, so that one of them can be asked about. */
async function lately(db: Database, code: string): Promise<readonly string[]> {
  const rows = await refusals(db, sql`f.code = ${code}`, 10);
  return rows.length === 0
    ? ['  还没有因此拒绝过']
    : [
        '  最近的',
        ...rows.map((row) => `    ${when(row.at)} ${row.person ?? '没有登录的人'} ${row.verb}（${row.id}）`),
      ];
}

async function refusals(db: Database, where: ReturnType<typeof sql>, max: number): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`
    select f.id, f.at, f.last_at, f.times, w.name as person, f.verb, f.code, f.clause
      from door.refusal f left join people.person w on w.id = f.person
     where ${where} order by f.at desc, f.id limit ${max}`.execute(db);
  return rows;
}

const head = ({ at, lastAt, times, person, verb, code }: Row): readonly string[] => [
  `拒绝：${say(code)}（${code}）`,
  `  ${when(at)}，${person ?? '没有登录的人'}，${verb}${times > 1 ? `；同样的共 ${times} 次，最后一次 ${when(lastAt)}` : ''}`,
];
