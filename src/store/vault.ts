import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import type pg from 'pg';
import { QorganError } from '../domain/errors/catalogue.ts';
import type { HashedKind } from '../domain/keyed-hash.ts';
import {
  addSealingKey,
  type DataKey,
  KEY_BYTES,
  type Queries,
  readDataKeys,
  rewrapKeys,
} from './data-keys.ts';
import { inTransaction } from './in-transaction.ts';
import { Opener, Sealer } from './sealing.ts';

/** How often a store reads the data keys, so that it knows those that another process made. */
export const KEYS_READ_EVERY_MS = 5_000;
/** A new data key rests for so long: until then every process has read it, and can open what is sealed with it. */
const KEY_RESTS_MS = 3 * KEYS_READ_EVERY_MS;

/**
 * Seals what must not be read in the database or its backups, and hashes what must be found again. The keys that do it
 * are random, lie in the database wrapped by the master key, and are unwrapped in memory only.
 */
export class Vault {
  #master: Uint8Array;
  #keys = new Map<number, DataKey>();
  #current!: DataKey;
  #sealer!: Sealer;
  #hashKey!: KeyObject;
  readonly #opener = new Opener((keyId) => this.#keys.get(keyId)?.key);

  private constructor(master: Uint8Array) {
    assertKeyLength(master);
    this.#master = Uint8Array.from(master);
  }

  /** Reads the keys of a store that has them. Throws QRG_STORE_KEY_WRONG when the master key is another one. */
  static async open(queries: Queries, master: Uint8Array): Promise<Vault> {
    const vault = new Vault(master);
    await vault.readKeys(queries);
    return vault;
  }

  /** AES-256-GCM under the current data key; a text as UTF-8. Two seals of one value differ. */
  seal(plain: Uint8Array | string): Buffer {
    if (this.#sealer.isSpent) this.#sealer = new Sealer(this.#current.keyId, this.#current.key);
    return this.#sealer.seal(plain);
  }

  /** Throws QRG_STORE_SEAL_BROKEN when a byte was changed, QRG_STORE_KEY_UNKNOWN when the data key is not here. */
  open(sealed: Uint8Array): Buffer {
    return this.#opener.open(sealed);
  }

  /** HMAC-SHA-256 of an identifier in its normal form, 32 bytes; the same bytes as keyedHash of domain/. */
  hash(kind: HashedKind, value: string): Buffer {
    return createHmac('sha256', this.#hashKey).update(`${kind}\0${value}`).digest();
  }

  /** Id of the data key that seals now. */
  get keyId(): number {
    return this.#current.keyId;
  }

  /** Reads the keys again: those other processes made, and whether the current one is retired. */
  async readKeys(queries: Queries): Promise<void> {
    const keys = await readDataKeys(queries, this.#master);
    const hash = keys.find(({ purpose }) => purpose === 'hash');
    const current = keys.find(({ purpose, retired }) => purpose === 'seal' && !retired);
    if (hash === undefined || current === undefined)
      throw new QorganError('QRG_STORE_KEY_UNKNOWN', { key: hash === undefined ? 'hash' : 'seal' });
    this.#keys = new Map(keys.map((key) => [key.keyId, key]));
    this.#hashKey ??= createSecretKey(hash.key);
    if (this.#current?.keyId === current.keyId) return;
    this.#current = current;
    this.#sealer = new Sealer(current.keyId, current.key);
  }

  /**
   * Makes a new data key; it seals from `restMs` later. Values sealed before stay as they are until resealed (reseal.ts).
   * Returns its id.
   */
  async newDataKey(queries: Queries, restMs = KEY_RESTS_MS): Promise<number> {
    const keyId = await addSealingKey(queries, this.#master, restMs);
    await this.readKeys(queries);
    return keyId;
  }

  /**
   * Wraps all data keys by another master key; sealed values and hashes stay as they are. When it resolves, the store opens
   * with the new key only.
   */
  async rotateMaster(pool: Pick<pg.Pool, 'connect'>, next: Uint8Array): Promise<void> {
    assertKeyLength(next);
    await inTransaction(pool, (client) => rewrapKeys(client, this.#master, next));
    this.#master = Uint8Array.from(next);
  }
}

function assertKeyLength(key: Uint8Array): void {
  if (key.length !== KEY_BYTES) throw new RangeError(`a master key has ${KEY_BYTES} bytes`);
}
