/** `/reference`: the same description as `/openapi.json`, for people. Static html, made once; no script. */
import { events } from '../../core/vocabulary/events.ts';
import { type OpenApi, type Operation, tags } from '../contract/openapi/openapi.ts';
import type { ObjectSchema, Schema } from '../contract/openapi/schemas.ts';
import { examples } from './examples.ts';
import { answerOf, fieldTable } from './fields.ts';
import { escaped, paragraph, section } from './html.ts';
import { style } from './style.ts';
import { asking, exampleOf, failing, obtaining, story } from './text.ts';

const rates: Readonly<Record<string, string>> = { read: '读', write: '写', upload: '上传' };

type Shown = { readonly path: string; readonly method: string; readonly operation: Operation };
const operationsOf = (document: OpenApi): readonly Shown[] =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );

function factsOf(operation: Operation): string {
  const written = operation['x-menhu-events'].map((event) => events[event] ?? event);
  const logged = written.length > 0 ? `；记录：${written.join('、')}` : '；不留记录';
  return `<p class="facts">计入：${rates[operation['x-menhu-rate']] ?? ''}${escaped(logged)}</p>`;
}

/** What is put into the path and the query, as one table. */
function parametersOf({ parameters = [], operationId }: Operation): string {
  if (parameters.length === 0) return '';
  const properties = parameters.map(({ name, description, schema }) => [name, { ...schema, description }] as const);
  const required = parameters.filter((p) => p.required).map(({ name }) => name);
  const schema = { properties: Object.fromEntries(properties), required };
  return `<h4>地址里的参数</h4>${fieldTable(`${operationId} 地址里的参数`, schema)}`;
}

function bodyOf({ requestBody, operationId }: Operation): string {
  if (!requestBody) return '';
  const json = requestBody.content['application/json'];
  const inside = json
    ? fieldTable(`${operationId} 请求内容`, json.schema as ObjectSchema)
    : paragraph('文件的一段内容，`application/octet-stream`。');
  return `<h4>请求内容</h4>${inside}`;
}

function answered({ responses, operationId }: Operation): string {
  const { content } = responses['200'] as { content: Record<string, { schema: Schema }> };
  const json = content['application/json'];
  const inside = json ? answerOf(json.schema, `${operationId} 回答`) : '<p>文件的内容。</p>';
  const others = Object.keys(responses).filter((status) => status !== '200');
  return `<h4>回答</h4>${inside}<p class="facts">还可能：${others.join('、')}，见<a href="#errors">出错时</a></p>`;
}

const numbered = examples.map((example, i) => ({ example, number: i + 1 }));
const examplesOf = (id: string | undefined): string =>
  numbered
    .filter(({ example }) => example.of === id)
    .map(({ example, number }) => exampleOf(example, number))
    .join('');

const operationOf = ({ path, method, operation }: Shown): string =>
  [
    `<h3 id="${operation.operationId}"><span class="method">${method}</span> <code>${escaped(path)}</code></h3>`,
    paragraph(operation.summary),
    factsOf(operation),
    parametersOf(operation),
    bodyOf(operation),
    answered(operation),
    examplesOf(operation.operationId),
  ].join('');

const groupOf = (tag: (typeof tags)[number], shown: readonly Shown[]): string =>
  section(
    tag.group,
    tag.name,
    paragraph(tag.description),
    ...shown.filter(({ operation }) => operation.tags.includes(tag.name)).map(operationOf),
  );

const schemasOf = ({ components }: OpenApi): string =>
  section(
    'schemas',
    '数据',
    ...Object.entries(components.schemas).map(
      ([name, schema]) => `<h3 id="schema-${name}">${name}</h3>${fieldTable(name, schema as ObjectSchema)}`,
    ),
  );

function contents(shown: readonly Shown[]): string {
  const item = (id: string, html: string) => `<li><a href="#${id}">${html}</a></li>`;
  const fixed = [
    item('key', '怎样拿到密钥'),
    item('never', '业务系统不能办的事'),
    item('request', '怎样请求'),
    item('errors', '出错时'),
    item('story', '从头到尾走一遍'),
  ];
  const each = shown.map(({ path, method, operation }) => item(operation.operationId, `${method} ${escaped(path)}`));
  return `<nav aria-label="目录"><ul>${[...fixed, ...each, item('schemas', '数据')].join('')}</ul></nav>`;
}

export function referencePage(document: OpenApi): string {
  const shown = operationsOf(document);
  const { title, version, description } = document.info;
  return [
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(title)}</title><style>${style}</style></head><body>`,
    `<header><div><h1>${escaped(title)}</h1><p>版本 ${escaped(version)}　<a href="/openapi.json">openapi.json</a></p></div></header>`,
    contents(shown),
    '<main>',
    `<p>${escaped(description)}</p>`,
    obtaining(),
    `<h4>签字必须是人：例</h4>${examplesOf(undefined)}`,
    asking(),
    failing(),
    story(examples),
    ...tags.map((tag) => groupOf(tag, shown)),
    schemasOf(document),
    '</main></body></html>',
  ].join('\n');
}
