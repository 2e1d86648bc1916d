/** Every article of the county with what has happened to it. */
import { between } from './articles/between.ts';
import { branch } from './articles/branch.ts';
import { branchDesk } from './articles/branch-desk.ts';
import { branchRule } from './articles/branch-rule.ts';
import { bureauYear } from './articles/bureau-year.ts';
import { bureausYear } from './articles/bureaus-year.ts';
import { cs } from './articles/cs.ts';
import { csDesk } from './articles/cs-desk.ts';
import { desk } from './articles/desk.ts';
import { fromBranch } from './articles/from-branch.ts';
import { jy } from './articles/jy.ts';
import { jyDesk } from './articles/jy-desk.ts';
import { lakeCity } from './articles/lake-city.ts';
import { lakeOffices } from './articles/lake-offices.ts';
import { mine } from './articles/mine.ts';
import { news } from './articles/news.ts';
import { qx } from './articles/qx.ts';
import { qxDesk } from './articles/qx-desk.ts';
import { sections } from './articles/sections.ts';
import { texts } from './articles/texts.ts';
import { timed } from './articles/timed.ts';
import { weatherYear } from './articles/weather-year.ts';
import { withFiles } from './articles/with-files.ts';
import type { Story } from './story.ts';

const bureau = [...texts, ...news, ...desk, ...sections, ...fromBranch, ...branch, ...branchDesk];
const others = [...jy, ...jyDesk, ...cs, ...csDesk, ...qx, ...qxDesk];
/** The last three months of five sites, with every state that a text can be in: enough for tests. */
export const fewer: readonly Story[] = [...bureau, ...others, ...withFiles, ...timed, ...branchRule];

/** Those, and a year of all seven sites. */
export const stories: readonly Story[] = [
  ...fewer,
  ...lakeCity,
  ...lakeOffices,
  ...mine,
  ...bureauYear,
  ...bureausYear,
  ...weatherYear,
  ...between,
];
