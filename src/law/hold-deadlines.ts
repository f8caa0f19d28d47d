import { ok, type Result } from '../domain/errors/catalogue.ts';
import type { Regime } from './grounds.ts';
import { type Hold, type HoldCourse, isOpen } from './hold-state.ts';
import type { Law } from './law.ts';
import { type TermId, termAt } from './terms.ts';
import { type Deadline, deadline } from './working-days.ts';

/**
 * What has to be done by a deadline: `release` the hold ends then; `decide`, `report` somebody here must act; `wait` it binds
 * another body and only tells when to expect it.
 */
export type Duty = 'release' | 'decide' | 'report' | 'wait';

export interface HoldDeadline extends Deadline {
  readonly duty: Duty;
  /** Reaches beyond the term of the hold itself (25-1(3-1)(1)); the law does not say whether it may. */
  readonly beyondHold: boolean;
}

/** When the nearest term that runs is over; null when none runs. Fails as `deadlinesOf`. */
export function nextTermAt(law: Law, hold: Hold): Result<number | null> {
  const deadlines = deadlinesOf(law, hold);
  return deadlines.ok ? ok(deadlines.value[0]?.dueAt ?? null) : deadlines;
}

interface Running {
  readonly term: TermId;
  readonly from: number;
  readonly duty: Duty;
}

/** Every term that runs for a hold now, soonest first. Fails with QRG_LAW_CALENDAR_YEAR or QRG_LAW_TERM_PERIOD. */
export function deadlinesOf(law: Law, hold: Hold): Result<HoldDeadline[]> {
  if (!isOpen(hold.state) && hold.state !== 'refused') return ok([]);
  const found: HoldDeadline[] = [];
  const limit = deadlineOf(law, 'hold', hold.course.suspendedAt);
  if (!limit.ok) return limit;
  for (const { term, from, duty } of running(law, hold)) {
    const due = deadlineOf(law, term, from);
    if (!due.ok) return due;
    const beyondHold = term === 'le-answer' && due.value.dueAt > limit.value.dueAt;
    found.push({ ...due.value, duty, beyondHold });
  }
  return ok(found.sort((a, b) => a.dueAt - b.dueAt));
}

/**
 * When the last term that carries the hold is over; null when one of its grounds has no end in law: a freezing, a block until
 * explanations, a decision of law enforcement to keep or return the money. Each regime ends by itself: a transfer that one
 * law lets go is kept by the other ("unless another ground in law prevents it", 25-1(4), 13(4)).
 */
export function releaseDueAt(law: Law, hold: Hold): Result<number | null> {
  if (!isOpen(hold.state) || hasNoEnd(law, hold)) return ok(null);
  const deadlines = deadlinesOf(law, hold);
  if (!deadlines.ok) return deadlines;
  const ends = deadlines.value.filter(({ duty }) => duty === 'release').map(({ dueAt }) => dueAt);
  ends.push(...endedByDecision(hold.course));
  return ok(ends.length === 0 ? null : Math.max(...ends));
}

/** When the suspension under the AML law is over; null when the hold does not stand on it any more. */
export function suspensionEndsAt(law: Law, hold: Hold): Result<number | null> {
  if (!regimesOf(law, hold).has('suspension') || suspensionOver(hold)) return ok(null);
  const end = suspensionTerms(hold).find(({ duty }) => duty === 'release');
  if (end === undefined) return ok(null);
  const due = deadlineOf(law, end.term, end.from);
  return due.ok ? ok(due.value.dueAt) : due;
}

export function regimesOf(law: Law, hold: Hold): ReadonlySet<Regime> {
  return new Set(hold.grounds.map(({ kind }) => law.grounds.rules.get(kind)!.regime));
}

/** The Agency said that it need not be suspended: that regime is over, whatever else holds the money. */
const suspensionOver = (hold: Hold): boolean => hold.course.afmOutcome === 'no_need';

function hasNoEnd(law: Law, hold: Hold): boolean {
  const regimes = regimesOf(law, hold);
  if (regimes.has('terror') || regimes.has('sanctions')) return true;
  if (hold.state === 'blocked_until_explanations') return true;
  return hold.course.leOutcome === 'keep' || hold.course.leOutcome === 'return';
}

/** A body said that its regime has no need of the hold: that regime ended then. */
function endedByDecision(course: HoldCourse): number[] {
  const ends: number[] = [];
  if (course.leOutcome === 'release' && course.leDecidedAt !== null) ends.push(course.leDecidedAt);
  if (course.afmOutcome === 'no_need' && course.afmDecidedAt !== null)
    ends.push(course.afmDecidedAt);
  return ends;
}

function running(law: Law, hold: Hold): Running[] {
  const regimes = regimesOf(law, hold);
  return [
    ...(hold.state === 'proposed' ? [look(hold)] : []),
    ...(regimes.has('payments') ? paymentTerms(hold) : []),
    ...(regimes.has('suspension') && !suspensionOver(hold) ? suspensionTerms(hold) : []),
    ...(regimes.has('terror') || regimes.has('sanctions') ? freezeTerms(hold) : []),
    ...appealTerms(hold),
  ];
}

const look = (hold: Hold): Running => ({
  term: 'proposal',
  from: hold.course.suspendedAt,
  duty: 'decide',
});

function paymentTerms({ state, course }: Hold): Running[] {
  if (state === 'refused' || state === 'blocked_until_explanations') return [];
  if (course.leDecidedAt !== null) return [];
  if (course.notifiedAt !== null)
    return [{ term: 'le-answer', from: course.notifiedAt, duty: 'release' }];
  // An answer in time leaves the term of the analysis as it is; one that came after it ends the block.
  if (course.blockedAt !== null && course.answeredAt !== null)
    return [{ term: 'after-explanations', from: course.answeredAt, duty: 'release' }];
  return [{ term: 'hold', from: course.suspendedAt, duty: 'release' }];
}

function suspensionTerms({ state, course, grounds }: Hold): Running[] {
  if (state === 'refused') return [];
  const decidedAt = course.afmDecidedAt;
  if (course.afmOutcome === 'account_stop' && decidedAt !== null)
    return [{ term: 'account-stop', from: decidedAt, duty: 'release' }];
  if (course.afmOutcome === 'suspend' && decidedAt !== null)
    return [
      { term: 'afm-suspension', from: decidedAt, duty: 'release' },
      { term: 'le-suspension', from: decidedAt, duty: 'wait' },
    ];
  const since = Math.min(
    ...grounds.filter(({ kind }) => kind === 'aml_suspicion').map((ground) => ground.since),
  );
  // Without a message nothing carries the suspension: its 24 hours are counted from the moment it should have gone.
  const answer: Running = {
    term: 'afm-answer',
    from: course.reportedAt ?? since,
    duty: 'release',
  };
  return course.reportedAt === null
    ? [{ term: 'suspicion-report', from: since, duty: 'report' }, answer]
    : [answer];
}

const freezeTerms = ({ course }: Hold): Running[] =>
  course.reportedAt === null && course.placedAt !== null
    ? [{ term: 'freeze-report', from: course.placedAt, duty: 'report' }]
    : [];

const appealTerms = ({ course }: Hold): Running[] =>
  course.appealFiledAt !== null && course.appealDecidedAt === null
    ? [{ term: 'appeal', from: course.appealFiledAt, duty: 'decide' }]
    : [];

function deadlineOf(law: Law, id: TermId, from: number): Result<Deadline> {
  const term = termAt(law.terms, law.calendar, id, from);
  return term.ok ? deadline(law.calendar, term.value, from) : term;
}
