/** A command of menhu: what it takes, and what it does. */
import type { Given, Takes } from './options.ts';
import type { Both } from './words.ts';

export type Command = {
  /** As it is typed, without menhu: `regulation check`. */
  readonly name: string;
  /** The whole line, with what stands for a value in capitals: `menhu regulation check FILE…`. */
  readonly usage: string;
  readonly about: Both;
  readonly takes: Takes;
  /** For --help: what --json prints when it isn't one line, and what else there is to say. */
  readonly json?: Both;
  readonly more?: Both;
  /** The exit code: 0 when all was done, 1 when something was not. A thrown error is a sentence and gives 1, Usage 2. */
  run(given: Given, outside: Outside): Promise<number>;
};
/**
 * What a command meets outside itself. `text`: for people; a line in both languages is printed in theirs. `json`: the one
 * line of --json. Only one of the two is printed.
 */
export type Outside = {
  readonly env: Environment;
  text(line: string | Both): void;
  json(value: unknown): void;
  /** Progress, on stderr. */
  aside(line: string | Both): void;
};
export type Environment = Readonly<Record<string, string | undefined>>;
