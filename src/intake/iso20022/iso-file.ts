import { fail, ok, type Result } from '../../domain/errors/catalogue.ts';
import type { ReadPlan, ReadWishes, RowReading, TextFormat } from '../read-plan.ts';
import type { RowTaker } from '../row-taker.ts';
import { type Encoding, encodingOf } from '../text/encoding.ts';
import { fileChunks, fileHead } from '../text/file-chunks.ts';
import { camt053 } from './camt053.ts';
import { ISO_COLUMNS } from './iso-row.ts';
import { pacs008 } from './pacs008.ts';
import { ScopedValues } from './scoped-values.ts';

const HEAD_BYTES = 1 << 18;

/** The element under Document -> the message. */
const MESSAGES: Readonly<Record<string, 'pacs.008' | 'camt.053'>> = {
  FIToFICstmrCdtTrf: 'pacs.008',
  BkToCstmrStmt: 'camt.053',
};

/**
 * Finds out which message an XML file holds, by its elements and whatever its namespace says. Throws what reading the
 * file throws. Errors: QRG_FILE_FORMAT, QRG_FILE_XML_DTD.
 */
export async function planIso20022(
  path: string,
  gzip: boolean,
  wishes: ReadWishes,
): Promise<Result<RowReading & { plan: ReadPlan }>> {
  const raw = await fileHead(path, gzip, HEAD_BYTES);
  const encoding = xmlEncoding(raw);
  const head = new TextDecoder(encoding).decode(raw, { stream: true });
  if (/<!DOCTYPE/i.test(head)) return fail('QRG_FILE_XML_DTD', { file: wishes.name });
  const root = /<(?:[\w.-]+:)?(FIToFICstmrCdtTrf|BkToCstmrStmt)[\s>/]/.exec(head)?.[1];
  const format: TextFormat | undefined = root === undefined ? undefined : MESSAGES[root];
  if (format === undefined) return fail('QRG_FILE_FORMAT', { file: wishes.name });
  const currency = wishes.currency ?? /\sCcy\s*=\s*["']([A-Z]{3})["']/.exec(head)?.[1] ?? '';
  const isDays = format === 'camt.053' && !/<(?:[\w.-]+:)?(?:DtTm|TxDtTm|AccptncDtTm)>/.test(head);
  const clock = isDays ? 'day' : 'exact';
  const row = {
    columns: ISO_COLUMNS,
    width: 0,
    time: { unit: 'iso', slashes: 'dmy' },
    ledger: currency,
    joinBank: false,
    outsideBanks: true,
    side: [],
    file: wishes.file,
    fileName: wishes.name,
  } as const;
  const wished = wishes.clock === 'day' || wishes.clock === 'exact' ? wishes.clock : clock;
  return ok({
    row,
    currency,
    clock: wished,
    recognised: {
      schema: format,
      columns: ISO_COLUMNS,
      countOf: undefined,
      joinBank: false,
      mixedCurrency: false,
      outsideBanks: true,
    },
    plan: { format, path, gzip, encoding, row },
  });
}

/** Encoding of XML by byte order mark or declaration; UTF-8 when neither tells. */
export function xmlEncoding(raw: Uint8Array): Encoding {
  const declared = /^[^>]*encoding\s*=\s*["']([\w-]+)["']/.exec(
    Buffer.from(raw.subarray(0, 200)).toString('latin1'),
  )?.[1];
  if (declared !== undefined && /^(?:windows|cp)-?1251$/i.test(declared)) return 'windows-1251';
  const found = encodingOf(raw);
  return found === 'windows-1251' ? 'utf-8' : found;
}

/** Reads the file into `taker`; yields the bytes consumed at each step. Throws what reading the file throws, and QorganError for broken XML. */
export async function* readIso20022(plan: ReadPlan, taker: RowTaker): AsyncGenerator<number> {
  const sink = plan.format === 'pacs.008' ? pacs008(taker) : camt053(taker);
  const values = new ScopedValues(sink, plan.row.fileName);
  const decoder = new TextDecoder(plan.encoding);
  for await (const { bytes, consumed } of fileChunks(plan.path, plan.gzip)) {
    values.write(decoder.decode(bytes, { stream: true }));
    yield consumed;
  }
  values.write(decoder.decode());
  values.end();
}
