import type { Problem } from '../../domain/errors/catalogue.ts';
import { toReject } from '../../domain/reject.ts';
import type { RowNote } from '../../domain/row-note.ts';
import type { TransferBatch } from '../../domain/transfer.ts';
import type { IntakeContext } from '../source.ts';
import type { SheetMap } from './find-header.ts';
import { joinStatements } from './join.ts';
import type { JoinedTransfer } from './joined-transfer.ts';
import { type Covered, coverageOf, learnFacts, toBatches } from './ledger.ts';
import { type NotedRows, notedRows } from './noted-rows.ts';
import type { Skip } from './raw-row.ts';
import { readSheet, type SheetReading } from './read-sheet.ts';
import type { Statement } from './statement.ts';
import { openWorkbook } from './workbook.ts';

export interface StatementFile {
  /** As the user named it, relative to the scanned folder. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface StatementOptions {
  /** --map: which column is where; the fields of every input, and those of `COLUMNS`. */
  readonly map?: SheetMap;
}

/** What became of one file. `rows` = accepted + rejected + skipped; blank rows are not counted. */
export interface FileSummary {
  readonly name: string;
  /** 'kaspi', 'halyk', 'freedom', 'vtb', 'official-18', 'statement-N', 'mapped', or 'none'; several joined by '+'. */
  readonly format: string;
  readonly rows: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly skipped: Readonly<Record<Skip, number>>;
  /** How many accepted rows carry each note. */
  readonly notes: Readonly<Partial<Record<RowNote, number>>>;
}

/** Where a transfer was seen. */
export interface TransferSighting {
  readonly file: string;
  readonly sheet: string;
  /** Row of the sheet, from 1. */
  readonly row: number;
}

/** What a transfer says beside its columns. Texts are the payer's bank's where both banks told. */
export interface TransferDetails {
  readonly payerName: string;
  readonly payeeName: string;
  readonly payerBank: string;
  readonly payeeBank: string;
  /** Kind of operation, purpose code and purpose as the bank wrote them. */
  readonly kind: string;
  readonly knp: string;
  readonly text: string;
  /** ISO 4217 and minor units as the operation was made; the ledger holds tenge. */
  readonly currency: string;
  readonly originalMinor: number;
  readonly sightings: readonly TransferSighting[];
  readonly notes: readonly RowNote[];
}

export interface StatementsReading {
  /** In time order; `file` is an index into the files as given. */
  readonly batches: readonly TransferBatch[];
  readonly files: readonly FileSummary[];
  /** Transfers told by statements of two accounts, counted once. */
  readonly seenTwice: number;
  /** Rows that stood in two statements of one account, counted once. */
  readonly repeated: number;
  /** 'day' when no transfer has a time of day. */
  readonly clock: 'exact' | 'day';
  /** Periods that each account's statements cover, by account name. */
  readonly coverage: ReadonlyMap<string, readonly Covered[]>;
  /** Rows that were taken with something put right or doubted. */
  readonly noted: readonly NotedRows[];
  /** Details of transfer `i`, counted over all batches. */
  details(i: number): TransferDetails;
}

/**
 * Reads a folder's bank statements (.xlsx, .xls) into one stream in which every transfer stands once. Bad files, sheets and
 * rows go to `context.reject`; nothing is thrown for them. Amounts are tenge; times are Kazakhstan's turned to UTC.
 */
export function readStatements(
  files: readonly StatementFile[],
  context: IntakeContext,
  options: StatementOptions = {},
): StatementsReading {
  const statements: Statement[] = [];
  const summaries: FileSummary[] = [];
  files.forEach((file, index) => {
    const read = readFile(file, index, context, options.map);
    statements.push(...read.statements);
    summaries.push(summaryOf(file.name, read.statements, read.rejected));
    context.advanced(file.bytes.length);
  });
  const nameOf = (file: number) => files[file]?.name ?? '';
  const { transfers, seenTwice, repeated } = joinStatements(statements, nameOf);
  const coverage = coverageOf(statements, transfers);
  learnFacts(transfers, coverage, context.accounts);
  return {
    batches: toBatches(transfers, context.accounts, nameOf),
    files: summaries,
    seenTwice,
    repeated,
    clock: transfers.length > 0 && transfers.every((t) => t.dayOnly) ? 'day' : 'exact',
    coverage,
    noted: notedRows(statements, nameOf),
    details: (i) => detailsOf(transfers[i], i, nameOf),
  };
}

function readFile(
  file: StatementFile,
  index: number,
  context: IntakeContext,
  map: SheetMap | undefined,
): { statements: Statement[]; rejected: number } {
  const reject = (line: number, problem: Problem) =>
    context.reject(toReject(file.name, line, problem, context.language));
  const book = openWorkbook(file.bytes);
  if (!book.ok) {
    reject(0, book.problem);
    return { statements: [], rejected: 0 };
  }
  const statements: Statement[] = [];
  let rejected = 0;
  book.value.forEach((sheet, sheetIndex) => {
    const reading = readSheet(sheet, { file: index, sheetIndex }, map);
    if (!reading.ok) {
      reject(0, reading.problem);
      return;
    }
    const { statement, problems }: SheetReading = reading.value;
    for (const { line, problem } of problems) reject(line, problem);
    rejected += problems.length;
    statements.push(statement);
  });
  return { statements, rejected };
}

function summaryOf(name: string, statements: readonly Statement[], rejected: number): FileSummary {
  const skipped: Record<Skip, number> = { numbers: 0, header: 0, total: 0, remark: 0 };
  const notes: Partial<Record<RowNote, number>> = {};
  let accepted = 0;
  for (const statement of statements) {
    accepted += statement.rows.length;
    for (const skip of Object.keys(skipped) as Skip[]) skipped[skip] += statement.skipped[skip];
    for (const row of statement.rows)
      for (const note of new Set(row.notes)) notes[note] = (notes[note] ?? 0) + 1;
  }
  const skippedRows = Object.values(skipped).reduce((sum, n) => sum + n, 0);
  return {
    name,
    format: [...new Set(statements.map((s) => s.format))].join('+') || 'none',
    rows: accepted + rejected + skippedRows,
    accepted,
    rejected,
    skipped,
    notes,
  };
}

function detailsOf(
  transfer: JoinedTransfer | undefined,
  i: number,
  nameOf: (file: number) => string,
): TransferDetails {
  if (transfer === undefined) throw new RangeError(`no transfer ${i}`);
  const { sightings } = transfer;
  const payerTold = sightings.filter((s) => s.statement.owner.accounts.includes(transfer.payerKey));
  const rows = [...payerTold, ...sightings].map((s) => s.row);
  const first = rows[0];
  if (first === undefined) throw new RangeError(`transfer ${i} has no source`);
  const said = (of: (row: (typeof rows)[number]) => string) =>
    rows.map(of).find((text) => text !== '') ?? '';
  return {
    payerName: said((row) => row.payer.name),
    payeeName: said((row) => row.payee.name),
    payerBank: said((row) => row.payer.bank),
    payeeBank: said((row) => row.payee.bank),
    kind: said((row) => row.kind),
    knp: said((row) => row.knp),
    text: said((row) => row.text),
    currency: first.currency,
    originalMinor: first.originalMinor,
    sightings: sightings.map(({ statement, row }) => ({
      file: nameOf(statement.file),
      sheet: statement.sheet,
      row: row.line,
    })),
    notes: [...new Set(sightings.flatMap((s) => s.row.notes))],
  };
}
