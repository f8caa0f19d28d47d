import type { TransferBatch } from '../src/domain/transfer.ts';
import type { DayTransfers } from '../src/sim/day-transfers.ts';
import type { SimWorld } from '../src/sim/model.ts';
import { simulate } from '../src/sim/simulate.ts';

/** Rows that are folded in one call. */
export const BATCH_ROWS = 65_536;

export interface Town {
  readonly world: SimWorld;
  readonly accounts: number;
}

/** A simulated town; its transfers are made day by day, always the same ones. */
export function town(people: number, days: number, seed = 20_261_124): Town {
  const world = simulate({ seed, people, days });
  return { world, accounts: world.accounts.length };
}

/** The transfers of a town in time order, in batches as intake would hand them over. */
export function* batchesOf({ world }: Town): Generator<TransferBatch> {
  for (const day of world.days())
    for (let from = 0; from < day.count; from += BATCH_ROWS)
      yield cut(day, from, Math.min(day.count, from + BATCH_ROWS));
}

function cut(day: DayTransfers, from: number, to: number): TransferBatch {
  const rows = to - from;
  const ids = Array.from({ length: rows }, (_, i) => `T${day.first + from + i}`);
  const idEnd = new Uint32Array(rows);
  let end = 0;
  for (let i = 0; i < rows; i++) {
    end += ids[i].length;
    idEnd[i] = end;
  }
  return {
    count: rows,
    at: day.at.slice(from, to),
    payer: day.payer.slice(from, to),
    payee: day.payee.slice(from, to),
    amountMinor: day.amountMinor.slice(from, to),
    channel: day.channel.slice(from, to),
    purpose: day.purpose.slice(from, to),
    device: day.device.slice(from, to),
    idBytes: new TextEncoder().encode(ids.join('')),
    idEnd,
    file: new Uint32Array(rows),
    line: new Float64Array(rows),
  };
}
