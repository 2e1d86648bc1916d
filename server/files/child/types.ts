/** What goes into a limited child process and what comes out: one JSON object each way; bytes lie in files. */
import type { Purpose } from '../../contract/file-limits.ts';

/** `input`: the upload, as it came. `name`: as its owner called it. `out`: an empty folder that the child may fill. */
export type Given = {
  readonly task: Purpose;
  readonly input: string;
  readonly name: string;
  readonly out: string;
};

/** A file in `out` that is to be kept. `name` is the last part of its address: w960.jpg, file.pdf. */
export type Piece = {
  readonly file: string;
  readonly name: string;
  readonly size: number;
  /** The media type it is served with. */
  readonly media: string;
  readonly width?: number;
  readonly height?: number;
};

/** One file of ours. `id`: 26 signs of a–z and 2–7, random (newId). `pieces` largest first. `type`: PDF, JPEG. */
export type Taken = {
  readonly id: string;
  readonly kind: 'picture' | 'document';
  readonly name: string;
  readonly type: string;
  readonly pieces: readonly Piece[];
  /** What was changed or removed, in the words of the office. */
  readonly notes: readonly string[];
};

export type Word = {
  readonly title: string;
  /** Clean, naming `pictures` by their ids. */
  readonly html: string;
  readonly characters: number;
  readonly tables: number;
  readonly pictures: readonly Taken[];
  readonly lost: readonly string[];
};

/** Why a file isn't taken: a code for programs, and a sentence for its owner that says what to do instead. */
export type NotTaken = { readonly ok: false; readonly code: string; readonly message: string };
export type Verdict =
  | { readonly ok: true; readonly file: Taken }
  | { readonly ok: true; readonly word: Word }
  | NotTaken;
