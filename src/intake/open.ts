import { stat } from 'node:fs/promises';
import { fail, ok, type Result } from '../domain/errors/catalogue.ts';
import { type FileKind, sniffKind } from './file-kind.ts';
import { planIso20022 } from './iso20022/iso-file.ts';
import { planParquet } from './parquet/parquet-file.ts';
import type { ReadPlan, ReadWishes, RowReading } from './read-plan.ts';
import { planCsv } from './text/csv-file.ts';
import { planNdjson } from './text/ndjson-file.ts';
import { TextSource } from './text-source.ts';
import { rejectOfError } from './unreadable.ts';

export interface OpenOptions extends ReadWishes {
  /** Where to parse: 'auto' takes a thread of its own for files that are worth it. */
  readonly thread?: 'auto' | 'worker' | 'here';
}

/** From this size on a thread of its own pays: it takes some 50 ms to start. Packed text unpacks to about five times. */
const WORTH_A_THREAD_BYTES = 4 << 20;
const WORTH_A_THREAD_PACKED_BYTES = 1 << 20;

/**
 * Opens one file of transfers: CSV, NDJSON (both also gzipped), Parquet, pacs.008 or camt.053. Reads its beginning to
 * find out how the rest is to be read. A file that cannot be used is a failure with its reason, never a throw; workbooks
 * are not opened here (QRG_FILE_FORMAT).
 */
export async function openSource(path: string, options: OpenOptions): Promise<Result<TextSource>> {
  try {
    const { size } = await stat(path);
    if (size === 0) return fail('QRG_FILE_EMPTY', { file: options.name });
    const { kind, gzip } = await sniffKind(path);
    const planned = await planOf(kind, path, gzip, options);
    if (!planned.ok) return planned;
    const { plan, currency, clock, recognised } = planned.value;
    const worth = gzip ? WORTH_A_THREAD_PACKED_BYTES : WORTH_A_THREAD_BYTES;
    const wish = options.thread ?? 'auto';
    const inWorker = wish === 'worker' || (wish === 'auto' && size >= worth);
    return ok(new TextSource(plan, { currency, clock, schema: recognised.schema }, inWorker));
  } catch (error) {
    return { ok: false, problem: rejectOfError(error, options.name) };
  }
}

type Planned = Promise<Result<RowReading & { plan: ReadPlan }>>;

async function planOf(kind: FileKind, path: string, gzip: boolean, wishes: ReadWishes): Planned {
  switch (kind) {
    case 'csv':
      return planCsv(path, gzip, wishes);
    case 'ndjson':
      return planNdjson(path, gzip, wishes);
    case 'parquet':
      return planParquet(path, wishes);
    case 'iso20022':
      return planIso20022(path, gzip, wishes);
    case 'pdf':
      return fail('QRG_FILE_PDF', { file: wishes.name });
    default:
      return fail('QRG_FILE_FORMAT', { file: wishes.name });
  }
}
