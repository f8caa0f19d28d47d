import type { Taint } from './taint.ts';

/**
 * How money moved. `unknown` is what a file that does not say it gives.
 * The position in this list is the code kept in columns and journals: append, never reorder.
 */
export const CHANNELS = [
  'unknown',
  'transfer',
  'purchase',
  'cash_in',
  'cash_out',
  'exchange', // crypto exchange or exchanger
  'abroad',
] as const;
export type Channel = (typeof CHANNELS)[number];

/** What the payment says it is for, as far as intake can tell. Append, never reorder. */
export const PURPOSES = [
  'unknown',
  'own', // between accounts of one person
  'salary',
  'benefit', // pension, stipend, social payment
  'rent',
  'loan',
  'loan_return',
  'goods',
  'gift',
  'charity',
  'tax',
  'utility',
] as const;
export type Purpose = (typeof PURPOSES)[number];

export const channelCode = (c: Channel): number => CHANNELS.indexOf(c);
export const purposeCode = (p: Purpose): number => PURPOSES.indexOf(p);

/**
 * Transfers as columns: what intake hands to the engine. Every column has `count` valid entries
 * (arrays may be longer). Accounts are indexes into an `AccountTable`; index 0 is a real account.
 */
export interface TransferBatch {
  count: number;
  /** Epoch milliseconds, UTC. */
  at: Float64Array;
  payer: Uint32Array;
  payee: Uint32Array;
  /** Integer minor units (tiyn, cents), > 0, at most Number.MAX_SAFE_INTEGER. */
  amountMinor: Float64Array;
  /** Index into CHANNELS. */
  channel: Uint8Array;
  /** Index into PURPOSES. */
  purpose: Uint8Array;
  /** Device the payer used, interned; 0 = not told. */
  device: Uint32Array;
  /** The client's transfer ids, UTF-8, end to end; id i is idBytes[idEnd[i-1] ?? 0 .. idEnd[i]]. */
  idBytes: Uint8Array;
  idEnd: Uint32Array;
  /** Index into the list of input files, and the 1-based line or row there. */
  file: Uint32Array;
  line: Float64Array;
}

/** A taint mark known before the scan: this account is named by a victim, a post, a list, a report. */
export interface AccountMark {
  account: number;
  cause: Taint;
}
