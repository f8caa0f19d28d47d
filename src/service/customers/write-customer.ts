import { sql } from 'kysely';
import { fail, ok, type Result } from '../../domain/errors/catalogue.ts';
import type { Store, Transaction } from '../../store/store.ts';
import type { Institution } from '../live/transfer-request.ts';
import { toldDue } from '../risk/rating-queue.ts';
import { isLinkKind } from './link-keys.ts';
import type { ReadyCustomer } from './read-customer.ts';

/** A client as it was written. */
export interface WrittenCustomer {
  readonly customer: ReadyCustomer;
  readonly customerId: number;
  readonly created: boolean;
  readonly accountNos: readonly number[];
}

/**
 * Writes a client, and that its rating is due and that of everybody who shares something with it, before or now. Fails with
 * QRG_CUSTOMER_ACCOUNT_TAKEN.
 */
export async function writeCustomer(
  { store, now }: { readonly store: Store; readonly now: () => number },
  trx: Transaction,
  { institutionId }: Institution,
  customer: ReadyCustomer,
): Promise<Result<WrittenCustomer>> {
  const { told, kept, accounts } = customer;
  const hashes = accounts.map((name) => store.vault.hash('account', name));
  if (await isTaken(trx, hashes, institutionId, told.externalId))
    return fail('QRG_CUSTOMER_ACCOUNT_TAKEN');
  const sealed = store.vault.seal(JSON.stringify(kept));
  const { rows } = await sql<{ customer_id: number; created: boolean }>`
    INSERT INTO customers AS c (institution_id, external_id, sealed, updated_at)
    VALUES (${institutionId}, ${told.externalId}, ${sealed}, ${now()})
    ON CONFLICT (institution_id, external_id)
      DO UPDATE SET sealed = excluded.sealed, updated_at = excluded.updated_at, engine_told = (c.rating_id IS NULL)
    RETURNING customer_id, (xmax = 0) AS created`.execute(trx);
  const [{ customer_id: customerId, created }] = rows;
  if (!created) await leaveAccounts(trx, customerId, hashes);
  const accountNos = await takeAccounts(trx, customerId, hashes);
  const known = knownBy(store, customer);
  const changed = await replaceIdentifiers(trx, { institutionId, customerId, created }, known);
  const family =
    created && told.relatives.length === 0
      ? []
      : await replaceRelatives(trx, institutionId, customerId, told.relatives);
  await toldDue(trx, institutionId, customerId, { hashes: changed, externalIds: family });
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

/** Accounts that the client had and has no more. */
const leaveAccounts = (
  trx: Transaction,
  customerId: number,
  hashes: readonly Buffer[],
): Promise<unknown> =>
  sql`UPDATE accounts SET customer_id = NULL
    WHERE customer_id = ${customerId} AND NOT name_hash = ANY (${hashes}::bytea[])`.execute(trx);

/** Makes these the client's accounts. */
async function takeAccounts(
  trx: Transaction,
  customerId: number,
  hashes: readonly Buffer[],
): Promise<number[]> {
  const { rows } = await sql<{ account_no: number }>`
    UPDATE accounts SET customer_id = ${customerId}
    WHERE name_hash = ANY (${hashes}::bytea[]) RETURNING account_no`.execute(trx);
  return rows.map((row) => row.account_no);
}

/** Whose identifiers they are. */
interface Owner {
  readonly institutionId: number;
  readonly customerId: number;
  readonly created: boolean;
}

interface Known {
  readonly kind: string;
  readonly hash: Buffer;
}

/** What finds the client, and what ties it to others. */
const knownBy = ({ vault }: Store, { keys, links }: ReadyCustomer): Known[] =>
  [...keys, ...links].map(({ kind, value }) => ({ kind, hash: vault.hash(kind, value) }));

/** Returns the hashes of what ties to others and was not there before, or is no more. */
async function replaceIdentifiers(
  trx: Transaction,
  { institutionId, customerId, created }: Owner,
  known: readonly Known[],
): Promise<Buffer[]> {
  const hashes = known.map(({ hash }) => hash);
  const gone = created ? [] : await dropIdentifiers(trx, customerId, hashes);
  const { rows: come } = await sql<Known>`
    INSERT INTO identifiers (kind, value_hash, institution_id, customer_id)
    SELECT kind, value_hash, ${institutionId}::int, ${customerId}::bigint
    FROM unnest(${known.map(({ kind }) => kind)}::text[], ${hashes}::bytea[]) AS k (kind, value_hash)
    ON CONFLICT DO NOTHING
    RETURNING kind, value_hash AS hash`.execute(trx);
  return [...gone, ...come].filter(({ kind }) => isLinkKind(kind)).map(({ hash }) => hash);
}

async function dropIdentifiers(
  trx: Transaction,
  customerId: number,
  kept: readonly Buffer[],
): Promise<Known[]> {
  const { rows } = await sql<Known>`
    DELETE FROM identifiers WHERE customer_id = ${customerId} AND account_no IS NULL
      AND NOT value_hash = ANY (${kept}::bytea[])
    RETURNING kind, value_hash AS hash`.execute(trx);
  return rows;
}

/** Returns the external ids of who is family now and was not before, or is no more. */
async function replaceRelatives(
  trx: Transaction,
  institutionId: number,
  customerId: number,
  relatives: readonly string[],
): Promise<string[]> {
  const { rows: gone } = await sql<{ external_id: string }>`
    DELETE FROM customer_relatives
    WHERE customer_id = ${customerId} AND NOT external_id = ANY (${relatives}::text[])
    RETURNING external_id`.execute(trx);
  const { rows: come } = await sql<{ external_id: string }>`
    INSERT INTO customer_relatives (customer_id, institution_id, external_id)
    SELECT ${customerId}::bigint, ${institutionId}::int, external_id FROM unnest(${relatives}::text[]) AS r (external_id)
    ON CONFLICT DO NOTHING
    RETURNING external_id`.execute(trx);
  return [...gone, ...come].map(({ external_id }) => external_id);
}
