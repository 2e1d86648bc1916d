/** The answers beside 200: which of them an endpoint can give, and what the caller does then. */
import type { Row } from '../row.ts';
import type { Schema } from './schemas.ts';

type Answer = {
  readonly status: string;
  readonly name: string;
  readonly means: string;
  /** What the caller does. */
  readonly remedy: string;
  when(row: Row): boolean;
};
const always = () => true;
const changes = (row: Row): boolean => row.method !== 'GET';
const named = (row: Row): boolean => row.path.includes('{id}');

export const answerTable: readonly Answer[] = [
  {
    status: '401',
    name: 'NoKey',
    means: '没有密钥，或者密钥不对、已停用、已到期',
    remedy: '换一把密钥；重试没有用',
    when: always,
  },
  {
    status: '403',
    name: 'Forbidden',
    means: '密钥不能从这个地址使用，或者请求里同时有 Cookie',
    remedy: '改请求；重试没有用',
    when: always,
  },
  {
    status: '404',
    name: 'Absent',
    means: '没有，或者这把密钥的岗位和栏目看不到',
    remedy: '核对编号',
    when: named,
  },
  {
    status: '409',
    name: 'Refused',
    means: '按规定不能办，law 是依据的条款；code 是 stale 时版本不对，view 是现在的样子',
    remedy: '看 code：stale 就照 view 里的版本重办，别的要先照 message 办好',
    when: (row) => row.permission === 'door' || row.takes === 'bytes' || row.path === '/api/uploads',
  },
  {
    status: '413',
    name: 'TooBig',
    means: '内容太大：一次最多 7 MB，文件每段最多 2 MB',
    remedy: '拆小',
    when: changes,
  },
  {
    status: '415',
    name: 'WrongType',
    means: 'Content-Type 不对',
    remedy: '照说明写 Content-Type',
    when: changes,
  },
  {
    status: '422',
    name: 'BadShape',
    means: '有几项没有填对，fields 逐项说明；或者同一个请求编号用在了不同的内容上',
    remedy: '改内容',
    when: always,
  },
  {
    status: '429',
    name: 'TooOften',
    means: '这把密钥一分钟内用得太多',
    remedy: '等 Retry-After 说的秒数再试',
    when: always,
  },
  {
    status: '503',
    name: 'Away',
    means: '数据库或磁盘暂时不行，不能确认办没办成',
    remedy: '过几秒用同一个请求编号重试，不会办两遍',
    when: always,
  },
];

export const answers = (row: Row): Readonly<Record<string, Schema>> =>
  Object.fromEntries(
    answerTable.filter(({ when }) => when(row)).map((answer) => [answer.status, answerTo(row, answer)]),
  );

/** A part that doesn't fit is answered with the upload as it stands, not with a problem. */
const unfitting: Schema = {
  description: '这一段接不上，或者已经传完：照 received 从那里接着传',
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Upload' } } },
};
const answerTo = (row: Row, { status, name }: Answer): Schema =>
  status === '409' && row.takes === 'bytes' ? unfitting : { $ref: `#/components/responses/${name}` };

const retryAfter = { 'Retry-After': { description: '要等的秒数', schema: { type: 'integer', minimum: 1 } } };
const content = { 'application/json': { schema: { $ref: '#/components/schemas/Problem' } } };

export const responses = (): Readonly<Record<string, Schema>> =>
  Object.fromEntries(
    answerTable.map(({ status, name, means }) => [
      name,
      { description: means, ...(status === '429' ? { headers: retryAfter } : {}), content },
    ]),
  );
