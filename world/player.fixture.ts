/** Plays random commands against the county through the one door, and holds every answer against the model. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { expect } from 'vitest';
import { act } from '../server/act.ts';
import { queue, today } from '../server/content/lists.ts';
import { mine, type Tab, tabs } from '../server/content/mine.ts';
import { placementView } from '../server/content/view.ts';
import type { Database } from '../server/door/knock.ts';
import { now } from '../server/now.ts';
import { makeCanary } from '../tools/canary.ts';
import type { SiteName } from './adoptions.ts';
import { type Asking, askingOf } from './asking.fixture.ts';
import { type Body, type Command, statedIn, textOf } from './commands.fixture.ts';
import type { PersonName } from './county.ts';
import type { Ids } from './found.ts';
import {
  dueOf,
  everybody,
  holds,
  isComplete,
  lost,
  type Placement,
  type Run,
  reaches,
  writes,
  wrongToEdit,
  wrongToPublish,
  wrongToSuggest,
  wrongWith,
} from './model.fixture.ts';
import { booksOf, foundBy, placeOf, type Row, rowOf, unitOf, wayOf } from './tables.fixture.ts';

const sitesOf: readonly SiteName[] = ['main', 'main', 'yunxi', 'jy', 'cs', 'qx', 'lake', 'mine'];
const columnsOf: Readonly<Record<SiteName, readonly string[]>> = {
  main: ['home-news', 'notices', 'law', 'quality-city'],
  yunxi: ['news', 'notices'],
  jy: ['news', 'disclosure', 'teachers'],
  cs: ['work-news', 'notices', 'data'],
  qx: ['weather-news', 'work'],
  lake: ['board', 'announcements', 'work-news'],
  mine: ['notices', 'general'],
  east: [],
  yunling: [],
};

export class Player {
  private readonly db: Database;
  private readonly ids: Ids;
  private placements: Placement[] = [];
  /** Marker of every text that was taken in, with its site's label; and of those which the model says are public now. */
  readonly written = new Map<string, string>();
  readonly published = new Map<string, string>();
  /** How often each verb had each answer. */
  readonly done: Record<string, number> = {};
  /** Marker by hash. */
  private readonly markers = new Map<string, string>();

  constructor(db: Database, ids: Ids) {
    this.db = db;
    this.ids = ids;
  }

  /** New texts to play with, none of them sent yet. */
  async begin(): Promise<void> {
    this.placements = sitesOf.map((site, i) => ({
      id: randomUUID(),
      site,
      column: columnsOf[site][i % columnsOf[site].length] ?? '',
      unit: 'bureau',
      state: 'none',
      discarded: false,
      hands: new Set(),
      run: undefined,
      named: [],
      live: undefined,
    }));
  }

  async play(command: Command): Promise<void> {
    const p = this.placements[command.on % this.placements.length];
    if (!p) return;
    const asking = askingOf(p, command);
    const before = await rowOf(this.db, p.id);
    const books = await booksOf(this.db);
    const marker = makeCanary().marker;
    const body = this.bodyOf(asking, command, before, marker);
    const version = (before?.version ?? 0) + (command.skew === 'version' ? 1 : 0);
    const answer = await act(this.db, {
      subject: 'article',
      verb: asking.verb,
      id: p.id,
      version,
      key: randomUUID(),
      actor: { person: this.ids.people[asking.name], address: '127.0.0.1' },
      body,
    });
    const line = `${asking.verb} ${answer.status}`;
    if (asking.able && command.skew === '')
      expect(answer.status, `${asking.name} ${line} on ${p.site}: ${JSON.stringify(answer.body)}`).toBe(200);
    this.done[line] = (this.done[line] ?? 0) + 1;
    expect([200, 404, 409, 422], line).toContain(answer.status);
    const after = await rowOf(this.db, p.id);
    if (before) expect(answer.status === 404, `${asking.name} ${line} on ${p.site}`).toBe(!reaches(asking.name, p));
    if (answer.status !== 200) expect([await booksOf(this.db), after]).toEqual([books, before]);
    else await this.taken(asking, before, after, body, marker);
    this.agree(p, after);
    await this.looks(p, after, command.who);
  }

  /** Every list and every search of these people holds only what they reach, or what is public. */
  async lists(names: readonly PersonName[]): Promise<void> {
    const known = new Map(this.placements.map((p) => [p.id, p]));
    for (const name of names) {
      const person = this.ids.people[name];
      const pages = await Promise.all([
        today(this.db, person, now()),
        queue(this.db, person, now()),
        ...Object.keys(tabs).map((tab) => mine(this.db, person, { tab: tab as Tab, scope: 'mine', page: 1 }, now())),
      ]);
      const ids = JSON.stringify(pages).match(/[0-9a-f]{8}-[0-9a-f-]{27}/g) ?? [];
      for (const p of ids.map((id) => known.get(id))) if (p) expect(reaches(name, p), `${name} ${p.site}`).toBe(true);
      for (const marker of [...this.written.keys()].slice(-6)) {
        const hits = await foundBy(this.db, person, marker);
        const open = hits.every(
          (id) => this.published.has(marker) || this.placements.some((p) => p.id === id && reaches(name, p)),
        );
        expect(open, `${name} finds ${marker}`).toBe(true);
      }
    }
  }

  private bodyOf({ verb, p }: Asking, command: Command, row: Row | undefined, marker: string): Record<string, unknown> {
    const other = this.placements[(command.on + 1) % this.placements.length] ?? p;
    const there = command.skew === 'column' ? other : p;
    const step = (row?.step ?? 0) + (command.skew === 'step' ? 1 : 0);
    const hash = command.skew === 'hash' ? 'f'.repeat(64) : (row?.hash ?? '');
    const text = textOf(marker, verb === 'edit' && p.run ? p.run.stated : command);
    if (verb === 'submit' || verb === 'save')
      return { columnId: this.ids.columns[`${there.site} ${there.column}`], body: text };
    if (verb === 'edit' || verb === 'suggest') return { step, hash, words: marker, body: text };
    const raise = command.raise && verb === 'approve' ? { raise: { weight: 'extreme' } } : {};
    return { step, hash, words: marker, type: 'error', everywhere: true, ...raise };
  }

  /** The command was taken: was it right to take it, and what is true now? */
  private async taken(
    asking: Asking,
    before: Row | undefined,
    after: Row | undefined,
    body: Record<string, unknown>,
    marker: string,
  ) {
    const { name, verb, p } = asking;
    if (!after) throw new Error(`${verb} left no placement`);
    switch (verb) {
      case 'save':
      case 'submit':
        return this.wrote(asking, before, after, body, marker);
      case 'approve':
        return this.approved(asking, after, body);
      case 'edit':
        return this.edited(asking, after, marker);
      case 'suggest':
        expect(p.run && wrongToSuggest(p, p.run, name)).toEqual([]);
        this.written.set(marker, p.site);
        p.run = undefined;
        return;
      case 'return':
      case 'recall':
        expect(p.run).toBeDefined();
        p.run = undefined;
        return;
      case 'discard':
        expect([p.live, p.run === undefined || isComplete(p.run)]).toEqual([undefined, true]);
        p.run = undefined;
        p.discarded = true;
        return;
      case 'recover':
        expect([p.discarded, p.live, p.run, writes(name, p)]).toEqual([true, undefined, undefined, true]);
        p.discarded = false;
        return;
      case 'publish':
        expect(wrongToPublish(p, p.run, name)).toEqual([]);
        this.goesOut(p);
        p.live = p.run?.hash;
        p.state = 'published';
        p.run = undefined;
        this.published.set(this.markers.get(p.live ?? '') ?? 'nothing', p.site);
        return;
      case 'withdraw':
        expect(p.state).toBe('published');
        this.goesOut(p);
        p.live = undefined;
        p.run = undefined;
        p.state = 'withdrawn';
    }
  }

  private goesOut({ live }: Placement): void {
    this.published.delete(this.markers.get(live ?? '') ?? '');
  }

  private wrote({ name, verb, p }: Asking, before: Row | undefined, after: Row, body: Body, marker: string) {
    const unit = unitOf(this.ids, after.unitId);
    const place = placeOf(this.ids, body.columnId);
    if (before) expect([unit, place]).toEqual([p.unit, { site: p.site, column: p.column }]);
    Object.assign(p, place);
    expect(writes(name, { ...p, unit, hands: new Set([name]) }), `${name} writes for ${p.site}`).toBe(true);
    p.unit = unit;
    p.hands.add(name);
    expect(p.discarded, `${verb} of what was given up`).toBe(false);
    this.written.set(marker, p.site);
    if (verb === 'save') return;
    const way = wayOf(this.ids, after);
    const sent = { by: name, post: after.submittedPost ?? '', unit: unitOf(this.ids, after.submittedUnitId ?? '') };
    expect([holds(name, { post: [sent.post], units: [sent.unit] }), sent.unit, after.step]).toEqual([true, unit, 0]);
    expect(way.steps.length).toBeGreaterThan(0);
    p.run = { way, hash: after.hash ?? '', sent, taken: [], stated: statedIn(body) };
    this.markers.set(p.run.hash, marker);
    this.names(p, p.run);
  }

  private async approved({ name, p }: Asking, after: Row, body: Record<string, unknown>): Promise<void> {
    const { run } = p;
    if (!run) throw new Error(`${name} approved what is not in review`);
    const { rows } = await sql<{ step: number; person: string; post: string; hash: string }>`
      select step, person_id as person, post, hash from content.decision where run_id = ${after.runId} order by at desc, step desc limit 1`.execute(
      this.db,
    );
    const last = rows[0];
    if (!last) throw new Error('an approval left no decision');
    expect([last.person, last.step]).toEqual([this.ids.people[name], body.step]);
    const one = { step: last.step, by: name, post: last.post, hash: last.hash };
    expect(wrongWith(p, run, one)).toEqual([]);
    if (run.way.steps[one.step]?.act === 'edit') p.hands.add(name);
    run.taken.push(one);
    const way = wayOf(this.ids, after);
    expect(body.raise ? lost(run.way, way) : [run.way, way]).toEqual(body.raise ? [] : [way, run.way]);
    run.way = way;
    this.names(p, run);
  }

  /** Another text under the same run: who edited it has a hand in it, and what was approved before counts no more. */
  private edited({ name, p }: Asking, after: Row, marker: string): void {
    const { run } = p;
    if (!run) throw new Error(`${name} edited what is not in review`);
    expect(wrongToEdit(run, name)).toEqual([]);
    const way = wayOf(this.ids, after);
    expect([lost(run.way, way), after.hash === run.hash]).toEqual([[], false]);
    p.hands.add(name);
    run.way = way;
    run.hash = after.hash ?? '';
    this.written.set(marker, p.site);
    this.markers.set(run.hash, marker);
    this.names(p, run);
  }

  private names(p: Placement, { way, sent }: Run): void {
    const steps = way.steps.flatMap((step) => [step, ...(step.else ? [step.else] : [])]);
    const publish = way.publish.by === 'post' ? [{ post: way.publish.post ?? [], units: way.publish.units ?? [] }] : [];
    p.named.push(...steps, ...publish, { post: [sent.post], units: [sent.unit] });
  }

  /** The tables say what the model says. */
  private agree(p: Placement, row: Row | undefined): void {
    if (!row) {
      expect(p.hands.size).toBe(0);
      return;
    }
    const state = p.run ? (isComplete(p.run) ? 'complete' : 'open') : null;
    const due = p.run && !isComplete(p.run) ? dueOf(p.run) : undefined;
    expect([row.state, row.liveHash, row.runState, row.discarded, row.hash]).toEqual([
      p.state,
      p.live ?? null,
      state,
      p.discarded,
      p.run?.hash ?? null,
    ]);
    if (due !== undefined) expect(row.step).toBe(due);
    if (p.live) expect(row.liveTitle).toBe(this.markers.get(p.live));
    if (p.run) expect(wayOf(this.ids, row)).toEqual(p.run.way);
  }

  private async looks(p: Placement, row: Row | undefined, who: number): Promise<void> {
    const name = everybody[(who >> 3) % everybody.length] ?? 'lin';
    const seen = await placementView(this.db, p.id, this.ids.people[name], now());
    expect(seen !== undefined, `${name} sees ${p.site}`).toBe(row !== undefined && reaches(name, p));
  }
}
