/**
 * One row per endpoint. Routes, the console's client, permissions and the tests over "every row" come from this table.
 * No row says who may: it names the permission, and the door or the reader's reach decides.
 */
import type { z } from 'zod';

/** anyone: without signing in. person: signed in; what is found depends on reach. door: the rule book decides on the subject. */
export type Permission = 'anyone' | 'person' | 'door';
/** How often it may be called: per login or address, in `server/http/pace.ts`. */
export type RateClass = 'sign-in' | 'read' | 'write' | 'upload';

export type Row<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly summary: string;
  readonly permission: Permission;
  /** The events that it may write, or none. A GET has none. */
  readonly events: readonly string[];
  readonly rate: RateClass;
  /** Open to outside systems with a key, and described in /openapi.json. */
  readonly systems?: true;
  /** The body is bytes instead of JSON: `call.bytes`, at most `limits.partMax` of them. */
  readonly takes?: 'bytes';
  /** The answer is a file's bytes instead of JSON; `out` is then what the client reads of it: nothing. */
  readonly gives?: 'file';
  readonly in: I;
  readonly out: O;
};

export const row = <I extends z.ZodType, O extends z.ZodType>(r: Row<I, O>): Row<I, O> => r;
export type In<R> = R extends Row<infer I, z.ZodType> ? z.output<I> : never;
export type Asked<R> = R extends Row<infer I, z.ZodType> ? z.input<I> : never;
export type Out<R> = R extends Row<z.ZodType, infer O> ? z.output<O> : never;
