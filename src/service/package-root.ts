import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Folder of the package: the nearest one upwards that has data/rules, in a checkout and when installed. */
export const packageRoot = findRoot(import.meta.dirname);

/** What a non-programmer may edit: law, rules, lists. */
export const dataFolder = join(packageRoot, 'data');

/** Version of this Qorgan, as package.json says it. */
export function packageVersion(): string {
  const about: { version: string } = JSON.parse(
    readFileSync(join(packageRoot, 'package.json'), 'utf8'),
  );
  return about.version;
}

function findRoot(from: string): string {
  for (let dir = from; dir !== dirname(dir); dir = dirname(dir))
    if (existsSync(join(dir, 'data', 'rules'))) return dir;
  throw new Error(`no folder above ${from} has data/rules: the installation is incomplete`);
}
