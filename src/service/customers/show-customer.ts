import { sql } from 'kysely';
import type { DocumentState } from '../../screening/risk/profile.ts';
import type { Store, Transaction } from '../../store/store.ts';
import { type Principal, scopeOf } from '../access/principal.ts';
import { type AccountNames, type ShownAccount, shownAccount } from '../accounts/shown-account.ts';
import type { Audit } from '../audit/audit.ts';
import { type CustomerRating, openRating } from '../risk/customer-rating.ts';
import { type Approval, approvalIn } from './approval.ts';
import { documentState } from './document-state.ts';
import { type KeptCustomer, openCustomer } from './kept-customer.ts';
import { visibleCustomer } from './visible-customer.ts';

/** One client in full. */
export interface CustomerView extends Omit<KeptCustomer, 'document'> {
  readonly customerId: number;
  readonly institutionId: number;
  readonly institution: string;
  readonly externalId: string;
  readonly accounts: readonly ShownAccount[];
  readonly document:
    | (Pick<DocumentState, 'kind' | 'mrz' | 'agrees'> & {
        readonly number: string | null;
        readonly expiresOn: string | null;
      })
    | null;
  readonly openHits: number;
  readonly reviewAt: number | null;
  /** null: not rated yet. */
  readonly rating: CustomerRating | null;
  readonly approval: Approval;
  readonly updatedAt: number;
}

const ACCOUNTS_MOST = 256;

/** Shows a client in full; the look is written down first. Throws QRG_CUSTOMER_UNKNOWN. */
export async function showCustomer(
  { store, audit, names }: { store: Store; audit: Audit; names: AccountNames },
  principal: Principal,
  customerId: number,
): Promise<CustomerView> {
  const found = await store.read(scopeOf(principal), async (trx) => {
    const customer = await visibleCustomer(trx, customerId);
    return {
      customer,
      code: await codeOf(trx, customer.institution_id),
      accountNos: await accountsOf(trx, customerId),
      openHits: await openHitsOf(trx, customerId),
      rating: await ratingOf(trx, store, customer.rating_id),
      approval: await approvalIn(trx, store, customer),
    };
  });
  const { customer, code, accountNos, ...rest } = found;
  await audit.append({
    actor: principal,
    institutionId: customer.institution_id,
    action: 'customer.look',
    object: `customer:${customerId}`,
  });
  const kept = openCustomer(store, customer.sealed);
  return {
    customerId,
    institutionId: customer.institution_id,
    institution: code,
    externalId: customer.external_id,
    ...kept,
    document: shownDocument(kept),
    accounts: accountNos.map((account) => shownAccount(names, account)),
    ...rest,
    reviewAt: customer.review_at,
    updatedAt: customer.updated_at,
  };
}

function shownDocument(kept: KeptCustomer): CustomerView['document'] {
  const state = documentState(kept);
  if (kept.document === null || state?.ok !== true) return null;
  const { number = null, expiresOn = null } = kept.document;
  const { kind, mrz, agrees } = state.value;
  return { kind, number, expiresOn, mrz, agrees };
}

async function codeOf(trx: Transaction, institutionId: number): Promise<string> {
  const { code } = await trx
    .selectFrom('institutions')
    .select('code')
    .where('institution_id', '=', institutionId)
    .executeTakeFirstOrThrow();
  return code;
}

async function accountsOf(trx: Transaction, customerId: number): Promise<number[]> {
  const rows = await trx
    .selectFrom('accounts')
    .select('account_no')
    .where('customer_id', '=', customerId)
    .orderBy('account_no')
    .limit(ACCOUNTS_MOST)
    .execute();
  return rows.map(({ account_no }) => account_no);
}

async function openHitsOf(trx: Transaction, customerId: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::int AS count FROM list_hits
    WHERE customer_id = ${customerId} AND state = 'open' AND gone_at IS NULL`.execute(trx);
  return rows[0].count;
}

async function ratingOf(
  trx: Transaction,
  store: Store,
  ratingId: number | null,
): Promise<CustomerRating | null> {
  if (ratingId === null) return null;
  const row = await trx
    .selectFrom('customer_ratings')
    .selectAll()
    .where('rating_id', '=', ratingId)
    .executeTakeFirst();
  return row === undefined ? null : openRating(store, row);
}
