import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';

type Props = {
  title: string;
  sub?: ReactNode;
  /** What stands beside the heading: state, number of the revision. */
  tags?: ReactNode;
  /** What stands at the right end of the heading: the screen's one primary button. */
  side?: ReactNode;
  /** The way back, for a screen that isn't in the menu. */
  back?: { to: '/' | '/mine' | '/queue' | '/board' | '/find' | '/bin' | '/rules' | '/calendar'; name: string };
  children: ReactNode;
};

/** Links that differ only in their search: the router by itself marks every one whose search is a part of the address. */
export const exactly = { exact: true, includeSearch: true } as const;

/** A screen: one h1, which is also the window's title, and the way back. */
export function Page({ title, sub, tags, side, back, children }: Props) {
  useEffect(() => {
    document.title = `${title} · 网站群管理`;
  }, [title]);
  return (
    <div className="page">
      {back && (
        <nav className="crumb" aria-label="位置">
          <Link to={back.to}>{back.name}</Link>
        </nav>
      )}
      <div className="heading">
        <h1>{title}</h1>
        {tags}
        {side && <div className="side">{side}</div>}
      </div>
      {sub && <div className="sub">{sub}</div>}
      {children}
    </div>
  );
}
