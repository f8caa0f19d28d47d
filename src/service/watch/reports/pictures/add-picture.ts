import { createHash } from 'node:crypto';
import { QorganError } from '../../../../domain/errors/catalogue.ts';
import type { Transaction } from '../../../../store/store.ts';
import { refuseOften } from '../refuse-often.ts';
import { openReport } from '../report-by-receipt.ts';
import type { ReportDesk } from '../report-desk.ts';
import { isWhole, pictureType } from './picture-kind.ts';
import { refuseNoRoom, takeRoom } from './picture-room.ts';

/** 5 MB: a screenshot has half of one. */
const PICTURE_BYTES_MOST = 5 * 2 ** 20;
export const PICTURES_MOST = 3;

/**
 * Adds a picture to a report: it is made anew, so that where and with what it was taken stays with its owner, and sealed. The
 * same file again changes nothing. Throws QRG_REPORT_PICTURE_…, QRG_WATCH_REPORT_UNKNOWN, QRG_WATCH_REPORT_OFTEN,
 * QRG_REPORT_MUTED.
 * @returns how many pictures the report has now
 */
export async function addPicture(
  desk: ReportDesk,
  receipt: string,
  { chunks, address }: { readonly chunks: AsyncIterable<Uint8Array>; readonly address: string },
): Promise<number> {
  refuseOften(desk, desk.rates.add, address);
  const reportId = await desk.store.write(async (trx) => {
    const { report_id, muted } = await openReport(trx, receipt, { forUpdate: false });
    if (muted) throw new QorganError('QRG_REPORT_MUTED');
    return report_id;
  });
  const came = await readPicture(chunks);
  const digest = createHash('sha256').update(came).digest('hex');
  // Keyed: a file that is found on somebody's device does not lead here.
  const hash = desk.store.vault.hash('file', digest);
  const before = await desk.store.write((trx) => picturesOf(trx, reportId));
  if (before.some((one) => one.came.equals(hash))) return before.length;
  if (before.length >= PICTURES_MOST) throw full();
  refuseNoRoom(desk, address);
  const { bytes, width, height } = await desk.pictures.makeAnew(came);
  takeRoom(desk, address, bytes.length);
  return desk.store.write(async (trx) => {
    // Three that come at once are counted one after the other.
    await openReport(trx, receipt, { forUpdate: true });
    const known = await picturesOf(trx, reportId);
    if (known.some((one) => one.came.equals(hash))) return known.length;
    if (known.length >= PICTURES_MOST) throw full();
    const sealed = desk.store.vault.seal(bytes);
    await trx
      .insertInto('report_pictures')
      .values({
        ...{ report_id: reportId, at: desk.now(), came: hash },
        ...{ width, height, bytes: bytes.length, sealed },
      })
      .execute();
    return known.length + 1;
  });
}

const full = () => new QorganError('QRG_REPORT_PICTURES_FULL', { most: PICTURES_MOST });

const picturesOf = (trx: Transaction, reportId: number) =>
  trx.selectFrom('report_pictures').select('came').where('report_id', '=', reportId).execute();

/** The whole file, no more of it than may be. */
async function readPicture(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of chunks) {
    parts.push(part);
    length += part.length;
    if (length > PICTURE_BYTES_MOST)
      throw new QorganError('QRG_REPORT_PICTURE_BIG', { most: PICTURE_BYTES_MOST / 2 ** 20 });
  }
  const bytes = new Uint8Array(Buffer.concat(parts, length));
  const type = pictureType(bytes);
  if (type === undefined) throw new QorganError('QRG_REPORT_PICTURE_KIND');
  if (!isWhole(bytes, type)) throw new QorganError('QRG_REPORT_PICTURE_BROKEN');
  return bytes;
}
