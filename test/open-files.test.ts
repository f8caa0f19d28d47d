import { existsSync, readdirSync, readlinkSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { scan } from '../src/service/scan/scan.ts';
import { scratchFolder } from './fixtures/scratch-folder.ts';

const OPEN_FILES = '/proc/self/fd';
const scratch = scratchFolder();

const HEADER = 'id,at,payer,payee,amount,currency\n';
const rowAt = (second: number): string =>
  `T${second},2026-03-01T00:00:${String(second).padStart(2, '0')}Z,A${second},B,100.00,KZT\n`;
const INPUTS: Readonly<Record<string, string>> = {
  'in time order': HEADER + rowAt(1) + rowAt(2),
  'out of order': HEADER + rowAt(2) + rowAt(1),
  'with nothing to read': `${HEADER}T1,never,A,B,1,KZT\n`,
};

// Which files a process holds open can be read off the file system on Linux only.
test.skipIf(!existsSync(OPEN_FILES)).each(Object.entries(INPUTS))(
  'a scan of rows %s holds no file open when it has ended',
  async (name, content) => {
    const [input, out] = [scratch(`${name}.csv`), scratch(name)];
    writeFileSync(input, content);
    const ended = await scan({ paths: [input], out, language: 'en' }).then(
      () => 'done',
      () => 'failed',
    );
    expect(ended).toBe(name === 'with nothing to read' ? 'failed' : 'done');
    expect(openFiles().filter((path) => path.startsWith(scratch()))).toEqual([]);
  },
);

function openFiles(): string[] {
  return readdirSync(OPEN_FILES).flatMap((fd) => {
    try {
      return [readlinkSync(`${OPEN_FILES}/${fd}`)];
    } catch {
      // The listing itself was open when it was listed, and is not any more.
      return [];
    }
  });
}
