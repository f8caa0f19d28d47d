import { QorganError } from '../../../domain/errors/catalogue.ts';
import type { Proof } from '../../portal/proofs/proofs.ts';
import { originHash, type ReportDesk } from './report-desk.ts';
import { letIn } from './report-door.ts';
import { isEmptyReport, type ReceivedReport, type ToldReport, takeReport } from './take-report.ts';

/** A report as it comes from outside. Throws QRG_WATCH_REPORT_EMPTY, and what the door throws. */
export async function receiveReport(
  desk: ReportDesk,
  told: ToldReport,
  { address, proof }: { readonly address: string; readonly proof: Proof | undefined },
): Promise<ReceivedReport> {
  if (isEmptyReport(told)) throw new QorganError('QRG_WATCH_REPORT_EMPTY');
  await letIn(desk, address, proof);
  return takeReport(desk.watch, told, originHash(desk.store, address));
}
