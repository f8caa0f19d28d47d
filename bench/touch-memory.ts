import type { TransferBatch } from '../src/domain/transfer.ts';
import type { Engine } from '../src/engine/engine.ts';
import { LOOK_AHEAD, warm } from '../src/engine/warm.ts';

/**
 * The floor: an empty loop that visits, transfer by transfer in the same order, the memory of both
 * accounts that the engine has to visit (records, windows, counterparties, lots), one word of every cache
 * line, and computes nothing. The engine's searches look into other accounts too; those are left out.
 * Returns a sum, so that no read can be left out.
 */
export function touchMemory(engine: Engine, batches: readonly TransferBatch[]): number {
  let sum = 0;
  for (const batch of batches)
    for (let from = 0; from < batch.count; from += LOOK_AHEAD)
      sum += warm(engine.ledger, batch, from, Math.min(batch.count, from + LOOK_AHEAD));
  return sum;
}
