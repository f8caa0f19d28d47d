import { expect, test } from 'vitest';
import { FollowerProcess, type FollowerStart, withoutSettings } from './follower-process.ts';

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
])(
  'a follower whose program %s is told of and counted, and started again later',
  async (_, program) => {
    const real = process.execPath;
    const told: unknown[] = [];
    const twice = Promise.withResolvers<void>();
    process.execPath = program;
    try {
      const follower = new FollowerProcess(START, (level, event, fields) => {
        if (told.push([level, event, fields?.message]) === 2) twice.resolve();
      });
      await twice.promise;
      expect(follower.status()).toEqual({
        running: false,
        seq: 0,
        snapshot: { seq: 0, at: 0, bytes: 0 },
        restarts: 1,
        errors: 2,
      });
      await follower.stop();
    } finally {
      process.execPath = real;
    }
    const line = ['error', 'follower ended', expect.stringMatching(/ENOENT|ENOTDIR/)];
    expect(told).toEqual([line, line]);
  },
);

test('no setting stands in the environment of a follower, least of all the master key', () => {
  const variables = { PATH: '/bin', PGSSLMODE: 'require', QORGAN_MASTER_KEY: 'secret' };
  expect(withoutSettings(variables)).toEqual({ PATH: '/bin', PGSSLMODE: 'require' });
});
