import type { z } from 'zod';
import { messageOf, type Problem, QorganError } from '../../domain/errors/catalogue.ts';
import type { Language } from '../../domain/language.ts';
import { type ByteLine, ByteLines } from '../body/byte-lines.ts';
import { readJson } from '../body/read-json.ts';
import { faultsOf, fieldProblems } from '../field-problems.ts';
import { BoundedQueue } from './bounded-queue.ts';

/** Bytes of one line: far above any row of ours. */
const LINE_MOST = 1 << 16;
/** Rows that go to their use case together, and such batches at work at once: no more of a stream is ever in memory. */
const BATCH_ROWS = 512;
const BATCHES_AT_ONCE = 4;

/** What became of one row. `outcome` is counted by its name in the last line. */
export interface RowAnswer {
  readonly outcome: string;
  readonly [field: string]: unknown;
}

export interface RowStream<T> {
  readonly chunks: AsyncIterable<Uint8Array>;
  /** Lines that were answered before: passed over unread. */
  readonly from: number;
  readonly schema: z.ZodType<T>;
  readonly language: Language;
  /** The field by which the client knows a row. */
  readonly key: string;
  /** Names of outcomes, as the last line counts them. */
  readonly outcomes: readonly string[];
  /** Answers rows in their order; throws when the stream has to stop. */
  work(rows: readonly T[]): Promise<readonly RowAnswer[]>;
}

/** A row that was read, or why it was not. */
type Row<T> =
  | { readonly line: number; readonly value: T }
  | { readonly line: number; readonly answer: RowAnswer };

/** Rows at work. In an object, because a promise that is handed on by a promise would be waited for on the way. */
interface Batch {
  readonly lines: Promise<readonly string[]>;
}

/**
 * Lines of JSON in, a line of JSON out for each, in order, and a last line that counts them: `end`, or `stopped` with the
 * reason and the last line that was answered, after which the client goes on. It reads no faster than its answers are
 * taken away.
 */
export async function* rowStream<T>(stream: RowStream<T>): AsyncGenerator<string> {
  const queue = new BoundedQueue<Batch>(BATCHES_AT_ONCE);
  const counts = new Map(stream.outcomes.map((name) => [name, 0]));
  let line = stream.from;
  const reading = readInto(queue, stream, counts, (read) => {
    line = read;
  });
  try {
    let stopped: unknown;
    for (let batch = await queue.take(); batch !== undefined; batch = await queue.take())
      try {
        const lines = await batch.lines;
        if (lines.length > 0) yield lines.join('');
      } catch (error) {
        stopped = error;
        break;
      }
    queue.end();
    stopped ??= await reading;
    yield lastLine(stream, counts, line, stopped);
  } finally {
    queue.end();
  }
}

/** Reads the input to its end; resolves with why it ended before, undefined when it did not. */
async function readInto<T>(
  queue: BoundedQueue<Batch>,
  stream: RowStream<T>,
  counts: Map<string, number>,
  answered: (line: number) => void,
): Promise<unknown> {
  let before: Promise<unknown> = Promise.resolve();
  const send = (rows: readonly Row<T>[], last: number): Promise<boolean> => {
    const batch = answerRows(stream, rows);
    // Lines count as answered in their order only: after a batch that failed none does.
    const told = Promise.all([batch, before]).then(([answers]) => {
      for (const { outcome } of answers) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
      answered(last);
      return answers.map((answer) => `${JSON.stringify(answer)}\n`);
    });
    told.catch(() => {});
    before = told;
    return queue.put({ lines: told });
  };
  try {
    for await (const { rows, last } of batches(stream))
      if (!(await send(rows, last))) return undefined;
    return undefined;
  } catch (error) {
    return error;
  } finally {
    queue.end();
  }
}

/** Rows as they come: those that one piece of the input brought go together, at most BATCH_ROWS. */
async function* batches<T>(
  stream: RowStream<T>,
): AsyncGenerator<{ rows: readonly Row<T>[]; last: number }> {
  let rows: Row<T>[] = [];
  let line = 0;
  for await (const found of linesByChunk(stream.chunks)) {
    for (const bytes of found) {
      line++;
      if (line <= stream.from || bytes.length === 0) continue;
      rows.push(readRow(stream, bytes, line));
      if (rows.length < BATCH_ROWS) continue;
      yield { rows, last: line };
      rows = [];
    }
    if (rows.length > 0) yield { rows, last: line };
    rows = [];
  }
}

/** The lines that each piece of the input ends; the last one may end with the input. */
async function* linesByChunk(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<readonly ByteLine[]> {
  const lines = new ByteLines(LINE_MOST);
  for await (const chunk of chunks) yield lines.push(chunk);
  yield lines.end();
}

function readRow<T>(
  { schema, language, key }: RowStream<T>,
  bytes: ByteLine,
  line: number,
): Row<T> {
  const rejected = (id: unknown, code: string, message: string): Row<T> => ({
    line,
    answer: {
      [key]: typeof id === 'string' ? id.slice(0, 128) : null,
      outcome: 'rejected',
      code,
      message,
    },
  });
  const refuse = (problem: Problem): Row<T> =>
    rejected(null, problem.code, messageOf(problem, language));
  if (bytes === 'too long')
    return refuse({ code: 'QRG_HTTP_BODY_LARGE', args: { most: LINE_MOST } });
  const json = readJson(bytes);
  if (!json.ok) return refuse(json.problem);
  const read = schema.safeParse(json.value);
  if (read.success) return { line, value: read.data };
  const [fault] = fieldProblems(faultsOf(read.error, json.value, 'body'), language);
  const { [key]: id } = Object(json.value) as Record<string, unknown>;
  return rejected(id, fault.code, `${fault.path}: ${fault.message}`);
}

async function answerRows<T>(
  stream: RowStream<T>,
  rows: readonly Row<T>[],
): Promise<readonly RowAnswer[]> {
  const good = rows.flatMap((row) => ('value' in row ? [row.value] : []));
  const answers = good.length === 0 ? [] : await stream.work(good);
  let next = 0;
  return rows.map((row) => ({
    line: row.line,
    ...('answer' in row ? row.answer : answers[next++]),
  }));
}

function lastLine<T>(
  { language, outcomes }: RowStream<T>,
  counts: ReadonlyMap<string, number>,
  line: number,
  stopped: unknown,
): string {
  const told = Object.fromEntries(outcomes.map((name) => [name, counts.get(name) ?? 0]));
  if (stopped === undefined) return `${JSON.stringify({ outcome: 'end', line, ...told })}\n`;
  const problem: Problem =
    stopped instanceof QorganError ? stopped.problem : { code: 'QRG_HTTP_INTERNAL', args: {} };
  const why = { code: problem.code, message: messageOf(problem, language) };
  return `${JSON.stringify({ outcome: 'stopped', line, ...told, ...why })}\n`;
}
