import type { AccountNaming } from '../../screening/lists/exact-key.ts';
import type { ListFacts } from '../../screening/lists/list-hit.ts';
import type { Transaction } from '../../store/store.ts';
import { accountName } from '../live/account-names.ts';

/** How accounts that are no IBAN are called in an institution's own list; undefined for lists of all. */
export async function accountNamingOf(
  trx: Transaction,
  { institutionId }: ListFacts,
): Promise<AccountNaming | undefined> {
  if (institutionId === null) return undefined;
  const { code } = await trx
    .selectFrom('institutions')
    .select('code')
    .where('institution_id', '=', institutionId)
    .executeTakeFirstOrThrow();
  // An exported list names them as the service does.
  return (number) =>
    number.startsWith(`${code}:`) ? number : accountName({ institutionId, code }, number);
}
