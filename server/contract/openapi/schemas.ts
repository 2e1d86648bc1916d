/** JSON Schemas of what goes in and out, made from the contract by zod, with a Chinese word for each field. */
import { z } from 'zod';
import { chain, step } from '../chain.ts';
import { fileView, uploadView, wordView } from '../files.ts';
import * as views from '../views.ts';
import { wordFor } from './field-words.ts';

export type Schema = { readonly [key: string]: unknown };
export type ObjectSchema = Schema & {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
};

/** Views that an answer refers to by name. */
const named: Readonly<Record<string, z.ZodType>> = {
  Ref: views.ref,
  Law: views.law,
  Action: views.action,
  Facets: views.facets,
  Step: step,
  Chain: chain,
  Preview: views.preview,
  Revision: views.revision,
  HistoryLine: views.historyLine,
  Mark: views.mark,
  Placement: views.placementView,
  Moved: views.moved,
  ArticleLine: views.articleLine,
  Person: views.person,
  Problem: views.problem,
  File: fileView,
  Word: wordView,
  Upload: uploadView,
};
const registry = z.registry<{ id: string }>();
for (const [id, schema] of Object.entries(named)) registry.add(schema, { id });

/** What zod adds and nobody needs: the bounds of a double, and the pattern behind a format. */
function plain(schema: Record<string, unknown>, out: boolean): void {
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
  if (schema.format === 'uuid') delete schema.pattern;
  delete schema.propertyNames;
  // An answer may gain a field with a newer version: a client passes over what it doesn't know.
  if (out && schema.additionalProperties === false) delete schema.additionalProperties;
}

/** Each field gets its word: `Upload.state` before `state`. */
function withWords(schema: Schema, owner: string): Schema {
  const entries = Object.entries(schema).map(([key, value]): [string, unknown] => {
    if (key === 'properties')
      return [key, mapped(value as Record<string, Schema>, (field, inner) => fieldOf(field, inner, owner))];
    if (Array.isArray(value)) return [key, value.map((one) => (isSchema(one) ? withWords(one, owner) : one))];
    return [key, isSchema(value) ? withWords(value, owner) : value];
  });
  return Object.fromEntries(entries);
}
const isSchema = (value: unknown): value is Schema =>
  value !== null && typeof value === 'object' && !Array.isArray(value);
const mapped = <T, U>(record: Readonly<Record<string, T>>, make: (name: string, value: T) => U): Record<string, U> =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, make(name, value)]));

function fieldOf(field: string, schema: Schema, owner: string): Schema {
  const description = wordFor(owner, field);
  return { ...withWords(schema, owner), ...(description ? { description } : {}) };
}

const rewritten = (schema: unknown): ObjectSchema =>
  JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/')) as ObjectSchema;

function converted(schema: z.ZodType, out: boolean): Record<string, unknown> {
  return z.toJSONSchema(schema, {
    io: out ? 'output' : 'input',
    unrepresentable: 'any',
    override: ({ jsonSchema }) => plain(jsonSchema as Record<string, unknown>, out),
    ...(out ? { metadata: registry } : {}),
  });
}

function made(schema: z.ZodType, out: boolean): ObjectSchema {
  const { $schema: _schema, $defs: _defs, ...rest } = converted(schema, out);
  return rewritten(rest);
}

/** The named view itself, or a reference to it where one is answered whole. */
export function answerSchema(schema: z.ZodType, owner: string): Schema {
  const name = Object.keys(named).find((one) => named[one] === schema);
  return name ? { $ref: `#/components/schemas/${name}` } : withWords(made(schema, true), owner);
}
export const inputSchema = (schema: z.ZodType, owner: string): ObjectSchema => withWords(made(schema, false), owner);

/** All named views: what zod puts aside when one object holds them all. */
export function componentSchemas(): Readonly<Record<string, Schema>> {
  const defs = rewritten(converted(z.object(named), true).$defs) as Readonly<Record<string, Schema>>;
  return mapped(defs, (name, { id: _id, ...schema }) => withWords(schema, name));
}
