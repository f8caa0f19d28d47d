import { type Selectable, sql } from 'kysely';
import { QorganError } from '../../../domain/errors/catalogue.ts';
import type { PostLabel } from '../../../domain/post.ts';
import type { Transaction } from '../../../store/store.ts';
import type { WatchTables } from '../../../store/tables/watch.ts';
import type { Takedown } from '../../../watch/takedown/takedown-state.ts';
import type { Principal } from '../../access/principal.ts';

/** A request with what is asked of its post, its appeals and its checks. */
export type TakedownRow = Selectable<WatchTables['takedowns']> & {
  readonly url: string | null;
  readonly post_label: PostLabel;
  readonly post_gone_at: number | null;
  /** Of the post, as it is by now. */
  readonly post_campaign: number | null;
  readonly appeals: number;
  readonly open_appeals: number;
  /** Hours of the next look at the page; null: none is left. */
  readonly next_check: number | null;
};

/** Requests as the reader of the transaction may see them. */
export const takedownRows = (trx: Transaction) =>
  trx
    .selectFrom('takedowns')
    .innerJoin('posts', 'posts.post_id', 'takedowns.post_id')
    .selectAll('takedowns')
    .select([
      'posts.url',
      'posts.gone_at as post_gone_at',
      'posts.campaign_id as post_campaign',
      sql<PostLabel>`coalesce(posts.said_label, posts.label)`.as('post_label'),
      sql<number>`(SELECT count(*)::int FROM takedown_appeals a WHERE a.takedown_id = takedowns.takedown_id)`.as(
        'appeals',
      ),
      sql<number>`(SELECT count(*)::int FROM takedown_appeals a
        WHERE a.takedown_id = takedowns.takedown_id AND a.outcome IS NULL)`.as('open_appeals'),
      sql<number | null>`(SELECT min(c.hours) FROM takedown_checks c
        WHERE c.takedown_id = takedowns.takedown_id AND c.done_at IS NULL)`.as('next_check'),
    ]);

export const takedownOf = (row: TakedownRow): Takedown => ({
  state: row.state,
  draftedBy: row.drafted_by_id,
  approvedBy: row.approved_by_id,
  hasCapture: row.capture_id !== null,
  openAppeals: row.open_appeals,
});

/** Throws QRG_TAKEDOWN_UNKNOWN for one that the reader of the transaction may not see. */
export async function findTakedown(trx: Transaction, takedownId: number): Promise<TakedownRow> {
  const row = await takedownRows(trx)
    .where('takedowns.takedown_id', '=', takedownId)
    .executeTakeFirst();
  if (row === undefined) throw new QorganError('QRG_TAKEDOWN_UNKNOWN');
  return row;
}

/** Whether a request is this person's to act on: their institution's own, or of a post that belongs to nobody. */
export const isTheirs = (
  { institution_id }: Pick<TakedownRow, 'institution_id'>,
  { institutionId }: Principal,
): boolean => institution_id === null || institution_id === institutionId;

/**
 * A request to act on, locked until the transaction ends. Throws QRG_TAKEDOWN_UNKNOWN, and QRG_TAKEDOWN_VERSION when it is not
 * as the person saw it.
 */
export async function lockTakedown(
  trx: Transaction,
  principal: Principal,
  takedownId: number,
  version: number | undefined,
): Promise<TakedownRow> {
  await holdRow(trx, takedownId);
  const row = await findTakedown(trx, takedownId);
  if (!isTheirs(row, principal)) throw new QorganError('QRG_TAKEDOWN_UNKNOWN');
  if (version !== undefined && row.version !== version)
    throw new QorganError('QRG_TAKEDOWN_VERSION');
  return row;
}

/** Locks the row alone: a join cannot be locked by a reader of counts. */
export const holdRow = (trx: Transaction, takedownId: number) =>
  trx
    .selectFrom('takedowns')
    .select('takedown_id')
    .where('takedown_id', '=', takedownId)
    .forUpdate()
    .execute();
