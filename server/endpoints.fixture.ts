/** All endpoints, as main.ts puts them together, over a folder for files that goes with the test. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { act } from './act.ts';
import { calendarRoutes } from './calendar/routes.ts';
import { aboutPerson } from './content/about-person.ts';
import { passingTexts } from './content/passing.ts';
import { contentRoutes } from './content/routes.ts';
import { exemptionRoutes } from './duties/exemption-routes.ts';
import { passingDuties } from './duties/passing.ts';
import { dutiesRoutes } from './duties/routes.ts';
import { trialRoutes } from './duties/trial-routes.ts';
import { urgeRoutes } from './duties/urge-routes.ts';
import { filesRoutes } from './files/routes.ts';
import { folderStorage } from './files/storage.ts';
import type { Endpoints } from './http/app.ts';
import { noticesRoutes } from './notices/routes.ts';
import { absenceRoutes } from './people/absence-routes.ts';
import { leavingRoutes } from './people/leaving-routes.ts';
import { peopleRoutes } from './people/routes.ts';
import { registersRoutes } from './registers/routes.ts';
import { adoptionRoutes } from './regulations/routes.ts';

const folder = mkdtempSync(join(tmpdir(), 'menhu-files-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
export const testStorage = folderStorage(folder);

export const handlers: Endpoints = {
  people: peopleRoutes(aboutPerson),
  content: contentRoutes(act, testStorage, {
    page: async ({ title, html }) => Buffer.from(`<title>${title}</title>${html}`),
  }),
  files: filesRoutes({ folder, wake: () => undefined }),
  registers: registersRoutes(({ label }) => `http://${label}.test`),
  adoption: adoptionRoutes(act),
  trial: trialRoutes,
  calendar: calendarRoutes(act),
  duties: dutiesRoutes,
  exemptions: exemptionRoutes(act),
  leaving: leavingRoutes(act, [passingTexts, passingDuties]),
  absences: absenceRoutes(act),
  urges: urgeRoutes(act),
  notices: noticesRoutes(true),
};
