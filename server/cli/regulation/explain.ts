/** `menhu regulation explain WHAT`: which articles did this, and why. From an event, a line of a duty, a refusal or an article. */

import { now } from '../../now.ts';
import type { Command } from '../command.ts';
import { dataOption, withRunning } from '../installation.ts';
import { Said, Usage } from '../words.ts';
import { explainArticle } from './explain-article.ts';
import { explainEvent } from './explain-event.ts';
import { explainLine } from './explain-line.ts';
import { explainRefusal } from './explain-refusal.ts';

/** Each by the shape of its name; the first that knows it answers. */
const ways = [explainArticle, explainLine, explainEvent, explainRefusal];

export const regulationExplain: Command = {
  name: 'regulation explain',
  usage: 'menhu regulation explain EVENT|LINE|REFUSAL|ARTICLE [--data DIR]',
  about: {
    zh: '一件事、一行账、一次拒绝是按哪几条办的；一条规定在系统里做了什么',
    en: 'which articles did this: an event, a line of a duty, a refusal; or what an article does',
  },
  more: {
    zh: 'EVENT 是操作记录的序号或编号，LINE 是一行账的编号（menhu regulation explain zj-portal#14 会列出），REFUSAL 是拒绝的编号或代码，ARTICLE 写成 zj-portal#14。',
    en: 'EVENT: number or id in the log. LINE: its key, as an article lists it. REFUSAL: its id or code. ARTICLE: zj-portal#14.',
  },
  takes: { values: { data: dataOption }, files: true },
  run: async (given, outside) => {
    const asked = given.files.join(' ').trim();
    if (asked === '')
      throw new Usage({ zh: '要说明什么？例如 zj-portal#14', en: 'explain what? For example zj-portal#14' });
    return withRunning(given, outside, async (db) => {
      for (const way of ways) {
        const found = await way(db, asked, now());
        if (!found) continue;
        for (const line of found.lines) outside.text(line);
        outside.json(found);
        return 0;
      }
      throw new Said({
        zh: `没有找到“${asked}”：它不是操作记录、一行账、一次拒绝，也不是采用过的规定的一条`,
        en: `${asked} is no event, line, refusal or article here`,
      });
    });
  },
};
