/** What was typed after a command: options, values, files. Anything unknown is refused, with the nearest known one. */
import { nearest } from '../../core/regulation/near.ts';

/** A sentence for the person at the keyboard; the command ends with 2 and without a stack. */
export class Usage extends Error {}

/** Options by name without dashes, with what each is: those with a value, and switches; --json and --help are always there. */
export type Takes = {
  readonly values: Readonly<Record<string, string>>;
  readonly switches?: Readonly<Record<string, string>>;
  readonly files: boolean;
};
export type Given = {
  readonly json: boolean;
  readonly help: boolean;
  readonly files: readonly string[];
  on(name: string): boolean;
  value(name: string): string | undefined;
  /** Throws Usage when it was not given. */
  need(name: string): string;
};

const always = ['json', 'help'];
const switchesOf = ({ switches }: Takes): readonly string[] => [...Object.keys(switches ?? {}), ...always];

export function readOptions(args: readonly string[], takes: Takes): Given {
  const values = new Map<string, string>();
  const on = new Set<string>();
  const files: string[] = [];
  const rest = [...args];
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    if (arg === '--') files.push(...rest.splice(0));
    else if (!arg.startsWith('-') || arg === '-') files.push(arg);
    else readOne(arg, rest, { takes, values, on });
  }
  if (!takes.files && files.length > 0 && !on.has('help')) throw new Usage(`unexpected: ${files[0]} 多余的参数`);
  return {
    json: on.has('json'),
    help: on.has('help'),
    files,
    on: (name) => on.has(name),
    value: (name) => values.get(name),
    need: (name) => {
      const value = values.get(name);
      if (value === undefined) throw new Usage(`--${name} is missing 缺少 --${name}（${takes.values[name] ?? ''}）`);
      return value;
    },
  };
}

type Reading = { readonly takes: Takes; readonly values: Map<string, string>; readonly on: Set<string> };

function readOne(arg: string, rest: string[], { takes, values, on }: Reading): void {
  const [, dashed = '', inline] = /^(--?[^=]*)(?:=(.*))?$/s.exec(arg) ?? [];
  const name = dashed === '-h' ? 'help' : dashed.slice(2);
  if (switchesOf(takes).includes(name) && inline === undefined) {
    on.add(name);
    return;
  }
  if (!Object.hasOwn(takes.values, name) || !dashed.startsWith('--')) throw unknown(arg, dashed, takes);
  if (values.has(name)) throw new Usage(`--${name} was given twice 重复了`);
  const value = inline ?? rest.shift();
  if (value === undefined || value === '' || (inline === undefined && value.startsWith('--')))
    throw new Usage(`--${name} needs a value 缺少值`);
  values.set(name, value);
}

function unknown(arg: string, dashed: string, takes: Takes): Usage {
  const known = [...Object.keys(takes.values), ...switchesOf(takes)];
  const near = nearest(dashed.replace(/^-+/, ''), known);
  return new Usage(`unknown option ${arg} 没有这个选项${near ? `; is it --${near}? 是不是 --${near}？` : ''}`);
}
