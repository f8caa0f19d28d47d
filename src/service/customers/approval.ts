import type { Selectable } from 'kysely';
import { QorganError } from '../../domain/errors/catalogue.ts';
import type { Store, Transaction } from '../../store/store.ts';
import type { CoreTables } from '../../store/tables/core.ts';
import type { ApprovalState, CustomerTables } from '../../store/tables/customers.ts';
import type { Principal } from '../access/principal.ts';
import { approvalsOf, openRating } from '../risk/customer-rating.ts';
import type { Risk } from '../risk/risk.ts';

/** Whether somebody else has to agree that a customer is served, and what was said. */
export interface Approval {
  readonly state: ApprovalState;
  /** What the rating asks approval for. */
  readonly measures: readonly string[];
  /** Who looked last, and so asks; null: a program told of the customer and nobody looked. */
  readonly askedBy: string | null;
  readonly askedAt: number | null;
  readonly decidedBy: string | null;
  readonly decidedAt: number | null;
  readonly reason: string | null;
}

type CustomerRow = Pick<
  Selectable<CoreTables['customers']>,
  'customer_id' | 'rating_id' | 'approval'
>;
type ActRow = Selectable<CustomerTables['customer_acts']>;

/** As the reader of the transaction may see it. */
export async function approvalIn(
  trx: Transaction,
  store: Pick<Store, 'vault'>,
  { customer_id, rating_id, approval: state }: CustomerRow,
): Promise<Approval> {
  const asked = await lastAct(trx, customer_id, ['review']);
  const decided = await lastAct(trx, customer_id, ['approved', 'refused']);
  const isDecided = decided !== undefined && state === decided.act;
  return {
    state,
    measures: rating_id === null ? [] : await neededBy(trx, store, rating_id),
    askedBy: asked?.actor ?? null,
    askedAt: asked?.at ?? null,
    decidedBy: isDecided ? decided.actor : null,
    decidedAt: isDecided ? decided.at : null,
    reason: isDecided ? store.vault.open(decided.note_sealed).toString('utf8') : null,
  };
}

/** What the institution may be told of a decision. */
export interface ApprovalDecision {
  readonly decision: 'approved' | 'refused';
  readonly reason: string;
}

/**
 * A supervisor says whether a customer may be served whose rating asks for it; never the person who looked last. Audited in
 * the same transaction. Throws QRG_CUSTOMER_UNKNOWN, QRG_CUSTOMER_NO_APPROVAL, QRG_CUSTOMER_SAME_PERSON.
 */
export function decideApproval(
  { store, audit, now }: Risk,
  by: Principal,
  customerId: number,
  { decision, reason }: ApprovalDecision,
): Promise<Approval> {
  return store.write(async (trx) => {
    const customer = await ownCustomer(trx, by, customerId);
    const { rating_id: ratingId } = customer;
    if (ratingId === null || customer.approval === 'not_needed')
      throw new QorganError('QRG_CUSTOMER_NO_APPROVAL');
    const asked = await lastAct(trx, customerId, ['review']);
    if (asked?.actor_id === by.id) throw new QorganError('QRG_CUSTOMER_SAME_PERSON');
    const measures = await neededBy(trx, store, ratingId);
    await trx
      .updateTable('customers')
      .set({ approval: decision })
      .where('customer_id', '=', customerId)
      .execute();
    await writeAct(trx, store, by, {
      customerId,
      ratingId,
      act: decision,
      at: now(),
      measures,
      reason,
    });
    await audit.appendIn(trx, {
      actor: by,
      action: decision === 'approved' ? 'customer.approve' : 'customer.refuse',
      object: `customer:${customerId}`,
      reason,
      detail: { rating: ratingId, measures },
    });
    return approvalIn(trx, store, { ...customer, approval: decision });
  });
}

/** The customer of the person's own institution, locked. Throws QRG_CUSTOMER_UNKNOWN. */
export async function ownCustomer(trx: Transaction, by: Principal, customerId: number) {
  const customer = await trx
    .selectFrom('customers')
    .select(['customer_id', 'institution_id', 'rating_id', 'approval'])
    .where('customer_id', '=', customerId)
    .where('institution_id', '=', by.institutionId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (customer === undefined)
    throw new QorganError('QRG_CUSTOMER_UNKNOWN', { customer: customerId });
  return customer;
}

/** What a person said of a customer. */
export interface CustomerAct {
  readonly customerId: number;
  readonly ratingId: number;
  readonly act: ActRow['act'];
  readonly at: number;
  readonly measures: readonly string[];
  readonly reason: string;
}

export async function writeAct(
  trx: Transaction,
  { vault }: Pick<Store, 'vault'>,
  by: Principal,
  { customerId, ratingId, act, at, measures, reason }: CustomerAct,
): Promise<void> {
  await trx
    .insertInto('customer_acts')
    .values({
      customer_id: customerId,
      institution_id: by.institutionId,
      at,
      act,
      rating_id: ratingId,
      measures: [...measures],
      actor_id: by.id,
      actor: by.name,
      note_sealed: vault.seal(reason),
    })
    .execute();
}

const lastAct = (
  trx: Transaction,
  customerId: number,
  acts: readonly ActRow['act'][],
): Promise<ActRow | undefined> =>
  trx
    .selectFrom('customer_acts')
    .selectAll()
    .where('customer_id', '=', customerId)
    .where('act', 'in', [...acts])
    .orderBy('act_id', 'desc')
    .limit(1)
    .executeTakeFirst();

async function neededBy(
  trx: Transaction,
  store: Pick<Store, 'vault'>,
  ratingId: number,
): Promise<string[]> {
  const row = await trx
    .selectFrom('customer_ratings')
    .selectAll()
    .where('rating_id', '=', ratingId)
    .executeTakeFirst();
  return row === undefined ? [] : approvalsOf(openRating(store, row));
}
