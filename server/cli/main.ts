/** menhu COMMAND: finds the command, reads its options, and turns what goes wrong into a sentence and an exit code. */
import { nearest } from '../../core/regulation/near.ts';
import { isDatabaseAway } from '../db/client.ts';
import type { Command, Say } from './command.ts';
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

function detailed({ usage, about, takes }: Command): string {
  const lines = Object.entries(takes.values).map(([name, what]) => `  --${name.padEnd(10)} ${what}`);
  return [usage, `  ${about}`, ...lines, '  --json       one line of JSON'].join('\n');
}

/** Runs one command line. Prints; never throws. */
export async function main(args: readonly string[]): Promise<number> {
  if (args.length === 0 || args[0] === '--help' || args[0] === '-h') return print(general);
  try {
    const command = commands.find(({ name }) => name.split(' ').every((word, i) => word === args[i]));
    if (!command) throw unknown(args);
    const given = readOptions(args.slice(command.name.split(' ').length), command.takes);
    if (given.help) return print(detailed(command));
    return await command.run(given, sayer(given.json));
  } catch (error) {
    return complain(error);
  }
}

function print(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}

const sayer = (json: boolean): Say => ({
  text: (line) => json || print(line),
  json: (value) => json && print(JSON.stringify(value)),
});

function unknown(args: readonly string[]): Usage {
  const words = args.filter((arg) => !arg.startsWith('-'));
  const typed = words.slice(0, 2).join(' ');
  const known = ['start', ...commands.map(({ name }) => name)];
  const near = nearest(typed, known) ?? nearest(words[0] ?? '', known);
  return new Usage(`there is no command ${typed} 没有这个命令${near ? `; is it ${near}? 是不是 ${near}？` : ''}`);
}

function complain(error: unknown): number {
  if (error instanceof Usage) {
    process.stderr.write(`menhu: ${error.message}\nmenhu --help says what there is 用 menhu --help 查看用法\n`);
    return 2;
  }
  process.stderr.write(`menhu: ${sentence(error)}\n`);
  return 1;
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
