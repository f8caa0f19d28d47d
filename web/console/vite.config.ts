import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/**
 * The console as files with a hash in their names. Nothing of it is inline and nothing comes from another host, so that
 * `default-src 'self'` is all its policy needs to say.
 */
export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [react()],
  publicDir: false,
  build: {
    outDir: join(import.meta.dirname, '..', '..', 'build', 'web', 'console'),
    emptyOutDir: true,
    target: ['chrome109', 'firefox115', 'safari16.4'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
});
