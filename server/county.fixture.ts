/** A small bureau for the tests of the door: ZJ adopted for its main site, a branch with a site and a rule of its own. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRegulation } from '../core/regulation/read.ts';
import { suggestedValues } from '../core/regulation/suggested.ts';
import type { Binding } from '../core/regulation/types.ts';
import { type Answer, act } from './act.ts';
import type { Written } from './content/body.ts';
import { system } from './content/store.ts';
import { packageRoot } from './db/package-root.ts';
import type { Ask, Database } from './door/knock.ts';
import type { Founding } from './organisation/subject.ts';

/** What a small county is made of. Everything goes by its name; `post unit` is how a post is written. */
export type Plan = {
  /** name → its parent; the root has none. */
  readonly units: Readonly<Record<string, string | undefined>>;
  /** Login names are the names themselves. */
  readonly people: Readonly<Record<string, readonly string[]>>;
  /** The leader in charge of each of these units. */
  readonly leading: Readonly<Record<string, readonly string[]>>;
  /** label → rank, owner, and the unit that administers it. */
  readonly sites: Readonly<Record<string, readonly ['main' | 'sub', string, string]>>;
  readonly adoptions: readonly {
    readonly regulation: string;
    readonly by: string;
    readonly roles: Readonly<Record<string, readonly string[]>>;
    readonly leads?: Readonly<Record<string, readonly string[]>>;
    /** Columns on the home page, with their place. */
    readonly home: Readonly<Record<string, number>>;
  }[];
};

const sections = ['办公室', '信息化中心', '法规处', '质量处', '稽查处', '纪检监察室', '机关党委'];
const zj: Plan = {
  units: {
    局: undefined,
    ...Object.fromEntries(sections.map((name) => [name, '局'])),
    云溪分局: '局',
    云溪综合科: '云溪分局',
  },
  people: {
    writer: ['undertaker 质量处'],
    colleague: ['undertaker 质量处'],
    head: ['head 质量处'],
    lawyer: ['undertaker 法规处'],
    lawHead: ['head 法规处'],
    clerk: ['undertaker 办公室'],
    officeHead: ['head 办公室'],
    secrecy: ['secrecy-reviewer 办公室'],
    publisher: ['publisher 办公室'],
    vice: ['vice-leader 局'],
    main: ['main-leader 局'],
    webmaster: ['administrator 信息化中心', 'technical-reviewer 信息化中心'],
    branchWriter: ['information-officer 云溪综合科'],
    branchHead: ['head 云溪综合科'],
    branchLeader: ['main-leader 云溪分局'],
    branchAdmin: ['administrator 云溪综合科'],
  },
  leading: { vice: ['质量处'] },
  sites: { www: ['main', '局', '信息化中心'], yunxi: ['sub', '云溪分局', '云溪综合科'] },
  adoptions: [
    {
      regulation: 'zj-portal',
      by: '局',
      roles: {
        centre: ['信息化中心'],
        office: ['办公室'],
        section: sections,
        business: ['法规处', '质量处', '稽查处'],
        branch: ['云溪分局'],
        legal: ['法规处'],
        quality: ['质量处'],
        inspection: ['稽查处'],
        discipline: ['纪检监察室'],
        party: ['机关党委'],
      },
      leads: Object.fromEntries(
        ['services', 'consult', 'sampling', 'access', 'topics'].map((column) => [column, ['质量处']]),
      ),
      home: { 'home-news': 1, notices: 2, news: 1 },
    },
    {
      regulation: 'substation-portal',
      by: '云溪分局',
      roles: { section: ['云溪综合科'], office: ['云溪综合科'] },
      home: { 'home-news': 1, notices: 2, news: 1 },
    },
  ],
};

export type County = {
  readonly db: Database;
  person(name: string): string;
  unit(name: string): string;
  site(label: string): string;
  column(site: string, key: string): string;
  /** One ask by this person under a new key. */
  ask(name: string, verb: string, id: string, version: number, body?: Record<string, unknown>): Ask;
  act(name: string, verb: string, id: string, version: number, body?: Record<string, unknown>): Promise<Answer>;
};

export const text = (title: string, more: Partial<Written> = {}): Written => ({
  kind: 'news',
  title,
  source: '质量处',
  author: '某人',
  reprint: false,
  link: '',
  html: `<p>${title}的正文。</p>`,
  original: null,
  facets: { reach: 'section', weight: 'general', sensitive: 'no' },
  ...more,
});

const source = (slug: string): string => readFileSync(join(packageRoot(), 'regulations', `${slug}.md`), 'utf8');

/** The bureau of ZJ with its branch. */
export const county = (db: Database): Promise<County> => founded(db, zj);

/** Founds what the plan says and adopts its regulations. Throws with the reasons when one is refused. */
export async function founded(db: Database, plan: Plan): Promise<County> {
  const ids = new Map<string, string>();
  const id = (name: string): string => {
    const known = ids.get(name) ?? randomUUID();
    ids.set(name, known);
    return known;
  };
  await must(act(db, knock('installation', 'found', id('installation'), founding(plan, id))));
  for (const one of plan.adoptions)
    await must(act(db, knock('regulation', 'adopt_for', id(one.by), adopting(one, id))));
  const columns = await db
    .selectFrom('sites.column as c')
    .innerJoin('sites.site as s', 's.id', 'c.siteId')
    .select(['c.id', 'c.key', 's.label'])
    .execute();
  const ask: County['ask'] = (name, verb, subject, version, body = {}) => ({
    subject: 'article',
    verb,
    id: subject,
    version,
    key: randomUUID(),
    actor: { person: id(name), address: '127.0.0.1' },
    body,
  });
  return {
    db,
    person: id,
    unit: id,
    site: id,
    column: (site, key) => columns.find((c) => c.label === site && c.key === key)?.id ?? `no column ${key}`,
    ask,
    act: (...args) => act(db, ask(...args)),
  };
}

const knock = (subject: Ask['subject'], verb: string, id: string, body: object): Ask => ({
  subject,
  verb,
  id,
  version: 0,
  key: randomUUID(),
  actor: { person: system, address: 'test' },
  body: body as Ask['body'],
});

async function must(answer: Promise<Answer>): Promise<void> {
  const { status, body } = await answer;
  if (status !== 200) throw new Error(JSON.stringify(body, null, 1));
}

type Id = (name: string) => string;

function founding({ units, people, leading, sites }: Plan, id: Id): Founding {
  const held = (words: string) => {
    const [post = '', unit = ''] = words.split(' ');
    return { post, unit: id(unit) };
  };
  return {
    demo: false,
    units: Object.entries(units).map(([name, parent]) => ({
      id: id(name),
      name,
      ...(parent ? { parent: id(parent) } : {}),
    })),
    people: Object.keys(people).map((name) => ({ id: id(name), name })),
    holdings: Object.entries(people).flatMap(([name, posts]) =>
      posts.map((words) => ({ id: randomUUID(), person: id(name), ...held(words) })),
    ),
    leading: Object.entries(leading).flatMap(([name, led]) =>
      led.map((unit) => ({ id: randomUUID(), person: id(name), unit: id(unit) })),
    ),
    logins: Object.keys(people).map((name) => ({
      id: randomUUID(),
      person: id(name),
      name: name.toLowerCase(),
      passwordHash: testHash,
    })),
    sites: Object.entries(sites).map(([label, [rank, owner, administrator]]) => ({
      id: id(label),
      label,
      name: `${owner}网站`,
      rank,
      owner: id(owner),
      administrators: [id(administrator)],
      about: {},
    })),
  };
}

/** What everybody signs in with. */
export const password = 'test 口令';
/** Its argon2id, made once, so that a test database costs no hashing. */
const testHash = '$argon2id$v=19$m=19456,t=2,p=1$rPZn+yfRag8K9QlcZI+fug$5oyhnjeOzNtM7D6K5ErqkhEYcz+DKDF0JXZiWk1anTI';

/** Adopts the bureau's regulation anew, as changed by `change`, from a day on. */
export async function adoptAnew(c: County, change: (source: string) => string, fromOn = '2020-01-01'): Promise<Answer> {
  const [first] = zj.adoptions;
  if (!first) throw new Error('the bureau has adopted nothing');
  return act(c.db, knock('regulation', 'adopt_for', c.unit(first.by), adopting(first, c.unit, change, fromOn)));
}

function adopting(
  { regulation, by, roles, leads = {}, home }: Plan['adoptions'][number],
  id: Id,
  change = (read: string): string => read,
  fromOn = '2020-01-01',
) {
  const text = change(source(regulation));
  const read = readRegulation(text).regulation;
  const readings = read?.blocks.filter((b) => b.reading).map((b) => `${b.kind} ${b.id}`) ?? [];
  const values = read ? suggestedValues(read) : {};
  const units = (named: Readonly<Record<string, readonly string[]>>) =>
    Object.fromEntries(Object.entries(named).map(([key, names]) => [key, names.map(id)]));
  const binding: Binding = { unit: id(by), roles: units(roles), leads: units(leads), readings, values };
  return { source: text, fromOn, home, descriptions: {}, binding };
}
