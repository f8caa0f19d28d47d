import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, test } from 'vitest';
import { createMasterKey, masterKeyFile, parseMasterKey, readMasterKey } from './master-key.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'qorgan-key-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const BYTES = Buffer.from(
  '00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff',
  'hex',
);

test.each([
  ['hex', BYTES.toString('hex')],
  ['HEX', BYTES.toString('hex').toUpperCase()],
  ['base64', BYTES.toString('base64')],
  ['base64url', BYTES.toString('base64url')],
  ['with a line end', `${BYTES.toString('base64')}\r\n`],
])('a master key in %s', (_, text) => {
  expect(Buffer.from(parseMasterKey(text, 'here'))).toEqual(BYTES);
});

test.each([
  '',
  'abc',
  BYTES.toString('hex').slice(1),
  `${BYTES.toString('base64')}AA`,
  'ы'.repeat(43),
  'secret!',
])('no master key: %j, and it is not repeated in the error', (text) => {
  try {
    parseMasterKey(text, 'QORGAN_MASTER_KEY');
    expect.unreachable();
  } catch (error) {
    expect(error).toMatchObject({ problem: { code: 'QRG_STORE_KEY_SHAPE' } });
    if (text !== '') expect(JSON.stringify(error)).not.toContain(text);
  }
});

it('is made once, for its owner only, also when several make it at once', async () => {
  const file = masterKeyFile(dir);
  expect(await readMasterKey(file)).toBeUndefined();
  const keys = await Promise.all([1, 2, 3, 4].map(() => createMasterKey(file)));
  const kept = await readMasterKey(file);
  expect(kept).toHaveLength(32);
  for (const key of keys) expect(Buffer.from(key)).toEqual(Buffer.from(kept!));
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

it('is never taken from a file that was cut short', async () => {
  const file = masterKeyFile(dir);
  await writeFile(file, BYTES.toString('base64').slice(0, 20));
  await expect(readMasterKey(file)).rejects.toMatchObject({
    problem: { code: 'QRG_STORE_KEY_SHAPE', args: { place: file } },
  });
});
