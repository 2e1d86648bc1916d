/** The one table of kinds: it reads the blocks, and prints docs/regulation-keys.md. */
import { check } from './check.ts';
import { columns } from './columns.ts';
import { duty } from './duty.ts';
import { facility } from './facility.ts';
import { flow } from './flow.ts';
import type { Kind } from './kind.ts';
import { note } from './note.ts';
import { posts } from './posts.ts';
import { remit } from './remit.ts';
import { step } from './step.ts';

export const kinds: Readonly<Record<string, Kind>> = { posts, columns, remit, flow, step, duty, check, facility, note };
