/** A small bureau for the tests of the door: ZJ adopted for its main site, a branch with a site and a rule of its own. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRegulation } from '../core/regulation/read.ts';
import type { Binding } from '../core/regulation/types.ts';
import { type Answer, act } from './act.ts';
import type { Written } from './content/body.ts';
import { system } from './content/store.ts';
import { packageRoot } from './db/package-root.ts';
import type { Ask, Database } from './door/knock.ts';
import type { Founding } from './organisation/subject.ts';

const unitNames = [
  '局',
  '办公室',
  '信息化中心',
  '法规处',
  '质量处',
  '稽查处',
  '纪检监察室',
  '机关党委',
  '云溪分局',
  '云溪综合科',
];
/** name → posts: `post unit`. Login names are the names themselves. */
const posts: Readonly<Record<string, readonly string[]>> = {
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
};
export type Name = keyof typeof posts;

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
const parentOf = (name: string): string | undefined =>
  name === '局' ? undefined : name === '云溪综合科' ? '云溪分局' : '局';

/** Founds the bureau and adopts its two regulations. Throws with the reasons when one is refused. */
export async function county(db: Database): Promise<County> {
  const ids = new Map<string, string>();
  const id = (name: string): string => {
    const known = ids.get(name) ?? randomUUID();
    ids.set(name, known);
    return known;
  };
  await must(act(db, knock('installation', 'found', id('installation'), founding(id))));
  await must(act(db, knock('regulation', 'adopt', id('局'), adopting('zj-portal', zjBinding(id)))));
  await must(act(db, knock('regulation', 'adopt', id('云溪分局'), adopting('substation-portal', branchBinding(id)))));
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

function founding(id: (name: string) => string): Founding {
  const people = Object.keys(posts);
  const holding = (person: string) => (words: string) => {
    const [post = '', unit = ''] = words.split(' ');
    return { id: randomUUID(), person: id(person), post, unit: id(unit) };
  };
  const site = (label: string, rank: 'main' | 'sub', owner: string, admin: string) => ({
    id: id(label),
    label,
    name: `${owner}网站`,
    rank,
    owner: id(owner),
    administrators: [id(admin)],
    about: {},
  });
  return {
    demo: false,
    units: unitNames.map((name) => {
      const parent = parentOf(name);
      return { id: id(name), name, ...(parent ? { parent: id(parent) } : {}) };
    }),
    people: people.map((name) => ({ id: id(name), name })),
    holdings: people.flatMap((name) => (posts[name] ?? []).map(holding(name))),
    leading: [{ id: randomUUID(), person: id('vice'), unit: id('质量处') }],
    logins: people.map((name) => ({
      id: randomUUID(),
      person: id(name),
      name: name.toLowerCase(),
      passwordHash: testHash,
    })),
    sites: [site('www', 'main', '局', '信息化中心'), site('yunxi', 'sub', '云溪分局', '云溪综合科')],
  };
}

/** What everybody signs in with. */
export const password = 'test 口令';
/** Its argon2id, made once, so that a test database costs no hashing. */
const testHash = '$argon2id$v=19$m=19456,t=2,p=1$rPZn+yfRag8K9QlcZI+fug$5oyhnjeOzNtM7D6K5ErqkhEYcz+DKDF0JXZiWk1anTI';

/** Adopts the bureau's regulation anew, as changed by `change`. */
export const adoptAnew = (c: County, change: (source: string) => string): Promise<Answer> =>
  act(c.db, knock('regulation', 'adopt', c.unit('局'), adopting('zj-portal', zjBinding(c.unit), change)));

function adopting(
  slug: string,
  binding: Omit<Binding, 'readings' | 'values'>,
  change = (read: string): string => read,
) {
  const text = change(source(slug));
  const readings =
    readRegulation(text)
      .regulation?.blocks.filter((b) => b.reading)
      .map((b) => `${b.kind} ${b.id}`) ?? [];
  return {
    source: text,
    fromOn: '2020-01-01',
    home: { 'home-news': 1, notices: 2, news: 1 },
    descriptions: {},
    binding: { ...binding, readings, values: {} },
  };
}

function zjBinding(id: (name: string) => string) {
  const of = (...names: string[]) => names.map(id);
  const roles = {
    centre: of('信息化中心'),
    office: of('办公室'),
    section: of('办公室', '信息化中心', '法规处', '质量处', '稽查处', '纪检监察室', '机关党委'),
    business: of('法规处', '质量处', '稽查处'),
    branch: of('云溪分局'),
    legal: of('法规处'),
    quality: of('质量处'),
    inspection: of('稽查处'),
    discipline: of('纪检监察室'),
    party: of('机关党委'),
  };
  const leads = Object.fromEntries(
    ['services', 'consult', 'sampling', 'access', 'topics'].map((column) => [column, of('质量处')]),
  );
  return { unit: id('局'), roles, leads };
}

const branchBinding = (id: (name: string) => string) => ({
  unit: id('云溪分局'),
  roles: { section: [id('云溪综合科')], office: [id('云溪综合科')] },
  leads: {},
});
