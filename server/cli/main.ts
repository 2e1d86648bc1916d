/** menhu COMMAND: finds the command, reads its options, and turns what goes wrong into a sentence and an exit code. */
import { nearest } from '../../core/regulation/near.ts';
import { isDatabaseAway } from '../db/client.ts';
import type { Command, Environment, Outside } from './command.ts';
import { commands } from './commands.ts';
import { begins, helpOf, helpOfAll } from './help.ts';
import { helpAsked, readOptions } from './options.ts';
import { type Both, type Language, languagesOf, Said, Usage } from './words.ts';

/** The streams and the environment of this process, or what a test gives instead. */
export type Io = { readonly env: Environment; out(line: string): void; err(line: string): void };

/** Runs one command line; answers the exit code. Prints; never throws. */
export async function main(args: readonly string[], io: Io): Promise<number> {
  const spoken = languagesOf(io.env);
  try {
    const command = commands.find(({ name }) => name.split(' ').every((word, i) => word === args[i]));
    const asked = args.length === 0 ? 'locale' : helpAsked(args);
    if (asked) return help(io, command, args, asked === 'locale' ? spoken : asked);
    if (!command) throw unknown(args);
    const given = readOptions(args.slice(command.name.split(' ').length), command.takes);
    return await command.run(given, outsideOf(io, spoken, given.json));
  } catch (error) {
    return complain(io, spoken, error);
  }
}

function help(io: Io, command: Command | undefined, args: readonly string[], spoken: readonly Language[]): number {
  const words = args.filter((arg) => !arg.startsWith('-'));
  if (!command && !commands.some((one) => begins(one, words))) throw unknown(args);
  const texts = spoken.map((one) => (command ? helpOf(command, one) : helpOfAll(commands, words, one)));
  io.out(texts.join('\n\n'));
  return 0;
}

const linesOf = (line: string | Both, spoken: readonly Language[]): readonly string[] =>
  typeof line === 'string' ? [line] : spoken.map((one) => line[one]);

const outsideOf = ({ env, out, err }: Io, spoken: readonly Language[], json: boolean): Outside => ({
  env,
  text: (line) => json || linesOf(line, spoken).forEach(out),
  json: (value) => json && out(JSON.stringify(value)),
  aside: (line) => linesOf(line, spoken).forEach(err),
});

function unknown(args: readonly string[]): Usage {
  const words = args.filter((arg) => !arg.startsWith('-'));
  const typed = words.slice(0, 2).join(' ');
  const known = ['start', ...commands.map(({ name }) => name)];
  const near = nearest(typed, known) ?? nearest(words[0] ?? '', known);
  return new Usage({
    zh: `没有 ${typed} 这个命令${near ? `，是不是 ${near}？` : ''}`,
    en: `there is no command ${typed}${near ? `; is it ${near}?` : ''}`,
  });
}

const more: Both = { zh: '用 menhu --help 查看用法', en: 'menhu --help says what there is' };

function complain({ err }: Io, spoken: readonly Language[], error: unknown): number {
  for (const line of linesOf(sentence(error), spoken)) err(`menhu: ${line}`);
  if (!(error instanceof Usage)) return 1;
  for (const line of linesOf(more, spoken)) err(line);
  return 2;
}

/** What other parts throw is a sentence for operators already, in English. */
function sentence(error: unknown): string | Both {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof Said) return error.both;
  const { code, path } = error as NodeJS.ErrnoException;
  if (isDatabaseAway(error))
    return { zh: '数据库没有应答，系统在运行吗？', en: 'the database does not answer: is the installation running?' };
  if (code === 'ENOENT' && path) return { zh: `没有 ${path} 这个文件`, en: `there is no ${path}` };
  if (code === 'EACCES' && path) return { zh: `没有权限使用 ${path}`, en: `this user may not use ${path}` };
  if (code === 'EISDIR') return { zh: '这是文件夹，不是文件', en: 'that is a folder, not a file' };
  return error.message;
}
