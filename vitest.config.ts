import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** What is waited for comes later on a machine that is busy; only what never comes is to fail. */
const PATIENT = {
  testTimeout: 60_000,
  hookTimeout: 60_000,
  expect: { poll: { timeout: 15_000 } },
};

// Unit tests stand beside their code; test/ holds what crosses areas. Browser tests need a browser
// and run as a project of their own (`npm run test:browser`).
export default defineConfig({
  test: {
    maxWorkers: '100%',
    // Files share what they import, as a service does for months: no module keeps anything of one use for the next.
    isolate: false,
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            'src/**/*.test.ts',
            'test/**/*.test.ts',
            'scripts/**/*.test.ts',
            'web/**/*.test.ts',
          ],
          exclude: ['**/*.browser.test.ts'],
          // Commands are started a hundred times: what Node made of their sources the first time is kept.
          env: {
            NODE_COMPILE_CACHE: join(import.meta.dirname, 'node_modules', '.cache', 'node-compile'),
          },
          ...PATIENT,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/**/*.browser.test.ts'],
          globalSetup: ['test/fixtures/console-build.ts'],
          ...PATIENT,
        },
      },
    ],
  },
});
