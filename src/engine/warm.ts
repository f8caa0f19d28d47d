import type { TransferBatch } from '../domain/transfer.ts';
import type { BlockPool } from './block-pool.ts';
import { F64_PER_RECORD, H, sizeOf, U } from './layout.ts';
import type { Ledger } from './ledger.ts';

/** Transfers whose memory is fetched before they are folded: few enough to stay in the nearer caches. */
export const LOOK_AHEAD = 16;
const LINE_F64 = 8;

/**
 * Reads a word of every cache line that the next transfers will need, and uses none. A fold waits for one
 * line after the other, because each step depends on the one before; here nothing depends on anything, so
 * the processor fetches many lines at once. Changes no state.
 *
 * @returns a meaningless sum, so that no read can be left out
 */
export function warm(ledger: Ledger, batch: TransferBatch, from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++)
    sum += readRecord(ledger, batch.payer[i]) + readRecord(ledger, batch.payee[i]);
  for (let i = from; i < to; i++)
    sum += readBlocks(ledger, batch.payer[i]) + readBlocks(ledger, batch.payee[i]);
  return sum;
}

function readRecord({ accounts }: Ledger, account: number): number {
  if (account >= accounts.size) return 0;
  const { f64 } = accounts.page(account);
  const base = accounts.f64Base(account);
  let sum = 0;
  for (let i = base; i < base + F64_PER_RECORD; i += LINE_F64) sum += f64[i];
  return sum;
}

/** The blocks that the record names: windows, counterparties, lots. */
export function readBlocks(ledger: Ledger, account: number): number {
  const { accounts, lots, windows, counterparties } = ledger;
  if (account >= accounts.size) return 0;
  const { u32, u16 } = accounts.page(account);
  const u = accounts.u32Base(account);
  const h = accounts.u16Base(account);
  return (
    read(windows.pool, u16[h + H.windowInMeta], u32[u + U.windowInBlock]) +
    read(windows.pool, u16[h + H.windowOutMeta], u32[u + U.windowOutBlock]) +
    read(counterparties.pool, u16[h + H.payerMeta], u32[u + U.payerBlock]) +
    read(counterparties.pool, u16[h + H.payeeMeta], u32[u + U.payeeBlock]) +
    lots.read(account)
  );
}

function read(pool: BlockPool, meta: number, block: number): number {
  return meta === 0 ? 0 : pool.read(sizeOf(meta), block);
}
