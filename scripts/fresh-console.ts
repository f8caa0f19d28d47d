// Builds the console when it is not there or older than its sources: what `npm start` does before it serves.
// usage: node scripts/run.mjs scripts/fresh-console.ts

import { globSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildConsole } from './build.ts';

const ROOT = resolve(import.meta.dirname, '..');
const SOURCES = [
  'web/console/**/*',
  'web/shared/**/*',
  'src/{client,domain,http/contract}/**/*.ts',
];

const changedAt = (file: string): number =>
  statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Number.NEGATIVE_INFINITY;

const builtAt = changedAt(join(ROOT, 'build', 'web', 'console', 'index.html'));
const stale = SOURCES.some((pattern) =>
  globSync(pattern, { cwd: ROOT }).some((file) => changedAt(join(ROOT, file)) > builtAt),
);
if (stale) await buildConsole();
