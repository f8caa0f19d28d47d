import {
  createCipheriv,
  createDecipheriv,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
  randomFillSync,
} from 'node:crypto';
import { QorganError } from '../domain/errors/catalogue.ts';

/*
 * The form of a sealed value:
 *   1 byte   form, 1
 *   4 bytes  id of the data key, big endian
 *   16 bytes salt
 *   12 bytes nonce, random
 *   n bytes  AES-256-GCM of the value
 *   16 bytes tag
 * The key of the cipher is HKDF-SHA-256 of data key and salt, and a salt is of one run of one process. Random nonces under
 * one key are good for 2^32 values (NIST SP 800-38D, 8.3), which the service would seal in weeks; a key for every run
 * makes that bound one of a run, and no count has to be kept.
 */
const FORM = 1;
const KEY_ID_AT = 1;
const SALT_AT = 5;
const NONCE_AT = 21;
const BODY_AT = 33;
const SALT_BYTES = NONCE_AT - SALT_AT;
const NONCE_BYTES = BODY_AT - NONCE_AT;
const TAG_BYTES = 16;
const CIPHER = 'aes-256-gcm';

/** Half of what SP 800-38D allows: then a run takes a new salt. */
const SEALS_MOST = 2 ** 31;
/** Derived keys remembered for opening: those of the last runs. */
const OPENERS_MOST = 256;

/** Where the header of a sealed value names its data key, for SQL: substring(column from 2 for 4). */
export const KEY_ID_IN_SQL = { from: KEY_ID_AT + 1, length: SALT_AT - KEY_ID_AT };

export const keyIdBytes = (keyId: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(keyId);
  return bytes;
};

function derive(dataKey: Buffer, salt: Uint8Array): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync('sha256', dataKey, salt, 'qorgan seal 1', 32)));
}

/** Random bytes are cheap by the page and dear by the dozen; nonces are no secret. */
const nonces = Buffer.alloc(1_024 * NONCE_BYTES);
let noncesAt = nonces.length;

function nextNonce(): Buffer {
  if (noncesAt === nonces.length) {
    randomFillSync(nonces);
    noncesAt = 0;
  }
  noncesAt += NONCE_BYTES;
  return nonces.subarray(noncesAt - NONCE_BYTES, noncesAt);
}

/** Seals under one data key, for one run. */
export class Sealer {
  readonly keyId: number;
  readonly #key: KeyObject;
  readonly #head = Buffer.alloc(NONCE_AT);
  #left = SEALS_MOST;

  constructor(keyId: number, dataKey: Buffer) {
    const salt = randomBytes(SALT_BYTES);
    this.keyId = keyId;
    this.#key = derive(dataKey, salt);
    this.#head[0] = FORM;
    this.#head.writeUInt32BE(keyId, KEY_ID_AT);
    salt.copy(this.#head, SALT_AT);
  }

  get isSpent(): boolean {
    return this.#left === 0;
  }

  seal(plain: Uint8Array | string): Buffer {
    this.#left--;
    const nonce = nextNonce();
    const cipher = createCipheriv(CIPHER, this.#key, nonce);
    const body = typeof plain === 'string' ? cipher.update(plain, 'utf8') : cipher.update(plain);
    // GCM is a stream: final() gives no more bytes, and makes the tag.
    cipher.final();
    return Buffer.concat([this.#head, nonce, body, cipher.getAuthTag()]);
  }
}

/** Opens what any run sealed. */
export class Opener {
  readonly #dataKey: (keyId: number) => Buffer | undefined;
  readonly #derived = new Map<string, KeyObject>();

  constructor(dataKey: (keyId: number) => Buffer | undefined) {
    this.#dataKey = dataKey;
  }

  /** Throws QRG_STORE_KEY_UNKNOWN, QRG_STORE_SEAL_BROKEN. */
  open(sealed: Uint8Array): Buffer {
    const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
    const tagAt = bytes.length - TAG_BYTES;
    if (tagAt < BODY_AT || bytes[0] !== FORM) throw new QorganError('QRG_STORE_SEAL_BROKEN');
    const key = this.#keyOf(bytes);
    try {
      const decipher = createDecipheriv(CIPHER, key, bytes.subarray(NONCE_AT, BODY_AT));
      decipher.setAuthTag(bytes.subarray(tagAt));
      const plain = decipher.update(bytes.subarray(BODY_AT, tagAt));
      decipher.final();
      return plain;
    } catch {
      throw new QorganError('QRG_STORE_SEAL_BROKEN');
    }
  }

  #keyOf(bytes: Buffer): KeyObject {
    const name = bytes.toString('latin1', KEY_ID_AT, NONCE_AT);
    const known = this.#derived.get(name);
    if (known !== undefined) return known;
    const keyId = bytes.readUInt32BE(KEY_ID_AT);
    const dataKey = this.#dataKey(keyId);
    if (dataKey === undefined) throw new QorganError('QRG_STORE_KEY_UNKNOWN', { key: keyId });
    const key = derive(dataKey, bytes.subarray(SALT_AT, NONCE_AT));
    const [oldest] = this.#derived.keys();
    if (this.#derived.size >= OPENERS_MOST && oldest !== undefined) this.#derived.delete(oldest);
    this.#derived.set(name, key);
    return key;
  }
}
