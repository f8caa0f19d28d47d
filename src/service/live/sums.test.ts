import { expect, test } from 'vitest';
import { openStore } from '../../store/store.ts';
import { describeOnStores } from '../../store/test-stores.ts';
import { BANK, LIVE_OPTIONS, liveOn } from './live.fixture.ts';
import { recover } from './recover.ts';
import type { Listing } from './standing.ts';
import type { TransferRequest } from './transfer-request.ts';

/** The largest transfer that is taken. */
const TRILLION_TENGE = 100_000_000_000_000;
const NOW = Date.now() - 1_000;

const requestOf = (i: number): TransferRequest => ({
  id: `t${i}`,
  at: NOW,
  payer: 'payer',
  payee: 'payee',
  amountMinor: TRILLION_TENGE,
  currency: 'KZT',
});

const ALL_LISTED: Listing = {
  hitsOf: () => [{ kind: 'internal', listId: 1, entryId: 1, via: 'account' } as never],
  hitsOfHash: () => [],
  onNewAccount() {},
};

describeOnStores('the numbers of the decision path', (_, place) => {
  test('the sum of an alert stands still where it could no longer be read', async () => {
    const store = await openStore(await place.freshOptions());
    const live = await liveOn(store, { listing: ALL_LISTED });
    for (const round of [0, 1])
      await live.decide(
        BANK,
        Array.from({ length: 95 }, (_, i) => requestOf(95 * round + i)),
      );
    const { rows } = await store.pool.query('SELECT amount_minor, transfers FROM alerts');
    expect(rows).toEqual([{ amount_minor: Number.MAX_SAFE_INTEGER, transfers: 190 }]);
    await live.close();
    await store.close();
  });

  test('a fact learnt is the same in the state and in the journal', async () => {
    const store = await openStore(await place.freshOptions());
    const live = await liveOn(store);
    const facts = { incomeMonthMinor: -0, bornAt: undefined };
    await live.record([{ kind: 'learn', institution: BANK, account: 'a', facts: facts as never }]);
    await live.record([{ kind: 'learn', institution: BANK, account: 'a', facts: { bornAt: 1 } }]);
    const digest = live.state.digest();
    await live.close();
    const { state } = await recover(store.pool, store.dataDir, LIVE_OPTIONS, store.vault);
    expect(state.digest()).toBe(digest);
    await store.close();
  });
});
