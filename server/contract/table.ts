import { absences } from './absences.ts';
import { adoption } from './adoption.ts';
import { calendar } from './calendar.ts';
import { content } from './content.ts';
import { duties } from './duties.ts';
import { exemptions } from './exemptions.ts';
import { files } from './files.ts';
import { leaving } from './leaving.ts';
import { notices } from './notices.ts';
import { people } from './people.ts';
import { registers } from './registers.ts';
import { trial } from './trial.ts';
import { urges } from './urges.ts';

export const table = {
  people,
  content,
  files,
  registers,
  adoption,
  trial,
  calendar,
  duties,
  exemptions,
  leaving,
  absences,
  urges,
  notices,
};
export type Table = typeof table;
