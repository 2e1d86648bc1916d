/** Every article of the county with what has happened to it. */
import { branch } from './articles/branch.ts';
import { cs } from './articles/cs.ts';
import { desk } from './articles/desk.ts';
import { jy } from './articles/jy.ts';
import { news } from './articles/news.ts';
import { qx } from './articles/qx.ts';
import { texts } from './articles/texts.ts';
import type { Story } from './story.ts';

export const stories: readonly Story[] = [...texts, ...news, ...branch, ...desk, ...jy, ...cs, ...qx];
