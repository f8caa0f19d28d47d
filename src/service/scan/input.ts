import { readFile } from 'node:fs/promises';
import type { Problem } from '../../domain/errors/catalogue.ts';
import type { Language } from '../../domain/language.ts';
import { toReject } from '../../domain/reject.ts';
import type { TransferBatch } from '../../domain/transfer.ts';
import { discover, type InputFile } from '../../intake/discover.ts';
import type { ColumnMap } from '../../intake/mapping.ts';
import { openSource } from '../../intake/open.ts';
import type { ClockWish } from '../../intake/sniff-times.ts';
import type { IntakeContext, TransferSource } from '../../intake/source.ts';
import {
  readStatements,
  type StatementFile,
  type StatementsReading,
} from '../../intake/statements/read-statements.ts';
import { MOST_WORKBOOK_BYTES } from '../../intake/statements/workbook.ts';
import type { TimeUnit } from '../../intake/text/time-bytes.ts';
import { type SideColumn, TextSource } from '../../intake/text-source.ts';
import { rejectOfError } from '../../intake/unreadable.ts';
import type { ReportFile } from '../../report/model.ts';

/** How the user says the input is to be read. */
export interface InputWishes {
  readonly paths: readonly string[];
  /** Where the scan writes: what stands there already is no input. */
  readonly out?: string;
  readonly map?: ColumnMap;
  readonly timeUnit?: TimeUnit;
  readonly clock?: ClockWish;
  readonly currency?: string;
  readonly language: Language;
  /** Columns, by name, that are carried beside the transfers; the engine never gets them. */
  readonly side?: readonly string[];
  /** Further ones, after them, that an input may lack: then they are empty. */
  readonly sideIfThere?: readonly string[];
}

/** Everything found under the paths, opened and ready to be read once. */
export interface ScanInput {
  readonly files: readonly InputFile[];
  readonly totalBytes: number;
  readonly clock: 'exact' | 'day';
  /** '' when no file says. */
  readonly currency: string;
  readonly statements: StatementsReading | undefined;
  /** All currencies told, when there is more than one. */
  readonly currencies: readonly string[];
  /** Reads every file, statements first. May be called once. */
  batches(): AsyncGenerator<TransferBatch>;
  /** As `batches`, with the side columns asked for; workbooks have none and are left out. May be called once. */
  sided(): AsyncGenerator<{ batch: TransferBatch; side: SideColumn[] }>;
  /** What each file was and how many rows it gave; complete after `batches` ended. */
  report(rejected: ReadonlyMap<string, number>): ReportFile[];
  /** Names of the input files, by the index that transfers carry. */
  fileNames(): string[];
}

interface Opened {
  readonly file: InputFile;
  readonly index: number;
  readonly source: TransferSource;
}

export async function openInput(wishes: InputWishes, context: IntakeContext): Promise<ScanInput> {
  const { files, problems } = await discover(wishes.paths, wishes.out);
  const refuse = (file: string, problem: Problem): void =>
    context.reject(toReject(file, 0, problem, wishes.language));
  for (const { name, problem } of problems) refuse(name, problem);
  const books = await loadBooks(
    files.filter((f) => f.kind === 'workbook'),
    refuse,
  );
  const statements =
    books.length > 0
      ? readStatements(books, context, wishes.map === undefined ? {} : { map: wishes.map })
      : undefined;
  const opened: Opened[] = [];
  for (const file of files) {
    if (file.kind === 'workbook') continue;
    const index = books.length + opened.length;
    const source = await openSource(file.path, {
      ...readWishes(wishes),
      name: file.name,
      file: index,
    });
    if (source.ok) opened.push({ file, index, source: source.value });
    else refuse(file.name, source.problem);
  }
  const bookNames = books.map(({ name }) => name);
  return new OpenedInput(files, bookNames, statements, opened, context);
}

/** Workbooks in memory; one that cannot be had is refused, and the others are read. */
async function loadBooks(
  books: readonly InputFile[],
  refuse: (file: string, problem: Problem) => void,
): Promise<StatementFile[]> {
  const loaded: StatementFile[] = [];
  for (const { name, path, size } of books) {
    if (size > MOST_WORKBOOK_BYTES) {
      refuse(name, {
        code: 'QRG_BOOK_LIMIT',
        args: { what: 'bytes', size, limit: MOST_WORKBOOK_BYTES },
      });
      continue;
    }
    try {
      loaded.push({ name, bytes: await readFile(path) });
    } catch (error) {
      refuse(name, rejectOfError(error, name));
    }
  }
  return loaded;
}

const readWishes = ({ map, timeUnit, clock, currency, side, sideIfThere }: InputWishes) => ({
  ...(side !== undefined && { side }),
  ...(sideIfThere !== undefined && { sideIfThere }),
  ...(map !== undefined && { map }),
  ...(timeUnit !== undefined && { timeUnit }),
  ...(clock !== undefined && { clock }),
  ...(currency !== undefined && { currency }),
});

class OpenedInput implements ScanInput {
  readonly files: readonly InputFile[];
  readonly totalBytes: number;
  readonly statements: StatementsReading | undefined;
  readonly currencies: readonly string[];
  readonly #books: readonly string[];
  readonly #opened: readonly Opened[];
  readonly #context: IntakeContext;
  readonly #accepted = new Map<string, number>();

  constructor(
    files: readonly InputFile[],
    books: readonly string[],
    statements: StatementsReading | undefined,
    opened: readonly Opened[],
    context: IntakeContext,
  ) {
    this.files = files;
    this.statements = statements;
    this.#books = books;
    this.#opened = opened;
    this.#context = context;
    this.totalBytes = files.reduce((sum, f) => sum + f.size, 0);
    const told = opened.map((o) => o.source.currency).filter((c) => c !== '');
    if (statements !== undefined && statements.batches.length > 0) told.push('KZT');
    this.currencies = [...new Set(told)].sort();
  }

  get clock(): 'exact' | 'day' {
    const clocks = this.#opened.map((o) => o.source.clock);
    if (this.statements !== undefined && this.statements.batches.length > 0)
      clocks.push(this.statements.clock);
    return clocks.includes('day') ? 'day' : 'exact';
  }

  get currency(): string {
    return this.currencies.length === 1 ? (this.currencies[0] ?? '') : '';
  }

  async *batches(): AsyncGenerator<TransferBatch> {
    for (const batch of this.statements?.batches ?? []) yield batch;
    for (const { file, source } of this.#opened)
      for await (const batch of source.read(this.#context)) {
        this.#accepted.set(file.name, (this.#accepted.get(file.name) ?? 0) + batch.count);
        yield batch;
      }
  }

  async *sided(): AsyncGenerator<{ batch: TransferBatch; side: SideColumn[] }> {
    for (const { source } of this.#opened)
      if (source instanceof TextSource) yield* source.readWithSide(this.#context);
  }

  report(rejected: ReadonlyMap<string, number>): ReportFile[] {
    const told = new Map(this.statements?.files.map((f) => [f.name, f]));
    const sources = new Map(this.#opened.map((o) => [o.file.name, o.source.format]));
    return this.files.map(({ name }) => {
      const book = told.get(name);
      if (book !== undefined)
        return {
          name,
          format: book.format,
          rows: book.rows,
          accepted: book.accepted,
          rejected: book.rejected,
        };
      const accepted = this.#accepted.get(name) ?? 0;
      const bad = rejected.get(name) ?? 0;
      return {
        name,
        format: sources.get(name) ?? 'none',
        rows: accepted + bad,
        accepted,
        rejected: bad,
      };
    });
  }

  fileNames(): string[] {
    return [...this.#books, ...this.#opened.map((o) => o.file.name)];
  }
}
