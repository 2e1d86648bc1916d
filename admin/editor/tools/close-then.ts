import { flushSync } from 'react-dom';

/** A dialog gives the focus back when it closes; what happens next may take it to the text. So it closes first. */
export function closeThen(close: () => void, does: () => void): void {
  flushSync(close);
  does();
}
