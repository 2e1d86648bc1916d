/** The description of the endpoints: sound OpenAPI 3.1, whole, and of nothing that is not open to outside systems. */
import { expect, test } from 'vitest';
import type { Row } from '../row.ts';
import { table } from '../table.ts';
import { type Operation, openapi } from './openapi.ts';

const document = JSON.parse(JSON.stringify(openapi({ version: '0.1.0' }))) as ReturnType<typeof openapi>;
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation: operation as Operation })),
);
const rows = Object.values(table).flatMap((group) => Object.values(group) as Row[]);

type Node = Record<string, unknown>;
/** Every object of the document with the way to it. */
function* nodes(value: unknown, at = '#'): Generator<{ at: string; node: Node }> {
  if (value === null || typeof value !== 'object') return;
  if (!Array.isArray(value)) yield { at, node: value as Node };
  for (const [key, inner] of Object.entries(value)) yield* nodes(inner, `${at}/${key.replaceAll('/', '~1')}`);
}
const all = [...nodes(document)];
const found = (ref: string): unknown =>
  ref
    .slice(2)
    .split('/')
    .reduce<unknown>((node, key) => (node as Node | undefined)?.[key.replaceAll('~1', '/')], document);

test('A11 it describes exactly the rows that are open to systems, and names no console endpoint', () => {
  const open = rows.filter((row) => row.systems).map((row) => `${row.method.toLowerCase()} ${row.path}`);
  expect(operations.map(({ path, method }) => `${method} ${path}`).sort()).toEqual(open.sort());
  expect(open).toContain('post /api/placements/{id}/submit');
  for (const path of ['/api/sign-in', '/api/placements/{id}/approve', '/api/placements/{id}/return', '/api/today'])
    expect(Object.keys(document.paths)).not.toContain(path);
});

test('the head is what 3.1 asks for, and each operation has an id of its own, a tag that is declared, a summary', () => {
  expect(document.openapi).toMatch(/^3\.1\.\d+$/);
  expect(document.info).toMatchObject({ title: '门户接口', version: '0.1.0' });
  const ids = operations.map(({ operation }) => operation.operationId);
  expect(new Set(ids).size).toBe(ids.length);
  const tags = document.tags.map(({ name }) => name);
  for (const { operation } of operations) {
    expect(operation.operationId).toMatch(/^[a-z][A-Za-z]+$/);
    expect(operation.tags.every((tag) => tags.includes(tag as (typeof tags)[number]))).toBe(true);
    expect(operation.summary).toMatch(/\p{Script=Han}/u);
  }
  for (const requirement of document.security)
    expect(Object.keys(document.components.securitySchemes)).toEqual(Object.keys(requirement));
});

test('every reference leads somewhere', () => {
  const refs = all.flatMap(({ at, node }) => (typeof node.$ref === 'string' ? [{ at, ref: node.$ref }] : []));
  expect(refs.length).toBeGreaterThan(100);
  expect(refs.filter(({ ref }) => !ref.startsWith('#/') || found(ref) === undefined)).toEqual([]);
});

test('what a path names is a required path parameter, and no other is; no GET has a body, every change has one', () => {
  for (const { path, method, operation } of operations) {
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const parameters = operation.parameters ?? [];
    const inPath = parameters.filter((p) => p.in === 'path');
    expect([path, inPath.map((p) => p.name), inPath.every((p) => p.required)]).toEqual([path, named, true]);
    expect(new Set(parameters.map((p) => `${p.in} ${p.name}`)).size).toBe(parameters.length);
    expect([path, operation.requestBody !== undefined]).toEqual([path, method !== 'get']);
  }
});

test('each answer has a description and a schema: 200, and the problem for all that is refused', () => {
  for (const { path, operation } of operations)
    for (const [status, answer] of Object.entries(operation.responses)) {
      const whole = (typeof answer.$ref === 'string' ? found(answer.$ref) : answer) as {
        description: string;
        content: Node;
      };
      expect([path, status, whole.description.length > 0]).toEqual([path, status, true]);
      const [media] = Object.values(whole.content) as { schema: Node }[];
      const upload = operation.operationId === 'filesPart' && status === '409';
      const answered = `#/components/schemas/${upload ? 'Upload' : 'Problem'}`;
      if (status !== '200') expect(media?.schema).toEqual({ $ref: answered });
    }
  expect(Object.keys(found('#/components/schemas/Problem/properties') as Node)).toEqual(
    expect.arrayContaining(['code', 'message', 'law', 'fields', 'reasons']),
  );
  const submit = operations.find(({ operation }) => operation.operationId === 'contentSubmit')?.operation;
  expect(Object.keys(submit?.responses ?? {})).toEqual('200 401 403 404 409 413 415 422 429 503'.split(' '));
  expect([submit?.['x-menhu-events'], submit?.['x-menhu-rate']]).toEqual([['article.submitted'], 'write']);
});

const keywords =
  'type properties required items enum const anyOf oneOf allOf additionalProperties minimum maximum minLength maxLength minItems maxItems pattern format default description $ref'.split(
    ' ',
  );
const types = ['object', 'array', 'string', 'integer', 'number', 'boolean', 'null'];
/** A node under one of these ways is a schema; `properties` itself is a list of them. */
const isSchema = (at: string): boolean =>
  /\/(schema|items|additionalProperties)$|\/(anyOf|oneOf|allOf)\/\d+$|\/properties\/[^/]+$|\/components\/schemas\/\w+$/.test(
    at,
  );

test('each schema is JSON Schema as 3.1 has it: known words, known types, fields that exist, patterns that can be read', () => {
  const schemas = all.filter(({ at }) => isSchema(at));
  expect(schemas.length).toBeGreaterThan(200);
  for (const { at, node } of schemas) {
    expect([at, Object.keys(node).filter((key) => !keywords.includes(key))]).toEqual([at, []]);
    if (node.type !== undefined) expect([at, types.includes(node.type as string)]).toEqual([at, true]);
    const fields = Object.keys((node.properties ?? {}) as Node);
    expect([at, ((node.required ?? []) as string[]).filter((name) => !fields.includes(name))]).toEqual([at, []]);
    if (node.type === 'array') expect([at, typeof node.items]).toEqual([at, 'object']);
    if (node.pattern !== undefined) expect(() => new RegExp(node.pattern as string, 'u')).not.toThrow();
    if (node.enum !== undefined) expect((node.enum as unknown[]).length).toBeGreaterThan(0);
  }
});

test('each field and parameter has a word in Chinese', () => {
  const fields = all.flatMap(({ at, node }) =>
    isSchema(at)
      ? Object.entries((node.properties ?? {}) as Record<string, Node>).map(([name, f]) => ({
          at,
          name,
          word: f.description,
        }))
      : [],
  );
  const parameters = operations.flatMap(({ path, operation }) =>
    (operation.parameters ?? []).map((p) => ({ at: path, name: p.name, word: p.description })),
  );
  expect([...fields, ...parameters].filter(({ word }) => !/\p{Script=Han}/u.test(String(word)))).toEqual([]);
});

test('it is the same each time, and no client has to know that zod made it', () => {
  expect(JSON.stringify(openapi({ version: '0.1.0' }))).toBe(JSON.stringify(document));
  expect(JSON.stringify(document)).not.toMatch(/\$schema|\$defs|9007199254740991/);
});
