// What can be said after `npm start --`.
import { join, resolve } from 'node:path';

export const help = {
  zh: `menhu start [选项]，或 npm start -- [选项]
启动整个系统：数据库、管理台、公开网站；第一次启动时先安装和构建，载入演示数据

  --data DIR         数据目录；不写就是 package.json 旁边的 DATA
  --public-port N    公开网站的端口，默认 8080；被占用就用下一个空的，0 是任意一个
  --console-port N   管理台的端口，默认 8081；同上
  --empty            不载入演示数据
  --json             可以使用时打印一行 JSON，给程序用
  --detached         上级进程结束后继续运行
  --help             打印这份说明；--help=zh 中文，--help=en 英文

DATABASE_URL 和 DATABASE_OWNER_URL 指明您自己的 PostgreSQL；不设就用自带的。
MENHU_CLAMD 指明查毒程序，见 docs/virus-scanning.md。按 Ctrl-C 停止。`,
  en: `menhu start [options], or npm start -- [options]
starts everything: database, console, public sites; the first time it installs, builds and loads the demo county

  --data DIR         where everything is kept; default: DATA beside package.json
  --public-port N    the public sites, default 8080; a taken port means the next free one, 0 any
  --console-port N   the console, default 8081; likewise
  --empty            an installation without the demo county
  --json             prints one line of JSON when it is ready to be used
  --detached         goes on when the parent process ends
  --help             prints this; --help=zh in Chinese, --help=en in English

DATABASE_URL and DATABASE_OWNER_URL name a PostgreSQL of your own; without them one is started here.
MENHU_CLAMD names a virus scanner, see docs/virus-scanning.md. Ctrl-C stops it.`,
};

/** The help that was asked for, or undefined. The language as in server/cli/words.ts, which is compiled only later. */
export function helpAsked(args, { MENHU_LANG, LC_ALL, LC_MESSAGES, LANG }) {
  const asked = args.find((arg) => /^(-h|--help(=(zh|en))?)$/.test(arg));
  if (asked === undefined) return undefined;
  const named = asked.split('=')[1] ?? (MENHU_LANG || LC_ALL || LC_MESSAGES || LANG || '');
  const one = /^(zh|en)(?![a-z])/i.exec(named)?.[1].toLowerCase();
  return one ? help[one] : `${help.zh}\n\n${help.en}`;
}

/** A mistake at the keyboard, in both languages. */
const mistake = (zh, en) =>
  new Error(`menhu: ${zh}\nmenhu: ${en}\nnpm start -- --help 查看用法\nnpm start -- --help says what there is`);

const switches = new Map([
  ['--empty', 'empty'],
  ['--json', 'json'],
  ['--detached', 'detached'],
]);
const ports = new Map([
  ['--public-port', 'publicPort'],
  ['--console-port', 'consolePort'],
]);

/** Throws on anything unknown: a mistyped --empty must not load the demo. */
export function readOptions(args, root) {
  const options = {
    data: join(root, 'DATA'),
    publicPort: 8080,
    consolePort: 8081,
    empty: false,
    json: false,
    detached: false,
  };
  const rest = [...args].flatMap((arg) =>
    /^--[a-z-]+=/.test(arg) ? [arg.slice(0, arg.indexOf('=')), arg.slice(arg.indexOf('=') + 1)] : [arg],
  );
  while (rest.length) {
    const name = rest.shift();
    if (switches.has(name)) options[switches.get(name)] = true;
    else if (name === '--data') options.data = resolve(given(name, rest));
    else if (ports.has(name)) options[ports.get(name)] = port(name, given(name, rest));
    else throw mistake(`没有 ${name} 这个选项`, `unknown option ${name}`);
  }
  return options;
}

function given(name, rest) {
  if (!rest.length || rest[0].startsWith('--')) throw mistake(`${name} 后面缺少值`, `${name} needs a value`);
  return rest.shift();
}

function port(name, text) {
  const number = Number(text);
  if (!/^\d{1,5}$/.test(text) || number > 65535)
    throw mistake(
      `${name} 要写 0（任意一个空的）到 65535 的数，不能是 ${text}`,
      `${name} is a number from 0 (any free one) to 65535, not ${text}`,
    );
  return number;
}
