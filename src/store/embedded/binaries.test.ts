import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, readlink, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { embeddedBinaries, hydrate } from './binaries.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'qorgan-binaries-'));
  await mkdir(join(dir, 'native', 'lib', 'deep'), { recursive: true });
});
afterEach(() => rm(dir, { recursive: true, force: true }));

it('the links that npm did not carry are made, once, relative to where they are', async () => {
  const links = [
    { source: 'native/lib/libx.so.1.2', target: 'native/lib/libx.so' },
    { source: 'native/lib/libx.so.1.2', target: 'native/lib/deep/libx.so.1' },
  ];
  await writeFile(join(dir, 'native', 'pg-symlinks.json'), JSON.stringify(links));
  await writeFile(join(dir, 'native', 'lib', 'libx.so.1.2'), 'library');
  for (let i = 0; i < 2; i++) await hydrate(dir);
  for (const { target } of links) expect(await readFile(join(dir, target), 'utf8')).toBe('library');
  expect(await readlink(join(dir, 'native', 'lib', 'deep', 'libx.so.1'))).toBe('../libx.so.1.2');
});

it('a package without a list has none to make', async () => {
  await hydrate(dir);
});

it('the programs are of the version that a data folder is said to need', async () => {
  const { postgres, initdb, major } = await embeddedBinaries();
  for (const program of [postgres, initdb])
    expect(execFileSync(program, ['--version'], { encoding: 'utf8' })).toContain(` ${major}.`);
});
