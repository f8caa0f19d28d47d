// The process behind FollowerProcess: follows the journal until it is told to stop or its parent is gone.

import { constants, setPriority } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { openStore } from '../../store/store.ts';
import { storeOptionsOf } from '../configuration/store-options.ts';
import { loadModel } from '../model.ts';
import { loadRuleset } from '../ruleset.ts';
import { failureFields } from '../running/log.ts';
import { Follower } from './follower.ts';
import type { FollowerStart, FromFollower, ToFollower } from './follower-process.ts';

/** Between two looks into the journal. Nothing waits for the follower. */
const LOOK_EVERY_MS = 500;

const tell = (message: FromFollower): void => {
  process.send?.(message);
};

const stopping = new AbortController();

async function follow(start: FollowerStart): Promise<void> {
  const store = await openStore(storeOptionsOf({ ...start, data: start.dataDir }));
  const model = start.model === undefined ? undefined : (await loadModel(start.model)).model;
  const follower = await Follower.open({
    pool: store.pool,
    dataDir: start.dataDir,
    live: { ruleset: await loadRuleset(), currency: start.currency, ...(model && { model }) },
    sealing: store.vault,
    snapshotEvery: start.snapshotEvery,
    networksEveryMs: start.networksEveryMs,
    now: Date.now,
    log: (...line) => tell({ kind: 'log', line }),
  });
  while (!stopping.signal.aborted) {
    await follower.step();
    tell({ kind: 'at', seq: follower.seq, snapshot: follower.snapshot });
    // Woken at once when told to stop.
    await pause(LOOK_EVERY_MS, undefined, { signal: stopping.signal }).catch(() => {});
  }
  await follower.step();
  await follower.save();
  await store.close();
}

function end(error: unknown): void {
  tell({ kind: 'failed', problem: failureFields(error) });
  process.exit(1);
}

// Told like any other end, so that it is a line of the log and not a stack beside it.
process.on('uncaughtException', end);
process.on('message', (message: ToFollower) => {
  if (message.kind === 'stop') {
    stopping.abort();
    return;
  }
  follow(message).then(
    () => process.exit(0),
    (error: unknown) => end(error),
  );
});
// The service was killed: whoever starts it again starts another follower.
process.on('disconnect', () => process.exit(0));
// Ctrl-C reaches every process of the terminal; when the follower ends is for the service to say.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => {});
setPriority(constants.priority.PRIORITY_LOW);
