import type { ReportDesk } from './report-desk.ts';

/** Forgets from where reports came when the time is over, and ends what has nothing to do. */
export async function tickReports({ store, pictures, now }: ReportDesk): Promise<void> {
  pictures.rest();
  const at = now();
  await store.write(async (trx) => {
    await trx.deleteFrom('report_origins').where('until', '<=', at).execute();
    await trx
      .updateTable('report_mutes')
      .set({ hash: null })
      .where('hash', 'is not', null)
      .where('until', '<=', at)
      .execute();
  });
}
