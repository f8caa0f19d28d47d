import type { Statement, StatementRow } from './statement.ts';

/** A row of a statement that tells of a transfer. */
interface Sighting {
  readonly statement: Statement;
  readonly row: StatementRow;
}

/** One real transfer and every row that tells of it. */
export interface JoinedTransfer {
  /** The earliest exact time told; a day only when nobody tells better. */
  at: number;
  dayOnly: boolean;
  payerKey: string;
  payeeKey: string;
  /** The first is the one whose texts are shown. */
  sightings: Sighting[];
  /** Views that told of it; a view never tells of one transfer twice. */
  readonly views: Set<View>;
  /** Currency and amount as the operation was made: what two tellings of it must share. */
  readonly sumKey: string;
  /** Position in its statement, oldest first. */
  readonly order: number;
}

/** All statements of the same account (or client): together one complete look at it in the periods they cover. */
export interface View {
  readonly accounts: ReadonlySet<string>;
  readonly statements: Statement[];
}
