import type { AccountFacts } from '../../domain/account.ts';
import type { Taint } from '../../domain/taint.ts';

/**
 * What the journal keeps, in the order it happened: everything that moves the state of the engine, and nothing else.
 * Replaying facts from the first to the last gives the same state, byte for byte.
 */
export type Fact = EngineFact | AccountFact | TransferFact | LearnFact | MarkFact;

/** From here on another set of rules or another model judges. */
export interface EngineFact {
  readonly kind: 'engine';
  readonly fingerprint: string;
}

/** An account is named for the first time; facts after it know it by its number alone. */
export interface AccountFact {
  readonly kind: 'account';
  readonly account: number;
  readonly name: string;
  readonly institutionId: number;
}

export interface TransferFact {
  readonly kind: 'transfer';
  readonly institutionId: number;
  readonly id: string;
  readonly at: number;
  readonly payer: number;
  readonly payee: number;
  readonly amountMinor: number;
  /** Index into CHANNELS and PURPOSES. */
  readonly channel: number;
  readonly purpose: number;
  /** As the institution names it; '' when not told. */
  readonly device: string;
  /** Epoch ms by our clock; never goes backwards. */
  readonly receivedAt: number;
  /** What the engine said, 0..100 in hundredths: a replay must say it again. */
  readonly score: number;
}

export interface LearnFact {
  readonly kind: 'learn';
  readonly account: number;
  readonly facts: AccountFacts;
}

/** What an account pays from here on descends from a cause, or does so no more. */
export interface MarkFact {
  readonly kind: 'mark' | 'unmark';
  readonly account: number;
  readonly cause: Taint;
}

/** Facts as short arrays: half the bytes of objects, and as fast to write. The first letter tells the kind. */
type Row =
  | readonly ['e', string]
  | readonly ['a', number, string, number]
  | readonly [
      't',
      number,
      string,
      number,
      number,
      number,
      number,
      number,
      number,
      string,
      number,
      number,
    ]
  | readonly ['l', number, AccountFacts]
  | readonly ['m' | 'u', number, Taint];

export function encodeFacts(facts: readonly Fact[]): string {
  return JSON.stringify(facts.map(rowOf));
}

/** The inverse of `encodeFacts`. The text comes from a sealed block: what opens is what was written. */
export function decodeFacts(text: string): Fact[] {
  return (JSON.parse(text) as Row[]).map(factOf);
}

function rowOf(f: Fact): Row {
  switch (f.kind) {
    case 'engine':
      return ['e', f.fingerprint];
    case 'account':
      return ['a', f.account, f.name, f.institutionId];
    case 'transfer':
      return [
        't',
        f.institutionId,
        f.id,
        f.at,
        f.payer,
        f.payee,
        f.amountMinor,
        f.channel,
        f.purpose,
        f.device,
        f.receivedAt,
        f.score,
      ];
    case 'learn':
      return ['l', f.account, f.facts];
    case 'mark':
      return ['m', f.account, f.cause];
    case 'unmark':
      return ['u', f.account, f.cause];
  }
}

function factOf(row: Row): Fact {
  switch (row[0]) {
    case 'e':
      return { kind: 'engine', fingerprint: row[1] };
    case 'a':
      return { kind: 'account', account: row[1], name: row[2], institutionId: row[3] };
    case 't':
      return {
        kind: 'transfer',
        institutionId: row[1],
        id: row[2],
        at: row[3],
        payer: row[4],
        payee: row[5],
        amountMinor: row[6],
        channel: row[7],
        purpose: row[8],
        device: row[9],
        receivedAt: row[10],
        score: row[11],
      };
    case 'l':
      return { kind: 'learn', account: row[1], facts: row[2] };
    case 'm':
      return { kind: 'mark', account: row[1], cause: row[2] };
    case 'u':
      return { kind: 'unmark', account: row[1], cause: row[2] };
  }
}
