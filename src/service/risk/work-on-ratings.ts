import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { localDayStart } from '../../domain/local-day.ts';
import type { ListKind } from '../../screening/lists/list-kind.ts';
import type { Transaction } from '../../store/store.ts';
import { type Screened, screenCustomers, UNSCREENED } from '../screening/screen-customers.ts';
import { afterRating, type RatingWish, rateIn } from './rate-customers.ts';
import { neighboursDue, nextEvents } from './rating-queue.ts';
import { stepWalk, walkAll } from './rating-walks.ts';
import type { Risk } from './risk.ts';
import { tellEngine } from './tell-engine.ts';

/** Customers of one turn: some ten ms of work, and then decisions have theirs. */
const TURN = 100;
const BETWEEN_MS = 10;

/** Where turns take their customers from, in this order: what somebody waits for comes first. */
const SOURCES = [takeEvents, takeHits, takeDue, stepWalk] as const;

/**
 * Rates whatever is due: customers that were told, whose hits, links or terms changed, whose money or parameters are to be
 * looked at. Works turn by turn until nothing is left or it is told to stop. Call it every second. Returns how many were rated.
 */
export async function workOnRatings(risk: Risk, signal?: AbortSignal): Promise<number> {
  await startDay(risk);
  let rated = 0;
  for (const source of SOURCES)
    for (;;) {
      const turn = await rateTurn(risk, source);
      rated += turn.rated;
      if (turn.taken === 0 || signal?.aborted) break;
      await pause(BETWEEN_MS);
    }
  await tellRest(risk);
  return rated;
}

type Source = (trx: Transaction, most: number, now: number) => Promise<readonly RatingWish[]>;

/** A turn that settles nobody is the last one of its source: whom it left out somebody else is changing now. */
async function rateTurn(risk: Risk, source: Source) {
  const screened = source === takeEvents ? await screenTold(risk) : UNSCREENED;
  const { taken, rated } = await risk.store.write(async (trx) => {
    const taken = await source(trx, TURN, risk.now());
    return { taken, rated: await rateIn(trx, risk, taken, { busy: 'leave', screened }) };
  });
  await afterRating(risk, rated);
  const settled = rated.filter(({ isSettled }) => isSettled).length;
  return { taken: source === stepWalk ? taken.length : settled, rated: rated.length };
}

/** Looks for the names of those who come next and were told. */
async function screenTold(risk: Risk): Promise<Screened> {
  const events = await risk.store.write((trx) => nextEvents(trx, TURN));
  const told = events.filter(({ cause }) => cause === 'told');
  return screenCustomers(
    risk,
    told.map(({ customerId }) => customerId),
  );
}

async function takeEvents(trx: Transaction, most: number): Promise<readonly RatingWish[]> {
  const events = await nextEvents(trx, most);
  const causes = new Map(events.map(({ customerId, cause }) => [customerId, cause]));
  // That it was told says more than that somebody else was.
  for (const { customerId, cause } of events) if (cause === 'told') causes.set(customerId, cause);
  return [...causes].map(([customerId, cause]) => ({ customerId, cause }));
}

/** Customers whose hits have changed since they were rated; whoever is tied to one of a list of droppers hears of it. */
async function takeHits(trx: Transaction, most: number): Promise<readonly RatingWish[]> {
  const { rows } = await sql<{ hit_id: number; customer_id: number | null; kind: ListKind }>`
    SELECT h.hit_id, coalesce(h.customer_id, a.customer_id) AS customer_id, l.kind
    FROM list_hits h JOIN lists l ON l.list_id = h.list_id
    LEFT JOIN accounts a ON a.account_no = h.account_no AND a.institution_id = h.institution_id
    WHERE h.rated_version <> h.version
    ORDER BY h.hit_id LIMIT ${most}`.execute(trx);
  const nobodys = rows.filter(({ customer_id }) => customer_id === null);
  await forget(
    trx,
    nobodys.map(({ hit_id }) => hit_id),
  );
  const droppers = rows.flatMap(({ customer_id, kind }) =>
    kind === 'dropper' && customer_id !== null ? customer_id : [],
  );
  if (droppers.length > 0) await neighboursDue(trx, droppers);
  const customers = new Set(rows.flatMap(({ customer_id }) => customer_id ?? []));
  return [...customers].map((customerId) => ({ customerId, cause: 'list' as const }));
}

/** Hits of accounts whose customer nobody told of: when somebody does, the customer is rated for that. */
async function forget(trx: Transaction, hitIds: readonly number[]): Promise<void> {
  if (hitIds.length === 0) return;
  await sql`
    WITH free AS (SELECT hit_id FROM list_hits WHERE hit_id = ANY (${hitIds}::bigint[]) FOR UPDATE SKIP LOCKED)
    UPDATE list_hits h SET rated_version = h.version FROM free WHERE h.hit_id = free.hit_id`.execute(
    trx,
  );
}

/** Customers whose term ran out: who looks at them finds them rated as they are now. */
async function takeDue(
  trx: Transaction,
  most: number,
  now: number,
): Promise<readonly RatingWish[]> {
  const { rows } = await sql<{ customer_id: number }>`
    SELECT customer_id FROM customers WHERE review_at <= ${now} AND rated_at < review_at
    ORDER BY review_at LIMIT ${most}`.execute(trx);
  return rows.map(({ customer_id }) => ({ customerId: customer_id, cause: 'period' as const }));
}

/** Once a local day everybody's money is looked at. */
async function startDay({ store, now }: Risk): Promise<void> {
  const day = localDayStart(now());
  await store.write(async (trx) => {
    const { rows } = await sql`
      UPDATE rating_watch SET flow_day = ${day}::bigint WHERE flow_day < ${day}::bigint RETURNING one`.execute(
      trx,
    );
    if (rows.length > 0) await walkAll(trx, null, 'flow');
  });
}

/** What the engine could not be told when it was due: it was full, or we were stopped. */
async function tellRest(risk: Risk): Promise<void> {
  const rows = await risk.store.db
    .selectFrom('customers')
    .select('customer_id')
    .where('engine_told', '=', false)
    .where('rating_id', 'is not', null)
    .limit(TURN)
    .execute();
  if (rows.length > 0)
    await tellEngine(
      risk,
      rows.map(({ customer_id }) => customer_id),
    );
}
