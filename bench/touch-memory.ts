import type { TransferBatch } from '../src/domain/transfer.ts';
import type { BlockPool } from '../src/engine/block-pool.ts';
import type { Engine } from '../src/engine/engine.ts';
import { F64_PER_RECORD, H, sizeOf, U } from '../src/engine/layout.ts';
import type { Ledger } from '../src/engine/ledger.ts';

const LINE_F64 = 8;

/**
 * The floor: an empty loop that visits, transfer by transfer in the same order, the memory of both
 * accounts that the engine has to visit (records, windows, counterparties, lots), one word of every cache
 * line, and computes nothing. The engine's searches look into other accounts too; those are left out.
 * Returns a sum, so that no read can be left out.
 */
export function touchMemory({ ledger }: Engine, batches: readonly TransferBatch[]): number {
  let sum = 0;
  for (const { count, payer, payee } of batches)
    for (let i = 0; i < count; i++)
      sum += touchAccount(ledger, payer[i]) + touchAccount(ledger, payee[i]);
  return sum;
}

function touchAccount({ accounts, lots, windows, counterparties }: Ledger, a: number): number {
  const { f64, u32, u16 } = accounts.page(a);
  const u = accounts.u32Base(a);
  const h = accounts.u16Base(a);
  const base = accounts.f64Base(a);
  let sum = 0;
  for (let i = base; i < base + F64_PER_RECORD; i += LINE_F64) sum += f64[i];
  const lotClass = lots.pool.classes.findIndex((c) => c.bytes === lots.bytesOf(a));
  return (
    sum +
    touchBlock(windows.pool, sizeOf(u16[h + H.windowInMeta]), u32[u + U.windowInBlock]) +
    touchBlock(windows.pool, sizeOf(u16[h + H.windowOutMeta]), u32[u + U.windowOutBlock]) +
    touchBlock(counterparties.pool, sizeOf(u16[h + H.payerMeta]), u32[u + U.payerBlock]) +
    touchBlock(counterparties.pool, sizeOf(u16[h + H.payeeMeta]), u32[u + U.payeeBlock]) +
    touchBlock(lots.pool, lotClass, u32[u + U.lotBlock])
  );
}

/** @param size -1 where the account has no such block */
function touchBlock(pool: BlockPool, size: number, block: number): number {
  if (size < 0) return 0;
  const { f64 } = pool.page(size, block);
  const from = pool.base(size, block) / 8;
  const to = from + pool.blockBytes(size) / 8;
  let sum = 0;
  for (let i = from; i < to; i += LINE_F64) sum += f64[i];
  return sum;
}
