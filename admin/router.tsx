/** Addresses and their screens. Each screen comes when it is opened; filters live in the address. */
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import type { SpanName } from '../server/contract/duties.ts';
import { tabs } from '../server/contract/find.ts';
import { isSignedOut } from './api.ts';
import { me, queries, type Scope, scopes, session, type Tab } from './queries.ts';
import { boardSearch, spanOf } from './screens/board/search.ts';
import { Absent, Broken } from './screens/broken.tsx';
import { findSearch, isId, pageOf } from './screens/find/search.ts';
import { Shell } from './screens/shell.tsx';

const root = createRootRoute({ component: Outlet, notFoundComponent: Absent, errorComponent: Broken });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (s: Record<string, unknown>): { to?: string } => ({ ...(ownAddress(s.to) && { to: String(s.to) }) }),
  component: lazyRouteComponent(() => import('./screens/sign-in.tsx'), 'SignIn'),
});

/** Only an address of this console: `//elsewhere` would lead a person who just signed in to a stranger. */
const ownAddress = (to: unknown): boolean => typeof to === 'string' && /^\/(?![/\\])/.test(to);

/** Everything else needs somebody who is signed in. */
const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  component: Shell,
  errorComponent: Broken,
  beforeLoad: async ({ location }) => {
    try {
      await queries.ensureQueryData(me);
    } catch (error) {
      if (isSignedOut(error)) throw redirect({ to: '/sign-in', search: { to: location.href } });
      throw error;
    }
  },
});

const kinds = ['approve', 'publish', 'revise'] as const;
export type DutyKind = (typeof kinds)[number];
const today = createRoute({
  getParentRoute: () => inside,
  path: '/',
  validateSearch: (s: Record<string, unknown>): { kind?: DutyKind } => {
    const kind = kinds.find((k) => k === s.kind);
    return kind ? { kind } : {};
  },
  component: lazyRouteComponent(() => import('./screens/today.tsx'), 'Today'),
});

const mine = createRoute({
  getParentRoute: () => inside,
  path: '/mine',
  validateSearch: (s: Record<string, unknown>): { tab?: Tab; scope?: Scope; column?: string; page?: number } => {
    const tab = tabs.find((t) => t === s.tab);
    const scope = scopes.find((one) => one === s.scope && one !== 'mine');
    const column = isId(s.column) ? s.column : undefined;
    return { ...(tab && { tab }), ...(scope && { scope }), ...(column && { column }), ...pageOf(s) };
  },
  component: lazyRouteComponent(() => import('./screens/mine.tsx'), 'Mine'),
});

const find = createRoute({
  getParentRoute: () => inside,
  path: '/find',
  validateSearch: findSearch,
  component: lazyRouteComponent(() => import('./screens/find/find.tsx'), 'Find'),
});
const bin = createRoute({
  getParentRoute: () => inside,
  path: '/bin',
  validateSearch: pageOf,
  component: lazyRouteComponent(() => import('./screens/bin.tsx'), 'Bin'),
});
const queue = createRoute({
  getParentRoute: () => inside,
  path: '/queue',
  component: lazyRouteComponent(() => import('./screens/queue.tsx'), 'Queue'),
});
/** A new text from a link that names no article yet: a duty's, or a notice's in a mail. */
const writeNew = createRoute({
  getParentRoute: () => inside,
  path: '/write',
  validateSearch: (s: Record<string, unknown>): { column?: string } => (isId(s.column) ? { column: s.column } : {}),
  beforeLoad: ({ search }) => {
    throw redirect({ to: '/write/$id', params: { id: crypto.randomUUID() }, search, replace: true });
  },
});
const write = createRoute({
  getParentRoute: () => inside,
  path: '/write/$id',
  // 照此写一篇: which article a new text is written after. 写一条: the column that it is for.
  validateSearch: (s: Record<string, unknown>): { from?: string; column?: string } => ({
    ...(isId(s.from) ? { from: s.from } : {}),
    ...(isId(s.column) ? { column: s.column } : {}),
  }),
  component: lazyRouteComponent(() => import('./screens/write/write.tsx'), 'Write'),
});
const review = createRoute({
  getParentRoute: () => inside,
  path: '/review/$id',
  component: lazyRouteComponent(() => import('./screens/review/review.tsx'), 'Review'),
});
const article = createRoute({
  getParentRoute: () => inside,
  path: '/articles/$id',
  component: lazyRouteComponent(() => import('./screens/article/article.tsx'), 'Article'),
});

/** A local day, YYYY-MM-DD. */
const day = (on: unknown): { on?: string } => (typeof on === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(on) ? { on } : {});
const text = <K extends string>(key: K, value: unknown): { [key in K]?: string } =>
  (typeof value === 'string' && value !== '' ? { [key]: value } : {}) as { [key in K]?: string };

const rules = createRoute({
  getParentRoute: () => inside,
  path: '/rules',
  validateSearch: (s: Record<string, unknown>) => day(s.on),
  component: lazyRouteComponent(() => import('./screens/rules/rules.tsx'), 'Rules'),
});
const rule = createRoute({
  getParentRoute: () => inside,
  path: '/rules/$slug',
  // `adoption`: exactly that version, as a link from a verdict names it; `duty`: whose lines are open.
  validateSearch: (s: Record<string, unknown>) => ({
    ...text('unit', s.unit),
    ...text('adoption', isId(s.adoption) ? s.adoption : ''),
    ...text('duty', s.duty),
    ...day(s.on),
  }),
  component: lazyRouteComponent(() => import('./screens/rules/reader.tsx'), 'Reader'),
});
const ruleChanges = createRoute({
  getParentRoute: () => inside,
  path: '/rules/$slug/changes',
  validateSearch: (s: Record<string, unknown>) => ({ ...text('unit', s.unit), ...day(s.on) }),
  component: lazyRouteComponent(() => import('./screens/rules/changes-page.tsx'), 'ChangesPage'),
});
const adopt = createRoute({
  getParentRoute: () => inside,
  path: '/regulations/adopt',
  // For which unit: where the reader of regulations sends somebody to replace a version.
  validateSearch: (s: Record<string, unknown>) => text('unit', s.unit),
  component: lazyRouteComponent(() => import('./screens/adopt/adopt.tsx'), 'Adopt'),
});
const trial = createRoute({
  getParentRoute: () => inside,
  path: '/regulations/try',
  component: lazyRouteComponent(() => import('./screens/try/try.tsx'), 'Try'),
});
const board = createRoute({
  getParentRoute: () => inside,
  path: '/board',
  validateSearch: boardSearch,
  component: lazyRouteComponent(() => import('./screens/board/board.tsx'), 'Board'),
});
const exemptions = createRoute({
  getParentRoute: () => inside,
  path: '/exemptions',
  component: lazyRouteComponent(() => import('./screens/board/exemptions.tsx'), 'Exemptions'),
});
const account = createRoute({
  getParentRoute: () => inside,
  path: '/account',
  // Whose: a column's, a unit's, or of a post there.
  validateSearch: (s: Record<string, unknown>): { column?: string; unit?: string; post?: string; span?: SpanName } => ({
    ...(isId(s.column) && { column: s.column }),
    ...(isId(s.unit) && { unit: s.unit }),
    ...text('post', s.post),
    ...spanOf(s.span),
  }),
  component: lazyRouteComponent(() => import('./screens/board/account.tsx'), 'Account'),
});
const logEvent = createRoute({
  getParentRoute: () => inside,
  path: '/events/$seq',
  component: lazyRouteComponent(() => import('./screens/board/log-event.tsx'), 'LogEvent'),
});
const sites = createRoute({
  getParentRoute: () => inside,
  path: '/sites',
  component: lazyRouteComponent(() => import('./screens/sites/sites.tsx'), 'Sites'),
});
const people = createRoute({
  getParentRoute: () => inside,
  path: '/people',
  validateSearch: (s: Record<string, unknown>) => ({ ...text('name', s.name), ...text('person', s.person) }),
  component: lazyRouteComponent(() => import('./screens/people/people.tsx'), 'People'),
});
const loadDays = createRoute({
  getParentRoute: () => inside,
  path: '/calendar/load',
  component: lazyRouteComponent(() => import('./screens/calendar/load.tsx'), 'LoadDays'),
});

const calendar = createRoute({
  getParentRoute: () => inside,
  path: '/calendar',
  validateSearch: (s: Record<string, unknown>): { year?: number } =>
    Number.isInteger(s.year) ? { year: Number(s.year) } : {},
  component: lazyRouteComponent(() => import('./screens/calendar/calendar.tsx'), 'WorkingDays'),
});

const notices = createRoute({
  getParentRoute: () => inside,
  path: '/notices',
  component: lazyRouteComponent(() => import('./screens/notices/notices.tsx'), 'Notices'),
});

const screens = [
  today,
  mine,
  queue,
  find,
  bin,
  writeNew,
  write,
  review,
  article,
  rules,
  rule,
  ruleChanges,
  adopt,
  trial,
  board,
  exemptions,
  account,
  logEvent,
  sites,
  people,
  calendar,
  loadDays,
  notices,
];
export const router = createRouter({
  routeTree: root.addChildren([signIn, inside.addChildren(screens)]),
  defaultPreload: 'intent',
  scrollRestoration: true,
});
session.lost = () => {
  if (router.state.location.pathname === '/sign-in') return;
  queries.clear();
  void router.navigate({ to: '/sign-in', search: { to: router.state.location.href } });
};

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
