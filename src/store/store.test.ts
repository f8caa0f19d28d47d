import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import type { Store } from './store.ts';
import { describeOnBothStores } from './test-stores.ts';

const ALL = { institutionId: 0, seesAll: true };

describeOnBothStores('a store', (open) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
  });

  it('keeps what was written', async () => {
    await store.write((trx) =>
      trx
        .insertInto('institutions')
        .values({ code: 'A', name: 'Банк «Ә»', kind: 'bank', created_at: 1_795_664_784_507 })
        .execute(),
    );
    const again = await open();
    const rows = await again.read({ institutionId: 1, seesAll: false }, (trx) =>
      trx.selectFrom('institutions').select(['code', 'name', 'created_at']).execute(),
    );
    expect(rows).toEqual([{ code: 'A', name: 'Банк «Ә»', created_at: 1_795_664_784_507 }]);
  });

  it('takes nothing back of a write that failed half way', async () => {
    const half = store.write(async (trx) => {
      await trx
        .insertInto('institutions')
        .values({ code: 'HALF', name: 'H', kind: 'bank', created_at: 1 })
        .execute();
      throw new Error('the other half');
    });
    await expect(half).rejects.toThrow('the other half');
    const rows = await store.read(ALL, (trx) =>
      trx.selectFrom('institutions').selectAll().where('code', '=', 'HALF').execute(),
    );
    expect(rows).toEqual([]);
  });

  it('writes nothing while it reads', async () => {
    const write = store.read(ALL, (trx) =>
      trx
        .insertInto('institutions')
        .values({ code: 'R', name: 'R', kind: 'bank', created_at: 1 })
        .execute(),
    );
    await expect(write).rejects.toThrow(/read-only|permission denied/);
  });

  it('gives whole numbers as numbers, and throws past 2^53 rather than round', async () => {
    const one = async (expression: string) =>
      (await store.pool.query(`SELECT ${expression} AS value`)).rows[0].value;
    expect(await one('9007199254740991::bigint')).toBe(Number.MAX_SAFE_INTEGER);
    expect(await one('(-9007199254740991)::bigint')).toBe(Number.MIN_SAFE_INTEGER);
    expect(await one('ARRAY[1, NULL, 9007199254740991]::bigint[]')).toEqual([
      1,
      null,
      Number.MAX_SAFE_INTEGER,
    ]);
    expect(await one('count(*)')).toBe(1);
    await expect(one('9007199254740992::bigint')).rejects.toThrow('2^53');
    await expect(one('ARRAY[9007199254740993]::bigint[]')).rejects.toThrow('2^53');
    // The connection that met it still works.
    expect(await one('2::bigint')).toBe(2);
  });

  it('says in words of the catalogue what the server says in its own', async () => {
    const codeOf = (statement: string) =>
      store
        .write(async (trx) => {
          await sql.raw(statement).execute(trx);
        })
        .then(
          () => 'none',
          (error) => error.problem?.code ?? error.code,
        );
    expect(await codeOf("SET LOCAL statement_timeout = '20ms'; SELECT pg_sleep(5)")).toBe(
      'QRG_STORE_SLOW',
    );
    expect(await codeOf('SELECT pg_terminate_backend(pg_backend_pid())')).toBe(
      'QRG_STORE_UNREACHABLE',
    );
    expect(await codeOf('SELECT 1/0')).toBe('22012');
    expect(await codeOf('SELECT 1')).toBe('none');
  });

  it('closes once, however often it is told', async () => {
    const other = await open();
    await Promise.all([other.close(), other.close()]);
    await other.close();
  });
});
