// What a start tells: to a person on stdout, and with --json one line there and everything else on stderr.

/** A reader that went away must not bring the supervisor down before it has stopped its children. */
export function quietPipes() {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
}

export const sayer = (json) => (line) => {
  (json ? process.stderr : process.stdout).write(`${line}\n`);
};

export function announce(json, { public: site, console: desk, people }) {
  if (json) process.stdout.write(`${JSON.stringify({ public: site, console: desk, people })}\n`);
  else
    process.stdout.write(
      `${[...addresses(site, desk), ...logins(people), 'Ctrl-C stops it 按 Ctrl-C 停止'].join('\n')}\n`,
    );
}

const addresses = (site, desk) => ['', `public sites  公开网站  ${site}`, `console       管理后台  ${desk}`];

function logins(people) {
  if (!people.length) return [];
  const line = ({ login, password, name, posts }) => `  ${login}  ${password}  ${name}  ${[posts].flat().join('、')}`;
  return ['sign in as    可用身份（演示数据）:', ...people.map(line)];
}
