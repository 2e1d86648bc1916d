import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The console: from admin/ into dist/admin, which the server hands out with a policy that knows no inline code. */
export default defineConfig({
  root: 'admin',
  base: '/',
  plugins: [react()],
  build: {
    outDir: '../dist/admin',
    emptyOutDir: true,
    sourcemap: false,
    // What each route loads, for bench/console-size.ts; it isn't served.
    manifest: true,
    // Nothing becomes a data: address, and the browser needs no polyfill: one thing less to allow in the policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
    chunkSizeWarningLimit: 1200,
  },
});
