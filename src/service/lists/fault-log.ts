import type { ListFault } from '../../screening/lists/list-entry.ts';
import type { Transaction } from '../../store/store.ts';

/** Faults that are kept of one file; past them they are counted. */
const MOST_KEPT = 10_000;
/** Rows of one statement: PostgreSQL takes 65,535 values. */
const ROWS_AT_ONCE = 1_000;

/** What of a file was not taken as it stands: the first ones, and how many in all. */
export class FaultLog {
  /** Rows that were refused. */
  rejected = 0;
  /** Cells that were left out or put right. */
  noted = 0;
  readonly #kept: ListFault[] = [];

  /** How many more can be kept; at least one, so that a query for them tells how many there are. */
  get room(): number {
    return Math.max(1, MOST_KEPT - this.#kept.length);
  }

  add(faults: readonly ListFault[]): void {
    for (const fault of faults) {
      if (fault.effect === 'row_refused') this.rejected++;
      else this.noted++;
      if (this.#kept.length < MOST_KEPT) this.#kept.push(fault);
    }
  }

  /** Entries that stood in the file before: `count` of them, and the first by line. */
  addRepeats(count: number, repeats: readonly { line: number; first: number }[]): void {
    this.add(
      repeats.map(({ line, first }) => ({
        line,
        column: '',
        code: 'QRG_LIST_TWICE',
        args: { first },
        effect: 'row_refused',
      })),
    );
    this.rejected += count - repeats.length;
  }

  async writeDown(trx: Transaction, listId: number, number: number): Promise<void> {
    const rows = this.#kept.map(({ line, column, code, args, effect }, place) => ({
      list_id: listId,
      number,
      place,
      line,
      column_name: column,
      code,
      args: JSON.stringify(args),
      effect,
    }));
    for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
      await trx
        .insertInto('list_faults')
        .values(rows.slice(from, from + ROWS_AT_ONCE))
        .execute();
  }
}
