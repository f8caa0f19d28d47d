import { QorganError } from '../../../domain/errors/catalogue.ts';
import { addressGroup, addressNetwork } from '../../access/address-group.ts';
import { accept, type Proof } from '../../portal/proofs/proofs.ts';
import { originHash, type ReportDesk } from './report-desk.ts';

/**
 * Lets a report in. A few of each address pass as they come while all together are few; past that the sender shows work, and
 * past what work buys, waits. Who floods spends only what is its own: everybody else still passes. Throws QRG_PROOF_NEEDED,
 * QRG_PROOF_…, QRG_WATCH_REPORT_OFTEN, QRG_REPORT_SOURCE_MUTED.
 */
export async function letIn(
  desk: ReportDesk,
  address: string,
  proof: Proof | undefined,
): Promise<void> {
  const group = addressGroup(address);
  if (proof === undefined) passFreely(desk, group);
  else {
    accept(desk.proofs, proof, 'report');
    passProved(desk, address);
  }
  await refuseMuted(desk, address);
}

function passFreely({ watch: { rates }, rates: { proved }, now }: ReportDesk, group: string): void {
  const at = now();
  const waitMs = rates.tell.take(group, at) || rates.tellAll.take('all', at);
  if (waitMs === 0) return;
  // Work would not help now either: better said before it is done.
  const provedWaitMs = proved.waitMs(group, at);
  if (provedWaitMs > 0) throw often(Math.min(waitMs, provedWaitMs));
  throw new QorganError('QRG_PROOF_NEEDED', { purpose: 'report', seconds: seconds(waitMs) });
}

function passProved({ rates, now }: ReportDesk, address: string): void {
  const at = now();
  const waitMs =
    rates.proved.take(addressGroup(address), at) ||
    rates.provedNetwork.take(addressNetwork(address), at) ||
    rates.provedAll.take('all', at);
  if (waitMs > 0) throw often(waitMs);
}

const seconds = (ms: number): number => Math.ceil(ms / 1000);
const often = (waitMs: number) =>
  new QorganError('QRG_WATCH_REPORT_OFTEN', { seconds: seconds(waitMs) });

async function refuseMuted({ store, now }: ReportDesk, address: string): Promise<void> {
  const at = now();
  const hash = originHash(store, address);
  const mute = await store.write((trx) =>
    trx
      .selectFrom('report_mutes')
      .select('until')
      .where('hash', '=', hash)
      .where('lifted_at', 'is', null)
      .where('until', '>', at)
      .orderBy('until', 'desc')
      .executeTakeFirst(),
  );
  if (mute?.until == null) return;
  throw new QorganError('QRG_REPORT_SOURCE_MUTED', { seconds: seconds(mute.until - at) });
}
