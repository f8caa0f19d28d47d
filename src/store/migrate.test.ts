import { beforeAll, expect, it } from 'vitest';
import { connectAlone } from './connection.ts';
import { checksumOf, MIGRATE_LOCK, migrate, schemaState } from './migrate.ts';
import { MIGRATIONS } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';
import { openStore } from './store.ts';
import { describeOnBothStores } from './test-stores.ts';

const first: Migration = { id: '0001-first', sql: ['CREATE TABLE one (a int)'] };
const second: Migration = {
  id: '0002-second',
  sql: ['CREATE TABLE two (a int)', 'INSERT INTO two VALUES (1)'],
};
const broken: Migration = {
  id: '0003-broken',
  sql: ['CREATE TABLE three (a int)', 'SELECT nothing'],
};

it('steps have names that sort in their order, each once', () => {
  const ids = MIGRATIONS.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)].sort());
  for (const id of ids) expect(id).toMatch(/^\d{4}-[a-z-]+$/);
});

describeOnBothStores('the schema', (_open, place) => {
  let connectionString: string;
  beforeAll(async () => {
    connectionString = (await place.freshOptions()).databaseUrl!;
  });
  const on = async <T>(work: (client: Awaited<ReturnType<typeof connectAlone>>) => Promise<T>) => {
    const client = await connectAlone({ connectionString });
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  };
  const tables = () =>
    on(async (client) => {
      const { rows } = await client.query(
        `SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1`,
      );
      return rows.map(({ relname }) => relname);
    });

  it('grows step by step, each once, whoever comes at the same time', async () => {
    expect(await on((client) => migrate(client, [first]))).toEqual(['0001-first']);
    const made = await Promise.all(
      [1, 2, 3].map(() => on((client) => migrate(client, [first, second]))),
    );
    expect(made.flat()).toEqual(['0002-second']);
    expect(await tables()).toEqual(['one', 'schema_migrations', 'two']);
  });

  it('stays as it was when a step fails, and says which', async () => {
    const failing = on((client) => migrate(client, [first, second, broken]));
    await expect(failing).rejects.toMatchObject({
      problem: { code: 'QRG_STORE_MIGRATION', args: { migration: '0003-broken' } },
    });
    expect(await tables()).toEqual(['one', 'schema_migrations', 'two']);
    const { pending } = await on((client) => schemaState(client, [first, second, broken]));
    expect(pending.map(({ id }) => id)).toEqual(['0003-broken']);
  });

  it('knows a step that was edited after it was made', async () => {
    const edited = { ...second, sql: [...second.sql, 'INSERT INTO two VALUES (2)'] };
    expect(checksumOf(edited)).not.toBe(checksumOf(second));
    await expect(on((client) => migrate(client, [first, edited]))).rejects.toMatchObject({
      problem: { code: 'QRG_STORE_CHANGED', args: { migration: '0002-second' } },
    });
  });

  it('knows a database of a later version', async () => {
    await expect(on((client) => migrate(client, [first]))).rejects.toMatchObject({
      problem: { code: 'QRG_STORE_NEWER', args: { migration: '0002-second' } },
    });
  });

  it('of a server that holds data is brought up only when told to', async () => {
    const options = await place.freshOptions();
    await (await openStore(options)).close();
    const last = MIGRATIONS.at(-1)!;
    const client = await connectAlone({ connectionString: options.databaseUrl! });
    await client.query('DELETE FROM schema_migrations WHERE id = $1', [last.id]);
    await client.end();
    await expect(openStore(options)).rejects.toMatchObject({
      problem: { code: 'QRG_STORE_OLD', args: { pending: last.id } },
    });
    // Told to, it tries: the step's tables are there, so this step fails, and leaves the database as it was.
    await expect(openStore({ ...options, migrate: true })).rejects.toMatchObject({
      problem: { code: 'QRG_STORE_MIGRATION' },
    });
  });

  it('is not taken for an old one while another process is making it', async () => {
    const options = await place.freshOptions();
    const client = await connectAlone({ connectionString: options.databaseUrl! });
    await client.query(`SELECT pg_advisory_lock(${MIGRATE_LOCK})`);
    await migrate(client, MIGRATIONS.slice(0, 3));
    const opening = openStore(options);
    opening.catch(() => {}); // heard below
    const waiting = `SELECT count(*)::int AS n FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`;
    await expect.poll(async () => (await client.query(waiting)).rows[0].n).toBeGreaterThan(0);
    await migrate(client);
    await client.query(`SELECT pg_advisory_unlock(${MIGRATE_LOCK})`);
    await client.end();
    await (await opening).close();
  });

  it('keeps the journal from being changed or emptied', async () => {
    const options = await place.freshOptions();
    const store = await openStore(options);
    const bytes = Buffer.alloc(32);
    await store.db
      .insertInto('journal')
      .values({ seq: 1, count: 1, at: 1, prev: bytes, hash: bytes, sealed: bytes })
      .execute();
    for (const statement of [
      'UPDATE journal SET at = 2',
      'DELETE FROM journal',
      'TRUNCATE journal',
      'UPDATE journal SET at = 2 WHERE false',
    ])
      await expect(store.pool.query(statement), statement).rejects.toThrow('append-only');
    await store.close();
  });

  it('allows one open alert an account and institution, and any number of closed ones', async () => {
    const store = await openStore(await place.freshOptions());
    const alert = (status: 'open' | 'in_work' | 'closed', institution_id = 1) =>
      store.db
        .insertInto('alerts')
        .values({
          ...{ institution_id, account_no: 1, opened_at: 1, last_at: 1, score: 1, verdict: 1 },
          ...{ transfers: 1, amount_minor: 1, last_seq: 1, status },
        })
        .execute();
    await alert('closed');
    await alert('closed');
    await alert('open');
    await alert('open', 2);
    await expect(alert('open')).rejects.toMatchObject({ constraint: 'alerts_open' });
    await expect(alert('in_work')).rejects.toMatchObject({ constraint: 'alerts_open' });
    await store.close();
  });
});
