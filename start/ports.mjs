// Finds a port that nobody listens on.
import { createServer } from 'node:net';

const tries = 100;

/** The wanted port or the next free one; 0 means any. `taken` are ports that this start has already given away. */
export async function freePort(wanted, taken = []) {
  for (let port = wanted; port < wanted + tries && port < 65536; port++) {
    const got = taken.includes(port) ? undefined : await listen(port);
    if (got) return got;
  }
  throw new Error(`no free port from ${wanted} on: name another one`);
}

/** Asked on both loopback addresses: a browser that opens localhost tries ::1 first, and would meet somebody else there. */
async function listen(wanted) {
  const port = await tryOn('127.0.0.1', wanted);
  if (!port) return undefined;
  return (await tryOn('::1', port)) ? port : undefined;
}

function tryOn(host, port) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(undefined);
      else if (host === '::1')
        resolve(port); // no IPv6 here
      else reject(error);
    });
    server.listen({ host, port, exclusive: true }, () => {
      const got = server.address().port;
      server.close(() => resolve(got));
    });
  });
}
