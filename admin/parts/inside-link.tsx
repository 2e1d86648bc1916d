import { useRouter } from '@tanstack/react-router';
import type { MouseEvent, ReactNode } from 'react';

/** A link to a page of the console whose address came from the server, as one string. */
export function InsideLink({ href, children, ...more }: { href: string; children: ReactNode; 'aria-label'?: string }) {
  const router = useRouter();
  const go = (event: MouseEvent) => {
    // Another window, another tab: the browser's own business.
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    router.history.push(href);
  };
  return (
    <a href={href} onClick={go} className="go" {...more}>
      {children}
    </a>
  );
}
