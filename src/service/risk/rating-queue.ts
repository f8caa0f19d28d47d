import { sql } from 'kysely';
import type { ReviewEvent } from '../../screening/risk/review-events.ts';
import type { Transaction } from '../../store/store.ts';

/** Something that may have changed the rating of a customer. */
export interface RatingEvent {
  readonly queueId: number;
  readonly customerId: number;
  readonly cause: ReviewEvent;
}

const EVENT = ['queue_id as queueId', 'customer_id as customerId', 'cause'] as const;

/** The first of what waits. */
export const nextEvents = (trx: Transaction, most: number): Promise<RatingEvent[]> =>
  trx.selectFrom('rating_queue').select(EVENT).orderBy('queue_id').limit(most).execute();

/** All that waits of these customers. What comes in after this call stays. */
export const eventsOf = async (
  trx: Transaction,
  customerIds: readonly number[],
): Promise<RatingEvent[]> =>
  customerIds.length === 0
    ? []
    : trx
        .selectFrom('rating_queue')
        .select(EVENT)
        .where('customer_id', 'in', [...customerIds])
        .execute();

/** They are in the ratings now. Two who took up the same one need not wait for each other. */
export const endEvents = (trx: Transaction, queueIds: readonly number[]): Promise<unknown> =>
  sql`
    DELETE FROM rating_queue WHERE queue_id IN (
      SELECT queue_id FROM rating_queue WHERE queue_id = ANY (${queueIds}::bigint[]) FOR UPDATE SKIP LOCKED)`.execute(
    trx,
  );

/**
 * An identifier that more customers have is a crowd's, to which one more or less says nothing: nobody hears of it, and all of
 * them are looked at once a day. So a town of thousands behind one address of a mobile network is told in one go.
 */
const NEIGHBOURS_MOST = 30;

/** Customers who have an identifier of `h` (value_hash, institution_id), unless they are a crowd. */
const NEIGHBOURS = sql`
  SELECT unnest(CASE WHEN cardinality(s.customers) <= ${sql.lit(NEIGHBOURS_MOST)} THEN s.customers END) AS customer_id
  FROM (SELECT array_agg(i.customer_id) AS customers FROM (
    SELECT i.customer_id FROM identifiers i
    WHERE i.value_hash = h.value_hash AND i.institution_id = h.institution_id AND i.account_no IS NULL
    LIMIT ${sql.lit(NEIGHBOURS_MOST + 1)}) i) s`;

/** Who has an identifier in common with one of these customers is to be rated: who they are tied to has changed. */
export const neighboursDue = (trx: Transaction, customerIds: readonly number[]): Promise<unknown> =>
  sql`
    INSERT INTO rating_queue (institution_id, customer_id, cause)
    SELECT DISTINCT h.institution_id, o.customer_id, 'links'
    FROM identifiers h CROSS JOIN LATERAL (${NEIGHBOURS}) o
    WHERE h.customer_id = ANY (${customerIds}::bigint[]) AND h.account_no IS NULL
      AND h.kind IN ('phone', 'device', 'address', 'ip') AND o.customer_id <> h.customer_id`.execute(
    trx,
  );

/** What of a customer's ties came or went. */
export interface ChangedTies {
  /** Of identifiers. */
  readonly hashes: readonly Buffer[];
  /** Of family. */
  readonly externalIds: readonly string[];
}

/** A customer was told; and so the ties of others have changed. */
export const toldDue = (
  trx: Transaction,
  institutionId: number,
  customerId: number,
  { hashes, externalIds }: ChangedTies,
): Promise<unknown> =>
  sql`
    INSERT INTO rating_queue (institution_id, customer_id, cause)
    SELECT ${institutionId}::int, ${customerId}::bigint, 'told'
    UNION ALL
    SELECT ${institutionId}::int, tied.customer_id, 'links'
    FROM (
      SELECT o.customer_id
      FROM (SELECT value_hash, ${institutionId}::int AS institution_id FROM unnest(${hashes}::bytea[]) AS t (value_hash)) h
      CROSS JOIN LATERAL (${NEIGHBOURS}) o
      UNION
      SELECT c.customer_id FROM customers c
      WHERE c.institution_id = ${institutionId} AND c.external_id = ANY (${externalIds}::text[])) tied
    WHERE tied.customer_id <> ${customerId}`.execute(trx);
