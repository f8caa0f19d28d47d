import { QorganError } from '../../domain/errors/catalogue.ts';
import { formatMoneyExact } from '../../domain/money.ts';
import { protectedPart } from '../../law/client-rights.ts';
import { actOn, passTime } from '../../law/hold.ts';
import { regimesOf } from '../../law/hold-deadlines.ts';
import type { Hold, HoldAction, ReleaseBasis } from '../../law/hold-state.ts';
import type { Transaction } from '../../store/store.ts';
import type { Principal } from '../access/principal.ts';
import type { AuditEntry } from '../audit/entry.ts';
import type { HoldDeps } from './deps.ts';
import { actionOf, asksRefund, checkReason, type HoldRequest, personOf } from './hold-request.ts';
import { readHold, type StoredHold } from './hold-row.ts';
import { type HoldView, viewOf } from './hold-view.ts';
import { orThrow, writeStep } from './write-hold.ts';

/**
 * One act of a named person on a hold of their institution, with a reason; audited in the same transaction. `version` is the
 * one the person saw: of two who act on the same one wins, and the other hears QRG_HOLD_VERSION.
 *
 * Throws QRG_HOLD_PERSON, QRG_HOLD_REASON, QRG_HOLD_UNKNOWN, QRG_HOLD_VERSION, QRG_HOLD_PROTECTED, QRG_HOLD_TIME and what
 * `actOn` refuses; a release with a duty to refund that was not acknowledged is QRG_HOLD_REFUND_DUTY with the sum.
 */
export async function actOnHold(
  deps: HoldDeps,
  principal: Principal,
  holdId: number,
  version: number,
  request: HoldRequest,
): Promise<HoldView> {
  const person = personOf(principal);
  const reason = checkReason(request.reason);
  const at = deps.now();
  const stored = await deps.store.write(async (trx) => {
    const found = await lockHold(trx, principal.institutionId, holdId);
    if (found.version !== version) throw new QorganError('QRG_HOLD_VERSION');
    const ticked = await passTimeOf(deps, trx, found, at);
    const inEvents = asksRefund(request.kind) && (await inEventsNow(deps, trx, found));
    const action = actionOf(deps.law, request, person, at, inEvents);
    const acted = actOn(deps.law, ticked.hold, action);
    if (!acted.ok) throw refusalOf(acted.problem, found);
    const detail = detailOf(request, acted.value, inEvents);
    const written = await writeStep(deps, trx, ticked, {
      after: acted.value,
      at,
      act: request.kind,
      actorId: person.id,
      detail,
      note: reason,
      basis: basisOf(action),
      heldMinor: request.kind === 'place' ? heldPart(deps, found, acted.value, request) : undefined,
    });
    await deps.audit.appendIn(trx, auditOf(principal, written, request, reason, detail));
    return written;
  });
  return viewOf(deps.law, stored);
}

/** An appeal that one person may grant is a release by itself. */
const basisOf = (action: HoldAction): ReleaseBasis | undefined =>
  action.kind === 'release' ? action.basis : action.kind === 'decide_appeal' ? 'appeal' : undefined;

/** The hold of an institution, locked until the transaction ends. Throws QRG_HOLD_UNKNOWN. */
async function lockHold(
  trx: Transaction,
  institutionId: number,
  holdId: number,
): Promise<StoredHold> {
  const row = await trx
    .selectFrom('holds')
    .selectAll()
    .where('hold_id', '=', holdId)
    .where('institution_id', '=', institutionId)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw new QorganError('QRG_HOLD_UNKNOWN');
  return readHold(row);
}

/** Terms that passed since the clock last looked are an event of their own, before the act. */
export async function passTimeOf(
  deps: HoldDeps,
  trx: Transaction,
  stored: StoredHold,
  at: number,
): Promise<StoredHold> {
  const after = orThrow(passTime(deps.law, stored.hold, at));
  if (after.state === stored.hold.state) return { ...stored, hold: after };
  return writeStep(deps, trx, stored, {
    after,
    at,
    act: null,
    actorId: null,
    detail: { overdueSince: after.overdueSince },
    note: null,
  });
}

const inEventsNow = (deps: HoldDeps, trx: Transaction, stored: StoredHold): Promise<boolean> =>
  deps.payeeInEvents(trx, {
    institutionId: stored.institutionId,
    accountNo: stored.payeeNo,
  });

function refusalOf(problem: QorganError['problem'], { amountMinor, currency }: StoredHold) {
  const args =
    problem.code === 'QRG_HOLD_REFUND_DUTY'
      ? { amount: formatMoneyExact({ amountMinor, currency }, 'en') }
      : problem.args;
  return new QorganError(problem.code, args);
}

/**
 * What stands of incoming money: the rest is income that the hold leaves to the client. The payer writes the purpose of a
 * payment, and a dropper's payer may write "salary": a person who doubts it says why, and then all of it stands.
 */
export function heldPart(
  { law, now }: Pick<HoldDeps, 'law' | 'now'>,
  stored: Pick<StoredHold, 'incoming' | 'amountMinor' | 'currency' | 'purpose'>,
  hold: Hold,
  { notProtectedBecause }: { readonly notProtectedBecause?: string | undefined },
): number {
  const { incoming, amountMinor, currency, purpose } = stored;
  if (!incoming || (notProtectedBecause ?? '').trim() !== '') return amountMinor;
  const kept = orThrow(
    protectedPart(law, regimesOf(law, hold), { at: now(), amountMinor, purpose }, ALONE),
  );
  // What has to be asked for is given out when the person asks.
  if (kept.minor === 0 || kept.asked) return amountMinor;
  if (kept.minor < amountMinor) return amountMinor - kept.minor;
  throw new QorganError('QRG_HOLD_PROTECTED', {
    amount: formatMoneyExact({ amountMinor, currency }, 'en'),
  });
}

/** Nothing is known of the family when a hold is placed. */
const ALONE = { members: 1, keptThisMonthMinor: 0 };

function detailOf(request: HoldRequest, after: Hold, payeeInEvents: boolean) {
  const { kind, reason: _, ...said } = request;
  return {
    ...said,
    grounds: after.grounds.map((ground) => ground.kind),
    ...(asksRefund(kind) ? { payeeInEvents } : {}),
  };
}

/** Explanations of a client are kept with the hold, sealed, and not in the record of acts. */
function auditOf(
  principal: Principal,
  { holdId, institutionId, hold }: StoredHold,
  { kind }: HoldRequest,
  reason: string,
  detail: ReturnType<typeof detailOf>,
): AuditEntry {
  return {
    actor: principal,
    institutionId,
    action: `hold.${kind.replaceAll('_', '-')}`,
    object: `hold:${holdId}`,
    reason: kind === 'answer' ? undefined : reason,
    detail: { state: hold.state, ...(JSON.parse(JSON.stringify(detail)) as object) },
  };
}
