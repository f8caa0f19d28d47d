import { expect, test } from 'vitest';
import type { ErrorCode } from '../../domain/errors/catalogue.ts';
import { QorganError } from '../../domain/errors/catalogue.ts';
import { openStore, type Store } from '../../store/store.ts';
import { describeOnStores } from '../../store/test-stores.ts';
import { DatabaseProxy } from './database-proxy.fixture.ts';
import type { Decided, Outcome } from './decided.ts';
import { townRequests } from './facts.fixture.ts';
import { BANK, LIVE_OPTIONS, liveOn } from './live.fixture.ts';
import type { LiveService } from './live-service.ts';
import { JOURNAL_START, placeAfter, readJournal } from './read-journal.ts';
import { recover } from './recover.ts';
import { saveSnapshot } from './snapshot-file.ts';
import type { TransferRequest } from './transfer-request.ts';

const town = [...townRequests(11)];

const decided = (outcome: Outcome): Decided => {
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.value;
};

const codeOf = async (work: Promise<unknown>): Promise<ErrorCode | undefined> => {
  try {
    await work;
    return undefined;
  } catch (error) {
    if (error instanceof QorganError) return error.problem.code;
    throw error;
  }
};

const requestOf = (id: string, more: Partial<TransferRequest> = {}): TransferRequest => ({
  id,
  at: Date.now() - 1_000,
  payer: 'payer',
  payee: 'payee',
  amountMinor: 500_000,
  currency: 'KZT',
  ...more,
});

async function decideAll(
  live: LiveService,
  requests: readonly TransferRequest[],
  size: number,
): Promise<Decided[]> {
  const all: Decided[] = [];
  for (let from = 0; from < requests.length; from += size)
    all.push(...(await live.decide(BANK, requests.slice(from, from + size))).map(decided));
  return all;
}

/** State by replay of the whole journal, without any snapshot. */
async function replayed(store: Store): Promise<string> {
  const nowhere = `${store.dataDir}/no-snapshots`;
  const { state } = await recover(store.pool, nowhere, LIVE_OPTIONS, store.vault);
  return state.digest();
}

describeOnStores('the decision path', (open, place) => {
  const openFresh = async (): Promise<Store> => openStore(await place.freshOptions());

  test('what is answered is on disk: rows, journal and the state after a restart agree', async () => {
    const store = await openFresh();
    const live = await liveOn(store);
    const said = await decideAll(live, town.slice(0, 1_500), 100);
    const { rows } = await store.pool.query(
      'SELECT transfer_id, seq, verdict, score FROM transfers ORDER BY seq',
    );
    expect(rows.map((row) => [row.transfer_id, row.seq])).toEqual(
      said.map(({ id, seq }) => [id, seq]),
    );
    const before = live.state.digest();
    await live.close();
    expect(await replayed(store)).toBe(before);
    const again = await liveOn(store);
    expect(again.state.digest()).toBe(before);
    await again.close();
    await store.close();
  });

  test('a snapshot and the facts after it give the state that all facts give', async () => {
    const store = await openFresh();
    const live = await liveOn(store);
    await decideAll(live, town.slice(0, 700), 50);
    const place = (await placeAfter(store.pool, live.state.seq))!;
    await saveSnapshot(store.dataDir, { state: live.state, place }, store.vault);
    await decideAll(live, town.slice(700, 1_000), 7);
    const digest = live.state.digest();
    await live.close();
    const back = await recover(store.pool, store.dataDir, LIVE_OPTIONS, store.vault);
    expect(back.snapshotSeq).toBeGreaterThan(0);
    expect(back.replayed).toBeGreaterThan(0);
    expect(back.state.digest()).toBe(digest);
    expect(await replayed(store)).toBe(digest);
    await store.close();
  });

  test('a repeat answers what was said the first time, before and after a restart', async () => {
    const store = await openFresh();
    const live = await liveOn(store);
    const first = await decideAll(live, town.slice(0, 400), 40);
    const again = await decideAll(live, town.slice(0, 400), 400);
    expect(again).toEqual(first.map((one) => ({ ...one, repeat: true })));
    await live.close();
    const restarted = await liveOn(store);
    const later = await decideAll(restarted, town.slice(0, 400), 13);
    expect(later).toEqual(again);
    const { rows } = await store.pool.query('SELECT count(*) AS rows FROM transfers');
    expect(rows[0].rows).toBe(400);
    await restarted.close();
    await store.close();
  });

  test('an id sent many times at once is decided once', async () => {
    const store = await openFresh();
    const live = await liveOn(store);
    const request = requestOf('same');
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        live.decide(BANK, i % 5 === 0 ? [request, requestOf(`other-${i}`), request] : [request]),
      ),
    );
    const same = answers
      .flat()
      .map(decided)
      .filter(({ id }) => id === 'same');
    expect(new Set(same.map(({ seq }) => seq)).size).toBe(1);
    expect(same.filter(({ repeat }) => !repeat)).toHaveLength(1);
    await live.close();
    await store.close();
  });

  test('an id under which another transfer was decided is refused', async () => {
    const store = await openFresh();
    const live = await liveOn(store);
    const request = requestOf('once');
    const [first, second] = await Promise.all([
      live.decide(BANK, [request]),
      live.decide(BANK, [{ ...request, amountMinor: 600_000 }]),
    ]);
    expect(first[0].ok).toBe(true);
    expect(second[0].ok || second[0].problem.code).toBe('QRG_TRANSFER_ID_REUSED');
    const [later] = await live.decide(BANK, [{ ...request, payee: 'somebody else' }]);
    expect(later.ok || later.problem.code).toBe('QRG_TRANSFER_ID_REUSED');
    // Another institution's id is another id.
    const [foreign] = await live.decide({ institutionId: 2, code: 'other' }, [request]);
    expect(decided(foreign).repeat).toBe(false);
    await live.close();
    await store.close();
  });

  test.each([
    ['QRG_TRANSFER_CURRENCY', { currency: 'USD' }],
    ['QRG_TRANSFER_SAME_ACCOUNT', { payee: 'payer' }],
    ['QRG_TRANSFER_AT_FUTURE', { at: Date.now() + 3_600_000 }],
  ])('%s is said of its transfer, the others of the request are decided', async (code, wrong) => {
    const store = await open();
    const live = await liveOn(store);
    const [good, bad, other] = await live.decide(BANK, [
      requestOf(`${code}-1`),
      requestOf(`${code}-2`, wrong),
      requestOf(`${code}-3`),
    ]);
    expect([good.ok, other.ok]).toEqual([true, true]);
    expect(bad.ok || bad.problem.code).toBe(code);
    await live.close();
  });

  test('past the bound of what may wait it is busy, and what was admitted is answered', async () => {
    const store = await openFresh();
    const live = await liveOn(store, { limits: { waitingMax: 10 } });
    const first = live.decide(BANK, town.slice(0, 8));
    expect(() => live.decide(BANK, town.slice(8, 12))).toThrow(/limit/);
    expect((await first).every(({ ok }) => ok)).toBe(true);
    expect((await live.decide(BANK, town.slice(8, 12))).every(({ ok }) => ok)).toBe(true);
    await live.close();
    await store.close();
  });

  test('a second service on the same journal is refused', async () => {
    const store = await openFresh();
    const live = await liveOn(store);
    expect(await codeOf(liveOn(store))).toBe('QRG_STORE_OTHER_WRITER');
    await live.close();
    const next = await liveOn(store);
    await next.close();
    await store.close();
  });

  test('one open alert an account, growing with its transfers', async () => {
    const store = await openFresh();
    const live = await liveOn(store);
    const said = await decideAll(live, town, 64);
    const alarms = said.filter(({ verdict }) => verdict !== 'allow');
    const { rows } = await store.pool.query(
      'SELECT account_no, transfers, score FROM alerts ORDER BY account_no',
    );
    expect(alarms.length).toBeGreaterThan(0);
    expect(rows.reduce((sum, row) => sum + row.transfers, 0)).toBe(alarms.length);
    expect(new Set(rows.map((row) => row.account_no)).size).toBe(rows.length);
    await live.close();
    await store.close();
  });

  test('a clock set back makes no fact older than the one before', async () => {
    const store = await openFresh();
    let now = Date.now();
    const live = await liveOn(store, { now: () => now });
    const [first] = await live.decide(BANK, [requestOf('before')]);
    now -= 3_600_000;
    const [second] = await live.decide(BANK, [requestOf('after')]);
    expect(decided(second).receivedAt).toBe(decided(first).receivedAt);
    const digest = live.state.digest();
    await live.close();
    expect(await replayed(store)).toBe(digest);
    await store.close();
  });
});

describeOnStores('the journal', (_, place) => {
  const openFresh = async (): Promise<Store> => openStore(await place.freshOptions());

  const readAll = async (store: Store): Promise<void> => {
    const open = (sealed: Buffer): Buffer => store.vault.open(sealed);
    for await (const block of readJournal(store.pool, open, JOURNAL_START)) void block;
  };

  test.each([
    [
      'a byte changed',
      `UPDATE journal SET sealed = set_byte(sealed, 20, get_byte(sealed, 20) # 1) WHERE seq = $1`,
    ],
    ['a block taken out', 'DELETE FROM journal WHERE seq = $1'],
    ['a time changed', 'UPDATE journal SET at = at + 1 WHERE seq = $1'],
  ])('%s is found at the next start, which then does not happen', async (_name, change) => {
    const store = await openFresh();
    const live = await liveOn(store);
    await decideAll(live, town.slice(0, 60), 20);
    await live.close();
    const { rows } = await store.pool.query('SELECT seq FROM journal ORDER BY seq');
    // Only who owns the table can switch off what keeps it from being changed.
    await store.pool.query('ALTER TABLE journal DISABLE TRIGGER ALL');
    await store.pool.query(change, [rows[2].seq]);
    expect(await codeOf(readAll(store))).toBe('QRG_JOURNAL_DAMAGED');
    expect(await codeOf(liveOn(store))).toBe('QRG_JOURNAL_DAMAGED');
    await store.close();
  });

  test('cannot be changed as long as it is not torn down', async () => {
    const store = await openFresh();
    const live = await liveOn(store);
    await decideAll(live, town.slice(0, 5), 5);
    await live.close();
    for (const change of ['UPDATE journal SET at = 0', 'DELETE FROM journal', 'TRUNCATE journal'])
      await expect(store.pool.query(change)).rejects.toThrow();
    await store.close();
  });
});

describeOnStores('a database that goes away and comes back', (_, place) => {
  async function behindProxy() {
    const options = await place.freshOptions();
    const direct = new URL(options.databaseUrl!);
    const proxy = await DatabaseProxy.open(Number(direct.port));
    const through = new URL(direct);
    through.hostname = '127.0.0.1';
    through.port = String(proxy.port);
    const store = await openStore({ ...options, databaseUrl: through.href });
    return { proxy, store, options };
  }

  test('nothing is acknowledged meanwhile, nothing is lost, nothing is done twice', async () => {
    const { proxy, store, options } = await behindProxy();
    const live = await liveOn(store, { limits: { answerWithinMs: 400 } });
    await decideAll(live, town.slice(0, 50), 10);
    proxy.cut();
    expect(await codeOf(live.decide(BANK, town.slice(50, 60)))).toBe('QRG_NOT_DURABLE');
    // From now on it says so at once.
    expect(() => live.decide(BANK, town.slice(60, 70))).toThrow(QorganError);
    proxy.mend();
    await expect.poll(() => live.status().trouble, { timeout: 20_000 }).toBe(false);
    const again = await decideAll(live, town.slice(50, 60), 10);
    expect(again.every(({ repeat }) => repeat)).toBe(true);
    await decideAll(live, town.slice(60, 70), 10);
    const digest = live.state.digest();
    await live.close();
    await store.close();
    await proxy.close();
    const direct = await openStore(options);
    const { rows } = await direct.pool.query('SELECT count(*) AS rows FROM transfers');
    expect(rows[0].rows).toBe(70);
    expect(await replayed(direct)).toBe(digest);
    await direct.close();
  });

  test('a commit whose answer got lost is not made twice', async () => {
    const { proxy, store, options } = await behindProxy();
    const live = await liveOn(store, { limits: { answerWithinMs: 2_000 } });
    await decideAll(live, town.slice(0, 20), 10);
    proxy.loseAnswers();
    const unanswered = codeOf(live.decide(BANK, town.slice(20, 30)));
    const direct = await openStore(options);
    const count = async (): Promise<number> =>
      (await direct.pool.query('SELECT count(*) AS rows FROM transfers')).rows[0].rows;
    await expect.poll(count, { timeout: 10_000 }).toBe(30);
    proxy.cut();
    proxy.mend();
    // The writer finds its block there and goes on: the caller may or may not have given up by then.
    expect([undefined, 'QRG_NOT_DURABLE']).toContain(await unanswered);
    await expect.poll(() => live.status().trouble, { timeout: 20_000 }).toBe(false);
    await decideAll(live, town.slice(20, 40), 10);
    expect(await count()).toBe(40);
    const digest = live.state.digest();
    await live.close();
    await store.close();
    await proxy.close();
    expect(await replayed(direct)).toBe(digest);
    await direct.close();
  });
});
