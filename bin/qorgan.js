#!/usr/bin/env node
// Plain JavaScript for any Node >= 18. In a checkout the TypeScript runs as it is under Node 24; in the
// published package the compiled build does.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const source = join(root, 'src', 'cli', 'main.ts');
const built = join(root, 'build', 'src', 'cli', 'main.js');

if (!existsSync(source)) {
  await import(pathToFileURL(built).href);
} else {
  const { node24, dependencies } = await import('../scripts/node24.mjs');
  const node = node24();
  dependencies(node);
  if (node === process.execPath) await import(pathToFileURL(source).href);
  else {
    const run = spawnSync(node, [source, ...process.argv.slice(2)], { stdio: 'inherit' });
    process.exit(run.status ?? 128 + 2);
  }
}
