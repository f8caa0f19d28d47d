import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { keyedHash } from '../domain/keyed-hash.ts';
import { readDataKeys, unwrapKey, wrapKey } from './data-keys.ts';
import { masterKeyFile, readMasterKey } from './master-key.ts';
import { Opener, Sealer } from './sealing.ts';
import { openStore, type Store } from './store.ts';
import { describeOnBothStores } from './test-stores.ts';
import { Vault } from './vault.ts';

const codeOf = (work: () => unknown): string => {
  try {
    work();
    return 'none';
  } catch (error) {
    return (error as { problem?: { code: string } }).problem?.code ?? String(error);
  }
};

describe('sealing', () => {
  const key = randomBytes(32);
  const sealer = new Sealer(7, key);
  const opener = new Opener((id) => (id === 7 ? key : undefined));

  it('gives back what was sealed, bytes and texts', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(opener.open(sealer.seal(bytes))).toEqual(Buffer.from(bytes));
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(opener.open(sealer.seal(text)).toString('utf8')).toBe(text);
      }),
    );
  });

  it('opens nothing of which a bit was changed, or that was cut', () => {
    const sealed = sealer.seal('KZ86125KZT5004100100');
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const other = Buffer.from(sealed);
      other[bit >> 3] ^= 1 << (bit & 7);
      expect(codeOf(() => opener.open(other))).toMatch(/^QRG_STORE_(SEAL_BROKEN|KEY_UNKNOWN)$/);
    }
    for (let length = 0; length < sealed.length; length++)
      expect(codeOf(() => opener.open(sealed.subarray(0, length)))).toMatch(
        /^QRG_STORE_SEAL_BROKEN$/,
      );
  });

  it('never says the same twice, and shows neither the value nor the key', () => {
    const seals = new Set(Array.from({ length: 1_000 }, () => sealer.seal('A').toString('hex')));
    expect(seals.size).toBe(1_000);
    const sealed = sealer.seal('Ахметов');
    expect(sealed.includes('Ахметов')).toBe(false);
    expect(sealed.includes(key)).toBe(false);
  });

  it('opens what runs of other processes sealed, more of them than it remembers', () => {
    const seals = Array.from({ length: 600 }, (_, i) => new Sealer(7, key).seal(`${i}`));
    for (const [i, sealed] of seals.entries()) expect(opener.open(sealed).toString()).toBe(`${i}`);
    expect(opener.open(seals[0]).toString()).toBe('0');
  });

  it('wraps a key for one purpose under one master', () => {
    const master = randomBytes(32);
    const wrapped = wrapKey(master, 'seal', key);
    expect(unwrapKey(master, 'seal', wrapped)).toEqual(key);
    expect(codeOf(() => unwrapKey(master, 'hash', wrapped))).toBe('QRG_STORE_KEY_WRONG');
    expect(codeOf(() => unwrapKey(randomBytes(32), 'seal', wrapped))).toBe('QRG_STORE_KEY_WRONG');
    expect(codeOf(() => unwrapKey(master, 'seal', wrapped.subarray(0, 5)))).toBe(
      'QRG_STORE_KEY_WRONG',
    );
  });
});

describeOnBothStores('a vault', (open, place) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
  });

  it('hashes as domain/ does, byte for byte', async () => {
    const keys = await readDataKeys(store.pool, await masterOf(place.options().dataDir));
    const key = keys.find(({ purpose }) => purpose === 'hash')!.key;
    for (const [kind, value] of [
      ['iin', '860101300123'],
      ['account', 'BANK:счёт 1'],
      ['phone', ''],
    ] as const)
      expect(store.vault.hash(kind, value).toString('hex')).toBe(keyedHash(key, kind, value));
    expect(store.vault.hash('iin', '1')).not.toEqual(store.vault.hash('bin', '1'));
  });

  it('opens and finds again after a restart', async () => {
    const sealed = store.vault.seal('860101300123');
    const hash = store.vault.hash('iin', '860101300123');
    const again = await open();
    expect(again.vault.open(sealed).toString()).toBe('860101300123');
    expect(again.vault.hash('iin', '860101300123')).toEqual(hash);
  });

  it('does not open with another master key, and says so at once', async () => {
    const masterKey = randomBytes(32);
    await expect(openStore({ ...place.options(), masterKey })).rejects.toMatchObject({
      problem: { code: 'QRG_STORE_KEY_WRONG' },
    });
  });

  it('makes no new key for a database that has one', async () => {
    const { dataDir } = await place.freshOptions();
    await expect(openStore({ ...place.options(), dataDir })).rejects.toMatchObject({
      problem: { code: 'QRG_STORE_KEY_MISSING', args: { file: masterKeyFile(dataDir) } },
    });
  });

  it('makes one set of keys when two processes open a new database at once', async () => {
    const options = await place.freshOptions();
    const masterKey = randomBytes(32);
    const stores = await Promise.all([1, 2, 3].map(() => openStore({ ...options, masterKey })));
    const { rows } = await stores[0].pool.query('SELECT purpose FROM data_keys ORDER BY purpose');
    expect(rows).toEqual([{ purpose: 'hash' }, { purpose: 'seal' }]);
    const sealed = stores[0].vault.seal('x');
    for (const { vault } of stores) expect(vault.open(sealed).toString()).toBe('x');
    for (const each of stores) await each.close();
  });

  it('keeps a new data key at rest until every process has read it', async () => {
    const { pool, vault } = store;
    const other = await Vault.open(pool, await masterOf(place.options().dataDir));
    const before = vault.keyId;
    const keyId = await vault.newDataKey(pool, 60_000);
    expect(vault.keyId).toBe(before);
    await pool.query('UPDATE data_keys SET retired_at = 0 WHERE key_id = $1', [before]);
    await vault.readKeys(pool);
    expect(vault.keyId).toBe(keyId);
    const sealed = vault.seal('under the new key');
    expect(codeOf(() => other.open(sealed))).toBe('QRG_STORE_KEY_UNKNOWN');
    await other.readKeys(pool);
    expect(other.open(sealed).toString()).toBe('under the new key');
  });
});

const masterOf = async (dataDir: string): Promise<Uint8Array> =>
  (await readMasterKey(masterKeyFile(dataDir)))!;
