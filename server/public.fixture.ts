/** The publisher over a folder that goes with the test, and what stands there for the public. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Pool } from 'pg';
import { databaseOf } from '../publisher/database.ts';
import { edgeFolder } from '../publisher/files.ts';
import { runPublisher } from '../publisher/publish.ts';
import { loadTheme } from '../publisher/theme.ts';
import { packageRoot } from './db/package-root.ts';

export function publicSite(pool: Pool) {
  const folder = mkdtempSync(join(tmpdir(), 'menhu-public-'));
  const publisher = runPublisher({
    database: databaseOf(pool),
    cluster: edgeFolder(folder),
    theme: loadTheme(join(packageRoot(), 'themes/default')),
    demo: false,
    files: { read: () => Promise.reject(new Error('no file in this test')) },
    originOf: ({ label }) => `http://${label}.localhost`,
    log: (line) => {
      throw new Error(line);
    },
  });
  const read = (path: string): string | undefined => {
    try {
      return gunzipSync(readFileSync(join(folder, 'sites', `${path}.gz`))).toString();
    } catch {
      return undefined;
    }
  };
  return {
    settle: () => publisher.settle(),
    rebuild: (label: string) => publisher.rebuildSite(label),
    /** The bytes at an address, as text; undefined where nothing stands. */
    page: (label: string, path: string) => read(`${label}/live/${path}`),
    gone: (label: string, path: string) => read(`${label}/gone/${path}`),
    end: async () => {
      await publisher.stop();
      rmSync(folder, { recursive: true });
    },
  };
}
