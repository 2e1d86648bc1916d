/** The child's program as one JavaScript file: it starts in a fifth of the time that its source takes. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Inside the tree, where its packages are found. */
export async function compileChild(): Promise<{ readonly main: string; readonly remove: () => Promise<void> }> {
  await mkdir(join(root, 'test-results'), { recursive: true });
  const folder = await mkdtemp(join(root, 'test-results', 'child-'));
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    // Its packages too: reading them file by file takes as long again as all the rest. sharp is no JavaScript.
    ssr: { noExternal: true, external: ['sharp'] },
    build: { ssr: join(root, 'server/files/child/main.ts'), outDir: folder, emptyOutDir: false, minify: false },
  });
  return { main: join(folder, 'main.js'), remove: () => rm(folder, { recursive: true, force: true }) };
}
