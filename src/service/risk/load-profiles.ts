import { sql } from 'kysely';
import { parseIin } from '../../domain/iin.ts';
import type { ListKind } from '../../screening/lists/list-kind.ts';
import { explainSharing, linksOf } from '../../screening/risk/customer-links.ts';
import type { RiskParameters } from '../../screening/risk/parameter-types.ts';
import type { CustomerListed, CustomerProfile } from '../../screening/risk/profile.ts';
import type { Store, Transaction } from '../../store/store.ts';
import type { HitState } from '../../store/tables/lists.ts';
import { documentState } from '../customers/document-state.ts';
import { type KeptCustomer, numberOf } from '../customers/kept-customer.ts';
import { bornAtOf } from '../customers/read-customer.ts';
import { countAccounts, loadSharing, type Sharing } from './load-links.ts';

/** A customer whose profile is wanted. */
export interface ProfileWish {
  readonly customerId: number;
  readonly kept: KeptCustomer;
  /** By which links are explained. */
  readonly parameters: RiskParameters;
}

/** What a customer is rated by, and which version of its hits that takes into account. */
export interface LoadedProfile {
  readonly profile: CustomerProfile;
  readonly accountNos: readonly number[];
  /** Accounts of others who share a phone, a device or an address that nothing explains. */
  readonly linkedAccounts: number;
  readonly hits: readonly { readonly hitId: number; readonly version: number }[];
}

/** The profiles of customers as the store knows them at that moment, by customer. */
export async function loadProfiles(
  trx: Transaction,
  store: Store,
  wishes: readonly ProfileWish[],
  at: number,
): Promise<Map<number, LoadedProfile>> {
  if (wishes.length === 0) return new Map();
  const ids = wishes.map(({ customerId }) => customerId);
  const accounts = await accountsOf(trx, ids);
  const hits = await hitsOf(trx, ids, at);
  const flows = await flowsOf(trx, ids, at);
  const sharing = await loadSharing(trx, store, wishes);
  const strangers = new Map(
    wishes.map((wish) => [wish.customerId, strangersOf(wish, sharing.get(wish.customerId))]),
  );
  const counts = await countAccounts(trx, [...new Set([...strangers.values()].flat())]);
  return new Map(
    wishes.map(({ customerId, kept, parameters }) => {
      const own = hits.get(customerId) ?? [];
      const accountNos = accounts.get(customerId) ?? [];
      const linked = sharing.get(customerId);
      const linkedAccounts = (strangers.get(customerId) ?? [])
        .map((id) => counts.get(id) ?? 0)
        .reduce((sum, count) => sum + count, 0);
      const inMonthMinor = flows.get(customerId);
      const profile: CustomerProfile = {
        ...toldOf(kept, at),
        ...(inMonthMinor !== undefined && { inMonthMinor }),
        accounts: accountNos.length,
        links: linked ? linksOf(linked.customer, linked.shared, parameters.links) : [],
        listed: own.filter(({ counts }) => counts).map(listedOf),
      };
      return [customerId, { profile, accountNos, linkedAccounts, hits: own }];
    }),
  );
}

/** Others who share a phone, a device or an address with the customer, and whom nothing explains. */
function strangersOf({ parameters }: ProfileWish, sharing: Sharing | undefined): number[] {
  if (sharing === undefined) return [];
  const explained = explainSharing(sharing.customer, sharing.shared, parameters.links);
  const ids = explained
    .filter(({ kind }) => kind !== 'ip')
    .flatMap(({ others }) => others)
    .filter(({ explanation }) => explanation === undefined)
    .map(({ other }) => other.id);
  return [...new Set(ids)];
}

/** What the institution itself told. */
function toldOf(kept: KeptCustomer, at: number) {
  const number = numberOf(kept);
  const iin = number?.kind === 'iin' ? number.value : undefined;
  const bornAt = bornAtOf(kept.bornOn, iin);
  const document = documentState(kept);
  return {
    kind: kept.kind,
    at,
    iinOrBin: number === undefined ? 'absent' : disagrees(kept, iin) ? 'disagrees' : 'valid',
    ...(document?.ok && { document: document.value }),
    ...(bornAt !== undefined && { bornAt }),
    ...known('citizenship', kept.citizenship),
    ...known('resident', kept.resident),
    ...known('pep', kept.pep),
    ...known('registeredAt', kept.registeredOn === null ? null : Date.parse(kept.registeredOn)),
    ...known('openedAt', kept.openedAt),
    ...known('openedRemotely', kept.openedRemotely),
    ...known('incomeMonthMinor', kept.incomeMonthMinor),
    ...known('cards', kept.cards),
    ...known('phoneChangedAt', kept.phoneChangedAt),
    creditApplicationsAt: kept.creditApplicationsAt,
  } as const;
}

const known = <K extends string, T>(key: K, value: T | null): { [key in K]?: T } =>
  (value === null ? {} : { [key]: value }) as { [key in K]?: T };

/** The IIN says another birth than the customer. Who was told by a hidden century says nothing. */
function disagrees({ bornOn }: KeptCustomer, iin: string | undefined): boolean {
  if (bornOn === null || iin === undefined) return false;
  const read = parseIin(iin);
  return read.ok && read.value.bornAt !== undefined && read.value.bornAt !== Date.parse(bornOn);
}

async function accountsOf(
  trx: Transaction,
  customerIds: readonly number[],
): Promise<Map<number, number[]>> {
  const rows = await trx
    .selectFrom('accounts')
    .select(['customer_id', 'account_no'])
    .where('customer_id', 'in', [...customerIds])
    .orderBy('account_no')
    .execute();
  const accounts = new Map<number, number[]>();
  for (const { customer_id, account_no } of rows)
    accounts.set(customer_id!, [...(accounts.get(customer_id!) ?? []), account_no]);
  return accounts;
}

interface HitRow {
  readonly customerId: number;
  readonly hitId: number;
  readonly version: number;
  readonly kind: ListKind;
  readonly byName: boolean;
  readonly state: HitState;
  readonly score: number | null;
  /** It stands now: not gone, not dismissed, in force by the entry's own dates. */
  readonly counts: boolean;
}

/** Hits of customers and of their accounts, those too that no longer count: a rating that left them out knows of them. */
async function hitsOf(
  trx: Transaction,
  customerIds: readonly number[],
  at: number,
): Promise<Map<number, HitRow[]>> {
  const hit = sql`h.hit_id AS "hitId", h.version, l.kind, h.by_name AS "byName", h.state, h.score,
    h.gone_at IS NULL AND h.state <> 'dismissed' AND (e.since IS NULL OR e.since <= ${at})
      AND (e.until IS NULL OR e.until > ${at}) AS counts`;
  const { rows } = await sql<HitRow>`
    SELECT h.customer_id AS "customerId", ${hit}
    FROM list_hits h JOIN lists l ON l.list_id = h.list_id JOIN list_entries e ON e.entry_id = h.entry_id
    WHERE h.customer_id = ANY (${customerIds}::bigint[])
    UNION ALL
    SELECT a.customer_id, ${hit}
    FROM accounts a JOIN list_hits h ON h.account_no = a.account_no
    JOIN lists l ON l.list_id = h.list_id JOIN list_entries e ON e.entry_id = h.entry_id
    WHERE a.customer_id = ANY (${customerIds}::bigint[]) AND h.institution_id = a.institution_id`.execute(
    trx,
  );
  return Map.groupBy(rows, ({ customerId }) => customerId);
}

const listedOf = ({ kind, byName, state, score }: HitRow): CustomerListed => ({
  kind,
  via: byName ? 'name' : 'key',
  confirmed: state === 'confirmed',
  ...(score !== null && { score }),
});

const MONTH_MS = 30 * 86_400_000;
/** Transfers of an account that are added up; a shop has millions. */
const COUNTED_MOST = 10_000;

/** Money that came in over the last 30 days from others, minor units; absent where nothing moved. */
async function flowsOf(
  trx: Transaction,
  customerIds: readonly number[],
  at: number,
): Promise<Map<number, number>> {
  const { rows } = await sql<{ customer_id: number; minor: number }>`
    SELECT a.customer_id, least(sum(t.amount_minor), ${Number.MAX_SAFE_INTEGER})::bigint AS minor
    FROM accounts a CROSS JOIN LATERAL (
      SELECT payer, amount_minor FROM transfers
      WHERE payee = a.account_no AND at > ${at - MONTH_MS} AND at <= ${at}
      ORDER BY at DESC LIMIT ${COUNTED_MOST}) t
    LEFT JOIN accounts p ON p.account_no = t.payer
    WHERE a.customer_id = ANY (${customerIds}::bigint[]) AND p.customer_id IS DISTINCT FROM a.customer_id
    GROUP BY a.customer_id`.execute(trx);
  return new Map(rows.map(({ customer_id, minor }) => [customer_id, minor]));
}
