import { type RawBuilder, sql } from 'kysely';
import type { Transaction } from '../../../store/store.ts';
import { WAYS } from '../../../watch/takedown/takedown-state.ts';
import { type AuditEntry, SYSTEM } from '../../audit/entry.ts';
import type { TakedownDeps } from './deps.ts';
import { findTakedown, holdRow, type TakedownRow } from './takedown-row.ts';
import { auditOf, type Step, writeStep } from './write-step.ts';

const DAY_MS = 86_400_000;

/** An unlawful offer, by a person's word where there is one. SQL over `p`. */
export const UNLAWFUL_OFFER: RawBuilder<boolean> = sql`
  coalesce(p.said_label, p.label) IN ('dropper', 'drug_courier', 'drug_ad')
  AND coalesce(p.said_stance, p.stance) = 'offer'`;

/** A post that came after a removal of its campaign's page. */
interface Reappeared {
  readonly takedown_id: number;
  readonly post_id: number;
}

/** Found in one look. */
const LOOK_MOST = 100;

/**
 * Removals whose campaign has posted since: what a removed page said is said again elsewhere. They are watched for as long as
 * the page itself is looked at again.
 */
export async function reappearances(
  { book }: Pick<TakedownDeps, 'book'>,
  trx: Transaction,
  now: number,
): Promise<Reappeared[]> {
  const watchedMs = (book.recheckHours.at(-1) ?? 0) * (DAY_MS / 24);
  const { rows } = await sql<Reappeared>`
    SELECT t.takedown_id, min(p.post_id) AS post_id
    FROM takedowns t
    JOIN posts o ON o.post_id = t.post_id
    JOIN posts p ON p.campaign_id = o.campaign_id AND p.post_id <> t.post_id AND p.found_at > t.removed_at
    WHERE t.state = 'removed' AND t.requested_at > ${now - watchedMs}
      AND (p.institution_id IS NULL OR p.institution_id = t.institution_id)
      AND p.gone_at IS NULL AND ${UNLAWFUL_OFFER}
    GROUP BY t.takedown_id ORDER BY t.takedown_id LIMIT ${LOOK_MOST}`.execute(trx);
  return rows.map(({ takedown_id, post_id }) => ({
    takedown_id: Number(takedown_id),
    post_id: Number(post_id),
  }));
}

/**
 * Writes down that a page, or its campaign, is back. Returns what the record of acts is to say, last; undefined where the
 * request is no removal any more.
 */
export async function noteReappearance(
  deps: Pick<TakedownDeps, 'store'>,
  trx: Transaction,
  takedownId: number,
  postId: number,
  at: number,
): Promise<AuditEntry | undefined> {
  await holdRow(trx, takedownId);
  const row = await findTakedown(trx, takedownId);
  const state = WAYS.found_again[row.state];
  if (state === undefined) return undefined;
  const step: Step = { state, event: 'found_again', at, actor: SYSTEM, note: `post:${postId}` };
  await writeStep(deps, trx, row, step);
  return auditOf(row, step, { post: postId });
}

/** Posts shown of one campaign. */
const REPOSTS_MOST = 50;

/** Offers of its campaign that were found after the removal, and that the reader of the transaction may see. */
export async function repostsOf(
  trx: Transaction,
  { post_id, post_campaign, removed_at }: TakedownRow,
): Promise<number[]> {
  if (post_campaign === null || removed_at === null) return [];
  const { rows } = await sql<{ readonly post_id: number }>`
    SELECT p.post_id FROM posts p
    WHERE p.campaign_id = ${post_campaign} AND p.post_id <> ${post_id} AND p.found_at > ${removed_at}
      AND ${UNLAWFUL_OFFER}
    ORDER BY p.post_id LIMIT ${REPOSTS_MOST}`.execute(trx);
  return rows.map((row) => Number(row.post_id));
}
