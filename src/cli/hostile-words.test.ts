import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { QorganError } from '../domain/errors/catalogue.ts';
import { readArguments } from './arguments.ts';
import { fatal } from './fatal.ts';
import { runSimulate } from './simulate-command.ts';

afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = 0;
});

test('a name taken from the input does not steer the terminal', () => {
  const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  fatal(new QorganError('QRG_FILE_EMPTY', { file: 'a\u001b[31m\u202eb\nc.csv' }), 'en');
  expect(write.mock.calls.join('')).toBe('QRG_FILE_EMPTY: The file is empty: a?[31m?b?c.csv\n');
  expect(process.exitCode).toBe(2);
});

test('an option without its value is named in one line', () => {
  const read = () => readArguments(['--out', '--lang'], { out: { type: 'string' } });
  expect(read).toThrow(/^[^\n]*--out[^\n]*$/);
});

test('simulating into a file says so', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'qorgan-'));
  try {
    const out = join(dir, 'file');
    await writeFile(out, 'mine');
    await expect(
      runSimulate(['--people', '200', '--days', '7', '--out', out], 'en'),
    ).rejects.toThrow(
      expect.objectContaining({ problem: { code: 'QRG_OUT_NOT_A_FOLDER', args: { dir: out } } }),
    );
  } finally {
    await rm(dir, { recursive: true });
  }
});
