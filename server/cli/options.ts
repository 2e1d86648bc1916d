/** What was typed after a command: options, values, files. Anything unknown is refused, with the nearest known one. */
import { nearest } from '../../core/regulation/near.ts';
import { type Both, type Language, languages, Usage } from './words.ts';

/** Options by name without dashes, with what each is: those with a value, and switches. --json and --help are always there. */
export type Takes = {
  readonly values: Readonly<Record<string, Both>>;
  /** Those of `values` that may be given more than once. */
  readonly many?: readonly string[];
  readonly switches?: Readonly<Record<string, Both>>;
  readonly files: boolean;
};
export type Given = {
  readonly json: boolean;
  readonly files: readonly string[];
  on(name: string): boolean;
  value(name: string): string | undefined;
  /** Of an option that may be given more than once: all, in the order given. */
  all(name: string): readonly string[];
  /** Throws Usage when it was not given. */
  need(name: string): string;
};

const switchesOf = ({ switches }: Takes): readonly string[] => [...Object.keys(switches ?? {}), 'json'];

/** Is help asked for, and in which language? `--help=en` says it; a bare one leaves it to the locale. */
export function helpAsked(args: readonly string[]): 'locale' | readonly Language[] | undefined {
  const end = args.indexOf('--');
  const asked = args.slice(0, end < 0 ? args.length : end).find((arg) => /^(-h|--help(=.*)?)$/s.test(arg));
  if (asked === undefined) return undefined;
  if (!asked.includes('=')) return 'locale';
  const said = asked.slice('--help='.length);
  const known = languages.filter((one) => one === said);
  if (known.length > 0) return known;
  throw new Usage({
    zh: `--help=zh 是中文，--help=en 是英文，没有“${said}”`,
    en: `--help=zh or --help=en, not ${said}`,
  });
}

export function readOptions(args: readonly string[], takes: Takes): Given {
  const values = new Map<string, readonly string[]>();
  const on = new Set<string>();
  const files: string[] = [];
  const rest = [...args];
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    if (arg === '--') files.push(...rest.splice(0));
    else if (!arg.startsWith('-') || arg === '-') files.push(arg);
    else readOne(arg, rest, { takes, values, on });
  }
  if (!takes.files && files.length > 0)
    throw new Usage({ zh: `多余的参数：${files[0]}`, en: `unexpected: ${files[0]}` });
  return {
    json: on.has('json'),
    files,
    on: (name) => on.has(name),
    value: (name) => values.get(name)?.[0],
    all: (name) => values.get(name) ?? [],
    need: (name) => {
      const [value] = values.get(name) ?? [];
      if (value === undefined) throw lacking(name, takes);
      return value;
    },
  };
}

const lacking = (name: string, { values }: Takes): Usage =>
  new Usage({
    zh: `缺少 --${name}（${values[name]?.zh ?? ''}）`,
    en: `--${name} is missing (${values[name]?.en ?? ''})`,
  });

type Reading = { readonly takes: Takes; readonly values: Map<string, readonly string[]>; readonly on: Set<string> };

function readOne(arg: string, rest: string[], { takes, values, on }: Reading): void {
  const [, dashed = '', inline] = /^(--?[^=]*)(?:=(.*))?$/s.exec(arg) ?? [];
  const name = dashed.slice(2);
  if (switchesOf(takes).includes(name) && dashed.startsWith('--') && inline === undefined) {
    on.add(name);
    return;
  }
  if (!Object.hasOwn(takes.values, name) || !dashed.startsWith('--')) throw unknown(arg, dashed, takes);
  const before = values.get(name) ?? [];
  if (before.length > 0 && !takes.many?.includes(name))
    throw new Usage({ zh: `--${name} 写了两次`, en: `--${name} was given twice` });
  const value = inline ?? rest.shift();
  if (value === undefined || value === '' || (inline === undefined && value.startsWith('--')))
    throw new Usage({ zh: `--${name} 后面缺少值`, en: `--${name} needs a value` });
  values.set(name, [...before, value]);
}

function unknown(arg: string, dashed: string, takes: Takes): Usage {
  const known = [...Object.keys(takes.values), ...switchesOf(takes), 'help'];
  const near = nearest(dashed.replace(/^-+/, ''), known);
  return new Usage({
    zh: `没有 ${arg} 这个选项${near ? `，是不是 --${near}？` : ''}`,
    en: `unknown option ${arg}${near ? `; is it --${near}?` : ''}`,
  });
}
