import { createHash } from 'node:crypto';
import { VERDICTS, type VerdictName } from '../../engine/verdict.ts';
import type { Transaction } from '../../store/store.ts';
import type { HoldProposal } from '../holds/propose.ts';
import { encodeFacts, type Fact } from './fact.ts';

/** What the rows of a decided transfer hold beside the fact itself. */
export interface TransferRow {
  readonly seq: number;
  readonly institutionId: number;
  readonly id: string;
  readonly at: number;
  readonly receivedAt: number;
  readonly payer: number;
  readonly payee: number;
  readonly amountMinor: number;
  readonly channel: number;
  readonly purpose: number;
  readonly score: number;
  /** Index into VERDICTS. */
  readonly verdict: number;
  /** JSON of what the decision says besides, '' when it says nothing. */
  readonly said: string;
}

export interface AccountRow {
  readonly account: number;
  readonly institutionId: number;
  readonly name: string;
  /** Keyed hash of the name: the lists are asked by it too, and it is dear enough to be worked out once. */
  readonly nameHash: Buffer;
}

/** A sum stands still where a number no longer tells one tiyn from the next: a store must be able to read it. */
export const MINOR_MOST = Number.MAX_SAFE_INTEGER;

/** What one block does to the open alert of an account at an institution. */
export interface AlertRow {
  readonly institutionId: number;
  readonly account: number;
  openedAt: number;
  lastAt: number;
  score: number;
  /** Index into VERDICTS. */
  verdict: number;
  transfers: number;
  amountMinor: number;
  lastSeq: number;
}

/** Facts that become durable together, with the rows that show them: what one commit writes. */
export class Block {
  /** Sequence number of its first fact. */
  readonly firstSeq: number;
  readonly facts: Fact[] = [];
  readonly transfers: TransferRow[] = [];
  readonly accounts: AccountRow[] = [];
  readonly alerts = new Map<string, AlertRow>();
  readonly holds: HoldProposal[] = [];
  /** Work of others inside the same transaction. */
  readonly also: Also[] = [];
  readonly #durable = Promise.withResolvers<void>();

  constructor(firstSeq: number) {
    this.firstSeq = firstSeq;
    // Whoever waits hears of a failure; that nobody waits is no crash.
    this.#durable.promise.catch(() => {});
  }

  get isEmpty(): boolean {
    return this.facts.length === 0 && this.also.length === 0;
  }

  /** Resolves when the block is on disk. */
  get durable(): Promise<void> {
    return this.#durable.promise;
  }

  settle(): void {
    this.#durable.resolve();
  }

  fail(error: unknown): void {
    this.#durable.reject(error);
  }

  /** Counts a transfer towards the alert of an account. */
  alert(row: AlertRow): void {
    const key = `${row.institutionId} ${row.account}`;
    const known = this.alerts.get(key);
    if (known === undefined) {
      this.alerts.set(key, row);
      return;
    }
    known.openedAt = Math.min(known.openedAt, row.openedAt);
    known.lastAt = Math.max(known.lastAt, row.lastAt);
    known.score = Math.max(known.score, row.score);
    known.verdict = Math.max(known.verdict, row.verdict);
    known.transfers += row.transfers;
    known.amountMinor = Math.min(known.amountMinor + row.amountMinor, MINOR_MOST);
    known.lastSeq = Math.max(known.lastSeq, row.lastSeq);
  }
}

export interface Also {
  work(trx: Transaction): Promise<void>;
  /** Set when the work threw: its rows are rolled back, the block goes on. */
  failed?: unknown;
}

/** The journal's row of a block: what is hashed is what is stored, so that a chain can be checked without any key. */
export interface JournalRow {
  readonly seq: number;
  readonly count: number;
  readonly at: number;
  readonly prev: Buffer;
  readonly hash: Buffer;
  readonly sealed: Buffer;
}

/** Hash before the first block. */
export const FIRST_PREV = Buffer.alloc(32);

export function journalRow(
  facts: readonly Fact[],
  seq: number,
  at: number,
  prev: Buffer,
  seal: (plain: string) => Buffer,
): JournalRow {
  const sealed = seal(encodeFacts(facts));
  const count = facts.length;
  return { seq, count, at, prev, hash: blockHash({ seq, count, at, prev, sealed }), sealed };
}

/** SHA-256 over the hash before, the place of the block and its sealed bytes. */
export function blockHash({ seq, count, at, prev, sealed }: Omit<JournalRow, 'hash'>): Buffer {
  const place = Buffer.alloc(24);
  place.writeDoubleBE(seq, 0);
  place.writeDoubleBE(count, 8);
  place.writeDoubleBE(at, 16);
  return createHash('sha256').update(prev).update(place).update(sealed).digest();
}

export const verdictName = (verdict: number): VerdictName => VERDICTS[verdict];
