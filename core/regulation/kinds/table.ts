/** The one table of kinds: it reads the blocks, and prints docs/regulation-keys.md. */
import { award } from './award.ts';
import { bulletin } from './bulletin.ts';
import { check } from './check.ts';
import { columns } from './columns.ts';
import { duty } from './duty.ts';
import { facility } from './facility.ts';
import { filing } from './filing.ts';
import { finding } from './finding.ts';
import { flow } from './flow.ts';
import type { Kind } from './kind.ts';
import { letters } from './letters.ts';
import { line } from './line.ts';
import { note } from './note.ts';
import { posts } from './posts.ts';
import { remit } from './remit.ts';
import { retention } from './retention.ts';
import { score } from './score.ts';
import { step } from './step.ts';

/** In the order in which the page of keys shows them. */
export const kinds: Readonly<Record<string, Kind>> = {
  posts,
  columns,
  remit,
  flow,
  step,
  duty,
  filing,
  check,
  finding,
  retention,
  letters,
  score,
  line,
  award,
  bulletin,
  facility,
  note,
};
