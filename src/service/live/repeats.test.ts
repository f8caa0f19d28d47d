import { expect, test } from 'vitest';
import { openStore, type Store } from '../../store/store.ts';
import { describeOnStores } from '../../store/test-stores.ts';
import type { Decided, Outcome } from './decided.ts';
import { BANK, liveOn } from './live.fixture.ts';
import type { LiveService } from './live-service.ts';
import type { TransferRequest } from './transfer-request.ts';

const START = Date.UTC(2026, 9, 1);
const MINUTE_MS = 60_000;

const requestOf = (id: string, more: Partial<TransferRequest> = {}): TransferRequest => ({
  id,
  at: START,
  payer: 'payer',
  payee: 'payee',
  amountMinor: 500_000,
  currency: 'KZT',
  ...more,
});

const decided = (outcome: Outcome): Decided => {
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.value;
};

/** Ids until the younger half of the memory is full. */
const HALF = 1 << 20;

/** Lets so many ids go by, short of a turn, that the next transfer of ours is the last of its half. */
function fillHalf(live: LiveService, round: number, taken: number): void {
  const { ids } = live.state.engine;
  for (let i = taken + 1; i < HALF; i++) ids.seen(round * HALF + i);
}

describeOnStores('an id', (_, place) => {
  const openFresh = async (): Promise<Store> => openStore(await place.freshOptions());

  test('that was forgotten, and told again long after at the edge of what a clock may be ahead, is found', async () => {
    const store = await openFresh();
    const now = START;
    const live = await liveOn(store, { now: () => now });
    // As far ahead as a clock may be, in the very millisecond in which the memory turns.
    const ahead = requestOf('ahead', { at: START + 5 * MINUTE_MS });
    const [first] = await live.decide(BANK, [ahead]);
    fillHalf(live, 1, 1);
    await live.decide(BANK, [requestOf('turn 1')]);
    fillHalf(live, 2, 0);
    await live.decide(BANK, [requestOf('turn 2')]);
    const [again] = await live.decide(BANK, [ahead]);
    expect(again).toEqual({ ok: true, value: { ...decided(first), repeat: true } });
    await live.close();
    await store.close();
  });

  test('that was forgotten and given to another transfer still answers for the first', async () => {
    const store = await openFresh();
    let now = START + MINUTE_MS;
    const live = await liveOn(store, { now: () => now });
    const request = requestOf('same');
    const [first] = await live.decide(BANK, [request]);
    fillHalf(live, 1, 1);
    now += 60 * MINUTE_MS;
    await live.decide(BANK, [requestOf('turn 1')]);
    fillHalf(live, 2, 0);
    now += 60 * MINUTE_MS;
    await live.decide(BANK, [requestOf('turn 2')]);
    const other = requestOf('same', { at: now, amountMinor: 700_000 });
    const [second] = await live.decide(BANK, [other]);
    expect(decided(second).repeat).toBe(false);
    const both = await live.decide(BANK, [request]);
    expect(decided(both[0])).toEqual({ ...decided(first), repeat: true });
    expect(decided((await live.decide(BANK, [other]))[0]).seq).toBe(decided(second).seq);
    await live.close();
    await store.close();
  });

  test('whose transfer was refused is free for the same one put right, be it in the same request', async () => {
    const store = await openFresh();
    const live = await liveOn(store);
    const wrong = requestOf('a', { currency: 'USD' });
    const right = requestOf('a');
    const [bad, good, again] = await live.decide(BANK, [wrong, right, right]);
    expect(bad.ok || bad.problem.code).toBe('QRG_TRANSFER_CURRENCY');
    expect(decided(good).repeat).toBe(false);
    expect(decided(again)).toEqual({ ...decided(good), repeat: true });
    await live.close();
    await store.close();
  });
});
