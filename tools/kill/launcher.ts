/** The program whose death is tested: starts PostgreSQL on a folder, prints the addresses, and lives until it is killed. */
import { startPostgres } from '../../server/db/embedded.ts';

const server = await startPostgres(process.argv[2]!, {
  onGivenUp: (error) => {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  },
});
const { url, ownerUrl, adminUrl } = server;
process.stdout.write(`${JSON.stringify({ url, ownerUrl, adminUrl })}\n`);
process.stdin.resume().on('end', () => server.stop().then(() => process.exit(0)));
