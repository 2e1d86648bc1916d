/** What the adopter wants, in names as people type them: from the command line, or from a file that a template began. */
import { parse } from 'yaml';
import { z } from 'zod';
import type { Given } from '../options.ts';
import { readText } from '../read-text.ts';
import { Said, Usage } from '../words.ts';

const names = z.preprocess(
  (value) => (value === null || value === undefined ? [] : typeof value === 'string' ? [value] : value),
  z.array(z.string()),
);
const map = <T extends z.ZodType>(of: T) => z.preprocess((value) => value ?? {}, z.record(z.string(), of));
const text = z.preprocess(
  (value) => (value === null ? undefined : typeof value === 'number' ? String(value) : value),
  z.string().optional(),
);

/** Names of units, columns by id, values as a text states them. `readings`: `kind id` of those that are agreed to. */
const file = z.strictObject({
  unit: text,
  from: text,
  by: text,
  roles: map(names),
  leads: map(names),
  values: map(text),
  home: names,
  descriptions: map(text),
  readings: names,
});
export type Wanted = z.infer<typeof file> & { readonly allReadings: boolean };

/** The options that say how a text is bound, for every command that binds one; `many` of them may be given more than once. */
export const bindingOptions = {
  values: {
    bind: {
      zh: '规定里的角色是哪个单位，如 office=办公室；可以写几次',
      en: 'which unit a role is, as office=UNIT; may be given more than once',
    },
    leads: {
      zh: '栏目由哪个单位承办，如 services=质量处；可以写几次',
      en: 'which unit leads a column, as services=UNIT; may be given more than once',
    },
    value: {
      zh: '规定留给采用单位定的数值，如 many=3，写法同规定里的建议值；可以写几次',
      en: 'a value that the text leaves to its adopter, as ID=VALUE (many=3), written as the text suggests it; may be given more than once',
    },
    binding: {
      zh: '以上各项写在这个 YAML 文件里；命令行写的优先',
      en: 'a YAML file with all of the above; what the command line says counts first',
    },
  },
  many: ['bind', 'leads', 'value'],
} as const;

/** What the command line says counts before what the file says. */
export function wantedOf(given: Given): Wanted {
  const path = given.value('binding');
  const written = path === undefined ? file.parse({}) : readFile(path);
  const over = (name: string) => Object.fromEntries(given.all(name).map((one) => pair(name, one)));
  const list = (one: string) => split(one);
  const lists = (name: string) =>
    Object.fromEntries(Object.entries(over(name)).map(([key, value]) => [key, list(value)]));
  return {
    unit: given.value('unit') ?? written.unit,
    from: given.value('from') ?? written.from,
    by: given.value('by') ?? written.by,
    roles: { ...written.roles, ...lists('bind') },
    leads: { ...written.leads, ...lists('leads') },
    values: { ...written.values, ...over('value') },
    home: given.value('home') === undefined ? written.home : list(given.value('home') ?? ''),
    descriptions: written.descriptions,
    readings: [...written.readings, ...given.all('accept')],
    allReadings: given.on('accept-readings'),
  };
}

/** Commas of both kinds; a name that holds one itself is written in the file. */
const split = (names: string): string[] =>
  names
    .split(/[,，、]/)
    .map((one) => one.trim())
    .filter((one) => one !== '');

function pair(option: string, text: string): readonly [string, string] {
  const at = text.indexOf('=');
  if (at > 0 && at < text.length - 1) return [text.slice(0, at).trim(), text.slice(at + 1).trim()];
  throw new Usage({
    zh: `--${option} 要写成 名称=值，如 office=办公室，不能是“${text}”`,
    en: `--${option} is NAME=VALUE, as office=办公室, not “${text}”`,
  });
}

function readFile(path: string): z.infer<typeof file> {
  const written = readText(path);
  let value: unknown;
  try {
    value = parse(written);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Said({ zh: `${path} 不是合格的 YAML：${why}`, en: `${path} is no sound YAML: ${why}` });
  }
  const checked = file.safeParse(value ?? {});
  if (checked.success) return checked.data;
  const where = checked.error.issues.map(({ path: at, message }) => [at.join('.'), message].filter(Boolean).join(': '));
  throw new Said({
    zh: `${path} 有写错的地方：${where.join('；')}。用 --template 得到一份样子`,
    en: `${path}: ${where.join('; ')}. --template writes one to fill in`,
  });
}
