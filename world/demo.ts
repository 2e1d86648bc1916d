/** Whom to sign in as in the demo: DATA/demo.json, for its owner's eyes only. */
import { randomInt } from 'node:crypto';
import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoPeople, type PersonName, people, postsOf, type UnitName, units } from './county.ts';
import { nameOfPost } from './laws.ts';

export type Passwords = Readonly<Record<PersonName, string>>;

/** No letter or digit that is taken for another one when it is read aloud or from paper: 31 of them. */
const signs = 'abcdefghjkmnpqrstuvwxyz23456789';
/** 15 signs of 31: 74 bits. */
const password = (): string =>
  [5, 5, 5].map((length) => Array.from({ length }, () => signs[randomInt(signs.length)]).join('')).join('-');

export const randomPasswords = (): Passwords =>
  Object.fromEntries(Object.keys(people).map((name) => [name, password()])) as Passwords;

/** Beside and renamed, so that nobody reads half of it. The first ones are printed at each start; everybody has a login. */
export function keepDemo(data: string, passwords: Passwords): void {
  const rest = (Object.keys(people) as PersonName[]).filter((name) => !demoPeople.includes(name));
  const lines = (names: readonly PersonName[]) => names.map((name) => lineOf(name, passwords[name]));
  const file = join(data, 'demo.json');
  const text = JSON.stringify({ people: lines(demoPeople), others: lines(rest) }, undefined, 2);
  writeFileSync(`${file}.new`, `${text}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

function lineOf(name: PersonName, word: string) {
  const posts = postsOf(name).map(([post, unit]) => `${called(unit)} ${nameOfPost(post, unit)}`);
  return { name: people[name].name, login: people[name].login, password: word, posts };
}

/** An office of the main site's bureau by its own name; of another bureau, where there is an office too, with the bureau's. */
export function called(unit: UnitName): string {
  const { name, parent } = units[unit] as { name: string; parent?: UnitName };
  return parent && parent !== 'bureau' ? `${units[parent].name}${name}` : name;
}
