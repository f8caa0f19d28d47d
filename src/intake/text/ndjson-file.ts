import { fail, ok, type Result } from '../../domain/errors/catalogue.ts';
import { planRows, type ReadPlan, type ReadWishes, type RowReading } from '../read-plan.ts';
import type { RowTaker } from '../row-taker.ts';
import { encodingOf, ToUtf8 } from './encoding.ts';
import { fileChunks, fileHead } from './file-chunks.ts';
import { JsonLine } from './json-line.ts';
import { TextLines } from './text-lines.ts';

const HEAD_BYTES = 1 << 20;
const SAMPLE_ROWS = 500;

/** Finds out how a file of one JSON object a line is to be read. Throws what reading the file throws. */
export async function planNdjson(
  path: string,
  gzip: boolean,
  wishes: ReadWishes,
): Promise<Result<RowReading & { plan: ReadPlan }>> {
  const raw = await fileHead(path, gzip, HEAD_BYTES);
  const encoding = wishes.encoding ?? encodingOf(raw);
  const text = Buffer.from(new ToUtf8(encoding).convert(raw)).toString('utf8');
  const lines = text.split('\n').slice(0, SAMPLE_ROWS);
  const objects = lines.flatMap((line) => flatObject(line));
  if (objects.length === 0) return fail('QRG_FILE_FORMAT', { file: wishes.name });
  const paths = [...new Set(objects.flatMap((object) => [...object.keys()]))];
  const rows = objects.map((object) => paths.map((key) => object.get(key) ?? ''));
  const reading = planRows({ header: paths, rows }, 0, wishes);
  if (!reading.ok) return reading;
  const { row } = reading.value;
  return ok({ ...reading.value, plan: { format: 'ndjson', path, gzip, encoding, row, paths } });
}

/** Reads the file into `taker`; yields the bytes consumed at each step. Throws what reading the file throws. */
export async function* readNdjson(plan: ReadPlan, taker: RowTaker): AsyncGenerator<number> {
  const { paths = [] } = plan;
  const decoder = new ToUtf8(plan.encoding);
  const json = new JsonLine(paths);
  const lines = new TextLines({
    line(b, from, to, line) {
      if (json.read(b, from, to)) taker.row(b, json.starts, json.ends, paths.length, line);
      else
        taker.reject(line, 'QRG_ROW_JSON', {
          value: Buffer.from(b.subarray(from, Math.min(to, from + 100))).toString('utf8'),
        });
    },
    tooLong: (line) => taker.reject(line, 'QRG_ROW_LONG'),
  });
  for await (const { bytes, consumed } of fileChunks(plan.path, plan.gzip)) {
    lines.write(decoder.convert(bytes));
    yield consumed;
  }
  lines.write(decoder.end());
  lines.end();
}

/** Values of one line by path; empty when the line is no object. */
function flatObject(line: string): Map<string, string>[] {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return [];
  }
  if (!isObject(value)) return [];
  const flat = new Map<string, string>();
  const walk = (object: Readonly<Record<string, unknown>>, prefix: string): void => {
    for (const [key, inner] of Object.entries(object))
      if (isObject(inner)) walk(inner, `${prefix}${key}.`);
      else if (!Array.isArray(inner)) flat.set(prefix + key, inner === null ? '' : String(inner));
  };
  walk(value, '');
  return [flat];
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
