/** What --help prints: of one command, of those that begin with a word, or of all. Each language is a text of its own. */
import type { Command } from './command.ts';
import type { Both, Language } from './words.ts';

const always: Readonly<Record<'json' | 'help', Both>> = {
  json: { zh: '只打印一行 JSON，给程序用', en: 'prints one line of JSON, for programs' },
  help: {
    zh: '打印这份说明；--help=zh 中文，--help=en 英文',
    en: 'prints this; --help=zh in Chinese, --help=en in English',
  },
};

const startAbout: Both = {
  zh: '启动整个系统，与 npm start 相同；menhu start --help 看它的选项',
  en: 'starts everything, as npm start does; menhu start --help tells its options',
};

const frame = {
  zh: {
    about: '门户的命令行',
    options: '选项：',
    end: [
      '每个命令后面加 --help 看它的选项；加 --json 得到给程序用的一行 JSON。',
      '语言由 MENHU_LANG（zh 或 en）决定，没有设就看 LANG。',
      '退出码：0 全部办成；1 有没办成的；2 命令写错了。',
    ],
  },
  en: {
    about: 'the command line of Menhu',
    options: 'Options:',
    end: [
      'COMMAND --help tells its options; with --json it prints one line of JSON for programs.',
      'MENHU_LANG (zh or en) chooses the language, else LANG does.',
      'It ends with 0: all was done; 1: something was not; 2: the command was not understood.',
    ],
  },
} as const;

/** Of all, or of those whose names begin with `words`: their lines and what each is for. */
export function helpOfAll(commands: readonly Command[], words: readonly string[], language: Language): string {
  const { about, end } = frame[language];
  const whole = words.length === 0;
  const start = whole ? [{ usage: 'menhu start [--data DIR] …', about: startAbout }] : [];
  const shown = [...start, ...commands.filter((one) => begins(one, words))];
  const lines = shown.map((one) => `  ${one.usage}\n      ${one.about[language]}`);
  return [...(whole ? [`menhu COMMAND …   ${about}`, ''] : []), ...lines, '', ...end].join('\n');
}

export const begins = ({ name }: Command, words: readonly string[]): boolean =>
  words.every((word, i) => name.split(' ')[i] === word);

export function helpOf(command: Command, language: Language): string {
  const { usage, about, takes, more, json = always.json } = command;
  const options = { ...takes.values, ...takes.switches, json, help: always.help };
  const width = Math.max(...Object.keys(options).map((name) => name.length));
  return [
    usage,
    about[language],
    '',
    frame[language].options,
    ...Object.entries(options).map(([name, what]) => `  --${name.padEnd(width)}  ${what[language]}`),
    ...(more ? ['', more[language]] : []),
  ].join('\n');
}
