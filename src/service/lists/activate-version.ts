import { sql } from 'kysely';
import { QorganError } from '../../domain/errors/catalogue.ts';
import { ListSnapshot } from '../../screening/lists/list-snapshot.ts';
import type { Transaction } from '../../store/store.ts';
import type { Principal } from '../access/principal.ts';
import type { AccountHit, DismissedHit } from './account-listing.ts';
import { loadDismissed } from './dismissed.ts';
import type { Lists } from './lists.ts';
import { loadHits, loadSnapshot } from './load-snapshot.ts';
import { managedList, type StoredList } from './managed-list.ts';
import { holdHits, IN_FORCE, inVersion, recordMet } from './met.ts';
import { allowLongWork } from './paged-rows.ts';

/** What became of a list: a version of it came into force, or none is any more (`number` is null). */
export interface Activation<Number extends number | null = number> {
  readonly listId: number;
  readonly number: Number;
  /** The version that was in force before. */
  readonly before: number | null;
  readonly at: number;
  /** Hits that are new, or a question again; hits whose entry left the list or changed. */
  readonly met: number;
  readonly gone: number;
  /** Listed accounts in all, by this list and others. */
  readonly accounts: number;
}

interface Activated<Number extends number | null> {
  readonly done: Omit<Activation<Number>, 'accounts'>;
  readonly snapshot: ListSnapshot;
  readonly hits: readonly AccountHit[];
  readonly dismissed: readonly DismissedHit[];
}

/**
 * Puts a version in force, be it newer or older than the one that is: in one transaction, with the hits it makes and ends;
 * decisions follow it from the moment of the commit. Throws QRG_LIST_UNKNOWN, QRG_LIST_NOT_YOURS, QRG_LIST_VERSION_UNKNOWN,
 * QRG_LIST_IN_FORCE.
 *
 * @param reason why, in a person's words
 */
export function activateVersion(
  lists: Lists,
  by: Principal,
  listId: number,
  number: number,
  reason: string,
): Promise<Activation> {
  return putInForce(lists, by, { listId, number, reason });
}

/**
 * Takes a list out of force, as if its version in force had no entry: its hits end and its marks are taken back. Its versions
 * stay and can be put in force again. Throws QRG_LIST_UNKNOWN, QRG_LIST_NOT_YOURS, QRG_LIST_NOT_IN_FORCE.
 *
 * @param reason why, in a person's words
 */
export function withdrawList(
  lists: Lists,
  by: Principal,
  listId: number,
  reason: string,
): Promise<Activation<null>> {
  return putInForce(lists, by, { listId, number: null, reason });
}

interface Wish<Number extends number | null> {
  readonly listId: number;
  readonly number: Number;
  readonly reason: string;
}

async function putInForce<Number extends number | null>(
  lists: Lists,
  by: Principal,
  wish: Wish<Number>,
): Promise<Activation<Number>> {
  const { running } = lists;
  running.activations++;
  try {
    // One after the other: what is in memory follows the order of the commits.
    const activated = running.activating.then(() =>
      lists.store.write((trx) => activateIn(trx, lists, by, wish)),
    );
    const swapped = activated.then(({ snapshot, hits, dismissed }) =>
      lists.listing.swap(snapshot, hits, dismissed),
    );
    running.activating = swapped.catch(() => {});
    await swapped;
    running.marksDue = true;
    return { ...(await activated).done, accounts: lists.listing.size };
  } finally {
    running.activations--;
  }
}

async function activateIn<Number extends number | null>(
  trx: Transaction,
  lists: Lists,
  by: Principal,
  { listId, number, reason }: Wish<Number>,
): Promise<Activated<Number>> {
  await allowLongWork(trx);
  const list = await managedList(trx, by, listId, 'lock');
  await holdHits(trx);
  const at = await startActivation(trx, lists.now(), by, list, number, reason);
  const fresh = sql`e.list_id = ${listId} AND ${IN_FORCE} AND NOT coalesce(${inVersion(sql`${list.inForce}::int`)}, false)`;
  const met = await recordMet({ entries: fresh }, at).execute(trx);
  const gone = await endHits(trx, listId, at);
  const loaded = {
    snapshot:
      number === null
        ? new ListSnapshot(list.facts, 0)
        : await loadSnapshot(trx, list.facts, number),
    hits: await loadHits(trx, list.facts),
    dismissed: await loadDismissed(trx, list.facts),
  };
  const done = {
    listId,
    number,
    before: list.inForce,
    at,
    met: Number(met.numAffectedRows ?? 0n),
    gone,
  };
  await lists.audit.appendIn(trx, {
    actor: by,
    ...(list.facts.institutionId !== null && { institutionId: list.facts.institutionId }),
    action: number === null ? 'list.withdraw' : 'list.activate',
    object: `list:${listId}`,
    reason,
    detail: { number, before: list.inForce, met: done.met, gone },
  });
  return { done, ...loaded };
}

/** Ends the version in force and begins the other, if there is to be one. Returns the moment, never before the one it follows. */
async function startActivation(
  trx: Transaction,
  now: number,
  by: Principal,
  { facts: { listId }, inForce }: StoredList,
  number: number | null,
  reason: string,
): Promise<number> {
  if (number !== null) await mustBeNext(trx, listId, number, inForce);
  else if (inForce === null) throw new QorganError('QRG_LIST_NOT_IN_FORCE');
  const ended = await trx
    .updateTable('list_activations')
    .set({ to_at: sql<number>`greatest(${now}::bigint, from_at)` })
    .where('list_id', '=', listId)
    .where('to_at', 'is', null)
    .returning('to_at')
    .executeTakeFirst();
  const at = ended?.to_at ?? now;
  if (number !== null)
    await trx
      .insertInto('list_activations')
      .values({ list_id: listId, number, from_at: at, activated_by: by.name, reason })
      .execute();
  await trx.updateTable('lists').set({ in_force: number }).where('list_id', '=', listId).execute();
  return at;
}

async function mustBeNext(
  trx: Transaction,
  listId: number,
  number: number,
  inForce: number | null,
): Promise<void> {
  if (number === inForce) throw new QorganError('QRG_LIST_IN_FORCE', { number });
  const version = await trx
    .selectFrom('list_versions')
    .select('number')
    .where('list_id', '=', listId)
    .where('number', '=', number)
    .executeTakeFirst();
  if (version === undefined) throw new QorganError('QRG_LIST_VERSION_UNKNOWN', { number });
}

/** Hits whose entry is not in force any more. Returns how many. */
async function endHits(trx: Transaction, listId: number, at: number): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    UPDATE list_hits h SET gone_at = ${at}::bigint, version = version + 1
    WHERE h.list_id = ${listId} AND h.gone_at IS NULL AND NOT EXISTS (
      SELECT FROM list_entries e JOIN lists l ON l.list_id = e.list_id
      WHERE e.entry_id = h.entry_id AND ${IN_FORCE})`.execute(trx);
  return Number(numAffectedRows);
}
