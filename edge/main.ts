/**
 * What faces the public. `node edge/main.js --port N --data DIR [--host H]`: serves the folder that the publisher fills.
 * Prints one line `{"ready": port}`, or `{"taken": port}` and ends with 3. Ends when its standard input closes.
 */
import { parseArgs } from 'node:util';
import { edgeFolder } from './folder.ts';
import { edgeServer } from './serve.ts';

const { values } = parseArgs({
  options: { port: { type: 'string' }, data: { type: 'string' }, host: { type: 'string', default: '127.0.0.1' } },
});
const port = Number(values.port);
if (!values.data || !Number.isInteger(port) || port < 0 || port > 65_535) {
  process.stderr.write('usage: edge --port N --data DIR [--host H]\n');
  process.exit(2);
}

const server = edgeServer(edgeFolder(values.data), (line) => process.stderr.write(`edge: ${line}\n`));
const stop = (): void => {
  server.close(() => process.exit(0));
  server.closeIdleConnections();
  setTimeout(() => process.exit(0), 3000).unref();
};

server.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EADDRINUSE') {
    process.stdout.write(`${JSON.stringify({ taken: port })}\n`, () => process.exit(3));
    return;
  }
  process.stderr.write(`edge: ${error.message}\n`);
  process.exit(1);
});
server.listen(port, values.host, () => {
  const bound = server.address();
  process.stdout.write(`${JSON.stringify({ ready: typeof bound === 'object' && bound ? bound.port : port })}\n`);
});

// Ctrl-C reaches the whole group; the one who started us decides when we end, by closing the pipe.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', stop);
process.stdin.on('end', stop);
process.stdin.on('close', stop);
process.stdin.on('error', stop);
process.stdin.resume();
