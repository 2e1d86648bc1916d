/** `menhu key add`: a key for an outside system, which is registered with its first key. Its text is printed once. */
import { randomUUID } from 'node:crypto';
import { dayMs } from '../../../core/day.ts';
import type { Organisation } from '../../../core/regulation/organisation.ts';
import type { Database } from '../../door/knock.ts';
import type { Issuing, Registering } from '../../keys/subject.ts';
import { newToken } from '../../keys/token.ts';
import { now } from '../../now.ts';
import { organisationOf } from '../../regulations/subject.ts';
import type { Command } from '../command.ts';
import { personOf } from '../find.ts';
import { dataOption, withRunning } from '../installation.ts';
import type { Given } from '../options.ts';
import { unitNamed } from '../units.ts';
import { Usage } from '../words.ts';
import { knock } from './knock.ts';
import { columnIds, numberIn, postsOf, siteIds, verbsIn } from './wanted.ts';

const many = ['post', 'verb', 'site', 'column', 'address'];

export const keyAdd: Command = {
  name: 'key add',
  usage:
    'menhu key add --system NAME [--unit U --answerable LOGIN --contact TEXT] --post POST@UNIT … [--verb V …] [--site S …] [--column S/C …] [--address A …] [--rate N] [--days N] [--data DIR]',
  about: {
    zh: '给一个业务系统发放接口密钥；第一把密钥同时登记这个系统',
    en: 'gives an outside system a key; its first one registers the system too',
  },
  takes: {
    values: {
      system: { zh: '业务系统的名称', en: 'the name of the system' },
      unit: { zh: '它属于哪个单位；第一次要写', en: 'the unit that it belongs to; for its first key' },
      answerable: {
        zh: '责任人的用户名，在那个单位要有岗位；他算经手人，不能审批它送的稿；第一次要写',
        en: 'the login of who answers for it and holds a post in that unit: counts as a contributor; for its first key',
      },
      contact: { zh: '联系方式；第一次要写', en: 'how to reach them; for its first key' },
      post: {
        zh: '它以什么岗位办理，如 undertaker@质量处；可以写几个',
        en: 'under which post it acts, as undertaker@UNIT; may be given more than once',
      },
      verb: {
        zh: '开通哪些办理：save、submit、recall、discard、publish、withdraw；不写就是前四种',
        en: 'what it may do: save, submit, recall, discard, publish, withdraw; default: the first four',
      },
      site: { zh: '只能用于这些网站，写标识', en: 'only for these sites, by label' },
      column: { zh: '只能用于这些栏目，写 网站标识/栏目标识', en: 'only for these columns, as site/column' },
      address: { zh: '只能从这些地址使用，如 10.1.0.0/16', en: 'only from these addresses, as 10.1.0.0/16' },
      rate: {
        zh: '每分钟最多几次（读、写、上传各算各的）；不写就是 60',
        en: 'requests a minute of each class; default: 60',
      },
      days: { zh: '几天以后到期；不写就是 365', en: 'how many days it lasts; default: 365' },
      data: dataOption,
    },
    many,
    files: false,
  },
  more: {
    zh: '密钥只显示这一次，系统里只存它的 SHA-256；丢了就停用，再发一把。业务系统不能审批、退回：签字必须是人。',
    en: 'The key is shown this once, and kept as its SHA-256 only; a lost one is revoked and replaced. No system approves or returns: a signature is a person’s.',
  },
  run: async (given, outside) => {
    const added = await withRunning(given, outside, (db) => add(db, given));
    outside.text({
      zh: `已发放，前缀 ${added.prefix}，${added.expiresAt.slice(0, 10)} 到期。密钥只显示这一次：`,
      en: `issued, known as ${added.prefix}, until ${added.expiresAt.slice(0, 10)}. It is shown this once:`,
    });
    outside.text(added.token);
    outside.json(added);
    return 0;
  },
};

async function add(db: Database, given: Given) {
  const { units } = await organisationOf(db, now());
  const key = await wanted(db, given, units);
  const systemId = await systemFor(db, given, units);
  const { token, prefix, hash } = newToken();
  const issuing: Issuing = { ...key, keyId: randomUUID(), prefix, tokenHash: hash.toString('hex') };
  await knock(db, 'issue', systemId, issuing);
  return { token, prefix, system: given.need('system'), expiresAt: key.expiresAt };
}

/** All that is typed is looked at before anything is registered. */
async function wanted(
  db: Database,
  given: Given,
  units: Organisation['units'],
): Promise<Omit<Issuing, 'keyId' | 'prefix' | 'tokenHash'>> {
  given.need('system');
  given.need('post');
  const addresses = given.all('address');
  return {
    posts: postsOf(units, given.all('post')),
    verbs: verbsIn(given.all('verb')),
    siteIds: await siteIds(db, given.all('site')),
    columnIds: await columnIds(db, given.all('column')),
    addresses: addresses.length > 0 ? addresses : null,
    perMinute: numberIn(given, 'rate', 60, 6000),
    expiresAt: new Date(now().getTime() + numberIn(given, 'days', 365, 1096) * dayMs).toISOString(),
  };
}

const firstOnly = ['unit', 'answerable', 'contact'] as const;

async function systemFor(db: Database, given: Given, units: Organisation['units']): Promise<string> {
  const name = given.need('system');
  const known = await db.selectFrom('people.outsideSystem').select('id').where('name', '=', name).executeTakeFirst();
  const said = firstOnly.filter((option) => given.value(option) !== undefined);
  if (known && said.length > 0)
    throw new Usage({
      zh: `“${name}”早已登记，不用再写 --${said.join('、--')}`,
      en: `“${name}” is registered already: leave out --${said.join(', --')}`,
    });
  if (known) return known.id;
  const registering: Registering = {
    name,
    unit: unitNamed(given.need('unit'), units).id,
    answerable: await personOf(db, given.need('answerable')),
    contact: given.need('contact'),
  };
  const id = randomUUID();
  await knock(db, 'register', id, registering);
  return id;
}
