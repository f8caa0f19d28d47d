import { sql } from 'kysely';
import type { AccountFacts, OwnerKind } from '../../domain/account.ts';
import { fail, ok, QorganError, type Result } from '../../domain/errors/catalogue.ts';
import { parseIin } from '../../domain/iin.ts';
import type { ExactKey, KeyKind } from '../../screening/lists/exact-key.ts';
import type { Store, Transaction } from '../../store/store.ts';
import { identifierKey } from '../identifier-key.ts';
import type { AccountListing } from '../lists/account-listing.ts';
import { accountName } from '../live/account-names.ts';
import type { LiveService, RecordedFact } from '../live/live-service.ts';
import type { Institution } from '../live/transfer-request.ts';

/** A client as an institution tells it. */
export interface ToldCustomer {
  readonly externalId: string;
  readonly name: string;
  readonly kind: OwnerKind;
  readonly identifiers: readonly { readonly kind: KeyKind; readonly value: string }[];
  /** IBANs, or accounts as the institution names them. */
  readonly accounts: readonly string[];
  readonly openedAt?: number | undefined;
  readonly incomeMonthMinor?: number | undefined;
}

/** What the store keeps of a client, sealed. */
export interface KeptCustomer {
  readonly name: string;
  readonly kind: OwnerKind;
  readonly identifiers: readonly { readonly kind: KeyKind; readonly value: string }[];
  readonly openedAt: number | null;
  readonly incomeMonthMinor: number | null;
}

export interface SavedCustomer {
  readonly customerId: number;
  readonly externalId: string;
  readonly created: boolean;
  /** Lists that an account of the client stands in now. */
  readonly listHits: number;
}

export interface CustomerParts {
  readonly store: Store;
  readonly live: LiveService;
  readonly lists: { readonly listing: AccountListing };
  readonly now: () => number;
}

/** A client read and in normal form: nothing of it is refused any more but for an account of somebody else. */
interface ReadyCustomer {
  readonly told: ToldCustomer;
  readonly keys: readonly ExactKey[];
  /** As the whole system names them, each once. */
  readonly accounts: readonly string[];
  readonly facts: AccountFacts;
}

/**
 * Saves clients of one institution: what was told of one before is replaced. Facts about their accounts go into the journal
 * in the same transaction, so that the engine knows of them from the next transfer on. A client that cannot be read, or names
 * an account of another client, is refused by itself. Throws what the decision path throws when it is full or away.
 */
export async function saveCustomers(
  parts: CustomerParts,
  institution: Institution,
  told: readonly ToldCustomer[],
): Promise<Result<SavedCustomer>[]> {
  const ready = told.map((customer) => readCustomer(institution, customer));
  const good = ready.flatMap((customer) => (customer.ok ? [customer.value] : []));
  const saved: Result<Saved>[] = [];
  if (good.length > 0)
    await parts.live.record(factsOf(institution, good), async (trx) => {
      saved.length = 0;
      for (const customer of good) saved.push(await saveOne(parts, trx, institution, customer));
    });
  let next = 0;
  return ready.map((customer) => {
    if (!customer.ok) return customer;
    const done = saved[next++];
    return done.ok ? ok(listed(parts, institution, done.value)) : done;
  });
}

interface Saved {
  readonly customer: ReadyCustomer;
  readonly customerId: number;
  readonly created: boolean;
  readonly accountNos: readonly number[];
}

function readCustomer(institution: Institution, told: ToldCustomer): Result<ReadyCustomer> {
  const keys: ExactKey[] = [];
  for (const identifier of told.identifiers) {
    const key = identifierKey(identifier);
    if (!key.ok) return key;
    keys.push(key.value);
  }
  const accounts = [...new Set(told.accounts.map((account) => accountName(institution, account)))];
  return ok({ told, keys, accounts, facts: accountFacts(told, keys) });
}

/** What the engine learns of every account of the client. */
function accountFacts(told: ToldCustomer, keys: readonly ExactKey[]): AccountFacts {
  const owner = keys.find(({ kind }) => kind === 'iin' || kind === 'bin');
  const iin = owner?.kind === 'iin' ? parseIin(owner.value) : undefined;
  const bornAt = iin?.ok ? iin.value.bornAt : undefined;
  const phones = keys.filter(({ kind }) => kind === 'phone').map(({ value }) => value);
  return {
    ownerKind: told.kind,
    ...(owner && { owner: owner.value }),
    ...(bornAt !== undefined && { bornAt }),
    ...(told.openedAt !== undefined && { openedAt: told.openedAt }),
    ...(told.incomeMonthMinor !== undefined && { incomeMonthMinor: told.incomeMonthMinor }),
    ...(phones.length > 0 && { contacts: phones }),
  };
}

const factsOf = (
  institution: Institution,
  customers: readonly ReadyCustomer[],
): readonly RecordedFact[] =>
  customers.flatMap(({ told, facts }) =>
    [...new Set(told.accounts)].map((account) => ({
      kind: 'learn' as const,
      institution,
      account,
      facts,
    })),
  );

async function saveOne(
  { store, now }: CustomerParts,
  trx: Transaction,
  { institutionId }: Institution,
  customer: ReadyCustomer,
): Promise<Result<Saved>> {
  const { told, keys, accounts } = customer;
  const hashes = accounts.map((name) => store.vault.hash('account', name));
  if (await isTaken(trx, hashes, institutionId, told.externalId))
    return fail('QRG_CUSTOMER_ACCOUNT_TAKEN');
  const sealed = store.vault.seal(JSON.stringify(keptOf(told, keys)));
  const { rows } = await sql<{ customer_id: number; created: boolean }>`
    INSERT INTO customers AS c (institution_id, external_id, sealed, updated_at)
    VALUES (${institutionId}, ${told.externalId}, ${sealed}, ${now()})
    ON CONFLICT (institution_id, external_id)
      DO UPDATE SET sealed = excluded.sealed, updated_at = excluded.updated_at
    RETURNING customer_id, (xmax = 0) AS created`.execute(trx);
  const [{ customer_id: customerId, created }] = rows;
  const accountNos = await ownAccounts(trx, customerId, hashes);
  await replaceIdentifiers(store, trx, institutionId, customerId, keys);
  return ok({ customer, customerId, created, accountNos });
}

/** Whether one of the accounts is another client's. */
async function isTaken(
  trx: Transaction,
  hashes: readonly Buffer[],
  institutionId: number,
  externalId: string,
): Promise<boolean> {
  const { rows } = await sql`
    SELECT FROM accounts a JOIN customers c ON c.customer_id = a.customer_id
    WHERE a.name_hash = ANY (${hashes}::bytea[])
      AND NOT (c.institution_id = ${institutionId} AND c.external_id = ${externalId}) LIMIT 1`.execute(
    trx,
  );
  return rows.length > 0;
}

/** Makes these the client's accounts, and no others. */
async function ownAccounts(
  trx: Transaction,
  customerId: number,
  hashes: readonly Buffer[],
): Promise<number[]> {
  await sql`UPDATE accounts SET customer_id = NULL
    WHERE customer_id = ${customerId} AND NOT name_hash = ANY (${hashes}::bytea[])`.execute(trx);
  const { rows } = await sql<{ account_no: number }>`
    UPDATE accounts SET customer_id = ${customerId}
    WHERE name_hash = ANY (${hashes}::bytea[]) RETURNING account_no`.execute(trx);
  return rows.map((row) => row.account_no);
}

const keptOf = (told: ToldCustomer, keys: readonly ExactKey[]): KeptCustomer => ({
  name: told.name,
  kind: told.kind,
  identifiers: keys.map(({ kind, value }) => ({ kind, value })),
  openedAt: told.openedAt ?? null,
  incomeMonthMinor: told.incomeMonthMinor ?? null,
});

async function replaceIdentifiers(
  store: Store,
  trx: Transaction,
  institutionId: number,
  customerId: number,
  keys: readonly ExactKey[],
): Promise<void> {
  await trx
    .deleteFrom('identifiers')
    .where('customer_id', '=', customerId)
    .where('account_no', 'is', null)
    .execute();
  if (keys.length === 0) return;
  await trx
    .insertInto('identifiers')
    .values(
      keys.map(({ kind, value }) => ({
        kind,
        value_hash: store.vault.hash(kind, value),
        institution_id: institutionId,
        customer_id: customerId,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** After the commit: what the client is known by counts in decisions from now on. */
function listed(
  { store, lists, now }: CustomerParts,
  { institutionId }: Institution,
  { customer, customerId, created, accountNos }: Saved,
): SavedCustomer {
  const hashes = customer.keys.map(({ kind, value }) => store.vault.hash(kind, value));
  lists.listing.onCustomer(customerId, institutionId, hashes, accountNos);
  const at = now();
  const standing = new Set(
    [
      ...hashes.flatMap((hash) => lists.listing.hitsOfHash(hash, at, institutionId)),
      ...accountNos.flatMap((account) => lists.listing.hitsOf(account, at, institutionId)),
    ].map(({ listId }) => listId),
  );
  const { externalId } = customer.told;
  return { customerId, externalId, created, listHits: standing.size };
}

/** One client, or its refusal thrown. */
export async function saveCustomer(
  parts: CustomerParts,
  institution: Institution,
  told: ToldCustomer,
): Promise<SavedCustomer> {
  const [saved] = await saveCustomers(parts, institution, [told]);
  if (saved.ok) return saved.value;
  throw new QorganError(saved.problem.code, saved.problem.args);
}
