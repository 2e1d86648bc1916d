/** One stop for Tab in a bar; arrows go through it, Home and End to its ends, Esc back to the text. */
import type { KeyboardEvent } from 'react';

const stops = 'button:not([hidden]), select';

const visible = (bar: HTMLElement): HTMLElement[] =>
  [...bar.querySelectorAll<HTMLElement>(stops)].filter((stop) => stop.offsetParent !== null);

/** The one that has the focus is the one stop from now on. */
export function onStop(bar: HTMLElement, stop: HTMLElement): void {
  for (const other of bar.querySelectorAll<HTMLElement>(stops)) other.tabIndex = other === stop ? 0 : -1;
}

export function onArrow(event: KeyboardEvent<HTMLElement>, back: () => void): void {
  const all = visible(event.currentTarget);
  const at = all.indexOf(event.target as HTMLElement);
  const to: Readonly<Record<string, number>> = {
    ArrowRight: (at + 1) % all.length,
    ArrowLeft: (at - 1 + all.length) % all.length,
    Home: 0,
    End: all.length - 1,
  };
  const next = to[event.key];
  if (event.key === 'Escape') {
    event.stopPropagation();
    back();
  } else if (next !== undefined && at >= 0) {
    event.preventDefault();
    all[next]?.focus();
  }
}
