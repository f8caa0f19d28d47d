// Builds the console and the portal where they are not there or older than their sources: what `npm start` does before it
// serves.  usage: node scripts/run.mjs scripts/fresh-pages.ts

import { globSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildConsole, buildPortal } from './build.ts';

const ROOT = resolve(import.meta.dirname, '..');
/** What each is made of, beside the code that both call the service with. */
const SHARED = [
  'web/shared/**/*',
  'src/{client,domain,http/contract}/**/*.ts',
  'package-lock.json',
];
const PAGES = {
  console: { sources: ['web/console/**/*', ...SHARED], build: buildConsole },
  portal: {
    sources: ['web/portal/**/*', 'src/{academy,law,watch}/**/*.ts', 'scripts/build.ts', ...SHARED],
    build: buildPortal,
  },
} as const;

const changedAt = (file: string): number =>
  statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Number.NEGATIVE_INFINITY;

for (const [name, { sources, build }] of Object.entries(PAGES)) {
  const builtAt = changedAt(join(ROOT, 'build', 'web', name, 'index.html'));
  const stale = sources.some((pattern) =>
    globSync(pattern, { cwd: ROOT }).some((file) => changedAt(join(ROOT, file)) > builtAt),
  );
  if (stale) await build();
}
