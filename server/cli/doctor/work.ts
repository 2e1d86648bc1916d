/** What goes on by itself: jobs, the publisher of each site, and whether the public copy is what the database says. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { both, type Finding, found, type State, span } from './finding.ts';

const lateS = 300;
/** Newest of each site; more would make doctor slow on a large disk. */
const pagesMax = 2_000;
const shownMax = 10;

export async function jobs(pool: Pool): Promise<Finding> {
  const { rows } = await pool.query<{ parked: number; late: number; waiting: number; kinds: string | null }>(
    `select count(*) filter (where state = 'parked')::int as parked,
            count(*) filter (where state <> 'parked' and coalesce(locked_until, run_at) < now() - $1 * interval '1 second')::int as late,
            count(*) filter (where state <> 'parked')::int as waiting,
            string_agg(distinct kind || '：' || coalesce(error, ''), E'\\n') filter (where state = 'parked') as kinds
       from door.job`,
    [lateS],
  );
  const { parked = 0, late = 0, waiting = 0, kinds = null } = rows[0] ?? {};
  if (parked > 0)
    return {
      ...found(
        'jobs',
        'bad',
        `有 ${parked} 项后台工作试了十次没有做成，停在那里`,
        `jobs that failed ten times and are parked: ${parked}`,
      ),
      todo: both('看下面的原因和系统日志', 'see the reasons below, and the log'),
      details: (kinds ?? '').split('\n').slice(0, shownMax),
    };
  if (late > 0)
    return found(
      'jobs',
      'warn',
      `有 ${late} 项后台工作晚了五分钟以上`,
      `jobs over five minutes late: ${late}`,
      both('看系统在不在运行，日志里有没有报错', 'see that the system runs, and its log'),
    );
  return found('jobs', 'ok', `后台工作 ${waiting} 项，没有积压`, `jobs waiting: ${waiting}, none of them late`);
}

type Site = { id: string; label: string; name: string; behind: number; head: number; oldest: number | null };

const sitesQuery = `
  select s.id, s.label, s.name,
         coalesce(h.last, 0)::float8 as head, (coalesce(h.last, 0) - coalesce(p.seq, 0))::float8 as behind,
         (select extract(epoch from now() - min(l.at))::float8 from content.publication l
           where l.site_id = s.id and l.seq > coalesce(p.seq, 0)) as oldest
    from sites.site s left join content.publication_head h on h.site_id = s.id
    left join content.publisher p on p.site_id = s.id
   where s.hosting = 'ours' order by s.position, s.id`;

/** One finding a site. `data`: its folder `edge` is where the publisher writes. */
export async function publishing(pool: Pool, data: string): Promise<readonly Finding[]> {
  const { rows } = await pool.query<Site>(sitesQuery);
  return Promise.all(rows.map((site) => siteFinding(pool, join(data, 'edge', 'sites', site.label), site)));
}

async function siteFinding(pool: Pool, folder: string, site: Site): Promise<Finding> {
  const id = `publishing ${site.label}`;
  const cursor = join(folder, 'cursor.json');
  const carried = existsSync(cursor) ? (JSON.parse(readFileSync(cursor, 'utf8')) as { to: number }).to : undefined;
  if (carried !== undefined && carried > site.head)
    return found(
      id,
      'bad',
      `“${site.name}”公开的比数据库里的新：数据库是从旧的备份恢复的，发布停了`,
      `what ${site.label} shows is newer than the database, which was restored from an older copy: publishing stands still`,
      both(
        '先查清备份以后撤下过什么，再删掉这个网站的 DATA/edge/sites 目录重新生成',
        'find what was withdrawn since that copy; then remove its folder in DATA/edge/sites',
      ),
    );
  const late = lag(site);
  if (late) return { ...late, id };
  const { gone, absent } = await pages(pool, folder, site.id);
  if (gone.length > 0)
    return {
      ...found(
        id,
        'bad',
        `“${site.name}”有 ${gone.length} 篇撤下的还能看到`,
        `withdrawn pages of ${site.label} that can still be seen: ${gone.length}`,
        both('马上删掉下面的文件，再看日志', 'remove these files at once, and see the log'),
      ),
      details: gone.slice(0, shownMax),
    };
  if (absent.length > 0)
    return {
      ...found(
        id,
        'warn',
        `“${site.name}”有 ${absent.length} 篇发布了，公开网站上没有页面`,
        `published pages of ${site.label} that are not there: ${absent.length}`,
        both(
          '多半是图片或附件的文件缺了，日志里有原因（page parked）',
          'mostly bytes of a picture or attachment are missing; the log says why (page parked)',
        ),
      ),
      details: absent.slice(0, shownMax),
    };
  return found(id, 'ok', `“${site.name}”公开的与数据库一致`, `what ${site.label} shows is what the database says`);
}

export function lag({
  name,
  label,
  behind,
  oldest,
}: Pick<Site, 'name' | 'label' | 'behind' | 'oldest'>): Finding | undefined {
  const seconds = oldest ?? 0;
  if (behind <= 0 || seconds < 30) return undefined;
  const state: State = seconds > lateS ? 'bad' : 'warn';
  const { zh, en } = span(seconds);
  return found(
    'publishing',
    state,
    `“${name}”有 ${behind} 项改动还没有公开，最早的等了 ${zh}`,
    `changes of ${label} that are not public yet: ${behind}; the oldest has waited ${en}`,
    both('看系统在不在运行，日志里有没有报错', 'see that the system runs, and its log'),
  );
}

/** Files of pages: withdrawn ones that are still there, and published ones that are not. A moment's work is left out. */
async function pages(pool: Pool, folder: string, siteId: string) {
  const { rows } = await pool.query<{ key: string; no: string; gone: boolean }>(
    `select c.key, a.public_no as no, false as gone
       from content.public_article a join sites.column c on c.id = a.column_id
      where a.site_id = $1 and a.home and a.published_at < now() - interval '1 minute'
      union all
     select c.key, w.public_no, true
       from content.public_withdrawal w join sites.column c on c.id = w.column_id
      where w.site_id = $1 and w.home and w.withdrawn_at < now() - interval '1 minute'
      order by no desc limit $2`,
    [siteId, pagesMax],
  );
  const files = rows.map((row) => ({ ...row, file: join(folder, 'live', row.key, `${row.no}.html.gz`) }));
  return {
    gone: files.filter((one) => one.gone && existsSync(one.file)).map((one) => one.file),
    absent: files.filter((one) => !one.gone && !existsSync(one.file)).map((one) => one.file),
  };
}
