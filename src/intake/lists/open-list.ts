import { QorganError } from '../../domain/errors/catalogue.ts';
import type { AccountNaming } from '../../screening/lists/exact-key.ts';
import type { ListEntry, ListFault } from '../../screening/lists/list-entry.ts';
import { xmlEncoding } from '../iso20022/iso-file.ts';
import { encodingOf } from '../text/encoding.ts';
import { CsvList } from './csv-list.ts';
import { JsonList, NdjsonList } from './json-list.ts';
import { readEntry } from './read-entry.ts';
import type { RowReader, RowSink } from './row-sink.ts';
import { UnList } from './un-list.ts';

export type ListFormat = 'csv' | 'ndjson' | 'json' | 'un_xml';

/** A few rows of the file, in its order. */
export interface ListBatch {
  readonly entries: readonly { readonly line: number; readonly entry: ListEntry }[];
  readonly faults: readonly ListFault[];
}

export interface OpenedList {
  readonly format: ListFormat;
  /** Columns, keys and elements that nothing is taken from; complete when all batches are read. */
  readonly ignored: ReadonlySet<string>;
  /** All rows. Memory is bounded by a slice of 16 KB and one row. Throws QorganError for a file that is broken as a whole. */
  batches(): AsyncGenerator<ListBatch>;
}

export interface ListLimits {
  readonly bytes: number;
  readonly rows: number;
}

/** The UN list has about 2 MB; a million rows of a table about 150. */
const LIST_LIMITS: ListLimits = { bytes: 512 * 1024 * 1024, rows: 5_000_000 };

const HEAD_BYTES = 1 << 18;
/** So few rows at once that other work of the process gets its turn between. */
const SLICE_BYTES = 1 << 14;
const MOST_IGNORED = 100;

/**
 * Finds out by its content what form a list's file has. Errors, thrown as QorganError: QRG_LIST_FORMAT, QRG_LIST_COLUMNS,
 * QRG_LIST_COLUMN_TWICE; while reading QRG_LIST_JSON, QRG_LIST_XML, QRG_LIST_XML_DTD, QRG_LIST_TOO_BIG.
 *
 * @param naming how an account that is no IBAN is called; without it such accounts are left out
 */
export async function openList(
  chunks: AsyncIterable<Uint8Array>,
  naming?: AccountNaming,
  limits = LIST_LIMITS,
): Promise<OpenedList> {
  const rest = chunks[Symbol.asyncIterator]();
  const { head, whole } = await headOf(rest);
  const format = formatOf(head);
  const gathered = new Gathered(naming, limits);
  const reader = readerOf(format, head, whole, gathered);
  return {
    format,
    ignored: gathered.names,
    async *batches() {
      let bytes = 0;
      for await (const slice of slices(head, whole ? undefined : rest)) {
        bytes += slice.length;
        if (bytes > limits.bytes) throw tooBig(limits);
        reader.write(slice);
        if (gathered.some) yield gathered.take();
      }
      reader.end();
      if (gathered.some) yield gathered.take();
    },
  };
}

async function headOf(
  rest: AsyncIterator<Uint8Array>,
): Promise<{ head: Uint8Array; whole: boolean }> {
  const pieces: Uint8Array[] = [];
  for (let length = 0; length < HEAD_BYTES; ) {
    const { done, value } = await rest.next();
    if (done) return { head: Buffer.concat(pieces), whole: true };
    pieces.push(value);
    length += value.length;
  }
  return { head: Buffer.concat(pieces), whole: false };
}

async function* slices(
  head: Uint8Array,
  rest: AsyncIterator<Uint8Array> | undefined,
): AsyncGenerator<Uint8Array> {
  try {
    yield* cut(head);
    if (rest === undefined) return;
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield* cut(next.value);
  } finally {
    await rest?.return?.();
  }
}

function* cut(bytes: Uint8Array): Generator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += SLICE_BYTES)
    yield bytes.subarray(from, from + SLICE_BYTES);
}

function formatOf(head: Uint8Array): ListFormat {
  const beginning = new TextDecoder(encodingOf(head)).decode(head.subarray(0, 4096)).trimStart();
  // A workbook, a picture and a packed file have zero bytes, no text has.
  if (beginning === '' || beginning.includes('\0') || beginning.startsWith('%PDF'))
    throw new QorganError('QRG_LIST_FORMAT');
  if (beginning.startsWith('<')) return 'un_xml';
  if (beginning.startsWith('[')) return 'json';
  return beginning.startsWith('{') ? 'ndjson' : 'csv';
}

function readerOf(format: ListFormat, head: Uint8Array, whole: boolean, sink: RowSink): RowReader {
  switch (format) {
    case 'csv':
      return new CsvList(head, whole, encodingOf(head), sink);
    case 'ndjson':
      return new NdjsonList(encodingOf(head), sink);
    case 'json':
      return new JsonList(encodingOf(head), sink);
    case 'un_xml':
      return new UnList(xmlEncoding(head), sink);
  }
}

const tooBig = ({ bytes, rows }: ListLimits): QorganError =>
  new QorganError('QRG_LIST_TOO_BIG', { most: bytes / (1024 * 1024), rows });

/** What was read since the last batch. */
class Gathered implements RowSink {
  readonly names = new Set<string>();
  readonly #naming: AccountNaming | undefined;
  readonly #limits: ListLimits;
  #entries: { line: number; entry: ListEntry }[] = [];
  #faults: ListFault[] = [];
  #rows = 0;

  constructor(naming: AccountNaming | undefined, limits: ListLimits) {
    this.#naming = naming;
    this.#limits = limits;
  }

  get some(): boolean {
    return this.#entries.length + this.#faults.length > 0;
  }

  take(): ListBatch {
    const batch = { entries: this.#entries, faults: this.#faults };
    this.#entries = [];
    this.#faults = [];
    return batch;
  }

  row(row: Parameters<RowSink['row']>[0]): void {
    if (++this.#rows > this.#limits.rows) throw tooBig(this.#limits);
    const { entry, faults } = readEntry(row, this.#naming);
    if (entry !== undefined) this.#entries.push({ line: row.line, entry });
    this.#faults.push(...faults);
  }

  fault(fault: ListFault): void {
    this.#faults.push(fault);
  }

  ignored(name: string): void {
    if (this.names.size < MOST_IGNORED) this.names.add(name);
  }
}
