/** Takes each picture of a folder, in one process with little memory, and says of each what happened and what it took. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodePicture } from './picture.ts';

const [folder = '', out = ''] = process.argv.slice(2);
for (const name of readdirSync(folder).sort()) {
  const began = process.cpuUsage();
  const verdict = await encodePicture(readFileSync(join(folder, name)), { name, out });
  const result = 'ok' in verdict ? verdict.code : verdict.pieces.map((piece) => piece.name).join(' ');
  const { user, system } = process.cpuUsage(began);
  const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
  process.stdout.write(`${JSON.stringify({ name, result, cpuMs: Math.round((user + system) / 1000), peakMb })}\n`);
}
