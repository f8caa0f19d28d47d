import { sql } from 'kysely';
import type { KeyKind } from '../../screening/lists/exact-key.ts';
import type { ListFacts, ListHit } from '../../screening/lists/list-hit.ts';
import { hasRefundDuty, watchesMoney } from '../../screening/lists/list-kind.ts';
import { ListSnapshot } from '../../screening/lists/list-snapshot.ts';
import type { Transaction } from '../../store/store.ts';
import type { AccountHit } from './account-listing.ts';
import { inVersion } from './met.ts';
import { pagedRows } from './paged-rows.ts';

interface EntryFacts {
  readonly entry_id: number;
  readonly since: number | null;
  readonly until: number | null;
  readonly reason: string | null;
}

/** The identifiers of one version that decisions ask for: none of a list that has no word in them. */
export async function loadSnapshot(
  trx: Transaction,
  facts: ListFacts,
  number: number,
): Promise<ListSnapshot> {
  if (!watchesMoney(facts.kind)) return new ListSnapshot(facts, 0);
  const { keys } = await trx
    .selectFrom('list_versions')
    .select('keys')
    .where('list_id', '=', facts.listId)
    .where('number', '=', number)
    .executeTakeFirstOrThrow();
  const snapshot = new ListSnapshot(facts, keys);
  const query = sql`
    SELECT k.value_hash, k.kind, e.entry_id, e.since, e.until, e.reason
    FROM list_entries e JOIN list_keys k ON k.entry_id = e.entry_id
    WHERE e.list_id = ${facts.listId} AND ${inVersion(sql`${number}::int`)}`;
  type Row = EntryFacts & { value_hash: Buffer; kind: KeyKind };
  for await (const rows of pagedRows<Row>(trx, query))
    for (const row of rows)
      snapshot.add({
        ...periodOf(row),
        hash: row.value_hash,
        via: row.kind,
        entryId: row.entry_id,
      });
  return snapshot;
}

/** The accounts that the store has as listed in this list, by identifiers of themselves or of their customers. */
export async function loadHits(trx: Transaction, facts: ListFacts): Promise<AccountHit[]> {
  if (!watchesMoney(facts.kind)) return [];
  const query = sql`
    SELECT h.entry_id, h.via, h.institution_id, h.customer_id, a.account_no, e.since, e.until, e.reason
    FROM list_hits h
    JOIN list_entries e ON e.entry_id = h.entry_id
    JOIN accounts a ON a.account_no = h.account_no
    WHERE h.list_id = ${facts.listId} AND h.gone_at IS NULL AND NOT h.by_name
    UNION ALL
    SELECT h.entry_id, h.via, h.institution_id, h.customer_id, a.account_no, e.since, e.until, e.reason
    FROM list_hits h
    JOIN list_entries e ON e.entry_id = h.entry_id
    JOIN accounts a ON a.customer_id = h.customer_id
    WHERE h.list_id = ${facts.listId} AND h.gone_at IS NULL AND NOT h.by_name`;
  const hits: AccountHit[] = [];
  type Row = EntryFacts & {
    via: KeyKind[];
    institution_id: number;
    customer_id: number | null;
    account_no: number;
  };
  for await (const rows of pagedRows<Row>(trx, query))
    for (const row of rows) for (const via of row.via) hits.push(accountHit(facts, row, via));
  return hits;
}

function accountHit(
  facts: ListFacts,
  row: EntryFacts & { institution_id: number; customer_id: number | null; account_no: number },
  via: KeyKind,
): AccountHit {
  const hit: ListHit = {
    ...facts,
    ...periodOf(row),
    entryId: row.entry_id,
    via,
    refundDuty: hasRefundDuty(facts.kind),
  };
  const isNumber = via === 'account' && row.customer_id === null;
  return {
    accountNo: row.account_no,
    hit,
    by: isNumber ? null : row.institution_id,
    customerId: row.customer_id ?? undefined,
  };
}

const periodOf = ({ since, until, reason }: EntryFacts) => ({
  since: since ?? -Infinity,
  until: until ?? Infinity,
  ...(reason !== null && { reason }),
});
