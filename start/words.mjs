// What a start tells: to a person on stdout, and with --json one line there and everything else on stderr.
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

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

const kept = (data) => join(data, 'addresses.json');

/** For `menhu status` and doctor; without it a start is still under way. */
export function keepAddresses(data, addresses) {
  try {
    writeFileSync(`${kept(data)}.new`, `${JSON.stringify({ ...addresses, at: new Date().toISOString() })}\n`);
    renameSync(`${kept(data)}.new`, kept(data));
  } catch (error) {
    // On a full disk better run than tell where.
    if (error.code !== 'ENOSPC' && error.code !== 'EDQUOT') throw error;
  }
}

/** Those of a run that ended, however it did. */
export const forgetAddresses = (data) => rmSync(kept(data), { force: true });

const addresses = (site, desk) => ['', `public sites  公开网站  ${site}`, `console       管理后台  ${desk}`];

function logins(people) {
  if (!people.length) return [];
  const line = ({ login, password, name, posts }) => `  ${login}  ${password}  ${name}  ${[posts].flat().join('、')}`;
  return ['sign in as    可用身份（演示数据）:', ...people.map(line)];
}
