/** The program behind bin/menhu; apart from main.ts, which tests call. */
import { main } from './main.ts';

process.exitCode = await main(process.argv.slice(2));
