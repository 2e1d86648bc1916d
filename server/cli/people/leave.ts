/** `menhu people leave`: takes somebody off posts, as the console does; without --yes it only says what would pass on. */
import { randomUUID } from 'node:crypto';
import { act } from '../../act.ts';
import { passingTexts } from '../../content/passing.ts';
import { system } from '../../content/store.ts';
import type { LeavingView } from '../../contract/leaving.ts';
import type { Database } from '../../door/knock.ts';
import { passingDuties } from '../../duties/passing.ts';
import { now } from '../../now.ts';
import { type Leave, type Post, postsOf } from '../../people/leaving.ts';
import { listed } from '../../people/leaving-routes.ts';
import { organisationOf } from '../../regulations/subject.ts';
import type { Command } from '../command.ts';
import { missing, personOf } from '../find.ts';
import { dataOption, withRunning } from '../installation.ts';
import { postsOf as typedPosts } from '../key/wanted.ts';
import type { Given } from '../options.ts';
import { Said, Usage } from '../words.ts';

export const peopleLeave: Command = {
  name: 'people leave',
  usage: 'menhu people leave LOGIN --reason TEXT [--post POST@UNIT …] [--close] [--yes] [--data DIR]',
  about: {
    zh: '办理离岗：列出要转交的事；加 --yes 才办，权限立刻失去，不再任岗位的账号停用',
    en: 'takes somebody off posts: says what passes on; done only with --yes, at once',
  },
  takes: {
    values: {
      reason: { zh: '原因，记录在案', en: 'why; it is kept' },
      post: {
        zh: '只离这个岗位，如 undertaker@质量处；可以写几个，不写就是全部',
        en: 'only this post, as undertaker@UNIT; may be given more than once; default: all',
      },
      data: dataOption,
    },
    many: ['post'],
    switches: {
      close: { zh: '还有别的岗位也停用账号', en: 'closes the account also where posts are left' },
      yes: { zh: '办理', en: 'do it' },
    },
    files: true,
  },
  run: (given, outside) =>
    withRunning(given, outside, async (db) => {
      const [login, more] = given.files;
      if (login === undefined || more !== undefined)
        throw new Usage({ zh: '要写一个用户名', en: 'one login is needed' });
      const words = given.need('reason');
      const person = await personOf(db, login);
      const held = await postsOf(db, person, now());
      if (held.length === 0)
        throw new Said({ zh: `用户 ${login} 现在不任岗位，不用办理离岗`, en: `${login} holds no post to leave` });
      const posts = await wanted(db, given, held);
      const close = given.on('close');
      const ends = close ? held : posts;
      const view = await listed(db, person, ends, ends.length === held.length, [passingTexts, passingDuties], now());
      for (const line of linesOf(view)) outside.text(line);
      if (given.on('yes')) await leave(db, person, { posts, close, words });
      outside.text(given.on('yes') ? done : notDone);
      outside.json({ ...view, done: given.on('yes') });
      return 0;
    }),
};

const done = { zh: '已办理', en: 'done' };
const notDone = { zh: '还没有办理：看过以后加 --yes', en: 'nothing was done yet: look at it, then add --yes' };

/** Those that were typed, each of which is held; all without any. */
async function wanted(db: Database, given: Given, held: readonly Post[]): Promise<readonly Post[]> {
  const typed = given.all('post');
  if (typed.length === 0) return held;
  const { units } = await organisationOf(db, now());
  return typedPosts(units, typed).map((one, i) => {
    const found = held.find((each) => each.post === one.post && each.unit === one.unit);
    const known = held.map((each) => `${each.post}@${units.find(({ id: of }) => of === each.unit)?.name}`);
    if (!found) throw missing({ zh: '岗位', en: 'post' }, typed[i] ?? '', known);
    return found;
  });
}

function linesOf({ person, posts, items, more }: Omit<LeavingView, 'may' | 'closes'>): readonly string[] {
  const left = posts.map(({ unit, name }) => `${unit.name} ${name}`).join('、');
  return [
    `${person.name}：${left}`,
    ...items.map(
      ({ kind, title, note, to }) =>
        `  ${kind}  ${title}（${note}） → ${to.map(({ name }) => name).join('、') || '没有人接'}`,
    ),
    ...(more > 0 ? [`  还有 ${more} 项`] : []),
  ];
}

/** Throws the door's words when it refuses. */
async function leave(db: Database, id: string, body: Leave): Promise<void> {
  const { status, body: said } = await act(db, {
    ...{ subject: 'person', verb: 'leave_for', id, version: 0, key: randomUUID(), body: { ...body } },
    actor: { person: system, address: 'menhu people' },
  });
  if (status === 200) return;
  const { code, message } = said as { code: string; message: string };
  throw new Said({ zh: message, en: `the door refused: ${code.replaceAll('_', ' ')}` });
}
