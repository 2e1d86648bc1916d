/** The program behind bin/menhu; apart from main.ts, which tests call. */
import { main } from './main.ts';

const line = (stream: NodeJS.WriteStream) => (text: string) => {
  stream.write(`${text}\n`);
};
process.exitCode = await main(process.argv.slice(2), {
  env: process.env,
  out: line(process.stdout),
  err: line(process.stderr),
});
