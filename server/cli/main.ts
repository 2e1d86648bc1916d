/** menhu COMMAND: finds the command, reads its options, and turns what goes wrong into a sentence and an exit code. */
import { nearest } from '../../core/regulation/near.ts';
import { isDatabaseAway } from '../db/client.ts';
import type { Command, Environment, Outside } from './command.ts';
import { importFiles } from './import.ts';
import { readOptions, Usage } from './options.ts';
import { regulationCheck } from './regulation-check.ts';
import { worldLoad } from './world-load.ts';

const commands: readonly Command[] = [regulationCheck, importFiles, worldLoad];

const general = `menhu COMMAND [--json] [--help]
  menhu start [options]
      starts everything, as npm start does 启动
${commands.map(({ usage, about }) => `  ${usage}\n      ${about}`).join('\n')}
--json prints one line of JSON. It ends with 0: all done; 1: something was not; 2: not understood.`;

function detailed({ usage, about, takes, more, json = 'one line of JSON' }: Command): string {
  const options = { ...takes.values, ...takes.switches };
  const lines = Object.entries(options).map(([name, what]) => `  --${name.padEnd(10)} ${what}`);
  return [usage, `  ${about}`, ...lines, `  --json       ${json}`, ...(more ? [more] : [])].join('\n');
}

/** The streams and the environment of this process, or what a test gives instead. */
export type Io = { readonly env: Environment; out(line: string): void; err(line: string): void };

/** Runs one command line; answers the exit code. Prints; never throws. */
export async function main(args: readonly string[], io: Io): Promise<number> {
  try {
    if (args.length === 0 || args[0] === '--help' || args[0] === '-h') return printed(io, general);
    const command = commands.find(({ name }) => name.split(' ').every((word, i) => word === args[i]));
    if (!command) throw unknown(args);
    const given = readOptions(args.slice(command.name.split(' ').length), command.takes);
    if (given.help) return printed(io, detailed(command));
    return await command.run(given, outsideOf(io, given.json));
  } catch (error) {
    return complain(io, error);
  }
}

function printed(io: Io, text: string): number {
  io.out(text);
  return 0;
}

const outsideOf = ({ env, out, err }: Io, json: boolean): Outside => ({
  env,
  text: (line) => json || out(line),
  json: (value) => json && out(JSON.stringify(value)),
  aside: err,
});

function unknown(args: readonly string[]): Usage {
  const words = args.filter((arg) => !arg.startsWith('-'));
  const typed = words.slice(0, 2).join(' ');
  const known = ['start', ...commands.map(({ name }) => name)];
  const near = nearest(typed, known) ?? nearest(words[0] ?? '', known);
  return new Usage(`there is no command ${typed} 没有这个命令${near ? `; is it ${near}? 是不是 ${near}？` : ''}`);
}

function complain({ err }: Io, error: unknown): number {
  err(`menhu: ${sentence(error)}`);
  if (!(error instanceof Usage)) return 1;
  err('menhu --help says what there is 用 menhu --help 查看用法');
  return 2;
}

function sentence(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, path } = error as NodeJS.ErrnoException;
  if (isDatabaseAway(error))
    return 'the database does not answer: is the installation running? 数据库没有应答，系统在运行吗？';
  if (code === 'ENOENT' && path) return `there is no ${path} 没有这个文件`;
  if (code === 'EACCES' && path) return `this user may not use ${path} 没有权限`;
  if (code === 'EISDIR') return 'that is a folder, not a file 这是文件夹，不是文件';
  return error.message;
}
