/** The browser of journeys: Debian's Chromium, without window and compositor where that package is there. */
import { existsSync } from 'node:fs';

const shell = '/usr/bin/chromium-headless-shell';
/** The same engine at half the processor time for each new page: decision 0461. */
export const browserPath = existsSync(shell) ? shell : '/usr/bin/chromium';
