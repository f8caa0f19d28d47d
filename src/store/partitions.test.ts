import { beforeAll, expect, it } from 'vitest';
import { ensurePartitions } from './partitions.ts';
import type { Store } from './store.ts';
import { describeOnBothStores } from './test-stores.ts';

/** A store makes the months it needs when it is opened; these are years before. */
const NOW = Date.UTC(2006, 10, 26, 12);
const month = (year: number, number: number): number => Date.UTC(year, number - 1);

describeOnBothStores('partitions of transfers', (open) => {
  let store: Store;
  let seq = 0;
  beforeAll(async () => {
    store = await open();
  });
  const insert = (at: number) =>
    store.db
      .insertInto('transfers')
      .values({
        ...{ seq: ++seq, institution_id: 1, transfer_id: `t${seq}`, at, received_at: at, payer: 1 },
        ...{ payee: 2, amount_minor: 1, channel: 0, purpose: 0, score: 1, verdict: 0 },
      })
      .execute();
  /** Rows by partition. */
  const places = async (): Promise<Record<string, number>> => {
    const { rows } = await store.pool.query(
      'SELECT tableoid::regclass::text AS name, count(*) AS rows FROM transfers GROUP BY 1 ORDER BY 1',
    );
    return Object.fromEntries(rows.map(({ name, rows: count }) => [name, count]));
  };
  const partitions = async (): Promise<string[]> => {
    const { rows } = await store.pool.query(
      `SELECT inhrelid::regclass::text AS name FROM pg_inherits WHERE inhparent = 'transfers'::regclass
         AND inhrelid::regclass::text ~ '_(199.|200.)_|other' ORDER BY 1`,
    );
    return rows.map(({ name }) => name);
  };

  it('take the rows of their month, to the millisecond', async () => {
    await ensurePartitions(store.pool, [month(2006, 10), month(2006, 11)], NOW);
    await insert(month(2006, 10) - 1);
    await insert(month(2006, 10));
    await insert(month(2006, 11) - 1);
    await insert(month(2006, 11));
    expect(await places()).toEqual({
      transfers_2006_10: 2,
      transfers_2006_11: 1,
      transfers_other: 1,
    });
  });

  it('are made for the last ten years and the month to come, whatever dates are sent', async () => {
    const dates = [
      -8.64e15,
      -1,
      0,
      month(1970, 1),
      month(1996, 10),
      month(2007, 1),
      month(9999, 12),
      8.64e15,
    ];
    await ensurePartitions(store.pool, [...dates, month(1996, 11), month(2006, 12)], NOW);
    expect(await partitions()).toEqual([
      'transfers_1996_11',
      'transfers_2006_10',
      'transfers_2006_11',
      'transfers_2006_12',
      'transfers_other',
    ]);
    for (const at of [-1, 0, month(9999, 12)]) await insert(at);
    expect((await places()).transfers_other).toBe(4);
  });

  it('take over rows that came before them', async () => {
    await insert(month(2006, 9) + 5);
    await insert(month(2006, 9) + 6);
    expect((await places()).transfers_other).toBe(6);
    await ensurePartitions(store.pool, [month(2006, 9)], NOW);
    expect(await places()).toMatchObject({ transfers_2006_09: 3, transfers_other: 3 });
    const { rows } = await store.pool.query(
      'SELECT seq FROM transfers WHERE at >= $1 AND at < $2 ORDER BY at',
      [month(2006, 9), month(2006, 10)],
    );
    expect(rows.map((row) => row.seq)).toEqual([8, 9, 1]);
  });

  it('are made once by writers that come together, and have the indexes of the whole', async () => {
    await Promise.all([1, 2, 3, 4].map(() => ensurePartitions(store.pool, [month(2005, 5)], NOW)));
    await insert(month(2005, 5));
    expect((await places()).transfers_2005_05).toBe(1);
    const { rows } = await store.pool.query(
      `SELECT count(*) AS indexes FROM pg_index WHERE indrelid = 'transfers_2005_05'::regclass`,
    );
    expect(rows[0].indexes).toBe(4);
    await expect(
      store.pool.query('INSERT INTO transfers SELECT * FROM transfers WHERE at = $1', [
        month(2005, 5),
      ]),
    ).rejects.toMatchObject({ code: '23505' });
  });

  it('wait a while for a reader and let others read meanwhile, then say that it is slow', async () => {
    const reader = await store.pool.connect();
    await reader.query('BEGIN');
    await reader.query('SELECT count(*) FROM transfers');
    const making = ensurePartitions(store.pool, [month(2004, 1)], NOW);
    const others = await store.pool.query('SELECT count(*) AS rows FROM transfers');
    expect(others.rows[0].rows).toBeGreaterThan(0);
    await expect(making).rejects.toMatchObject({ problem: { code: 'QRG_STORE_SLOW' } });
    await reader.query('COMMIT');
    reader.release();
    await ensurePartitions(store.pool, [month(2004, 1)], NOW);
    expect(await partitions()).toContain('transfers_2004_01');
  });
});
