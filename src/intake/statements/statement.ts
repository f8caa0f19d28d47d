import type { RowNote } from '../../domain/row-note.ts';
import type { Channel, Purpose } from '../../domain/transfer.ts';
import type { PersonId } from './cell-identity.ts';
import type { Party } from './party.ts';
import type { Skip } from './raw-row.ts';

/** One operation of one statement, both sides named. */
export interface StatementRow {
  /** Row of the sheet, from 1. */
  readonly line: number;
  readonly at: number;
  readonly dayOnly: boolean;
  readonly payer: Party;
  readonly payee: Party;
  /** What the sides are called in the account table (see `partyKey`). */
  readonly payerKey: string;
  readonly payeeKey: string;
  /** In tenge, minor units: what the ledger holds. */
  readonly kztMinor: number;
  /** As the operation was made. */
  readonly currency: string;
  readonly originalMinor: number;
  readonly channel: Channel;
  readonly purpose: Purpose;
  readonly kind: string;
  readonly knp: string;
  readonly text: string;
  readonly notes: readonly RowNote[];
}

/** The owner of a statement as its head or its rows tell. */
export interface StatementOwner {
  /** Accounts that this statement is the view of; empty when that cannot be told. */
  readonly accounts: readonly string[];
  readonly id: PersonId | undefined;
  readonly name: string;
}

/** One sheet read: the view of one account (or of one client's accounts). */
export interface Statement {
  /** Index into the input files. */
  readonly file: number;
  readonly sheet: string;
  readonly sheetIndex: number;
  readonly format: string;
  readonly owner: StatementOwner;
  /** Epoch ms UTC, inclusive: what the head says, else first and last row. */
  readonly from: number;
  readonly to: number;
  /** In the order of the sheet. */
  readonly rows: readonly StatementRow[];
  /** The sheet has its newest row on top. */
  readonly newestFirst: boolean;
  readonly skipped: Readonly<Record<Skip, number>>;
}
