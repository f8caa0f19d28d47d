import { QorganError } from '../../../../domain/errors/catalogue.ts';
import { addressNetwork } from '../../../access/address-group.ts';
import type { ReportDesk } from '../report-desk.ts';

type RoomOf = Pick<ReportDesk, 'rates' | 'now'>;

/**
 * Pictures are what strangers can fill a disk with, and payments are written to the same one: so the bytes that are kept have a
 * rate, of one customer's network and of all together. Looked at before a picture is made anew. Throws QRG_WATCH_REPORT_OFTEN.
 */
export function refuseNoRoom({ rates, now }: RoomOf, address: string): void {
  const network = addressNetwork(address);
  const at = now();
  refuseFor(rates.pictureBytes.waitMs(network, at) || rates.pictureBytesAll.waitMs('all', at));
}

/** Takes the room of a picture as it will be kept. Throws QRG_WATCH_REPORT_OFTEN. */
export function takeRoom({ rates, now }: RoomOf, address: string, bytes: number): void {
  const network = addressNetwork(address);
  const at = now();
  refuseFor(
    rates.pictureBytes.take(network, at, bytes) || rates.pictureBytesAll.take('all', at, bytes),
  );
}

function refuseFor(waitMs: number): void {
  if (waitMs > 0)
    throw new QorganError('QRG_WATCH_REPORT_OFTEN', { seconds: Math.ceil(waitMs / 1000) });
}
