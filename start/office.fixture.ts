/** People of the demo county who write, approve, publish, change and withdraw over HTTP without pause, and remember what was answered. */
import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Client, client, Refused } from '../server/contract/client.ts';
import { type Table, table } from '../server/contract/table.ts';
import type { Moved, PlacementView } from '../server/contract/views.ts';
import { say } from '../server/words/refusals.ts';
import { type Person, patiently } from './product.fixture.ts';

type Api = Client<Table>;

/** One article as its people know it: what the console has confirmed, and nothing else. */
export type Work = {
  readonly id: string;
  readonly author: Api;
  version: number;
  /** Kinds of events that were confirmed, in order. */
  readonly confirmed: string[];
  state: string;
  /** The word that only the newest revision has, in title and text. */
  mark: string;
  /** The mark of the revision that is public; none when nothing is. */
  shows: string | undefined;
  address: string | undefined;
};

const bureau = { writer: 'linxiaolan', reviewers: ['zhangweiming', 'hejingyi'] } as const;
const branch = { writer: 'suxiaohe', reviewers: ['baiguifang'] } as const;
type Section = typeof bureau | typeof branch;
/** How a text's life goes on after it was sent: some stay in review or wait for publication. */
const lives = [
  ['approve', 'publish', 'revise', 'approve', 'publish'],
  ['approve', 'publish', 'withdraw'],
  ['approve'],
  ['approve', 'publish', 'revise'],
  ['approve', 'publish'],
  [],
] as const;

export class Office {
  readonly works: Work[] = [];
  readonly faults: string[] = [];
  /** Marks that somebody has asked to publish, answered or not: no other may be public. */
  readonly asked = new Set<string>();
  confirmed = 0;
  /** Asks that got no answer, or were told that something is away. */
  unanswered = 0;
  readonly #console: string;
  readonly #people: readonly Person[];
  readonly #apis = new Map<string, Api>();
  #going = false;
  #closed = false;
  /** Desks that hold still: between two asks. */
  #still = 0;
  #desks: Promise<void>[] = [];

  constructor(address: string, people: readonly Person[]) {
    this.#console = address;
    this.#people = people;
  }

  /** Signs everybody in; three desks work from `resume` on. */
  async open(): Promise<void> {
    for (const login of [bureau, branch].flatMap(({ writer, reviewers }) => [writer, ...reviewers])) {
      const api = signedIn(this.#console);
      const password = this.#people.find((person) => person.login === login)?.password ?? '';
      await api.people.signIn({ login, password });
      this.#apis.set(login, api);
    }
    this.#desks = [bureau, bureau, branch].map((section, desk) => this.#desk(section, desk));
  }

  async #desk(section: Section, first: number): Promise<void> {
    try {
      for (let life = first; !this.#closed; life++) await this.#live(section, lives[life % lives.length] ?? []);
    } catch (error) {
      if (!(error instanceof Closed)) this.faults.push(String(error));
      this.#still++; // it asks nothing any more
    }
  }

  resume(): void {
    this.#going = true;
  }

  /** Resolves when every ask has its answer: only then it is known how everything must stand. */
  async pause(): Promise<void> {
    this.#going = false;
    await patiently(async () => {
      if (this.#still < this.#desks.length) throw new Error('an ask is still not answered');
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all(this.#desks);
  }

  async #turn(): Promise<void> {
    this.#still++;
    while (!this.#going && !this.#closed) await sleep(10);
    if (this.#closed) throw new Closed();
    this.#still--;
  }

  async #live(section: Section, life: readonly string[]): Promise<void> {
    const author = this.#api(section.writer);
    const column = await this.#column(section);
    const work: Work = {
      ...{ id: randomUUID(), author, version: 0, confirmed: [], state: 'none', mark: newMark() },
      ...{ shows: undefined, address: undefined },
    };
    this.works.push(work);
    const submit = () => this.#do(work, author, 'submit', 'submitted', { columnId: column, body: written(work.mark) });
    await submit();
    for (const deed of life) {
      if (deed === 'revise') {
        work.mark = newMark();
        await submit();
      } else if (deed === 'approve') await this.#approve(work, section);
      else if (deed === 'publish') await this.#publish(work, author);
      else {
        await this.#do(work, author, 'withdraw', 'withdrawn', { everywhere: true, type: 'error', words: '数字有误' });
        work.shows = undefined;
      }
    }
  }

  async #approve(work: Work, { reviewers }: Section): Promise<void> {
    for (const [step, login] of reviewers.entries()) {
      const reviewer = this.#api(login);
      const { shown } = await patiently(() => reviewer.content.placement({ id: work.id }));
      const last = step === reviewers.length - 1;
      await this.#do(work, reviewer, 'approve', last ? 'approved' : 'step_taken', { step, hash: shown.hash });
    }
  }

  async #publish(work: Work, author: Api): Promise<void> {
    const { shown } = await patiently(() => author.content.placement({ id: work.id }));
    this.asked.add(work.mark);
    await this.#do(work, author, 'publish', work.shows ? 'updated' : 'published', { hash: shown.hash });
    work.shows = work.mark;
    work.address = (await patiently(() => author.content.placement({ id: work.id }))).address;
  }

  /**
   * One act, until it is answered. After no answer one in three looks how it stands instead, as somebody does who loads
   * the page again; the others ask once more under the same key.
   */
  async #do(work: Work, api: Api, verb: keyof Api['content'], kind: string, body: object): Promise<void> {
    await this.#turn();
    let key = randomUUID();
    const act = api.content[verb] as (ask: object) => Promise<Moved>;
    for (;;) {
      let stands: Moved | PlacementView | undefined;
      try {
        stands = await act({ id: work.id, version: work.version, key, ...body });
      } catch (error) {
        this.#mustBeAway(error, `${verb} of ${work.id}`);
        await sleep(50);
        if (Math.random() < 1 / 3) {
          stands = await this.#look(work);
          if (stands?.version === work.version) stands = undefined;
          key = randomUUID();
        }
      }
      if (!stands) continue;
      [work.version, work.state] = [stands.version, stands.state];
      work.confirmed.push(`article.${kind}`);
      this.confirmed++;
      return;
    }
  }

  /** Undefined while it has never been sent. Before that is believed, the ask that got no answer must have ended. */
  async #look(work: Work): Promise<PlacementView | undefined> {
    await sleep(1000);
    return patiently(async () => {
      try {
        return await work.author.content.placement({ id: work.id });
      } catch (error) {
        if (error instanceof Refused && error.status === 404) return undefined;
        throw error;
      }
    });
  }

  /** No answer at all, or 503 in the words of the dictionary: anything else is a fault of the product. */
  #mustBeAway(error: unknown, what: string): void {
    if (!(error instanceof Refused)) throw error;
    const { status, problem, message } = error;
    const away = status === 0 || (status === 503 && message === say(problem.code));
    if (!away) throw new Error(`${what} was answered ${status} ${message}`);
    this.unanswered++;
  }

  async #column({ writer }: Section): Promise<string> {
    const { sites } = await patiently(() => this.#api(writer).content.compose({}));
    const own = sites.find((site) => (writer === branch.writer) === site.columns.length < 5) ?? sites[0];
    const id = own?.columns[0]?.id;
    if (!id) throw new Error(`${writer} may write to no column`);
    return id;
  }

  /** One session each, over all kills. */
  #api(login: string): Api {
    const api = this.#apis.get(login);
    if (!api) throw new Error(`${login} is not signed in`);
    return api;
  }
}

class Closed extends Error {}

/** Latin letters, so that no word of a text holds it by chance. */
const newMark = (): string => `mark${randomBytes(8).toString('hex')}`;

const written = (mark: string) =>
  ({
    ...{ kind: 'news', title: `一件稿件 ${mark}`, source: '质量处', author: '某人', reprint: false, link: '' },
    ...{ html: `<p>正文第一段。</p>\n<p>${mark}</p>`, original: null },
    facets: { reach: 'section', weight: 'general', sensitive: 'no' },
  }) as const;

function signedIn(address: string): Api {
  let cookie = '';
  return client(table, async (method, path, body) => {
    const headers: Record<string, string> = { origin: address, 'content-type': 'application/json', cookie };
    const asked = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
    try {
      const got = await fetch(address + path, { ...asked, signal: AbortSignal.timeout(60_000) });
      const text = await got.text();
      cookie = got.headers.get('set-cookie')?.split(';')[0] ?? cookie;
      return { status: got.status, json: text.startsWith('{') ? JSON.parse(text) : undefined };
    } catch (error) {
      throw new Refused(0, { code: 'away', message: String(error) });
    }
  });
}
