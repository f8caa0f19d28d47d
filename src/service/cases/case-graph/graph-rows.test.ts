import { beforeAll, expect, it } from 'vitest';
import { createRandom } from '../../../domain/random.ts';
import type { Store } from '../../../store/store.ts';
import { describeOnStores } from '../../../store/test-stores.ts';
import { balancesSince, busyAccounts, flowsAround } from './graph-rows.ts';

const ACCOUNTS = 6;
const ROWS = 1_500;

describeOnStores('balances of a picture', (open) => {
  const random = createRandom(3);
  let store: Store;
  /** Account 0 is paid most; the last ones hardly ever. */
  const rows = Array.from({ length: ROWS }, (_, i) => {
    const payee = Math.min(random.int(0, ACCOUNTS - 1), random.int(0, ACCOUNTS - 1));
    return {
      ...{ seq: i + 1, institution_id: 1, transfer_id: `t${i}`, at: i + 1, received_at: 0 },
      ...{ payer: (payee + random.int(1, ACCOUNTS - 1)) % ACCOUNTS, payee, said: null },
      ...{ amount_minor: random.int(1, 9), channel: 1, purpose: 0, score: 0, verdict: 0 },
    };
  });

  beforeAll(async () => {
    store = await open();
    await store.db.insertInto('transfers').values(rows).execute();
  }, 120_000);

  it('are none of accounts that are busy by the sums of the picture alone', async () => {
    const all = Array.from({ length: ACCOUNTS }, (_, account) => account);
    const window = { from: 0, to: ROWS + 1, amountLeast: 0 };
    await store.read({ institutionId: 1, seesAll: false }, async (trx) => {
      const flows = await flowsAround(trx, all, window, 1_000);
      const busy = busyAccounts(flows);
      expect(busy.size).toBeGreaterThan(0);
      expect(busy.size).toBeLessThan(ACCOUNTS);
      const balances = await balancesSince(
        trx,
        all.map((account) => [account, 1]),
      );
      for (const account of busy) expect(balances.has(account)).toBe(false);
    });
  });

  it('are busy by more than is summed, of all that paid an account together', () => {
    const flows = [
      { payee: 7, count: 299 },
      { payee: 7, count: 2 },
      { payee: 8, count: 300 },
    ];
    expect([...busyAccounts(flows)]).toEqual([7]);
  });
});
