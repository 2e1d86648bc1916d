/** The paste module as one script for a page without a server, built as the console is built. */
import { join } from 'node:path';
import { build } from 'vite';

/** The source of a script after which `window.paste` has what `office.ts` exports. */
export async function bundle(root: string): Promise<string> {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: { entry: join(root, 'admin/editor/paste/office.ts'), formats: ['iife'], name: 'paste' },
    },
  });
  const [first] = Array.isArray(built) ? built : [built];
  if (!first || !('output' in first)) throw new Error('the bundler gave no output');
  const [script] = first.output;
  return `${script.code}\nwindow.paste = paste;`;
}
