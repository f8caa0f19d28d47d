import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { institutionPolicy, institutionsPolicy } from './row-security.ts';
import { openStore, type Scope, type Store } from './store.ts';
import { describeOnBothStores } from './test-stores.ts';

describe('the lines of a policy', () => {
  it.each(['users; DROP TABLE users', 'Users', '', 'a b', 'a"b'])('refuse the name %j', (name) => {
    expect(() => institutionPolicy(name)).toThrow(RangeError);
    expect(() => institutionsPolicy('networks', name)).toThrow(RangeError);
  });
});

describeOnBothStores('institutions are kept apart', (open, place) => {
  let store: Store;
  const one: Scope = { institutionId: 1, seesAll: false };
  const two: Scope = { institutionId: 2, seesAll: false };
  const all: Scope = { institutionId: 1, seesAll: true };

  beforeAll(async () => {
    store = await open();
    for (const [i, code] of ['A', 'B'].entries()) await fill(store, i + 1, code);
  });

  /** Rows an institution's reader sees of each core table, by the institution they belong to. */
  const seen = (scope: Scope, table: string): Promise<number[]> =>
    store.read(scope, async (trx) => {
      const column = table === 'networks' ? 'unnest(institution_ids)' : 'institution_id';
      const { rows } = await sql<{ id: number }>`
        SELECT DISTINCT ${sql.raw(column)} AS id FROM ${sql.table(table)} ORDER BY 1`.execute(trx);
      return rows.map(({ id }) => id);
    });

  const TABLES = ['institutions', 'customers', 'accounts', 'identifiers', 'transfers', 'alerts'];

  it.each(TABLES)('in %s', async (table) => {
    expect(await seen(one, table)).toEqual([1]);
    expect(await seen(two, table)).toEqual([2]);
    expect(await seen(all, table)).toEqual([1, 2]);
    expect(await seen({ institutionId: 3, seesAll: false }, table)).toEqual([]);
  });

  it('in networks, which belong to several', async () => {
    const ids = (scope: Scope) =>
      store.read(scope, async (trx) => {
        const rows = await trx
          .selectFrom('networks')
          .select('network_id')
          .orderBy('network_id')
          .execute();
        return rows.map(({ network_id }) => network_id);
      });
    expect(await ids(one)).toEqual(['both', 'n1']);
    expect(await ids(two)).toEqual(['both', 'n2']);
    expect(await ids(all)).toEqual(['both', 'n1', 'n2']);
    expect(await ids({ institutionId: 3, seesAll: false })).toEqual([]);
  });

  it('in every table that a reader may read at all', async () => {
    const { rows } = await store.pool.query<{ name: string; kept: boolean }>(
      `SELECT c.relname AS name, c.relrowsecurity AS kept FROM pg_class c
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm')
         AND (has_table_privilege('qorgan_reader', c.oid, 'SELECT')
           OR has_any_column_privilege('qorgan_reader', c.oid, 'SELECT'))
       ORDER BY 1`,
    );
    expect(rows.map(({ name }) => name)).toEqual(expect.arrayContaining(TABLES));
    expect(rows.filter(({ kept }) => !kept)).toEqual([]);
  });

  it('and a reader may write nowhere, nor read keys, journal or a partition by itself', async () => {
    const { rows } = await store.pool.query(
      `SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
         AND has_table_privilege('qorgan_reader', oid, 'INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER')`,
    );
    expect(rows).toEqual([]);
    for (const table of ['data_keys', 'journal', 'schema_migrations', 'transfers_other'])
      await expect(
        store.read(all, (trx) => sql`SELECT 1 FROM ${sql.table(table)}`.execute(trx)),
        table,
      ).rejects.toThrow('permission denied');
  });

  it('a connection that has read for one institution does not remember it', async () => {
    await seen(all, 'accounts');
    const { rows } = await store.pool.query(
      `SELECT current_user <> 'qorgan_reader' AS owner, current_setting('qorgan.institution', true) AS institution,
         current_setting('qorgan.sees_all', true) AS sees_all`,
    );
    expect(rows[0].owner).toBe(true);
    expect(rows[0].institution ?? '').toBe('');
    expect(rows[0].sees_all ?? '').toBe('');
  });

  it('whatever is put in the place of a number', async () => {
    const hostile = [
      '1) OR (1=1',
      "1', true), set_config('qorgan.sees_all', 'on",
      '1; RESET ROLE',
      Number.NaN,
      1.5,
      Number.POSITIVE_INFINITY,
      null,
      undefined,
      { toString: () => '2' },
      [2],
    ];
    for (const institutionId of hostile) {
      const scope = { institutionId, seesAll: false } as unknown as Scope;
      await expect(async () => seen(scope, 'accounts')).rejects.toThrow('institutionId');
    }
    for (const seesAll of ['on', 1, 'true', {}, [true]]) {
      const scope = { institutionId: 1, seesAll } as unknown as Scope;
      expect(await seen(scope, 'accounts')).toEqual([1]);
    }
  });

  it('says what the administrator has to do where we may not make the role', async () => {
    if (place.kind === 'embedded') return;
    const poor = await place.freshOptions();
    const url = new URL(poor.databaseUrl!);
    await store.pool.query(`CREATE ROLE poor_${url.pathname.slice(1)} LOGIN PASSWORD 'poor'`);
    const owner = await openStore(poor);
    const database = url.pathname.slice(1);
    await owner.pool.query('DROP SCHEMA public CASCADE');
    await owner.pool.query('CREATE SCHEMA public');
    await owner.pool.query(`GRANT ALL ON SCHEMA public TO poor_${database}`);
    await owner.close();
    url.username = `poor_${database}`;
    url.password = 'poor';
    await expect(openStore({ ...poor, databaseUrl: url.href })).rejects.toMatchObject({
      problem: { code: 'QRG_STORE_READER_ROLE', args: { user: `poor_${database}` } },
    });
  });
});

/** A row of each core table for one institution. */
async function fill(store: Store, no: number, code: string): Promise<void> {
  const { vault } = store;
  await store.write(async (trx) => {
    const at = Date.UTC(2026, 10, 1) + no;
    const institution_id = no;
    await trx
      .insertInto('institutions')
      .values({ code, name: code, kind: 'bank', created_at: at })
      .execute();
    await trx
      .insertInto('customers')
      .values({ institution_id, external_id: 'c', sealed: vault.seal('{}'), updated_at: at })
      .execute();
    const name_hash = vault.hash('account', code);
    await trx
      .insertInto('accounts')
      .values({
        account_no: no,
        institution_id,
        name_hash,
        name_sealed: vault.seal(code),
        created_at: at,
      })
      .execute();
    await trx
      .insertInto('identifiers')
      .values({ kind: 'account', value_hash: name_hash, institution_id, account_no: no })
      .execute();
    await trx
      .insertInto('transfers')
      .values({
        ...{ seq: no, institution_id, transfer_id: 't', at, received_at: at, payer: 1, payee: 2 },
        ...{ amount_minor: 100, channel: 0, purpose: 0, score: 1, verdict: 0 },
      })
      .execute();
    await trx
      .insertInto('alerts')
      .values({
        ...{ institution_id, account_no: 1, opened_at: at, last_at: at, score: 1, verdict: 1 },
        ...{ transfers: 1, amount_minor: 100, last_seq: no },
      })
      .execute();
    const network = (network_id: string, institution_ids: number[]) => ({
      ...{ network_id, institution_ids, found_at: at, rank: no, certainty: 1, harm_minor: 1 },
      ...{ from_at: at, to_at: at, body: '{}' },
    });
    await trx
      .insertInto('networks')
      .values([network(`n${no}`, [no]), ...(no === 1 ? [network('both', [1, 2])] : [])])
      .execute();
  });
}
