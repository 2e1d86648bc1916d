/** All commands, in the order in which help shows them. */
import type { Command } from './command.ts';
import { importFiles } from './import.ts';
import { regulationCheck } from './regulation/check.ts';
import { worldLoad } from './world-load.ts';

export const commands: readonly Command[] = [regulationCheck, importFiles, worldLoad];
