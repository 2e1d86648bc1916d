/** `/openapi.json`: OpenAPI 3.1 made from the table of endpoints, for those rows that are open to outside systems. Pure. */
import type { Row } from '../row.ts';
import { table } from '../table.ts';
import { answers, responses } from './answers.ts';
import { answerSchema, componentSchemas, inputSchema, type ObjectSchema, type Schema } from './schemas.ts';

/** `version`: the program's. `server`: where it is reached; `/` says: where this description came from. */
export type About = { readonly version: string; readonly server?: string };

export type Parameter = {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required: boolean;
  readonly description: string;
  readonly schema: Schema;
};
type Content = Readonly<Record<string, { readonly schema: Schema }>>;
export type Operation = {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly required: true; readonly content: Content };
  readonly responses: Readonly<Record<string, Schema>>;
  readonly 'x-menhu-events': readonly string[];
  readonly 'x-menhu-rate': string;
};
export type OpenApi = ReturnType<typeof openapi>;

/** What the groups of the table are called, in the order of the reference. */
export const tags = [
  { group: 'people', name: '身份', description: '这把密钥是谁、能办什么' },
  { group: 'files', name: '文件', description: '图片和附件分段上传，检查以后才能在正文里引用' },
  { group: 'content', name: '稿件', description: '选栏目、存稿、送审、看进展、发布、撤下' },
] as const;

/** The rows of one group that a key may call, by name. */
const openRows = (group: string): readonly (readonly [string, Row])[] =>
  Object.entries((table as Readonly<Record<string, Readonly<Record<string, Row>>>>)[group] ?? {}).filter(
    ([, row]) => row.systems,
  );

const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

function operation(group: string, tag: string, name: string, row: Row): Operation {
  const input = inputSchema(row.in, name);
  const inPath = [...row.path.matchAll(/\{(\w+)\}/g)].map(([, one]) => one as string);
  const rest = without(input, inPath);
  const parameters = parametersOf(input, inPath, row.method === 'GET');
  const takesBody = row.method !== 'GET';
  return {
    operationId: `${group}${capital(name)}`,
    tags: [tag],
    summary: row.summary,
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(takesBody ? { requestBody: { required: true, content: contentOf(row, rest) } } : {}),
    responses: { '200': success(row, name), ...answers(row) },
    'x-menhu-events': row.events,
    'x-menhu-rate': row.rate,
  };
}

const anyBytes = { 'application/octet-stream': { schema: {} } };
const contentOf = (row: Row, rest: ObjectSchema): Content =>
  row.takes === 'bytes' ? anyBytes : { 'application/json': { schema: rest } };

const success = (row: Row, name: string): Schema => ({
  description: row.gives === 'file' ? '文件的内容' : '成功',
  content: row.gives === 'file' ? anyBytes : { 'application/json': { schema: answerSchema(row.out, name) } },
});

function without(input: ObjectSchema, names: readonly string[]): ObjectSchema {
  const properties = Object.entries(input.properties ?? {}).filter(([name]) => !names.includes(name));
  const required = (input.required ?? []).filter((name) => !names.includes(name));
  const { required: _required, ...more } = input;
  return { ...more, properties: Object.fromEntries(properties), ...(required.length > 0 ? { required } : {}) };
}

function parametersOf(input: ObjectSchema, inPath: readonly string[], query: boolean): readonly Parameter[] {
  return Object.entries(input.properties ?? {}).flatMap(([name, { description = '', ...schema }]) => {
    const path = inPath.includes(name);
    if (!path && !query) return [];
    const required = path || (input.required ?? []).includes(name);
    return [{ name, in: path ? 'path' : 'query', required, description: String(description), schema } as const];
  });
}

function paths(): Readonly<Record<string, Readonly<Record<string, Operation>>>> {
  const found: Record<string, Record<string, Operation>> = {};
  for (const { group, name: tag } of tags)
    for (const [name, row] of openRows(group)) {
      found[row.path] ??= {};
      Object.assign(found[row.path] ?? {}, { [row.method.toLowerCase()]: operation(group, tag, name, row) });
    }
  return found;
}

export function openapi({ version, server = '/' }: About) {
  return {
    openapi: '3.1.1',
    info: {
      title: '门户接口',
      version,
      description: '业务系统用密钥办的事，和人在管理台办的走同一道门：同样的审批链、同样的记录。说明见 /reference。',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: server }],
    security: [{ key: [] }],
    tags: tags.map(({ name, description }) => ({ name, description })),
    paths: paths(),
    components: {
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: '接口密钥：Authorization: Bearer menhu_…，不带 Cookie' },
      },
      schemas: componentSchemas(),
      responses: responses(),
    },
  };
}
