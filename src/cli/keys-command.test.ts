import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openAudit } from '../service/audit/audit.ts';
import { verifyAudit } from '../service/audit/verify.ts';
import { masterKeyFile } from '../store/master-key.ts';
import type { Store } from '../store/store.ts';
import { describeOnStores } from '../store/test-stores.ts';
import { runKeys } from './keys-command.ts';

describeOnStores('qorgan keys', (open, place) => {
  let printed = '';
  beforeEach(() => {
    const { dataDir, databaseUrl } = place.options();
    vi.stubEnv('QORGAN_DATA', dataDir);
    vi.stubEnv('QORGAN_DATABASE_URL', databaseUrl);
    printed = '';
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      printed += String(text);
      return true;
    });
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
  });

  const addAccount = (store: Store) =>
    store.write((trx) =>
      trx
        .insertInto('accounts')
        .values({
          account_no: 0,
          institution_id: 1,
          name_hash: store.vault.hash('account', 'A:1'),
          name_sealed: store.vault.seal('A:1'),
          created_at: 1,
        })
        .execute(),
    );
  const nameOf = async (store: Store): Promise<{ keyId: number; name: string }> => {
    const { name_sealed } = await store.db
      .selectFrom('accounts')
      .select('name_sealed')
      .executeTakeFirstOrThrow();
    const name = store.vault.open(name_sealed).toString();
    return { keyId: name_sealed.readUInt32BE(1), name };
  };

  test('a new data key seals again what may be, and the act is written down', async () => {
    const store = await open();
    await (await openAudit({ store })).close();
    await addAccount(store);
    const before = await nameOf(store);
    expect(await runKeys(['data'], 'en', 0)).toBe(0);
    expect(printed).toContain('sealed again: 1 values');
    const again = await open();
    const { keyId, name } = await nameOf(again);
    expect(name).toBe('A:1');
    expect(keyId).toBeGreaterThan(before.keyId);
    const { end, broken } = await verifyAudit(again);
    expect([end.seq > 0, broken]).toEqual([true, undefined]);
  });

  test('a new master key lies in the file, and opens the same', async () => {
    const file = masterKeyFile(place.options().dataDir);
    const before = await readFile(file, 'utf8');
    expect(await runKeys(['master'], 'en')).toBe(0);
    expect(printed).toContain(file);
    expect(await readFile(file, 'utf8')).not.toBe(before);
    expect((await nameOf(await open())).name).toBe('A:1');
  });

  test('a key that is told as a value is not changed, and another word is no key', async () => {
    const file = masterKeyFile(place.options().dataDir);
    const key = await readFile(file, 'utf8');
    vi.stubEnv('QORGAN_MASTER_KEY', key.trim());
    await expect(runKeys(['master'], 'en')).rejects.toMatchObject({
      problem: { code: 'QRG_STORE_KEY_NO_FILE' },
    });
    expect(await readFile(file, 'utf8')).toBe(key);
    await expect(runKeys(['toString'], 'en')).rejects.toMatchObject({
      problem: { code: 'QRG_USAGE' },
    });
  });
});
