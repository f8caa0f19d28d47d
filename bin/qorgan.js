#!/usr/bin/env node
// Plain JavaScript for any Node >= 18. In a checkout the TypeScript runs as it is under Node 24; in the
// published package the compiled build does.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const source = join(root, 'src', 'cli', 'main.ts');
const built = join(root, 'build', 'src', 'cli', 'main.js');

if (!existsSync(source)) {
  await import(pathToFileURL(built).href);
} else {
  const { become, dependencies, node24 } = await import('../scripts/node24.mjs');
  const node = node24();
  dependencies(node);
  if (node === process.execPath) await import(pathToFileURL(source).href);
  else become(node, [source, ...process.argv.slice(2)]);
}
