import { expect, test } from 'vitest';
import { FollowerProcess, type FollowerStart } from './follower-process.ts';

const START: FollowerStart = {
  kind: 'start',
  dataDir: '/nowhere',
  databaseUrl: undefined,
  masterKey: undefined,
  masterKeyFile: undefined,
  model: undefined,
  currency: 'KZT',
  snapshotEvery: 1_000,
  networksEveryMs: 1_000,
};

test.each([
  ['is not there', '/nowhere/node'],
  // The system says so at once, as it does when it has no memory for another process.
  ['is no place for a program', '/dev/null/node'],
])('a follower whose program %s is told of, and started again later', async (_, program) => {
  const real = process.execPath;
  const failed: string[] = [];
  const twice = Promise.withResolvers<void>();
  process.execPath = program;
  try {
    const follower = new FollowerProcess(START, {
      at() {},
      log() {},
      failed(_code, message) {
        if (failed.push(message) === 2) twice.resolve();
      },
    });
    await twice.promise;
    await follower.stop();
  } finally {
    process.execPath = real;
  }
  expect(failed.map((message) => /ENOENT|ENOTDIR/.test(message))).toEqual([true, true]);
});
