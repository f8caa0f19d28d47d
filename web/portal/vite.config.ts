import { join } from 'node:path';
import { defineConfig } from 'vite';

const light = (file: string): string => join(import.meta.dirname, 'check', 'light', file);

/**
 * The portal as files with a hash in their names, beneath /portal/. Nothing of it is inline and nothing comes from another
 * host, so that `default-src 'self'` is all its policy needs to say.
 */
export default defineConfig({
  root: import.meta.dirname,
  base: '/portal/',
  publicDir: 'public',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  resolve: {
    alias: [
      { find: /^tldts$/, replacement: light('tldts.ts') },
      { find: /^.*\/errors\/catalogue\.ts$/, replacement: light('catalogue.ts') },
    ],
  },
  worker: { format: 'es' },
  build: {
    outDir: join(import.meta.dirname, '..', '..', 'build', 'web', 'portal'),
    emptyOutDir: true,
    // Phones that are handed down: Android 7 with Chrome 109, an iPhone 8.
    target: ['chrome109', 'firefox115', 'safari16.4'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
});
