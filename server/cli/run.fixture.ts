/** A command line as a person types it, in this process; what is printed is kept. */
import { main } from './main.ts';

export type Printed = { readonly code: number; readonly out: string; readonly err: string };

export async function menhu(args: readonly string[], env: Readonly<Record<string, string>>): Promise<Printed> {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await main(args, { env, out: (line) => out.push(line), err: (line) => err.push(line) });
  return { code, out: out.join('\n'), err: err.join('\n') };
}
