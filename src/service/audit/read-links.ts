import type { Transaction } from '../../store/store.ts';
import type { Json } from './canonical-json.ts';
import type { ActorKind, AuditLink } from './chain.ts';

/** Links read at once. */
const PAGE = 1_000;

/** The next links after a number, in order; none at the end. */
export async function pageAfter(trx: Transaction, seq: number): Promise<AuditLink[]> {
  const rows = await trx
    .selectFrom('audit')
    .selectAll()
    .where('seq', '>', seq)
    .orderBy('seq')
    .limit(PAGE)
    .execute();
  return rows.map((row) => ({
    seq: row.seq,
    at: row.at,
    actor: row.actor,
    actorKind: row.actor_kind as ActorKind,
    actorId: row.actor_id,
    institutionId: row.institution_id,
    action: row.action,
    object: row.object,
    reason: row.reason,
    detail: row.detail as Json,
    prev: row.prev,
    hash: row.hash,
  }));
}
