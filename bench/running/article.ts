/** One article on its way through a running installation, by people who sign in. */
import { randomUUID } from 'node:crypto';
import type { Moved, Person } from './installation.ts';

export type Seen = {
  readonly version: number;
  readonly articleId: string;
  readonly address?: string;
  readonly run?: { readonly state: string; readonly step: number };
  readonly shown: {
    readonly hash: string;
    readonly title: string;
    readonly html: string;
    readonly text: string;
    readonly source: string;
  };
};

export async function see(person: Person, id: string): Promise<Seen> {
  const { status, text } = await person.get(`/api/placements/${id}`);
  if (status !== 200) throw new Error(`a placement can't be read: ${status} ${text}`);
  return JSON.parse(text) as Seen;
}

export type Body = {
  readonly kind: string;
  readonly title: string;
  readonly source: string;
  readonly html: string;
  readonly facets: { readonly reach: string; readonly weight: string; readonly sensitive: string };
};

export const submit = (
  person: Person,
  wanted: { readonly id: string; readonly version: number; readonly columnId: string; readonly body: Body },
): Promise<Moved> =>
  person.move(wanted.id, 'submit', {
    id: wanted.id,
    version: wanted.version,
    key: randomUUID(),
    columnId: wanted.columnId,
    body: { author: '', reprint: false, link: '', original: null, ...wanted.body },
  });

/** As a reviewer does it: reads what is there, and agrees to exactly that. */
export async function approve(person: Person, id: string): Promise<Moved> {
  const { version, run, shown } = await see(person, id);
  return person.move(id, 'approve', { id, version, key: randomUUID(), step: run?.step, hash: shown.hash });
}

export async function publish(person: Person, id: string): Promise<Moved> {
  const { version, shown } = await see(person, id);
  return person.move(id, 'publish', { id, version, key: randomUUID(), hash: shown.hash });
}

/** The id of a column that this person may write to. */
export async function columnNamed(person: Person, site: string, column: string): Promise<string> {
  const { text } = await person.get('/api/compose');
  const { sites } = JSON.parse(text) as { sites: { name: string; columns: { id: string; name: string }[] }[] };
  const found = sites.find(({ name }) => name === site)?.columns.find(({ name }) => name === column);
  if (!found) throw new Error(`no column ${column} on ${site} for this person`);
  return found.id;
}
