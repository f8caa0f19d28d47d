import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStore, type Store } from '../../store/store.ts';
import { describeOnStores } from '../../store/test-stores.ts';
import { townFacts, townRequests } from './facts.fixture.ts';
import { BANK, LIVE_OPTIONS, liveOn } from './live.fixture.ts';
import type { LiveService } from './live-service.ts';
import { LiveState } from './live-state.ts';
import { placeAfter } from './read-journal.ts';
import { recover } from './recover.ts';
import { readSnapshots, type SnapshotSealing, saveSnapshot } from './snapshot-file.ts';

const PLAIN: SnapshotSealing = { seal: (plain) => Buffer.from(plain), open: (sealed) => sealed };

function stateAfter(count: number): LiveState {
  const state = new LiveState(LIVE_OPTIONS);
  for (const fact of townFacts(5)) {
    if (state.seq === count) break;
    if (fact.kind === 'transfer') state.judge(fact);
    else state.tell(fact);
  }
  return state;
}

describe('snapshots of the state', () => {
  let dir: string;
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'qorgan-snapshots-'));
  });
  afterAll(() => rm(dir, { recursive: true, force: true }));

  const save = (to: string, count: number): Promise<number> => {
    const state = stateAfter(count);
    const place = { seq: state.seq, hash: Buffer.alloc(32, count) };
    return saveSnapshot(to, { state, place }, PLAIN);
  };
  const names = async (of: string): Promise<number[]> =>
    (await readdir(join(of, 'snapshots'))).sort().map((name) => Number.parseInt(name, 10));
  const read = async (of: string) => {
    const found: [number, number][] = [];
    const passed: string[] = [];
    const note = (_: string, problem: string): void => {
      passed.push(problem);
    };
    for await (const { place } of readSnapshots(of, LIVE_OPTIONS, PLAIN, note))
      found.push([place.seq, place.hash[0]]);
    return { found, passed };
  };

  test('come back with the end of their journal, the newest first; one that cannot be read is passed over', async () => {
    const of = join(dir, 'read');
    await save(of, 20);
    await save(of, 30);
    await mkdir(join(of, 'snapshots', '0000000000000040.snapshot'));
    expect(await read(of)).toEqual({
      found: [
        [30, 30],
        [20, 20],
      ],
      passed: ['QRG_SNAPSHOT_DAMAGED'],
    });
  });

  test('of a time that a restored database never came to are gone with the next one saved', async () => {
    const of = join(dir, 'kept');
    for (const count of [20, 30, 40, 50]) await save(of, count);
    expect(await names(of)).toEqual([40, 50]);
    await save(of, 25);
    expect(await names(of)).toEqual([25]);
  });

  test('that were being written when their process ended are gone with the next one saved', async () => {
    const of = join(dir, 'torn');
    await mkdir(join(of, 'snapshots'), { recursive: true });
    await writeFile(join(of, 'snapshots', '0000000000000010.snapshot.tmp'), 'half of it');
    await save(of, 20);
    expect(await names(of)).toEqual([20]);
  });
});

describeOnStores('a snapshot of another past', (_, place) => {
  const saveNow = async (live: LiveService, store: Store, to: string): Promise<void> => {
    const at = await placeAfter(store.pool, live.state.seq);
    await saveSnapshot(to, { state: live.state, place: at! }, store.vault);
  };

  test('is not gone on from, though the journal has a block that ends there', async () => {
    const requests = [...townRequests(3)];
    const options = await place.freshOptions();
    const store = await openStore(options);
    const live = await liveOn(store);
    await live.decide(BANK, requests.slice(0, 1));
    await live.decide(BANK, requests.slice(1, 2));
    await saveNow(live, store, store.dataDir);
    const digest = live.state.digest();
    await live.close();
    // The last block is lost with the disk, as after a restore; another takes its place.
    await store.pool.query('ALTER TABLE journal DISABLE TRIGGER ALL');
    await store.pool.query('DELETE FROM journal WHERE seq = (SELECT max(seq) FROM journal)');
    await store.pool.query('ALTER TABLE journal ENABLE TRIGGER ALL');
    await store.pool.query('DELETE FROM transfers WHERE seq = (SELECT max(seq) FROM transfers)');
    await store.pool.query('DELETE FROM accounts WHERE account_no >= 2');
    const again = await liveOn(store);
    await again.decide(BANK, [{ ...requests[1], id: 'another', amountMinor: 1_234_500 }]);
    const other = again.state.digest();
    await again.close();
    expect(other).not.toBe(digest);
    const passed: string[] = [];
    const back = await recover(store.pool, store.dataDir, LIVE_OPTIONS, store.vault, (_name, why) =>
      passed.push(why),
    );
    expect(back.state.digest()).toBe(other);
    expect(passed).toEqual(['QRG_SNAPSHOT_AHEAD']);
    await store.close();
  });
});
