import { randomBytes } from 'node:crypto';
import { readFile, rename, stat, writeFile } from 'node:fs/promises';
import { beforeAll, expect, it } from 'vitest';
import { masterKeyFile, nextMasterKeyFile, readMasterKey } from './master-key.ts';
import { reseal } from './reseal.ts';
import { rotateMasterKeyFile } from './rotate-master-key.ts';
import { SEALED_COLUMNS } from './sealed-columns.ts';
import { openStore, type Store } from './store.ts';
import { describeOnBothStores } from './test-stores.ts';

/** More than two batches of a reseal. */
const ACCOUNTS = 1_203;

describeOnBothStores('keys are rotated', (open, place) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
    const { vault } = store;
    const accounts = Array.from({ length: ACCOUNTS }, (_, i) => ({
      account_no: i,
      institution_id: 1,
      name_hash: vault.hash('account', `A:${i}`),
      name_sealed: vault.seal(`A:${i}`),
      created_at: 1,
    }));
    await store.write((trx) => trx.insertInto('accounts').values(accounts).execute());
  });

  const names = async (reader: Store): Promise<string[]> => {
    const rows = await reader.db
      .selectFrom('accounts')
      .select('name_sealed')
      .orderBy('account_no')
      .execute();
    return rows.map((row) => reader.vault.open(row.name_sealed).toString());
  };
  const expected = Array.from({ length: ACCOUNTS }, (_, i) => `A:${i}`);
  const underOldKeys = async (): Promise<number> => {
    const rows = await store.db.selectFrom('accounts').select('name_sealed').execute();
    return rows.filter((row) => row.name_sealed.readUInt32BE(1) !== store.vault.keyId).length;
  };

  it('a new data key reseals what may be changed, and a reseal that was cut off goes on', async () => {
    const hash = store.vault.hash('account', 'A:5');
    await store.vault.newDataKey(store.pool, 0);
    expect(await underOldKeys()).toBe(ACCOUNTS);
    expect(await names(store)).toEqual(expected);

    // The connection breaks at the second batch.
    let updates = 0;
    const breaking = {
      query: ((text: string, values: unknown[]) => {
        if (text.startsWith('UPDATE') && ++updates === 2) throw new Error('cut off');
        return store.pool.query(text, values);
      }) as typeof store.pool.query,
    };
    await expect(reseal(breaking, store.vault)).rejects.toThrow('cut off');
    expect(await underOldKeys()).toBe(ACCOUNTS - 500);

    const done = await reseal(store.pool, store.vault);
    expect(done.find(({ table }) => table === 'accounts')?.rows).toBe(ACCOUNTS - 500);
    expect(await underOldKeys()).toBe(0);
    expect(await names(store)).toEqual(expected);
    expect(store.vault.hash('account', 'A:5')).toEqual(hash);
    expect((await reseal(store.pool, store.vault)).every(({ rows }) => rows === 0)).toBe(true);
  });

  it('a reseal leaves alone what somebody changes at the same moment', async () => {
    await store.vault.newDataKey(store.pool, 0);
    const meddling = {
      query: (async (text: string, values: unknown[]) => {
        if (text.startsWith('UPDATE'))
          await store.db
            .updateTable('accounts')
            .set({ name_sealed: store.vault.seal('renamed') })
            .where('account_no', '=', 0)
            .execute();
        return store.pool.query(text, values);
      }) as typeof store.pool.query,
    };
    await reseal(meddling, store.vault);
    expect((await names(store))[0]).toBe('renamed');
    await store.db
      .updateTable('accounts')
      .set({ name_sealed: store.vault.seal('A:0') })
      .where('account_no', '=', 0)
      .execute();
  });

  it('the master key: the file changes, the data does not, the old key opens nothing', async () => {
    const file = masterKeyFile(place.options().dataDir);
    const old = (await readMasterKey(file))!;
    const hash = store.vault.hash('account', 'A:5');
    await rotateMasterKeyFile(store, file);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readMasterKey(file)).not.toEqual(old);
    const again = await open();
    expect(await names(again)).toEqual(expected);
    expect(again.vault.hash('account', 'A:5')).toEqual(hash);
    await expect(openStore({ ...place.options(), masterKey: old })).rejects.toMatchObject({
      problem: { code: 'QRG_STORE_KEY_WRONG' },
    });
    // And the process that rotated it makes new data keys under the new one.
    await store.vault.newDataKey(store.pool, 0);
    expect(await names(await open())).toEqual(expected);
  });

  it('a rotation cut off before the file changed is ended by the next start', async () => {
    const file = masterKeyFile(place.options().dataDir);
    const before = await readFile(file, 'utf8');
    await rotateMasterKeyFile(store, file);
    await rename(file, nextMasterKeyFile(file));
    await writeFile(file, before, { mode: 0o600 });
    expect(await names(await open())).toEqual(expected);
    await expect(stat(nextMasterKeyFile(file))).rejects.toThrow('ENOENT');
    expect(await names(await open())).toEqual(expected);
  });

  it('a rotation cut off before the database changed changes nothing', async () => {
    const file = masterKeyFile(place.options().dataDir);
    await writeFile(nextMasterKeyFile(file), `${randomBytes(32).toString('hex')}\n`);
    expect(await names(await open())).toEqual(expected);
    await rotateMasterKeyFile(store, file);
    expect(await names(await open())).toEqual(expected);
  });

  it('every column of sealed bytes is resealed, or is of a table that is only added to', async () => {
    const { rows } = await store.pool.query<{ name: string }>(
      `SELECT c.relname || '.' || a.attname AS name FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
         AND a.atttypid = 'bytea'::regtype AND a.attname ~ 'sealed|totp' AND NOT a.attisdropped
         AND NOT EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgname = c.relname || '_append_only')`,
    );
    const known = SEALED_COLUMNS.map(({ table, column }) => `${table}.${column}`);
    const RENEWED_BY_ITSELF = ['audit_head.sealed'];
    expect(rows.map(({ name }) => name).sort()).toEqual([...known, ...RENEWED_BY_ITSELF].sort());
  });
});
