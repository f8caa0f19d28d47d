import type { Scope, Store } from '../../store/store.ts';
import type { Json } from './canonical-json.ts';
import type { ActorKind } from './chain.ts';

/** What a reader of the record asks for; everything given must hold. */
export interface AuditQuery {
  /** Only entries with a smaller number: the `next` of the page before. */
  readonly before?: number | undefined;
  /** 1…200. */
  readonly limit: number;
  readonly action?: string | undefined;
  readonly actor?: string | undefined;
  readonly object?: string | undefined;
  /** Epoch ms, inclusive and exclusive. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

export interface AuditRow {
  readonly seq: number;
  readonly at: number;
  readonly actor: string;
  readonly actorKind: ActorKind;
  readonly institutionId: number | null;
  readonly action: string;
  readonly object: string;
  readonly reason: string | null;
  readonly detail: Json;
}

const LIMIT_MOST = 200;

/** A page of the record, newest first: of the reader's institution, or of all where the reader sees all. */
export function listAudit(
  store: Store,
  scope: Scope,
  query: AuditQuery,
): Promise<{ items: AuditRow[]; next: number | null }> {
  const limit = Math.min(Math.max(1, query.limit), LIMIT_MOST);
  return store.read(scope, async (trx) => {
    let rows = trx
      .selectFrom('audit')
      .select(['seq', 'at', 'actor', 'actor_kind', 'institution_id'])
      .select(['action', 'object', 'reason', 'detail'])
      .orderBy('seq', 'desc')
      .limit(limit + 1);
    if (query.before !== undefined) rows = rows.where('seq', '<', query.before);
    if (query.action !== undefined) rows = rows.where('action', '=', query.action);
    if (query.actor !== undefined) rows = rows.where('actor', '=', query.actor);
    if (query.object !== undefined) rows = rows.where('object', '=', query.object);
    if (query.from !== undefined) rows = rows.where('at', '>=', query.from);
    if (query.to !== undefined) rows = rows.where('at', '<', query.to);
    const found = await rows.execute();
    const items = found.slice(0, limit).map((row) => ({
      seq: row.seq,
      at: row.at,
      actor: row.actor,
      actorKind: row.actor_kind as ActorKind,
      institutionId: row.institution_id,
      action: row.action,
      object: row.object,
      reason: row.reason,
      detail: row.detail as Json,
    }));
    return { items, next: found.length > limit ? items[limit - 1].seq : null };
  });
}
