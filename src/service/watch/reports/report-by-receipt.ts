import { sql } from 'kysely';
import { QorganError } from '../../../domain/errors/catalogue.ts';
import type { Transaction } from '../../../store/store.ts';
import type { ReportState } from '../../../store/tables/watch.ts';
import { receiptHash } from './take-report.ts';

export interface OpenReport {
  readonly report_id: number;
  readonly at: number;
  readonly state: ReportState;
  /** No more words of whoever has the receipt are taken. */
  readonly muted: boolean;
}

/** The report of a receipt. Throws QRG_WATCH_REPORT_UNKNOWN. */
export async function openReport(
  trx: Transaction,
  receipt: string,
  { forUpdate }: { readonly forUpdate: boolean },
): Promise<OpenReport> {
  const { rows } = await sql<OpenReport>`
    SELECT report_id, at, state, EXISTS (
      SELECT FROM report_mutes m
      WHERE m.report_id = r.report_id AND m.kind = 'receipt' AND m.lifted_at IS NULL) AS muted
    FROM reports r WHERE receipt = ${receiptHash(receipt)}
    ${forUpdate ? sql`FOR UPDATE` : sql``}`.execute(trx);
  if (rows.length === 0) throw new QorganError('QRG_WATCH_REPORT_UNKNOWN');
  return rows[0];
}
