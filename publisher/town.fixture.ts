/** A small invented cluster for the publisher's tests, written as the door would: placement, revision and log row together. */
import { createHash, randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { documentOf, htmlOf, type KeptFile, pictureOf, rowOf } from './kept.fixture.ts';

export type Text = {
  title?: string;
  html?: string;
  source?: string;
  author?: string;
  reprint?: boolean;
  link?: string;
  files?: readonly KeptFile[];
};
export type Draft = { site: string; column: string; home?: boolean; article?: string; at?: Date; text?: Text };
export type Placed = { placementId: string; articleId: string; publicNo: string; site: string; column: string };

const START = Date.parse('2026-11-02T09:00:00+08:00');
let clock = START;
const tick = (): Date => {
  clock += 60_000;
  return new Date(clock);
};

/** Small numbers in a fixed order: a failing walk can be walked again. */
export const dice = (seed: number) => {
  let state = seed;
  return (below: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
};

/** A UUID that is the same each time, so that two worlds can be compared byte by byte. */
export const idOf = (name: string): string => {
  const h = createHash('sha256').update(name).digest('hex');
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-4${h.slice(13, 16)}-8${h.slice(17, 20)}-${h.slice(20, 32)}`;
};

export class Town {
  private count = 0;
  readonly pool: Pool;
  constructor(pool: Pool) {
    this.pool = pool;
    clock = START;
  }

  private run(text: string, values: unknown[] = []) {
    return this.pool.query(text, values);
  }

  async unit(name: string): Promise<void> {
    await this.run('insert into people.unit (id, name, position, created_at) values ($1, $2, 1, $3)', [
      idOf(`unit ${name}`),
      name,
      new Date(START),
    ]);
    await this.run('insert into people.person (id, name, created_at) values ($1, $2, $3) on conflict do nothing', [
      idOf('author'),
      '林晓',
      new Date(START),
    ]);
  }

  async site(label: string, name: string, rank: 'main' | 'sub', unit: string, about: object = {}): Promise<void> {
    await this.run(
      `insert into sites.site (id, label, name, rank, hosting, owner_unit_id, administrator_unit_ids, about, position, version, created_at)
       values ($1, $2, $3, $4, 'ours', $5, '{}', $6, 1, 1, $7)`,
      [idOf(`site ${label}`), label, name, rank, idOf(`unit ${unit}`), about, new Date(START)],
    );
  }

  async column(site: string, key: string, name: string, position: number, onHome: number | null): Promise<void> {
    await this.run(
      `insert into sites.column (id, site_id, key, name, description, nature, lead_unit_ids, joint_unit_ids, clause, on_home, position, created_at)
       values ($1, $2, $3, $4, $5, 'dynamic', $6, '{}', 'zj-portal#9', $7, $8, $9)`,
      [
        idOf(`column ${site}/${key}`),
        idOf(`site ${site}`),
        key,
        name,
        `${name}：本栏目发布的信息`,
        [idOf('unit 办公室')],
        onHome,
        position,
        new Date(START),
      ],
    );
  }

  /** An article in a column, not public yet: nothing of it may ever be seen outside. */
  async draft(d: Draft): Promise<Placed> {
    const n = ++this.count;
    const articleId = d.article ?? idOf(`article ${n}`);
    const placementId = idOf(`placement ${n}`);
    const publicNo = createHash('sha256').update(articleId).digest('hex').slice(0, 10);
    const site = idOf(`site ${d.site}`);
    if (!d.article)
      await this.run(
        'insert into content.article (id, site_id, unit_id, author_id, public_no, created_at) values ($1, $2, $3, $4, $5, $6)',
        [articleId, site, idOf('unit 办公室'), idOf('author'), publicNo, tick()],
      );
    await this.run(
      `insert into content.placement (id, article_id, site_id, column_id, home, state, version, created_at)
       values ($1, $2, $3, $4, $5, 'none', 1, $6)`,
      [placementId, articleId, site, idOf(`column ${d.site}/${d.column}`), d.home ?? true, tick()],
    );
    return { placementId, articleId, publicNo, site: d.site, column: d.column };
  }

  /** An uploaded picture: its bytes are kept, and no text names it yet. `words` stands in every piece. */
  picture(words: string): Promise<KeptFile> {
    return this.uploaded(pictureOf(words));
  }

  document(words: string, extension = 'pdf'): Promise<KeptFile> {
    return this.uploaded(documentOf(words, extension));
  }

  async uploaded(file: KeptFile): Promise<KeptFile> {
    await this.run(
      `insert into files.file (id, kind, name, type, published, scanned, notes, person_id, at)
       values ($1, $2, $3, $4, $5, true, '[]', $6, $7) on conflict do nothing`,
      [...rowOf(file), idOf('author'), tick()],
    );
    return file;
  }

  /** With the forms of docs/article-html.md for each file, after the text. */
  async revision(p: Placed, text: Text = {}): Promise<string> {
    const id = randomUUID();
    const { title = `稿件 ${p.publicNo}`, source = '', author = '', reprint = false, link = '', files = [] } = text;
    const html = text.html ?? `<p>${title}的正文。</p>${files.map(htmlOf).join('')}`;
    await this.run(
      `insert into content.revision (id, article_id, number, hash, kind, fields, html, profile, facets, contributors, made_by, made_at)
       values ($1, $2, (select coalesce(max(number), 0) + 1 from content.revision where article_id = $2), 'h', 'news', $3, $4, 2, '{}', '{}', $5, $6)`,
      [id, p.articleId, { title, source, author, reprint, link }, html, idOf('author'), tick()],
    );
    for (const [position, file] of files.entries())
      await this.run('insert into content.revision_file (revision_id, file_id, position) values ($1, $2, $3)', [
        id,
        file.id,
        position,
      ]);
    return id;
  }

  /** What `publish` in the door leaves behind; the second time it is an update. */
  async publish(p: Placed, text: Text = {}, at: Date = tick()): Promise<void> {
    const revision = await this.revision(p, text);
    const column = idOf(`column ${p.site}/${p.column}`);
    const before = await this.run('select state, number from content.placement where id = $1', [p.placementId]);
    const row = before.rows[0] as { state: string; number: number | null };
    const number = row.number ?? (await this.next('content.column_head', 'column_id', column));
    await this.run(
      `update content.placement set state = 'published', revision_id = $2, number = $3, published_at = $4, withdrawal = null,
              withdrawn_at = null, first_published_at = coalesce(first_published_at, $4) where id = $1`,
      [p.placementId, revision, number, at],
    );
    await this.register(p, revision, at);
    await this.log(p, 1, row.state === 'published' ? 'update' : 'publish', at);
    await this.tellOthers(p, at);
  }

  private async register(p: Placed, revision: string, at: Date): Promise<void> {
    await this.run(
      `insert into content.register (event_id, site_id, placement_id, revision_id, hash, title, written_by, approved_by, published_by, clause, at)
       values ($1, $2, $3, $4, 'h', '', '{}', '{}', $5, 'zj-portal#13', $6)`,
      [randomUUID(), idOf(`site ${p.site}`), p.placementId, revision, idOf('author'), at],
    );
  }

  /** A change of the home placement shows in every other site that lists the article: each has a row of its own. */
  private async tellOthers(p: Placed, at: Date): Promise<void> {
    const { rows } = await this.run(
      `select o.id, s.label, c.key from content.placement h
         join content.placement o on o.article_id = h.article_id and o.site_id <> h.site_id and o.state = 'published'
         join sites.site s on s.id = o.site_id join sites.column c on c.id = o.column_id where h.id = $1 and h.home`,
      [p.placementId],
    );
    for (const row of rows as { id: string; label: string; key: string }[])
      await this.log({ ...p, placementId: row.id, site: row.label, column: row.key }, 1, 'update', at);
  }

  async add(d: Draft): Promise<Placed> {
    const p = await this.draft(d);
    await this.publish(p, d.text, d.at);
    return p;
  }

  async withdraw(p: Placed, kind: string, at: Date = tick()): Promise<void> {
    await this.run(
      `update content.placement set state = 'withdrawn', revision_id = null, withdrawal = $2, withdrawn_at = $3 where id = $1`,
      [p.placementId, kind, at],
    );
    await this.log(p, 0, 'withdraw', at);
    await this.tellOthers(p, at);
  }

  async next(table: 'content.column_head' | 'content.publication_head', key: string, id: string): Promise<number> {
    const { rows } = await this.run(
      `insert into ${table} (${key}, last) values ($1, 1) on conflict (${key}) do update set last = ${table}.last + 1 returning last`,
      [id],
    );
    return Number((rows[0] as { last: number }).last);
  }

  async log(p: Placed, level: 0 | 1, op: string, at: Date): Promise<void> {
    const site = idOf(`site ${p.site}`);
    const seq = await this.next('content.publication_head', 'site_id', site);
    await this.run(
      `insert into content.publication (site_id, seq, class, op, subject, subject_id, column_ids, event_id, at)
       values ($1, $2, $3, $4, 'placement', $5, $6, $7, $8)`,
      [site, seq, level, op, p.placementId, [idOf(`column ${p.site}/${p.column}`)], randomUUID(), at],
    );
  }
}

/** Two sites and four columns, nothing published yet. */
export async function town(pool: Pool): Promise<Town> {
  const t = new Town(pool);
  for (const name of ['办公室', '乡镇办']) await t.unit(name);
  await t.site('www', '云山县市场监管局', 'main', '办公室', {
    fullName: '云山县市场监督管理局',
    host: 'scjgj.yunshan.example',
    idCode: '0000000012',
    organiser: '云山县市场监督管理局',
    undertaker: '局信息中心',
    phone: '0000-8800000',
    address: '云山县政通路 1 号',
    icp: '云ICP备00000000号-1',
  });
  await t.site('qingxi', '清溪镇市场监管所', 'sub', '乡镇办');
  await t.column('www', 'notices', '通知公告', 1, 1);
  await t.column('www', 'news', '工作动态', 2, 2);
  await t.column('www', 'institutions', '机构概况', 3, null);
  await t.column('qingxi', 'news', '镇所动态', 1, 1);
  return t;
}
