/** An upload's way to the server, and its clock. */

import { api, sendPart } from '../api.ts';
import { elapsedMs } from '../now.ts';
import type { Ways } from './upload.ts';

export const ways: Ways = {
  begin: (asked) => api.files.begin(asked),
  part: sendPart,
  ask: (id) => api.files.upload({ id }),
  now: elapsedMs,
  pause: (ms, signal) =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      signal.addEventListener('abort', () => {
        clearTimeout(timer);
        resolve();
      });
    }),
};
