/** `menhu key list`, `show`, `revoke`: keys by their first letters; their text is nowhere to be shown. */
import type { Database } from '../../door/knock.ts';
import { type KnownKey, knownKeys, stateOf } from '../../keys/list.ts';
import { now } from '../../now.ts';
import type { Command } from '../command.ts';
import { missing } from '../find.ts';
import { dataOption, withRunning } from '../installation.ts';
import type { Given } from '../options.ts';
import { type Both, Usage } from '../words.ts';
import { knock } from './knock.ts';

const states: Readonly<Record<ReturnType<typeof stateOf>, Both>> = {
  live: { zh: '可用', en: 'live' },
  revoked: { zh: '已停用', en: 'revoked' },
  expired: { zh: '已到期', en: 'expired' },
};
const takes = { values: { data: dataOption }, files: false } as const;
const takesOne = { ...takes, files: true } as const;

export const keyList: Command = {
  name: 'key list',
  usage: 'menhu key list [--data DIR]',
  about: { zh: '列出全部接口密钥，新的在前', en: 'lists all keys of outside systems, newest first' },
  takes,
  run: (given, outside) =>
    withRunning(given, outside, async (db) => {
      const keys = await knownKeys(db);
      for (const key of keys) outside.text(lineOf(key));
      if (keys.length === 0) outside.text({ zh: '还没有接口密钥', en: 'there is no key yet' });
      outside.json(keys.map(shown));
      return 0;
    }),
};

export const keyShow: Command = {
  name: 'key show',
  usage: 'menhu key show PREFIX [--data DIR]',
  about: { zh: '看一把接口密钥能办什么、什么时候用过', en: 'shows what a key may do, and when it was used' },
  takes: takesOne,
  run: (given, outside) =>
    withRunning(given, outside, async (db) => {
      const key = await theKey(db, given);
      outside.text(lineOf(key));
      for (const line of detailsOf(key)) outside.text(line);
      outside.json(shown(key));
      return 0;
    }),
};

export const keyRevoke: Command = {
  name: 'key revoke',
  usage: 'menhu key revoke PREFIX [--data DIR]',
  about: { zh: '停用一把接口密钥，立刻生效，不能恢复', en: 'revokes a key, at once and for good' },
  takes: takesOne,
  run: (given, outside) =>
    withRunning(given, outside, async (db) => {
      const { id, systemId, prefix, system } = await theKey(db, given);
      await knock(db, 'revoke', systemId, { keyId: id });
      outside.text({ zh: `已停用“${system}”的 ${prefix}`, en: `revoked ${prefix} of “${system}”` });
      outside.json({ revoked: prefix, system });
      return 0;
    }),
};

/** Named by its first letters, with or without `menhu_`; the whole key is cut down to them. */
async function theKey(db: Database, { files }: Given): Promise<KnownKey> {
  const [typed, more] = files;
  if (typed === undefined || more !== undefined)
    throw new Usage({ zh: '要写一把密钥的前缀', en: 'the prefix of one key is needed' });
  const prefix = typed.replace(/^menhu_/, '').slice(0, 8);
  const [found] = await knownKeys(db, prefix);
  if (found) return found;
  const known = await knownKeys(db);
  throw missing(
    { zh: '密钥', en: 'key' },
    prefix,
    known.map((key) => key.prefix),
  );
}

const day = (at: Date | null): string => at?.toISOString().slice(0, 16).replace('T', ' ') ?? '–';

function lineOf(key: KnownKey): Both {
  const { zh, en } = states[stateOf(key, now())];
  const about = `${key.prefix}  ${key.system}  ${key.posts.join('、')}`;
  return {
    zh: `${about}  ${zh}，到期 ${day(key.expiresAt)}，用过 ${day(key.usedAt)}（UTC）`,
    en: `${about}  ${en}, until ${day(key.expiresAt)}, used ${day(key.usedAt)} (UTC)`,
  };
}

function detailsOf(key: KnownKey): readonly Both[] {
  const [anyZh, anyEn] = ['不限', 'any'];
  const list = (values: readonly string[] | null, none: string) => values?.join('、') ?? none;
  return [
    {
      zh: `  单位 ${key.unit}，责任人 ${key.answerable}，联系 ${key.contact}`,
      en: `  unit ${key.unit}, answered for by ${key.answerable}, contact ${key.contact}`,
    },
    {
      zh: `  办理 ${key.verbs.join('、')}，每分钟 ${key.perMinute} 次`,
      en: `  may ${key.verbs.join(', ')}, ${key.perMinute} a minute`,
    },
    {
      zh: `  网站 ${list(key.sites, anyZh)}，栏目 ${list(key.columns, anyZh)}，地址 ${list(key.addresses, anyZh)}`,
      en: `  sites ${list(key.sites, anyEn)}, columns ${list(key.columns, anyEn)}, addresses ${list(key.addresses, anyEn)}`,
    },
  ];
}

const shown = ({ id: _id, systemId: _system, ...key }: KnownKey) => ({
  ...key,
  state: stateOf(key as KnownKey, now()),
});
