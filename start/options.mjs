// What can be said after `npm start --`.
import { join, resolve } from 'node:path';

export const usage = `npm start -- [options]
  --data DIR           where everything is kept (default: DATA beside package.json)
  --public-port N      the public sites (default 8080); a taken port means the next free one
  --console-port N     the console (default 8081)
  --empty              an installation without the demo county 不载入演示数据
  --json               print one line of JSON when it is ready to be used
  --detached           go on when the parent process ends
DATABASE_URL and DATABASE_OWNER_URL name a PostgreSQL of your own; without them one is started here.`;

const switches = new Map([
  ['--empty', 'empty'],
  ['--json', 'json'],
  ['--detached', 'detached'],
]);
const ports = new Map([
  ['--public-port', 'publicPort'],
  ['--console-port', 'consolePort'],
]);

/** Throws with the usage on anything unknown: a mistyped --empty must not load the demo. */
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
    else throw new Error(`unknown option ${name}\n${usage}`);
  }
  return options;
}

function given(name, rest) {
  if (!rest.length || rest[0].startsWith('--')) throw new Error(`${name} needs a value\n${usage}`);
  return rest.shift();
}

function port(name, text) {
  const number = Number(text);
  if (!/^\d{1,5}$/.test(text) || number > 65535)
    throw new Error(`${name} is a number from 0 (any free one) to 65535, not ${text}`);
  return number;
}
