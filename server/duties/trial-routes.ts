import { readRegulation } from '../../core/regulation/read.ts';
import type { InForce } from '../../core/regulation/types.ts';
import { valueNames } from '../../core/vocabulary/facets.ts';
import type { In } from '../contract/row.ts';
import type { OtherWay, TrialArticles, TrialDuties, trial } from '../contract/trial.ts';
import type { Database } from '../door/knock.ts';
import type { Endpoints } from '../http/app.ts';
import { problem } from '../http/problem.ts';
import { lawOf } from '../in-force.ts';
import { now } from '../now.ts';
import { evidenceOf } from './evidence.ts';
import { draftOf, tryDuties } from './trial.ts';
import { type Other, otherWays } from './trial-articles.ts';
import { type BearerRow, dutyRows, unbound } from './trial-view.ts';
import { wayWords } from './trial-words.ts';
import { lineView, namesIn } from './view.ts';
import { below, type Rows, rows } from './world.ts';

type Asked = In<typeof trial.duties>;

export const trialRoutes: Endpoints['trial'] = {
  duties: async ({ db, input }) => {
    const draft = draftIn(input);
    return draft ? { status: 200, body: await dutiesView(db, draft, input.since, now()) } : unreadable();
  },
  articles: async ({ db, input }) => {
    const draft = draftIn(input);
    return draft ? { status: 200, body: await articlesView(db, draft, input.since) } : unreadable();
  },
};

const unreadable = () => problem(422, 'not_plannable');

function draftIn({ source, unit, roles, leads, values, readings }: Asked): InForce | undefined {
  const { regulation } = readRegulation(source);
  return regulation && draftOf(regulation, { unit, roles, leads, values, readings });
}

async function dutiesView(
  db: Database,
  { regulation, binding }: InForce,
  since: string,
  at: Date,
): Promise<TrialDuties> {
  const tried = await tryDuties(db, regulation, binding, since, at);
  const found = dutyRows(regulation, tried);
  const names = namesIn(tried.world);
  const evidence = await evidenceOf(
    db,
    found.flatMap(({ bearers }) => bearers.flatMap(({ worst }) => worst)),
  );
  const bearerView = ({ worst, ...counts }: BearerRow) => ({
    ...counts,
    worst: worst.map((line) => lineView(line, names, evidence(line), tried.calendarFor(line), at.getTime())),
  });
  return {
    title: regulation.title,
    version: regulation.version,
    at: at.toISOString(),
    unbound: [...unbound(regulation, binding)],
    duties: found.map(({ clause, law, bearers, waits, ...row }) => ({
      ...row,
      law: { clause, cite: law, text: regulation.clauses.find(({ id }) => clause.endsWith(`#${id}`))?.text ?? '' },
      bearers: bearers.map(bearerView),
      ...(waits ? { waits } : {}),
    })),
  };
}

const shownMax = 200;

async function articlesView(db: Database, draft: InForce, since: string): Promise<TrialArticles> {
  const world = await rows(db);
  const { others, sent, isAll } = await otherWays(db, draft, below(draft.binding.unit, world.units), since, world);
  const shown = await Promise.all(others.slice(0, shownMax).map((one) => otherView(db, one, world)));
  return { sent, isAll, other: others.length, items: shown };
}

const stated = ['kind', 'reach', 'weight', 'sensitive'] as const;

async function otherView(db: Database, other: Other, world: Rows): Promise<OtherWay> {
  const { sent, would, path } = other;
  const clause = would.ok ? would.chain.clause : would.clause;
  const law = clause === undefined ? undefined : await lawOf(db, clause, { path });
  return {
    ...{ placementId: sent.placementId, title: sent.title, column: sent.column, at: sent.at.toISOString() },
    site: { id: sent.siteId, name: sent.siteName },
    facets: stated.flatMap((facet) => valueNames[`${facet} ${sent.facets[facet]}`] ?? []).join('、'),
    ...wayWords(other, world),
    ...(law ? { law } : {}),
  };
}
