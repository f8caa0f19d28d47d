import { expect, test } from 'vitest';
import { QorganError } from '../../domain/errors/catalogue.ts';
import { openStore, type Store } from '../../store/store.ts';
import { describeOnStores } from '../../store/test-stores.ts';
import { DatabaseProxy } from './database-proxy.fixture.ts';
import { BANK, liveOn, NO_LISTS } from './live.fixture.ts';
import type { TransferRequest } from './transfer-request.ts';

const DAY_MS = 86_400_000;

const NOW = Date.now() - 1_000;

const requestOf = (id: string, at = NOW): TransferRequest => ({
  id,
  at,
  payer: 'payer',
  payee: 'payee',
  amountMinor: 500_000,
  currency: 'KZT',
});

const requests = (count: number, prefix: string): TransferRequest[] =>
  Array.from({ length: count }, (_, i) => requestOf(`${prefix}${i}`));

async function codeOf(work: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    if (error instanceof QorganError) return error.problem.code;
    throw error;
  }
}

describeOnStores('the decision path in hard times', (_, place) => {
  const openFresh = async (): Promise<Store> => openStore(await place.freshOptions());

  test('a reader that stays keeps no transfer of a month without a partition from being decided', async () => {
    const store = await openFresh();
    const live = await liveOn(store, { limits: { answerWithinMs: 5_000 } });
    const reader = await store.pool.connect();
    await reader.query('BEGIN');
    await reader.query('SELECT count(*) FROM transfers');
    const late = Date.now() - 100 * DAY_MS;
    const [first] = await live.decide(BANK, [requestOf('late', late)]);
    expect(first.ok).toBe(true);
    await reader.query('COMMIT');
    reader.release();
    await live.close();
    await store.close();
  });

  async function behindProxy() {
    const options = await place.freshOptions();
    const direct = new URL(options.databaseUrl!);
    const proxy = await DatabaseProxy.open(Number(direct.port));
    const through = new URL(direct);
    through.hostname = '127.0.0.1';
    through.port = String(proxy.port);
    return { proxy, store: await openStore({ ...options, databaseUrl: through.href }) };
  }

  test('what waits for a database that answers nothing stays bounded', async () => {
    const { proxy, store } = await behindProxy();
    const live = await liveOn(store, { limits: { waitingMax: 10, answerWithinMs: 200 } });
    proxy.loseAnswers();
    expect(await codeOf(() => live.decide(BANK, requests(8, 'a')))).toBe('QRG_NOT_DURABLE');
    expect(await codeOf(() => live.decide(BANK, requests(8, 'b')))).toBe('QRG_BUSY');
    proxy.cut();
    proxy.mend();
    await live.close();
    await store.close();
    await proxy.close();
  });

  test('a request that was looking for its ids when the service stopped hears so at once', async () => {
    const store = await openFresh();
    const live = await liveOn(store);
    await live.decide(BANK, [requestOf('known')]);
    const lock = await store.pool.connect();
    await lock.query('BEGIN');
    await lock.query('LOCK TABLE transfers IN ACCESS EXCLUSIVE MODE');
    const asked = codeOf(() => live.decide(BANK, [requestOf('known'), requestOf('new')]));
    const { seq } = live.state;
    await live.close();
    await lock.query('COMMIT');
    lock.release();
    expect(await asked).toBe('QRG_STOPPING');
    expect(live.state.seq).toBe(seq);
    await store.close();
  });

  // Most of what these two do is to wait, and each has a database of its own.
  test.concurrent('a start that fails holds no connection of the store', async ({ expect }) => {
    const store = await openFresh();
    const lock = await store.pool.connect();
    await lock.query('BEGIN');
    await lock.query('LOCK TABLE journal IN EXCLUSIVE MODE');
    const started = codeOf(() => liveOn(store, { limits: { answerWithinMs: 200 } }));
    expect(await started).toBe('QRG_NOT_DURABLE');
    await lock.query('COMMIT');
    lock.release();
    await store.close();
  });

  test.concurrent('a connection that answers nothing any more is given up for another', async ({
    expect,
  }) => {
    const { proxy, store } = await behindProxy();
    const limits = { answerWithinMs: 200, attemptWithinMs: 1_000 };
    const live = await liveOn(store, { limits });
    proxy.loseAnswers();
    expect(await codeOf(() => live.decide(BANK, requests(3, 'a')))).toBe('QRG_NOT_DURABLE');
    await expect.poll(() => live.status().trouble, { timeout: 10_000 }).toBe(true);
    // Nor do those that are made now answer.
    const { made } = proxy;
    await expect.poll(() => proxy.made, { timeout: 30_000 }).toBeGreaterThan(made + 1);
    proxy.mend();
    await expect.poll(() => live.status().trouble, { timeout: 50_000 }).toBe(false);
    const again = await live.decide(BANK, requests(3, 'a'));
    expect(again.map((outcome) => outcome.ok && outcome.value.repeat)).toEqual([true, true, true]);
    await live.close();
    await store.close();
    await proxy.close();
  });

  test('looking for an earlier decision has an end, and nothing is held for it', async () => {
    const store = await openFresh();
    const live = await liveOn(store, { limits: { findWithinMs: 100 } });
    await live.decide(BANK, [requestOf('known')]);
    const lock = await store.pool.connect();
    await lock.query('BEGIN');
    await lock.query('LOCK TABLE transfers IN ACCESS EXCLUSIVE MODE');
    expect(await codeOf(() => live.decide(BANK, [requestOf('known')]))).toBe('QRG_NOT_DURABLE');
    expect(live.status().waiting).toBe(0);
    await lock.query('COMMIT');
    lock.release();
    const [again] = await live.decide(BANK, [requestOf('known')]);
    expect(again).toMatchObject({ ok: true, value: { repeat: true } });
    await live.close();
    await store.close();
  });

  test('a decision that breaks off half way ends the service, and nothing of it stays', async () => {
    const store = await openFresh();
    const ended = Promise.withResolvers<unknown>();
    let broken = false;
    const listing = {
      ...NO_LISTS,
      hitsOf: () => {
        if (broken) throw new Error('a defect');
        return [];
      },
    };
    const live = await liveOn(store, { listing, fatal: ended.resolve });
    await live.decide(BANK, requests(2, 'a'));
    const digest = live.state.digest();
    broken = true;
    expect(await codeOf(() => live.decide(BANK, requests(2, 'b')))).toBe('QRG_NOT_DURABLE');
    expect(String(await ended.promise)).toMatch(/a defect/);
    broken = false;
    expect(await codeOf(async () => live.decide(BANK, requests(2, 'b')))).toBe('QRG_NOT_DURABLE');
    expect(live.status().waiting).toBe(0);
    await live.close();
    const next = await liveOn(store);
    expect(next.state.digest()).toBe(digest);
    const [first] = await next.decide(BANK, requests(1, 'b'));
    expect(first.ok && first.value.repeat).toBe(false);
    await next.close();
    await store.close();
  });
});
