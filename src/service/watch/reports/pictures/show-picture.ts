import { QorganError } from '../../../../domain/errors/catalogue.ts';
import { type Principal, scopeOf } from '../../../access/principal.ts';
import type { ReportDesk } from '../report-desk.ts';

/** A picture of a report as it was made anew; people may be in it, so the look is written down first. Throws QRG_REPORT_PICTURE_UNKNOWN. */
export async function showPicture(
  { store, audit }: ReportDesk,
  by: Principal,
  pictureId: number,
): Promise<Uint8Array> {
  const row = await store.read(scopeOf(by), (trx) =>
    trx
      .selectFrom('report_pictures as p')
      .innerJoin('reports as r', 'r.report_id', 'p.report_id')
      .select(['p.sealed', 'r.post_id'])
      .where('p.picture_id', '=', pictureId)
      .executeTakeFirst(),
  );
  if (row === undefined)
    throw new QorganError('QRG_REPORT_PICTURE_UNKNOWN', { picture: pictureId });
  const object = `post:${row.post_id}`;
  const detail = { picture: pictureId };
  await audit.append({ actor: by, action: 'report.picture', object, detail });
  return store.vault.open(row.sealed);
}
