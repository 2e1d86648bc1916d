/** What the screens ask for, each under its own key, and what an act changes. */

import { keepPreviousData, QueryCache, QueryClient, queryOptions } from '@tanstack/react-query';
import type { tabs } from '../server/contract/find.ts';
import type { Moved, PlacementView } from '../server/contract/views.ts';
import { api, isAbsent, isAway, isSignedOut } from './api.ts';

/** Told when a read was refused because nobody is signed in any more; the router sets it. */
export const session: { lost: () => void } = { lost: () => {} };

export const queries = new QueryClient({
  queryCache: new QueryCache({
    onError: (error) => {
      if (isSignedOut(error)) session.lost();
    },
  }),
  defaultOptions: {
    queries: {
      // "Always": the console may run without any other network, and the server says itself when it is away.
      networkMode: 'always',
      // Others act on the same things: what was read is shown at once, and read again whenever a screen opens.
      staleTime: 0,
      retry: (times, error) => isAway(error) && times < 2,
      retryDelay: (times) => 700 * (times + 1),
    },
    mutations: { networkMode: 'always', retry: false },
  },
});

export const me = queryOptions({
  queryKey: ['me'],
  queryFn: () => api.people.me({}),
  refetchInterval: 30_000,
});
export const today = queryOptions({
  queryKey: ['today'],
  queryFn: () => api.content.today({}),
  refetchInterval: 30_000,
});
export const queue = queryOptions({
  queryKey: ['queue'],
  queryFn: () => api.content.queue({}),
  refetchInterval: 30_000,
});
export const compose = queryOptions({ queryKey: ['compose'], queryFn: () => api.content.compose({}) });
export const placement = (id: string) =>
  queryOptions({ queryKey: ['placement', id], queryFn: () => api.content.placement({ id }) });

export type Finding = Parameters<typeof api.content.find>[0];
export const find = (asked: Finding) =>
  queryOptions({ queryKey: ['find', asked], queryFn: () => api.content.find(asked), staleTime: 30_000 });
export const bin = (page: number) =>
  queryOptions({ queryKey: ['bin', page], queryFn: () => api.content.bin({ page }) });

export type Tab = (typeof tabs)[number];
export const scopes = ['mine', 'unit', 'sites'] as const;
export type Scope = (typeof scopes)[number];
export type Mine = { tab: Tab; scope: Scope; column?: string | undefined; page: number };
export const mine = (asked: Mine) =>
  queryOptions({ queryKey: ['mine', asked], queryFn: () => api.content.mine(asked) });

/** Registers change seldom, and are read again whenever a screen opens. Without `on`: as of today. */
export const rules = (on?: string) =>
  queryOptions({ queryKey: ['rules', on], queryFn: () => api.registers.rules({ on }) });
export type AskedRule = Parameters<typeof api.registers.rule>[0];
export const rule = (asked: AskedRule) =>
  queryOptions({ queryKey: ['rule', asked], queryFn: () => api.registers.rule(asked) });
/** Judged anew each time: it is read again while the page stands, as the board is. */
export const ruleState = (adoption: string, on: string) =>
  queryOptions({
    queryKey: ['rule-state', adoption, on],
    queryFn: () => api.duties.rule({ adoption, on }),
    enabled: adoption !== '',
    refetchInterval: 60_000,
  });
export const ruleChanges = (slug: string, unit?: string, on?: string) =>
  queryOptions({
    queryKey: ['rule-changes', slug, unit, on],
    queryFn: () => api.registers.ruleChanges({ slug, unit, on }),
  });
export const sites = queryOptions({ queryKey: ['sites'], queryFn: () => api.registers.sites({}) });
export const calendar = (year?: number) =>
  queryOptions({ queryKey: ['calendar', year], queryFn: () => api.registers.calendar({ year }) });
export const calendarRights = queryOptions({
  queryKey: ['calendar-rights'],
  queryFn: () => api.calendar.rights({}),
  staleTime: 60_000,
});
export const checkedDays = (text: string, unit: string) =>
  queryOptions({
    queryKey: ['calendar-check', text, unit],
    queryFn: () => api.calendar.check({ text, ...(unit && { unit }) }),
    enabled: text !== '',
    gcTime: 60_000,
  });
export const staff = queryOptions({ queryKey: ['staff'], queryFn: () => api.registers.staff({}) });

/** What passes on when this person leaves posts, as `post@unit`; without any: all of them. */
export const leaving = (id: string, posts?: readonly string[]) =>
  queryOptions({
    queryKey: ['leaving', id, posts],
    queryFn: () => api.leaving.list({ id, ...(posts && { posts: posts.join(',') }) }),
    enabled: posts?.length !== 0,
    retry: false,
  });
/** On which days this person is away, from today on. */
export const absences = (id: string) =>
  queryOptions({ queryKey: ['absences', id], queryFn: () => api.absences.list({ id }), retry: false });
export const peopleChanged = (): void =>
  void askAgain(['staff', 'leaving', 'absences', 'today', 'own-duties', 'board', 'me'].map((key) => [key]));

export const library = queryOptions({ queryKey: ['library'], queryFn: () => api.adoption.library({}) });
/** The same text is read the same way again. */
export const checkedText = (source: string, unit: string) =>
  queryOptions({
    queryKey: ['adoption-check', source, unit],
    queryFn: () => api.adoption.check({ source, ...(unit && { unit }) }),
    gcTime: 60_000,
  });
type Planned = Parameters<typeof api.adoption.plan>[0];
export const adoptionPlan = (wanted: Planned) =>
  queryOptions({
    queryKey: ['adoption-plan', wanted],
    queryFn: () => api.adoption.plan(wanted),
    gcTime: 60_000,
  });

export type Tried = Parameters<typeof api.trial.duties>[0];
/** Asked once for each draft: what a year would have been takes seconds. */
const once = { staleTime: Number.POSITIVE_INFINITY, gcTime: 300_000, refetchOnWindowFocus: false } as const;
const nothing: Tried = { source: '', unit: '', roles: {}, leads: {}, values: {}, readings: [], since: '' };
export const trialDuties = (asked = nothing) =>
  queryOptions({ queryKey: ['trial-duties', asked], queryFn: () => api.trial.duties(asked), ...once });
export const trialArticles = (asked = nothing) =>
  queryOptions({ queryKey: ['trial-articles', asked], queryFn: () => api.trial.articles(asked), ...once });

type AskedBoard = Parameters<typeof api.duties.board>[0];
/** While other rows are on their way those that were there stay. */
export const board = (asked: AskedBoard) =>
  queryOptions({
    queryKey: ['board', asked],
    queryFn: () => api.duties.board(asked),
    refetchInterval: 60_000,
    placeholderData: keepPreviousData,
  });
export type Asked = Parameters<typeof api.duties.lines>[0];
export const dutyLines = (asked: Asked) =>
  queryOptions({ queryKey: ['duty-lines', asked], queryFn: () => api.duties.lines(asked) });
export const logEvent = (seq: string) =>
  queryOptions({ queryKey: ['log-event', seq], queryFn: () => api.duties.event({ seq }) });
export const ownDuties = queryOptions({ queryKey: ['own-duties'], queryFn: () => api.duties.mine({}) });

export const exemptions = queryOptions({ queryKey: ['exemptions'], queryFn: () => api.exemptions.list({}) });
/** Lines stand otherwise after an exemption was given or taken back, and say when somebody was urged. */
export const linesChanged = (): void =>
  void askAgain(['exemptions', 'duty-lines', 'board', 'own-duties', 'rule-state'].map((key) => [key]));

export const notices = queryOptions({
  queryKey: ['notices'],
  queryFn: () => api.notices.list({}),
  refetchInterval: 60_000,
});
export const noticeSetting = queryOptions({ queryKey: ['notice-setting'], queryFn: () => api.notices.setting({}) });

/**
 * For the writing page. Absent is an answer here: a new draft has no placement yet. It is read when the page opens and
 * after one's own acts only: were it read again by itself, the writer would save over another's revision unawares.
 */
export const placementIfAny = (id: string) =>
  queryOptions({
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    queryKey: ['placement-if-any', id],
    queryFn: async () => {
      try {
        return await api.content.placement({ id });
      } catch (error) {
        if (isAbsent(error)) return null;
        throw error;
      }
    },
  });

const lists = ['me', 'today', 'mine', 'queue', 'find', 'bin', 'own-duties', 'board'];
const askAgain = (keys: ReadonlyArray<readonly string[]>) =>
  Promise.all(keys.map((queryKey) => queries.invalidateQueries({ queryKey })));

export const refreshLists = (): void => void askAgain(lists.map((key) => [key]));

/** After a move: how it stands is on the screen at once; the whole view, lists and counts are asked for again. */
export async function placementMoved(moved: Moved): Promise<void> {
  const merged = (view: PlacementView | null | undefined) => (view ? { ...view, ...moved } : view);
  for (const key of ['placement', 'placement-if-any']) queries.setQueryData([key, moved.id], merged);
  refreshLists();
  await askAgain([
    ['placement', moved.id],
    ['placement-if-any', moved.id],
  ]);
}

/** A refusal brought the thing as it is now: somebody else was quicker. */
export function placementIs(view: PlacementView): void {
  for (const key of ['placement', 'placement-if-any']) queries.setQueryData([key, view.id], view);
  refreshLists();
}
