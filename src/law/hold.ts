import { fail, ok, type Result } from '../domain/errors/catalogue.ts';
import { groundOf, type LegalGround } from './grounds.ts';
import { deadlinesOf, regimesOf, releaseDueAt, suspensionEndsAt } from './hold-deadlines.ts';
import { mayAct, needsTwo } from './hold-people.ts';
import {
  type AfmOutcome,
  type Hold,
  type HoldAction,
  type HoldCourse,
  type HoldState,
  isOpen,
  NEW_COURSE,
  POSSIBLE,
  REFUSABLE,
  type RefundFacts,
  type ReleaseBasis,
} from './hold-state.ts';
import type { Law } from './law.ts';

/** A hold that the decision of a transfer proposes: the money stands from this moment. */
export const proposedHold = (grounds: readonly LegalGround[], at: number): Hold => ({
  state: 'proposed',
  grounds: grounds.map((ground) => ({ ...ground, since: at })),
  course: { ...NEW_COURSE, suspendedAt: at },
  overdueSince: null,
});

/**
 * One act of a named person on a hold, or why it is not possible. Terms that passed meanwhile take effect first, so that the
 * outcome does not depend on when the clock was last looked at.
 *
 * Fails with QRG_HOLD_STATE, QRG_HOLD_ROLE, QRG_HOLD_SAME_PERSON, QRG_HOLD_SECOND_PERSON, QRG_HOLD_GROUND,
 * QRG_HOLD_TERM_OVER, QRG_HOLD_BASIS, QRG_HOLD_REFUND_DUTY, QRG_HOLD_REFUSAL_GROUND, QRG_HOLD_PROSECUTOR,
 * QRG_LAW_CALENDAR_YEAR, QRG_LAW_TERM_PERIOD.
 */
export function actOn(law: Law, before: Hold, action: HoldAction): Result<Hold> {
  const ticked = passTime(law, before, action.at);
  if (!ticked.ok) return ticked;
  const hold = ticked.value;
  if (!POSSIBLE[action.kind].includes(hold.state))
    return fail('QRG_HOLD_STATE', { act: action.kind, state: hold.state });
  const allowed = mayAct(law, hold, action);
  if (!allowed.ok) return allowed;
  const next = apply(law, hold, action);
  return next.ok ? passTime(law, next.value, action.at) : next;
}

/**
 * What the passing of time alone does: an unanswered analysis becomes a block until explanations, a hold that no term carries
 * any more becomes `expired` (it must be released, and stays visible until a person has done so), a missed duty is marked.
 */
export function passTime(law: Law, hold: Hold, now: number): Result<Hold> {
  if (!isOpen(hold.state) || hold.state === 'expired') return markOverdue(law, hold, now);
  if (hold.state === 'explanations_asked') {
    const deadlines = deadlinesOf(law, hold);
    if (!deadlines.ok) return deadlines;
    const analysis = deadlines.value.find(({ term }) => term === 'hold');
    if (analysis !== undefined && analysis.dueAt <= now)
      return passTime(
        law,
        moved(hold, 'blocked_until_explanations', { blockedAt: analysis.dueAt }),
        now,
      );
  }
  const end = releaseDueAt(law, hold);
  if (!end.ok) return end;
  if (end.value !== null && end.value <= now)
    return ok({ ...hold, state: 'expired', overdueSince: end.value });
  return markOverdue(law, hold, now);
}

/** The moment at which `passTime` would next change something; null when only a person can. */
export function nextChangeAt(law: Law, hold: Hold): Result<number | null> {
  if (!isOpen(hold.state) && hold.state !== 'refused') return ok(null);
  const deadlines = deadlinesOf(law, hold);
  if (!deadlines.ok) return deadlines;
  const end = releaseDueAt(law, hold);
  if (!end.ok) return end;
  const moments = deadlines.value
    .filter(({ duty, term }) => isWatched(hold, duty, term))
    .map(({ dueAt }) => dueAt);
  if (end.value !== null && hold.state !== 'expired') moments.push(end.value);
  return ok(moments.length === 0 ? null : Math.min(...moments));
}

const isWatched = (hold: Hold, duty: string, term: string): boolean =>
  (term === 'hold' && hold.state === 'explanations_asked') ||
  (hold.overdueSince === null && (duty === 'decide' || duty === 'report'));

/** Notes the first duty that was missed; forgets it when it was done. */
function markOverdue(law: Law, hold: Hold, now: number): Result<Hold> {
  if (hold.state === 'expired') return ok(hold);
  const deadlines = deadlinesOf(law, hold);
  if (!deadlines.ok) return deadlines;
  const missed = deadlines.value.find(
    ({ duty, dueAt }) => (duty === 'decide' || duty === 'report') && dueAt <= now,
  );
  return ok({ ...hold, overdueSince: missed?.dueAt ?? null });
}

function apply(law: Law, hold: Hold, action: HoldAction): Result<Hold> {
  const { at, by } = action;
  switch (action.kind) {
    case 'place':
      return place(law, hold, action.grounds, by.id, at);
    case 'add_ground':
      return addGrounds(law, hold, action.grounds, at);
    case 'ask':
      return inTerm(
        law,
        hold,
        at,
        moved(hold, 'explanations_asked', { askedAt: at, answeredAt: null }),
      );
    case 'answer':
      return ok(moved(hold, 'answered', { answeredAt: at }));
    case 'notify_centre':
      return inTerm(law, hold, at, moved(hold, 'centre_notified', { notifiedAt: at }));
    case 'le_decision':
      return ok(
        moved(hold, 'le_decided', { leOutcome: action.outcome, leDecidedAt: action.decidedAt }),
      );
    case 'report_afm':
      return reportAfm(hold, at);
    case 'afm_decision':
      return afmDecided(law, hold, action.outcome, action.decidedAt);
    case 'ask_release':
      return ok(moved(hold, hold.state, { releaseAskedBy: by.id }));
    case 'release':
      return release(law, hold, action.basis, action, at);
    case 'refuse':
      return refuse(hold, by.id);
    case 'return_money':
      return returnMoney(hold, action.prosecutorAgreed);
    case 'appeal':
      return fileAppeal(hold, at);
    case 'decide_appeal':
      return decideAppeal(law, hold, action);
  }
}

const moved = (hold: Hold, state: HoldState, change: Partial<HoldCourse>): Hold => ({
  ...hold,
  state,
  course: { ...hold.course, ...change },
});

function place(
  law: Law,
  hold: Hold,
  grounds: readonly LegalGround[],
  by: number,
  at: number,
): Result<Hold> {
  const placed = withGrounds(moved(hold, 'placed', { placedBy: by, placedAt: at }), grounds, at);
  const carried = placed.grounds.some(({ before }) => before !== 'none');
  if (!carried) return fail('QRG_HOLD_GROUND');
  return stillCarried(law, placed, at);
}

/** A ground under another law may carry a hold whose own term is over; one of the same law does not begin it anew. */
function addGrounds(
  law: Law,
  hold: Hold,
  grounds: readonly LegalGround[],
  at: number,
): Result<Hold> {
  if (!grounds.some(({ before }) => before !== 'none')) return fail('QRG_HOLD_GROUND');
  const richer = withGrounds(hold, grounds, at);
  if (hold.state !== 'expired') return ok(richer);
  return stillCarried(law, { ...richer, state: 'placed' }, at);
}

function stillCarried(law: Law, hold: Hold, at: number): Result<Hold> {
  const end = releaseDueAt(law, hold);
  if (!end.ok) return end;
  return end.value !== null && end.value <= at ? fail('QRG_HOLD_TERM_OVER') : ok(hold);
}

function withGrounds(hold: Hold, grounds: readonly LegalGround[], at: number): Hold {
  const fresh = grounds
    .filter((g) => !hold.grounds.some((h) => h.kind === g.kind && h.subject === g.subject))
    .map((ground) => ({ ...ground, since: at }));
  const decided = fresh.find(({ kind }) => kind === 'afm_suspension' || kind === 'account_stop');
  const outcome = decided?.kind === 'account_stop' ? 'account_stop' : 'suspend';
  const change = decided === undefined ? {} : ({ afmOutcome: outcome, afmDecidedAt: at } as const);
  return { ...moved(hold, hold.state, change), grounds: [...hold.grounds, ...fresh] };
}

/** What belongs to the analysis of the payments law can only be begun while its term runs, and on its grounds. */
function inTerm(law: Law, hold: Hold, at: number, next: Hold): Result<Hold> {
  if (!regimesOf(law, hold).has('payments')) return fail('QRG_HOLD_GROUND');
  if (hold.state === 'blocked_until_explanations') return ok(next);
  const deadlines = deadlinesOf(law, hold);
  if (!deadlines.ok) return deadlines;
  const own = deadlines.value.find(({ term }) => term === 'hold' || term === 'after-explanations');
  return own !== undefined && own.dueAt > at ? ok(next) : fail('QRG_HOLD_TERM_OVER');
}

/** A late message too opens the Agency's 24 hours (13(4)); a second one about the same does not open them again. */
function reportAfm(hold: Hold, at: number): Result<Hold> {
  if (hold.course.reportedAt !== null)
    return fail('QRG_HOLD_STATE', { act: 'report_afm', state: hold.state });
  return ok(moved(hold, carriedAgain(hold.state), { reportedAt: at }));
}

/** An expired hold that another law may carry: whether it does, the terms say (`passTime`). */
const carriedAgain = (state: HoldState): HoldState => (state === 'expired' ? 'placed' : state);

function afmDecided(law: Law, hold: Hold, outcome: AfmOutcome, decidedAt: number): Result<Hold> {
  if (!regimesOf(law, hold).has('suspension')) return fail('QRG_HOLD_GROUND');
  const next = moved(hold, carriedAgain(hold.state), {
    afmOutcome: outcome,
    afmDecidedAt: decidedAt,
  });
  if (outcome === 'no_need') return ok(next);
  const kind = outcome === 'suspend' ? 'afm_suspension' : 'account_stop';
  const ground = groundOf(law.grounds.rules.get(kind)!, null);
  return ok({ ...next, grounds: [...next.grounds, { ...ground, since: decidedAt }] });
}

function refuse(hold: Hold, by: number): Result<Hold> {
  if (!hold.grounds.some(({ kind }) => REFUSABLE.includes(kind)))
    return fail('QRG_HOLD_REFUSAL_GROUND');
  return ok(moved(hold, 'refused', { refusedBy: by }));
}

function returnMoney(hold: Hold, prosecutorAgreed: boolean): Result<Hold> {
  if (hold.course.leOutcome !== 'return' || !prosecutorAgreed) return fail('QRG_HOLD_PROSECUTOR');
  return ok(moved(hold, 'returned', {}));
}

function release(
  law: Law,
  hold: Hold,
  basis: ReleaseBasis,
  refund: RefundFacts,
  at: number,
): Result<Hold> {
  const lifted = lifts(law, hold, basis, at);
  if (!lifted.ok) return lifted;
  if (refund.payeeInEvents && !refund.acknowledgedRefundDuty) return fail('QRG_HOLD_REFUND_DUTY');
  return ok(moved(hold, 'released', {}));
}

/** Whether this basis ends every ground that still holds the money. Fails with QRG_HOLD_BASIS. */
function lifts(law: Law, hold: Hold, basis: ReleaseBasis, at: number): Result<undefined> {
  const refused = fail('QRG_HOLD_BASIS', { basis, state: hold.state });
  const regimes = regimesOf(law, hold);
  if (regimes.has('terror') || regimes.has('sanctions'))
    return LIFTS_FREEZING.includes(basis) ? ok(undefined) : refused;
  const suspended = suspensionEndsAt(law, hold);
  if (!suspended.ok) return suspended;
  if (suspended.value !== null && suspended.value > at)
    return basis === 'authority' ? ok(undefined) : refused;
  return liftsPayments(hold, basis) ? ok(undefined) : refused;
}

const LIFTS_FREEZING: readonly ReleaseBasis[] = ['not_the_person', 'delisted', 'authority'];

function liftsPayments({ state, course }: Hold, basis: ReleaseBasis): boolean {
  if (course.leOutcome === 'keep' || course.leOutcome === 'return') return basis === 'authority';
  if (basis === 'term_over') return state === 'expired';
  if (basis === 'le_decision') return course.leOutcome === 'release';
  // With the notice sent, the answer is law enforcement's: the bank's own analysis is over.
  if (basis === 'cleared') return state !== 'centre_notified';
  return true;
}

const appealWaits = ({ course }: Hold): boolean =>
  course.appealFiledAt !== null && course.appealDecidedAt === null;

function fileAppeal(hold: Hold, at: number): Result<Hold> {
  if (appealWaits(hold)) return fail('QRG_HOLD_STATE', { act: 'appeal', state: hold.state });
  return ok(moved(hold, hold.state, { appealFiledAt: at, appealDecidedAt: null }));
}

function decideAppeal(
  law: Law,
  hold: Hold,
  action: HoldAction & { readonly kind: 'decide_appeal' },
): Result<Hold> {
  if (!appealWaits(hold)) return fail('QRG_HOLD_STATE', { act: action.kind, state: hold.state });
  const { appealsRefusedBy } = hold.course;
  const decided = moved(hold, hold.state, {
    appealDecidedAt: action.at,
    appealsRefusedBy: action.granted ? appealsRefusedBy : [...appealsRefusedBy, action.by.id],
  });
  if (!action.granted || hold.state === 'refused') return ok(decided);
  if (needsTwo(law, hold)) {
    const lifted = lifts(law, hold, 'appeal', action.at);
    return lifted.ok ? ok(moved(decided, hold.state, { releaseAskedBy: action.by.id })) : lifted;
  }
  return release(law, decided, 'appeal', action, action.at);
}
