import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const PAGE = join(ROOT, 'docs', 'how-to', 'use-the-engine-in-your-program.md');

it('the program of the documentation prints what the page says', () => {
  const page = readFileSync(PAGE, 'utf8');
  const program = /^```ts\n([\s\S]*?)^```/m.exec(page)?.[1] ?? '';
  const printed = /It prints:\n\n```\n([\s\S]*?)^```/m.exec(page)?.[1] ?? '';
  const url = (path: string): string => pathToFileURL(join(ROOT, path)).href;
  // The package is not built here: its names are led to the sources.
  const here = program
    .replace("'qorgan/engine'", `'${url('src/engine/index.ts')}'`)
    .replace("import.meta.resolve('qorgan/package.json')", `'${url('package.json')}'`)
    .replace("'yaml'", `'${import.meta.resolve('yaml')}'`);
  const dir = mkdtempSync(join(tmpdir(), 'qorgan-example-'));
  try {
    const file = join(dir, 'example.mts');
    writeFileSync(file, here);
    const { stdout, stderr } = spawnSync(process.execPath, [file], { encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(printed).not.toBe('');
    // Numbers and their words hold together by spaces that do not break.
    expect(stdout.replace(/[\u00a0\u202f]/g, ' ')).toBe(printed);
  } finally {
    rmSync(dir, { recursive: true });
  }
});
