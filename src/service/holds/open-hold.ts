import { QorganError } from '../../domain/errors/catalogue.ts';
import { PURPOSES, type Purpose } from '../../domain/transfer.ts';
import { actOn, proposedHold } from '../../law/hold.ts';
import type { Hold } from '../../law/hold-state.ts';
import type { Transaction } from '../../store/store.ts';
import type { Principal } from '../access/principal.ts';
import type { AuditEntry } from '../audit/entry.ts';
import { heldPart } from './act-on-hold.ts';
import { tasksOf } from './consequences.ts';
import type { HoldDeps } from './deps.ts';
import { checkReason, groundsNamed, type NamedGround, personOf } from './hold-request.ts';
import { holdColumns, momentsOf, readHold, type StoredHold } from './hold-row.ts';
import { type HoldView, viewOf } from './hold-view.ts';
import { orThrow, writeEvent, writeTasks } from './write-hold.ts';

/** A hold that a person begins without a proposal. */
export interface OpenHold {
  /** A transfer that the institution told us. */
  readonly transferSeq: number;
  /** True: the payee is the client, and the incoming sum stands. */
  readonly incoming: boolean;
  readonly grounds: readonly NamedGround[];
  readonly reason: string;
  readonly notProtectedBecause?: string | undefined;
}

/**
 * Holds the money of a transfer on grounds that a person names: a client's complaint, word of law enforcement, a suspicion.
 * The terms run from now: this is when the money is stopped. Throws QRG_HOLD_PERSON, QRG_HOLD_REASON, QRG_HOLD_TRANSFER,
 * QRG_HOLD_EXISTS, QRG_HOLD_ROLE, QRG_HOLD_GROUND, QRG_HOLD_PROTECTED, QRG_LAW_CALENDAR_YEAR.
 */
export async function openHold(
  deps: HoldDeps,
  principal: Principal,
  wish: OpenHold,
): Promise<HoldView> {
  const stored = await deps.store.write(async (trx) => {
    const { opened, entry } = await openHoldIn(deps, trx, principal, wish);
    await deps.audit.appendIn(trx, entry);
    return opened;
  });
  return viewOf(deps.law, stored);
}

/** The same inside of a transaction that does more; the entry for the record of acts is the caller's to add, last. */
export async function openHoldIn(
  deps: HoldDeps,
  trx: Transaction,
  principal: Principal,
  wish: OpenHold,
): Promise<{ readonly opened: StoredHold; readonly entry: AuditEntry }> {
  const person = personOf(principal);
  const reason = checkReason(wish.reason);
  const at = deps.now();
  const grounds = groundsNamed(deps.law, wish.grounds);
  const action = { kind: 'place', by: person, at, grounds } as const;
  const hold = orThrow(actOn(deps.law, proposedHold([], at), action));
  const money = await moneyOf(trx, principal.institutionId, wish);
  const heldMinor = heldPart(deps, money, hold, wish);
  const opened = await insertHold(
    deps,
    trx,
    principal.institutionId,
    wish,
    money,
    heldMinor,
    hold,
    at,
  );
  const detail = { grounds: grounds.map(({ kind }) => kind) };
  await writeEvent(deps, trx, opened, {
    at,
    act: 'place',
    actorId: person.id,
    detail,
    note: reason,
  });
  const fresh = { ...hold, state: 'proposed' } as const;
  await writeTasks(deps, trx, opened, tasksOf(deps.law, opened, fresh, hold, 'place'), at);
  const entry: AuditEntry = {
    actor: principal,
    action: 'hold.place',
    object: `hold:${opened.holdId}`,
    reason,
    detail: { state: hold.state, ...detail },
  };
  return { opened, entry };
}

interface TransferMoney {
  readonly accountNo: number;
  readonly payeeNo: number;
  readonly amountMinor: number;
  readonly currency: string;
  readonly purpose: Purpose;
  readonly incoming: boolean;
}

/** The service follows one currency. */
const CURRENCY = 'KZT';

async function moneyOf(
  trx: Transaction,
  institutionId: number,
  { transferSeq, incoming }: OpenHold,
): Promise<TransferMoney> {
  const row = await trx
    .selectFrom('transfers')
    .select(['payer', 'payee', 'amount_minor', 'purpose'])
    .where('seq', '=', transferSeq)
    .where('institution_id', '=', institutionId)
    .executeTakeFirst();
  if (row === undefined) throw new QorganError('QRG_HOLD_TRANSFER');
  return {
    accountNo: incoming ? row.payee : row.payer,
    payeeNo: row.payee,
    amountMinor: row.amount_minor,
    currency: CURRENCY,
    purpose: PURPOSES[row.purpose],
    incoming,
  };
}

async function insertHold(
  { law }: HoldDeps,
  trx: Transaction,
  institutionId: number,
  { transferSeq }: OpenHold,
  money: TransferMoney,
  heldMinor: number,
  hold: Hold,
  at: number,
): Promise<StoredHold> {
  const row = await trx
    .insertInto('holds')
    .values({
      institution_id: institutionId,
      transfer_seq: transferSeq,
      account_no: money.accountNo,
      payee_no: money.payeeNo,
      amount_minor: money.amountMinor,
      held_minor: heldMinor,
      currency: money.currency,
      purpose: money.purpose,
      incoming: money.incoming,
      refund_risk: hold.grounds.some((g) => g.kind === 'party_in_events' && g.subject === 'payee'),
      suspended_at: at,
      ...holdColumns(hold, orThrow(momentsOf(law, hold)), at),
    })
    .onConflict((conflict) => conflict.columns(['institution_id', 'transfer_seq']).doNothing())
    .returningAll()
    .executeTakeFirst();
  if (row === undefined) throw new QorganError('QRG_HOLD_EXISTS');
  return readHold(row);
}
