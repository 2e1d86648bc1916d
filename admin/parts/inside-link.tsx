import { useRouter } from '@tanstack/react-router';
import type { MouseEvent, ReactNode } from 'react';

type Props = {
  href: string;
  children: ReactNode;
  /** As a word of its line; else it looks like a button, as what one does about a thing. */
  isWord?: boolean;
  'aria-label'?: string;
};

/** A link to a page of the console whose address came from the server, as one string. */
export function InsideLink({ href, children, isWord = false, ...more }: Props) {
  const router = useRouter();
  const go = (event: MouseEvent) => {
    // Another window, another tab: the browser's own business.
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    router.history.push(href);
  };
  return (
    <a href={href} onClick={go} {...(isWord ? {} : { className: 'go' })} {...more}>
      {children}
    </a>
  );
}
