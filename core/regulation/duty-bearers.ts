/** Who can bear a duty over this: paths of the subject. Beside them every role that is one unit. */
import { subjects } from '../vocabulary/subjects.ts';
import type { Over } from './duty-types.ts';

export const bearersOf = (over: Over): readonly string[] => subjects['each' in over ? 'unit' : over.subject].bearers;
