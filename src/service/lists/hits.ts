import { QorganError } from '../../domain/errors/catalogue.ts';
import { maskAccount } from '../../domain/mask.ts';
import type { KeyKind } from '../../screening/lists/exact-key.ts';
import { isJudged, type ListKind } from '../../screening/lists/list-kind.ts';
import type { Transaction } from '../../store/store.ts';
import type { HitState } from '../../store/tables/lists.ts';
import { type Principal, scopeOf } from '../access/principal.ts';
import type { Page } from '../cursor.ts';
import { type KeptMatch, openMatch } from '../screening/kept-match.ts';
import type { Lists } from './lists.ts';
import { NumberedPages, type PageWish } from './page.ts';

/** A customer or an account of an institution that meets an entry in force: a task for a person. */
export interface HitView {
  readonly hitId: number;
  readonly institutionId: number;
  readonly listId: number;
  readonly listName: string;
  readonly kind: ListKind;
  readonly entryId: number;
  /** One of the two. */
  readonly customerId: number | null;
  readonly account: { readonly accountNo: number; readonly masked: string } | null;
  /** Kinds of identifiers, or 'name' alone. */
  readonly via: readonly (KeyKind | 'name')[];
  /** 0..1, of a name. */
  readonly score: number | null;
  /** How the name met; null for identifiers. */
  readonly match: KeptMatch | null;
  readonly state: HitState;
  readonly foundAt: number;
  /** The entry left the list, or the party is not known by it any more. */
  readonly goneAt: number | null;
  /** Of the last decision; a hit that is open again shows why it was dismissed. */
  readonly reason: string | null;
  readonly decidedBy: string | null;
  readonly decidedAt: number | null;
  /** For If-Match. */
  readonly version: number;
}

export interface HitFilter {
  readonly state?: HitState | undefined;
  readonly listId?: number | undefined;
  readonly customerId?: number | undefined;
  readonly accountNo?: number | undefined;
  readonly by?: 'key' | 'name' | undefined;
  /** Hits that are gone, too. */
  readonly gone?: boolean | undefined;
}

const HITS = new NumberedPages('list-hits', Number.MAX_SAFE_INTEGER);

/** Hits of the institution, the latest first. */
export function findHits(
  lists: Lists,
  by: Principal,
  filter: HitFilter,
  wish: PageWish,
): Promise<Page<HitView>> {
  return lists.store.read(scopeOf(by), async (trx) => {
    let query = hitRows(trx).where('h.hit_id', '<', HITS.after(wish));
    if (filter.state !== undefined) query = query.where('h.state', '=', filter.state);
    if (filter.listId !== undefined) query = query.where('h.list_id', '=', filter.listId);
    if (filter.customerId !== undefined)
      query = query.where('h.customer_id', '=', filter.customerId);
    if (filter.accountNo !== undefined) query = query.where('h.account_no', '=', filter.accountNo);
    if (filter.by !== undefined) query = query.where('h.by_name', '=', filter.by === 'name');
    if (filter.gone !== true) query = query.where('h.gone_at', 'is', null);
    const rows = await query
      .orderBy('h.hit_id', 'desc')
      .limit(wish.limit + 1)
      .execute();
    return HITS.of(
      rows,
      wish,
      (row) => row.hit_id,
      (row) => hitView(row, lists),
    );
  });
}

export interface HitDecision {
  readonly state: Exclude<HitState, 'open'>;
  readonly reason: string;
}

/**
 * A person says whether a hit is one. `version` is the one the person saw. Throws QRG_LIST_HIT_UNKNOWN,
 * QRG_LIST_HIT_CHANGED, QRG_LIST_HIT_REASON.
 */
export async function decideHit(
  lists: Lists,
  by: Principal,
  hitId: number,
  version: number,
  { state, reason }: HitDecision,
): Promise<HitView> {
  if (reason.trim() === '') throw new QorganError('QRG_LIST_HIT_REASON');
  const row = await lists.store.write(async (trx) => {
    const decided = await trx
      .updateTable('list_hits')
      .set((eb) => ({
        state,
        reason,
        decided_by: by.name,
        decided_at: lists.now(),
        version: eb('version', '+', 1),
      }))
      .where('hit_id', '=', hitId)
      .where('institution_id', '=', by.institutionId)
      .where('version', '=', version)
      .returning('hit_id')
      .executeTakeFirst();
    if (decided === undefined) throw await refusal(trx, by, hitId);
    const found = await hitRows(trx).where('h.hit_id', '=', hitId).executeTakeFirstOrThrow();
    await lists.audit.appendIn(trx, {
      actor: by,
      action: state === 'confirmed' ? 'list-hit.confirm' : 'list-hit.dismiss',
      object: `list-hit:${hitId}`,
      reason,
      detail: { list: found.list_id, entry: found.entry_id, via: found.via },
    });
    return found;
  });
  remember(lists, row);
  return hitView(row, lists);
}

/** Whether the hit is not there for this person, or is another than the one that was seen. */
async function refusal(trx: Transaction, by: Principal, hitId: number): Promise<QorganError> {
  const known = await trx
    .selectFrom('list_hits')
    .select('hit_id')
    .where('hit_id', '=', hitId)
    .where('institution_id', '=', by.institutionId)
    .executeTakeFirst();
  return known === undefined
    ? new QorganError('QRG_LIST_HIT_UNKNOWN', { hit: hitId })
    : new QorganError('QRG_LIST_HIT_CHANGED');
}

type HitRow = Awaited<ReturnType<ReturnType<typeof hitRows>['executeTakeFirstOrThrow']>>;

/** Decisions follow at once where a person's word counts; marks, where an open or confirmed hit is due. */
function remember(lists: Lists, row: HitRow): void {
  lists.running.marksDue = true;
  if (!isJudged(row.kind) || row.by_name) return;
  const party = {
    customerId: row.customer_id ?? undefined,
    accountNo: row.account_no ?? undefined,
  };
  lists.listing.dismiss({ entryId: row.entry_id, ...party }, row.state === 'dismissed');
}

const hitRows = (trx: Transaction) =>
  trx
    .selectFrom('list_hits as h')
    .innerJoin('lists as l', 'l.list_id', 'h.list_id')
    .leftJoin('accounts as a', 'a.account_no', 'h.account_no')
    .select([
      'h.hit_id',
      'h.institution_id',
      'h.list_id',
      'l.name',
      'l.kind',
      'h.entry_id',
      'h.customer_id',
      'h.account_no',
      'a.name_sealed',
      'h.via',
      'h.by_name',
      'h.score',
      'h.match_sealed',
      'h.state',
      'h.found_at',
      'h.gone_at',
      'h.reason',
      'h.decided_by',
      'h.decided_at',
      'h.version',
    ]);

function hitView(row: HitRow, { store }: Lists): HitView {
  const { account_no, name_sealed } = row;
  const { vault } = store;
  const masked = name_sealed === null ? '' : maskAccount(vault.open(name_sealed).toString());
  return {
    hitId: row.hit_id,
    institutionId: row.institution_id,
    listId: row.list_id,
    listName: row.name,
    kind: row.kind,
    entryId: row.entry_id,
    customerId: row.customer_id,
    account: account_no === null ? null : { accountNo: account_no, masked },
    via: row.via as HitView['via'],
    score: row.score,
    match: row.match_sealed === null ? null : openMatch(vault, row.match_sealed),
    state: row.state,
    foundAt: row.found_at,
    goneAt: row.gone_at,
    reason: row.reason,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
    version: row.version,
  };
}
