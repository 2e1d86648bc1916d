/** What stands around every screen: who I am, the menu with what waits for me, and the demo's sign. */
import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { PersonView } from '../../server/contract/views.ts';
import { api, isSignedOut } from '../api.ts';
import icon from '../icon.svg';
import { Dialog } from '../parts/dialog.tsx';
import { sentence } from '../parts/error-box.tsx';
import { Icon, type IconName } from '../parts/icon.tsx';
import { useSlash } from '../parts/keys.ts';
import { exactly } from '../parts/page.tsx';
import { me as meQuery, notices, queries, refreshLists } from '../queries.ts';
import { findBox } from './find/box-id.ts';
import { OwnAccount } from './own-account.tsx';

type Item = {
  name: string;
  short: string;
  icon: IconName;
  to: '/' | '/mine' | '/queue' | '/find' | '/bin' | '/board' | '/rules' | '/sites' | '/people' | '/calendar';
  kind?: 'approve';
  count: number;
};

const items = ({ counts }: PersonView): Item[] => [
  { name: '今天的职责', short: '职责', icon: 'today', to: '/', count: counts.today },
  { name: '我的稿件', short: '稿件', icon: 'mine', to: '/mine', count: 0 },
  { name: '待我审核', short: '审核', icon: 'review', to: '/', kind: 'approve', count: counts.approve },
  { name: '待发布', short: '发布', icon: 'queue', to: '/queue', count: counts.publish },
  { name: '查找', short: '查找', icon: 'find', to: '/find', count: 0 },
  { name: '回收站', short: '回收', icon: 'bin', to: '/bin', count: 0 },
];
/** What everybody may look things up in. */
const registers: Item[] = [
  { name: '值守看板', short: '看板', icon: 'board', to: '/board', count: 0 },
  { name: '规定对照', short: '规定', icon: 'rules', to: '/rules', count: 0 },
  { name: '站点与栏目', short: '站点', icon: 'sites', to: '/sites', count: 0 },
  { name: '人员与岗位', short: '人员', icon: 'people', to: '/people', count: 0 },
  { name: '放假安排', short: '放假', icon: 'calendar', to: '/calendar', count: 0 },
];

function Menu({ me, onPick }: { me: PersonView; onPick?: () => void }) {
  const { pathname, search } = useLocation();
  const here = (i: Item) => i.to === pathname && i.kind === (search.kind === 'approve' ? 'approve' : undefined);
  const link = (i: Item) => (
    <Link
      key={i.name}
      to={i.to}
      search={i.kind ? { kind: i.kind } : {}}
      activeOptions={exactly}
      aria-keyshortcuts={i.to === '/find' ? '/' : undefined}
      aria-current={here(i) ? 'page' : undefined}
      aria-label={i.count ? `${i.name}，${i.count} 件` : i.name}
      onClick={() => {
        // Whoever picks a list wants it as it is now, also when it is the one that is open.
        refreshLists();
        onPick?.();
      }}
    >
      <Icon name={i.icon} />
      <span className="long">{i.name}</span>
      <span className="short">{i.short}</span>
      {i.count > 0 && <span className="count">{i.count}</span>}
    </Link>
  );
  return (
    <nav aria-label="主菜单" className="menu">
      {items(me).map(link)}
      <hr />
      {registers.map(link)}
    </nav>
  );
}

/** What I was told of and haven't looked at. */
function Bell() {
  const unread = useQuery(notices).data?.unread ?? 0;
  return (
    <Link to="/notices" className="bell" aria-label={unread > 0 ? `提醒，${unread} 条未读` : '提醒'}>
      <Icon name="bell" />
      <span>提醒</span>
      {unread > 0 && <span className="count">{unread > 99 ? '99+' : unread}</span>}
    </Link>
  );
}

/** Opens my account. Whoever is away is reminded of it: he may have forgotten that he is back. */
function Me({ me, onOpen }: { me: PersonView; onOpen: () => void }) {
  const post = me.posts[0];
  return (
    <button type="button" className="person" onClick={onOpen}>
      <span className="vh">我的账号：</span>
      <b>{me.name}</b>
      <span className="post">{post ? `${post.unit.name} ${post.postName}` : me.unitName}</span>
      {me.away && <span className="away">外出至 {me.away.slice(5)}</span>}
    </button>
  );
}

function Head({ me, onMenu, onMe }: { me: PersonView; onMenu: () => void; onMe: () => void }) {
  const navigate = useNavigate();
  const [stays, setStays] = useState('');
  const signOut = async () => {
    try {
      await api.people.signOut({});
    } catch (error) {
      // Nobody may walk away believing that they are signed out while they aren't.
      if (!isSignedOut(error)) return setStays(`没能退出：${sentence(error)}`);
    }
    queries.clear();
    await navigate({ to: '/sign-in' });
  };
  return (
    <header className="head">
      <button type="button" className="menu-button" aria-label="菜单" onClick={onMenu}>
        <Icon name="menu" />
      </button>
      <Link to="/" className="logo" aria-label="网站群管理，回今天的职责">
        <img src={icon} alt="" width="30" height="30" />
        <span>网站群管理</span>
      </Link>
      <span className="gap" role="alert">
        {stays}
      </span>
      <Bell />
      <Me me={me} onOpen={onMe} />
      <Button onClick={() => void signOut()}>退出</Button>
    </header>
  );
}

/** After a change of screen the reading starts at the new content, not at the menu. */
function useFocusOnNewScreen() {
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  const first = useRef(pathname);
  useEffect(() => {
    if (first.current === pathname) return;
    first.current = pathname;
    main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return main;
}

export function Shell() {
  const { data: me } = useQuery(meQuery);
  const [menu, setMenu] = useState(false);
  const [own, setOwn] = useState(false);
  const main = useFocusOnNewScreen();
  const navigate = useNavigate();
  useSlash(() => {
    const box = document.getElementById(findBox);
    // On the screen itself what was typed stays: only the box takes the focus.
    if (box) box.focus();
    else void navigate({ to: '/find' });
  });
  if (!me) return null;
  return (
    <div className="shell">
      <a className="skip" href="#main">
        跳到正文
      </a>
      {me.demo && (
        <section className="demo" aria-label="演示">
          演示数据：全是虚构的，不要录入真实信息。
        </section>
      )}
      <Head me={me} onMenu={() => setMenu(true)} onMe={() => setOwn(true)} />
      <div className="body">
        <aside className="side-menu" aria-label="菜单">
          <Menu me={me} />
        </aside>
        <main id="main" ref={main} tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      {own && <OwnAccount me={me} onClose={() => setOwn(false)} />}
      {menu && (
        <Dialog title="菜单" side="left" onClose={() => setMenu(false)}>
          <Menu me={me} onPick={() => setMenu(false)} />
        </Dialog>
      )}
    </div>
  );
}
