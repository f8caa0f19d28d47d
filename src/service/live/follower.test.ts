import { expect, test } from 'vitest';
import { describeOnStores } from '../../store/test-stores.ts';
import { Follower } from './follower.ts';
import { BANK, LIVE_OPTIONS, liveOn } from './live.fixture.ts';
import type { TransferRequest } from './transfer-request.ts';

const requestOf = (id: string): TransferRequest => ({
  id,
  at: Date.now() - 1_000,
  payer: 'payer',
  payee: 'payee',
  amountMinor: 500_000,
  currency: 'KZT',
});

describeOnStores('the follower', (open) => {
  test('a search for networks that fails is told of, and the journal is followed all the same', async () => {
    const store = await open();
    const live = await liveOn(store);
    await live.decide(BANK, [requestOf('one')]);
    let now = 0;
    const told: unknown[] = [];
    const follower = await Follower.open({
      pool: store.pool,
      dataDir: store.dataDir,
      live: LIVE_OPTIONS,
      sealing: store.vault,
      snapshotEvery: 1_000,
      networksEveryMs: 1_000,
      now: () => now,
      log: (level, event) => told.push([level, event]),
    });
    await store.pool.query('ALTER TABLE networks RENAME TO networks_away');
    await follower.step();
    expect(told).toEqual([['error', 'networks not found']]);
    await live.decide(BANK, [requestOf('two')]);
    await follower.step();
    expect(follower.seq).toBe(live.state.seq);
    expect(told).toHaveLength(1);
    // Nothing new came, and still it is searched again, because nothing was found before.
    now += 1_000;
    await follower.step();
    expect(told).toHaveLength(2);
    await store.pool.query('ALTER TABLE networks_away RENAME TO networks');
    now += 1_000;
    await follower.step();
    expect(told).toHaveLength(2);
    expect(follower.snapshot.seq).toBe(0);
    await follower.save();
    expect(follower.snapshot).toMatchObject({ seq: follower.seq, bytes: expect.any(Number) });
    await live.close();
  });
});
