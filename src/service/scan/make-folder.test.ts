import { existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { scratchFolder } from '../../../test/fixtures/scratch-folder.ts';
import { makeFolder } from './make-folder.ts';
import { OutFolder } from './out-folder.ts';

const scratch = scratchFolder();
const failure = (code: string): Error => Object.assign(new Error(code), { code });

test('makes all that is missing, and what is there already is no error', async () => {
  await makeFolder(scratch('a/b/c'));
  await makeFolder(scratch('a/b/c'));
  await Promise.all([1, 2, 3].map(() => makeFolder(scratch('at/once'))));
  expect(statSync(scratch('a/b/c')).isDirectory()).toBe(true);
  writeFileSync(scratch('a/file'), '');
  await expect(makeFolder(scratch('a/file/x'))).rejects.toMatchObject({ code: 'ENOTDIR' });
});

test('a system that will have no folder is believed at once', async () => {
  const asked: string[] = [];
  const refusing = {
    mkdir: (path: string) => {
      asked.push(path);
      return Promise.reject(failure('ENOENT'));
    },
    stat: (path: string) =>
      path === join(scratch(), 'x', 'y')
        ? Promise.reject(failure('ENOENT'))
        : Promise.resolve({ isDirectory: () => true }),
  };
  await expect(makeFolder(scratch('x/y'), refusing)).rejects.toMatchObject({ code: 'ENOENT' });
  expect(asked).toEqual([scratch('x/y')]);
});

test.skipIf(!existsSync('/proc/self'))(
  '/proc/x is no place for a report (skipped without /proc)',
  async () => {
    await expect(OutFolder.open('/proc/x')).rejects.toMatchObject({
      problem: { code: 'QRG_OUT_NOT_WRITABLE' },
    });
  },
);
