import { sql } from 'kysely';
import { QorganError } from '../../domain/errors/catalogue.ts';
import type { Store, Transaction } from '../../store/store.ts';
import { type ChainEnd, EMPTY_CHAIN, HASH_BYTES } from './chain.ts';

type Vault = Store['vault'];

/** seq as 8 bytes, then the hash. */
const SEQ_BYTES = 8;

/**
 * The end of the chain, sealed with the vault: the hashes alone would not show that the last links were cut off, and
 * anyone can compute them anew. Without the master key nobody can make a head; but whoever kept an OLDER head can put it
 * back together with the record of that day. Only an anchor written down elsewhere shows that.
 */
export function sealHead(vault: Vault, { seq, hash }: ChainEnd): Buffer {
  const plain = Buffer.alloc(SEQ_BYTES + HASH_BYTES);
  plain.writeBigUInt64BE(BigInt(seq));
  hash.copy(plain, SEQ_BYTES);
  return vault.seal(plain);
}

/** The end of the chain, or undefined when it was not sealed with this vault. */
export function openHead(vault: Vault, sealed: Buffer): ChainEnd | undefined {
  try {
    const plain = vault.open(sealed);
    if (plain.length !== SEQ_BYTES + HASH_BYTES) return undefined;
    return { seq: Number(plain.readBigUInt64BE()), hash: plain.subarray(SEQ_BYTES) };
  } catch {
    return undefined;
  }
}

/**
 * Takes the chain for the rest of the transaction: whoever else appends waits until it ends. Throws QRG_AUDIT_BROKEN when
 * the head is gone or does not open: a forged chain is not made longer.
 */
export async function lockHead(trx: Transaction, vault: Vault): Promise<ChainEnd> {
  const row = await trx.selectFrom('audit_head').select('sealed').forUpdate().executeTakeFirst();
  const end = row === undefined ? undefined : openHead(vault, row.sealed);
  if (end === undefined) throw new QorganError('QRG_AUDIT_BROKEN');
  return end;
}

/** Makes the head of a store that nobody has used yet. Later its absence is a theft, and stays one. */
export async function beginChain(trx: Transaction, vault: Vault): Promise<void> {
  if (!(await isUnused(trx))) return;
  await trx
    .insertInto('audit_head')
    .values({ one: true, sealed: sealHead(vault, EMPTY_CHAIN) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Nobody lives here and nothing was written down. */
export async function isUnused(trx: Transaction): Promise<boolean> {
  const { rows } = await sql<{ used: boolean }>`
    SELECT EXISTS (SELECT FROM users) OR EXISTS (SELECT FROM audit) AS used`.execute(trx);
  return !rows[0].used;
}

export async function moveHead(trx: Transaction, vault: Vault, end: ChainEnd): Promise<void> {
  await trx
    .updateTable('audit_head')
    .set({ sealed: sealHead(vault, end) })
    .execute();
}
