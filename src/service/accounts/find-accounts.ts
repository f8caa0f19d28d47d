import { QorganError } from '../../domain/errors/catalogue.ts';
import type { KeyKind } from '../../screening/lists/exact-key.ts';
import type { Store, Transaction } from '../../store/store.ts';
import { type Principal, scopeOf } from '../access/principal.ts';
import { identifierKey } from '../identifier-key.ts';
import type { InstitutionCodes } from '../institution-codes.ts';
import type { Institution } from '../live/transfer-request.ts';
import { type AccountNames, type ShownAccount, shownAccount } from './shown-account.ts';
import { isVisible } from './visible.ts';

/** An account as its institution names it, or what its owner is known by. */
export type AccountQuery =
  | { readonly account: string; readonly institution?: string | undefined }
  | { readonly identifier: { readonly kind: KeyKind; readonly value: string } };

export interface FindParts {
  readonly store: Store;
  readonly institutions: InstitutionCodes;
  readonly live: AccountNames & {
    accountNo(institution: Institution, told: string): number | undefined;
  };
}

const FOUND_MOST = 200;

/** Accounts that a reader may see, found by what they are called or known by. Throws what the identifier's parser fails with. */
export async function findAccounts(
  { store, institutions, live }: FindParts,
  principal: Principal,
  query: AccountQuery,
): Promise<ShownAccount[]> {
  const own = await institutions.of(principal.institutionId);
  const found = await store.read(scopeOf(principal), async (trx) => {
    if ('identifier' in query) return byIdentifier(trx, store, query.identifier);
    const code = query.institution ?? own.code;
    const account = live.accountNo({ ...own, code }, query.account);
    return account !== undefined && (await isVisible(trx, account)) ? [account] : [];
  });
  return found.map((account) => shownAccount(live, account));
}

/** Accounts that carry the identifier themselves, and all accounts of customers that do. */
async function byIdentifier(
  trx: Transaction,
  store: Store,
  told: { readonly kind: KeyKind; readonly value: string },
): Promise<number[]> {
  const key = identifierKey(told);
  if (!key.ok) throw new QorganError(key.problem.code, key.problem.args);
  const hash = store.vault.hash(key.value.kind, key.value.value);
  const rows = await trx
    .selectFrom('identifiers as d')
    .leftJoin('accounts as a', 'a.customer_id', 'd.customer_id')
    .select((eb) => eb.fn.coalesce('d.account_no', 'a.account_no').as('account'))
    .distinct()
    .where('d.kind', '=', key.value.kind)
    .where('d.value_hash', '=', hash)
    .orderBy('account')
    .limit(FOUND_MOST)
    .execute();
  return rows.flatMap(({ account }) => (account === null ? [] : [account]));
}
