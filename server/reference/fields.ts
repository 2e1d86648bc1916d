/** A schema as rows of a table: name, type, whether it must be there, meaning. What stands inside is named with dots. */
import type { ObjectSchema, Schema } from '../contract/openapi/schemas.ts';
import { escaped, tableOf } from './html.ts';

type Line = { readonly name: string; readonly type: string; readonly required: boolean; readonly means: string };

const refName = (schema: Schema): string | undefined =>
  typeof schema.$ref === 'string' ? schema.$ref.split('/').at(-1) : undefined;
const link = (name: string): string => `<a href="#schema-${name}">${name}</a>`;
const limit = (words: string, value: unknown): string[] => (value === undefined ? [] : [`${words} ${value}`]);

function limitsOf(s: Schema): string {
  const all = [
    ...limit('最少', s.minLength ?? s.minItems),
    ...limit('最多', s.maxLength ?? s.maxItems),
    ...limit('最小', s.minimum),
    ...limit('最大', s.maximum),
    ...limit('不写就是', s.default === undefined ? undefined : JSON.stringify(s.default)),
  ];
  return all.length > 0 ? `，${all.join('，')}` : '';
}

const types: Readonly<Record<string, string>> = {
  string: '文本',
  integer: '整数',
  number: '数',
  boolean: 'true 或 false',
  null: 'null',
  object: '对象',
};

/** In html. */
function typeOf(schema: Schema): string {
  const ref = refName(schema);
  if (ref) return link(ref);
  if (Array.isArray(schema.enum)) return escaped(schema.enum.join(' | '));
  if (Array.isArray(schema.anyOf)) return (schema.anyOf as Schema[]).map(typeOf).join(' 或 ');
  if (schema.type === 'array') return `${typeOf((schema.items ?? {}) as Schema)} 的列表${limitsOf(schema)}`;
  if (schema.format === 'uuid') return 'UUID';
  return `${types[String(schema.type)] ?? '任意'}${escaped(limitsOf(schema))}`;
}

function linesOf(schema: ObjectSchema, before = ''): readonly Line[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const { description = '' } = field as { description?: string };
    const required = schema.required?.includes(name) ?? false;
    const inner = field.type === 'array' ? ((field.items ?? {}) as ObjectSchema) : (field as ObjectSchema);
    const path = `${before}${name}${field.type === 'array' ? '[]' : ''}`;
    const line = { name: path, type: typeOf(field), required, means: description };
    return [line, ...(inner.properties ? linesOf(inner, `${path}.`) : [])];
  });
}

export function fieldTable(name: string, schema: ObjectSchema): string {
  const rows = linesOf(schema).map((line) => [
    `<code>${escaped(line.name)}</code>`,
    line.type,
    line.required ? '是' : '否',
    escaped(line.means),
  ]);
  return rows.length > 0 ? tableOf(name, ['名称', '类型', '必有', '说明'], rows) : '<p>没有内容。</p>';
}

export const answerOf = (schema: Schema, name: string): string => {
  const ref = refName(schema);
  return ref ? `<p>回答是 ${link(ref)}。</p>` : fieldTable(name, schema as ObjectSchema);
};
