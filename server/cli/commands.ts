/** All commands, in the order in which help shows them. */
import { calendarExtra, calendarLoad } from './calendar/load.ts';
import { calendarShow } from './calendar/show.ts';
import type { Command } from './command.ts';
import { doctor } from './doctor/doctor.ts';
import { importFiles } from './import.ts';
import { keyAdd } from './key/add.ts';
import { keyList, keyRevoke, keyShow } from './key/keys.ts';
import { ledgerCheck, ledgerRebuild } from './ledger/rebuild.ts';
import { peopleLeave } from './people/leave.ts';
import { regulationAdopt } from './regulation/adopt.ts';
import { regulationCheck } from './regulation/check.ts';
import { regulationDiff } from './regulation/diff.ts';
import { regulationExplain } from './regulation/explain.ts';
import { regulationList, regulationShow } from './regulation/list.ts';
import { regulationTry } from './regulation/try.ts';
import { status, stop } from './status.ts';
import { worldLoad } from './world-load.ts';

export const commands: readonly Command[] = [
  status,
  stop,
  doctor,
  regulationCheck,
  regulationDiff,
  regulationExplain,
  regulationTry,
  regulationAdopt,
  regulationList,
  regulationShow,
  calendarLoad,
  calendarExtra,
  calendarShow,
  ledgerCheck,
  ledgerRebuild,
  importFiles,
  keyAdd,
  keyList,
  keyShow,
  keyRevoke,
  peopleLeave,
  worldLoad,
];
