/** Every article of the county with what has happened to it. */
import { branch } from './articles/branch.ts';
import { branchDesk } from './articles/branch-desk.ts';
import { cs } from './articles/cs.ts';
import { csDesk } from './articles/cs-desk.ts';
import { desk } from './articles/desk.ts';
import { fromBranch } from './articles/from-branch.ts';
import { jy } from './articles/jy.ts';
import { jyDesk } from './articles/jy-desk.ts';
import { news } from './articles/news.ts';
import { qx } from './articles/qx.ts';
import { qxDesk } from './articles/qx-desk.ts';
import { sections } from './articles/sections.ts';
import { texts } from './articles/texts.ts';
import { timed } from './articles/timed.ts';
import { withFiles } from './articles/with-files.ts';
import type { Story } from './story.ts';

const bureau = [...texts, ...news, ...desk, ...sections, ...fromBranch, ...branch, ...branchDesk];
const others = [...jy, ...jyDesk, ...cs, ...csDesk, ...qx, ...qxDesk];
export const stories: readonly Story[] = [...bureau, ...others, ...withFiles, ...timed];
