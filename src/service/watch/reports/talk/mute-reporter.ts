import { sql } from 'kysely';
import { QorganError } from '../../../../domain/errors/catalogue.ts';
import type { Transaction } from '../../../../store/store.ts';
import type { MuteKind } from '../../../../store/tables/report-talk.ts';
import { type Principal, scopeOf } from '../../../access/principal.ts';
import type { ReportDesk } from '../report-desk.ts';
import { type ReportOfPost, reportOfPost, reportRow } from './report-of-post.ts';

/** Many share one address of a mobile network: nobody is shut out for long. */
export const MUTE_HOURS_MOST = 72;
const HOUR_MS = 3_600_000;

export interface NewMute {
  readonly kind: MuteKind;
  /** Of a mute of an address. */
  readonly hours: number;
  readonly reason: string;
}

/**
 * Takes no more words to one report, or no more reports from where it came for some hours. Whoever is muted is told so. Throws
 * QRG_WATCH_POST_UNKNOWN, QRG_REPORT_NONE, QRG_REPORT_ORIGIN_GONE, QRG_REPORT_MUTE_CHANGED.
 */
export async function muteReporter(
  desk: ReportDesk,
  by: Principal,
  postId: number,
  { kind, hours, reason }: NewMute,
): Promise<ReportOfPost> {
  const { store, audit, now } = desk;
  const { report_id } = await store.read(scopeOf(by), (trx) => reportRow(trx, postId));
  await store.write(async (trx) => {
    const at = now();
    await sql`SELECT FROM reports WHERE report_id = ${report_id} FOR UPDATE`.execute(trx);
    if (await isMuted(trx, report_id, kind, at)) throw new QorganError('QRG_REPORT_MUTE_CHANGED');
    await trx
      .insertInto('report_mutes')
      .values({
        ...{ report_id, kind, at, actor_id: by.id, actor: by.name },
        hash: kind === 'address' ? await originOf(trx, report_id, at) : null,
        until: kind === 'address' ? at + hours * HOUR_MS : null,
        reason_sealed: store.vault.seal(reason),
      })
      .execute();
    const detail = kind === 'address' ? { kind, hours } : { kind };
    const object = `post:${postId}`;
    await audit.appendIn(trx, { actor: by, action: 'report.mute', object, reason, detail });
  });
  return reportOfPost(desk, by, postId);
}

/** Ends a mute before its time. Throws QRG_REPORT_MUTE_UNKNOWN, QRG_REPORT_MUTE_CHANGED. */
export async function liftMute(
  desk: ReportDesk,
  by: Principal,
  muteId: number,
  reason: string,
): Promise<ReportOfPost> {
  const { store, audit, now } = desk;
  const postId = await store.read(scopeOf(by), (trx) => postOfMute(trx, muteId));
  await store.write(async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('report_mutes')
      .set({ lifted_at: now(), lifted_by: by.name, hash: null, version: sql`version + 1` })
      .where('mute_id', '=', muteId)
      .where('lifted_at', 'is', null)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) throw new QorganError('QRG_REPORT_MUTE_CHANGED');
    const object = `post:${postId}`;
    await audit.appendIn(trx, { actor: by, action: 'report.unmute', object, reason });
  });
  return reportOfPost(desk, by, postId);
}

async function isMuted(
  trx: Transaction,
  reportId: number,
  kind: MuteKind,
  now: number,
): Promise<boolean> {
  const row = await trx
    .selectFrom('report_mutes')
    .select('mute_id')
    .where('report_id', '=', reportId)
    .where('kind', '=', kind)
    .where('lifted_at', 'is', null)
    .where(({ eb, or }) => or([eb('until', 'is', null), eb('until', '>', now)]))
    .executeTakeFirst();
  return row !== undefined;
}

async function originOf(trx: Transaction, reportId: number, now: number): Promise<Buffer> {
  const row = await trx
    .selectFrom('report_origins')
    .select('hash')
    .where('report_id', '=', reportId)
    .where('until', '>', now)
    .executeTakeFirst();
  if (row === undefined) throw new QorganError('QRG_REPORT_ORIGIN_GONE');
  return row.hash;
}

async function postOfMute(trx: Transaction, muteId: number): Promise<number> {
  const row = await trx
    .selectFrom('report_mutes')
    .innerJoin('reports', 'reports.report_id', 'report_mutes.report_id')
    .select('post_id')
    .where('mute_id', '=', muteId)
    .executeTakeFirst();
  if (row?.post_id == null) throw new QorganError('QRG_REPORT_MUTE_UNKNOWN', { mute: muteId });
  return row.post_id;
}
