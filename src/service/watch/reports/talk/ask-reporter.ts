import type { Principal } from '../../../access/principal.ts';
import { scopeOf } from '../../../access/principal.ts';
import type { ReportDesk } from '../report-desk.ts';
import { roomForMessage } from './messages.ts';
import { type ReportOfPost, reportOfPost, reportRow } from './report-of-post.ts';

/**
 * Asks whoever told of a post: they see the question when they look by their receipt, without the name of who asks. Throws
 * QRG_WATCH_POST_UNKNOWN, QRG_REPORT_NONE, QRG_REPORT_TALK_FULL.
 */
export async function askReporter(
  desk: ReportDesk,
  by: Principal,
  postId: number,
  text: string,
): Promise<ReportOfPost> {
  const { store, audit, now } = desk;
  const { report_id } = await store.read(scopeOf(by), (trx) => reportRow(trx, postId));
  await store.write(async (trx) => {
    await lockReport(trx, report_id);
    await roomForMessage(trx, report_id, 'reader');
    await trx
      .insertInto('report_messages')
      .values({
        ...{ report_id, at: now(), actor_id: by.id, actor: by.name },
        sealed: store.vault.seal(text),
      })
      .execute();
    await audit.appendIn(trx, {
      ...{ actor: by, action: 'report.ask', object: `post:${postId}` },
      detail: { text },
    });
  });
  return reportOfPost(desk, by, postId);
}

/** Messages of one report are counted one after the other. */
const lockReport = (trx: Parameters<typeof roomForMessage>[0], reportId: number) =>
  trx
    .selectFrom('reports')
    .select('report_id')
    .where('report_id', '=', reportId)
    .forUpdate()
    .execute();
