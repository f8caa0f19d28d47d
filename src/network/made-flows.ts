import { type Channel, channelCode } from '../domain/transfer.ts';
import type { Flows } from './model.ts';

/** One transfer of a hand-made picture, for tests and examples. */
export interface MadeTransfer {
  at: number;
  payer: number;
  payee: number;
  amountMinor: number;
  channel?: Channel;
  score?: number;
}

/** Columns of hand-made transfers; sorted by time, rows of one time stay as given. */
export function flowsOf(rows: readonly MadeTransfer[]): Flows {
  const sorted = [...rows].sort((a, b) => a.at - b.at);
  return {
    count: sorted.length,
    at: Float64Array.from(sorted, (row) => row.at),
    payer: Uint32Array.from(sorted, (row) => row.payer),
    payee: Uint32Array.from(sorted, (row) => row.payee),
    amountMinor: Float64Array.from(sorted, (row) => row.amountMinor),
    channel: Uint8Array.from(sorted, (row) => channelCode(row.channel ?? 'transfer')),
    score: Uint8Array.from(sorted, (row) => row.score ?? 0),
  };
}
