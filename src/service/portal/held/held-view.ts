import { LANGUAGES, type Localized } from '../../../domain/language.ts';
import { dateOfDay, dayAt } from '../../../law/calendar.ts';
import { servicesLeft } from '../../../law/client-rights.ts';
import { deadlinesOf, regimesOf, releaseDueAt } from '../../../law/hold-deadlines.ts';
import { type Hold, type HoldGround, type HoldState, POSSIBLE } from '../../../law/hold-state.ts';
import type { Law } from '../../../law/law.ts';
import { betrays, reasonKey } from '../../../law/notice.ts';
import type { Verified } from '../../../law/terms.ts';
import { toldHold } from '../../../law/told-hold.ts';
import { orThrow } from '../../holds/write-hold.ts';
import type { FoundHeld } from './find-held.ts';

/** How a held payment stands, as its client hears of it. */
export const HELD_STATES = [
  'checking', // people look at it
  'asked', // an explanation is waited for
  'blocked', // none came, so the account is closed until it does
  'kept', // by decision of a body
  'over', // the term has run out; a person must let it go
  'released',
  'refused',
  'returned',
] as const;
export type HeldState = (typeof HELD_STATES)[number];

const STATE_OF: Readonly<Record<HoldState, HeldState>> = {
  proposed: 'checking',
  placed: 'checking',
  explanations_asked: 'asked',
  answered: 'checking',
  blocked_until_explanations: 'blocked',
  // That law enforcement was told is not the client's to hear from us.
  centre_notified: 'checking',
  le_decided: 'kept',
  expired: 'over',
  released: 'released',
  refused: 'refused',
  returned: 'returned',
};

/** A sentence with the rule behind it, and whether anybody compared it with the text. */
export interface ToldRule {
  readonly id: string;
  readonly text: Localized;
  readonly verified: Verified;
}

export interface HeldView {
  readonly bank: string;
  readonly amountMinor: number;
  readonly heldMinor: number;
  readonly currency: string;
  readonly incoming: boolean;
  readonly state: HeldState;
  /** Local days, 'YYYY-MM-DD'. */
  readonly since: string;
  /** The last day, by law; null: no day is named by law. */
  readonly until: string | null;
  /** A day inside may still be moved by the Government. */
  readonly untilUncertain: boolean;
  readonly reasons: readonly Localized[];
  readonly services: readonly ToldRule[];
  /** Income that the hold does not take. */
  readonly income: readonly ToldRule[];
  readonly mayExplain: boolean;
  /** The last day of an explanation that is in time. */
  readonly explainBy: string | null;
  /** The bank's question, in its own words. */
  readonly question: string | null;
  readonly explainedOn: string | null;
  readonly mayAppeal: boolean;
  readonly appeal: HeldAppeal | null;
}

export interface HeldAppeal {
  readonly filedOn: string;
  /** The last day of the answer; null once it is there. */
  readonly decideBy: string | null;
  readonly decidedOn: string | null;
  /** Null until it is decided. */
  readonly granted: boolean | null;
}

/** What the history of a hold adds to its row. */
export interface HeldHistory {
  /** The last words of a worker to the client. */
  readonly question: string | null;
  readonly granted: boolean | null;
}

/** A hold in the words and days that may be told. Throws QRG_LAW_CALENDAR_YEAR, QRG_LAW_TERM_PERIOD. */
export function heldView(
  law: Law,
  { stored, bank }: FoundHeld,
  history: HeldHistory,
  now: number,
): HeldView {
  const hold = orThrow(toldHold(law, stored.hold, now));
  const deadlines = orThrow(deadlinesOf(law, hold));
  const end = orThrow(releaseDueAt(law, hold));
  const regimes = regimesOf(law, hold);
  const state = STATE_OF[hold.state];
  const { course } = hold;
  const day = (at: number): string => dateOfDay(dayAt(law.calendar, at));
  // A term is over with the first moment that is not in it any more.
  const lastDay = (dueAt: number): string => day(dueAt - 1);
  const answerDue = deadlines.find(({ term }) => term === 'hold');
  return {
    bank,
    amountMinor: stored.amountMinor,
    heldMinor: stored.heldMinor,
    currency: stored.currency,
    incoming: stored.incoming,
    state,
    since: day(course.suspendedAt),
    until: end === null ? null : lastDay(end),
    untilUncertain: deadlines.some(({ dueAt, uncertain }) => dueAt === end && uncertain),
    reasons: hold.grounds.map((ground) => reasonOf(law, ground)),
    services: servicesLeft(law, regimes).map(told),
    income: law.income.filter(({ regime }) => regimes.has(regime)).map(told),
    mayExplain: POSSIBLE.answer.includes(hold.state),
    explainBy: state === 'asked' && answerDue !== undefined ? lastDay(answerDue.dueAt) : null,
    question: harmless(law, history.question),
    explainedOn: course.answeredAt === null ? null : day(course.answeredAt),
    mayAppeal: POSSIBLE.appeal.includes(hold.state) && !appealWaits(hold),
    appeal:
      course.appealFiledAt === null
        ? null
        : {
            filedOn: day(course.appealFiledAt),
            decideBy: appealWaits(hold) ? appealDue(deadlines, lastDay) : null,
            decidedOn: course.appealDecidedAt === null ? null : day(course.appealDecidedAt),
            granted: course.appealDecidedAt === null ? null : history.granted,
          },
  };
}

export const appealWaits = ({ course }: Hold): boolean =>
  course.appealFiledAt !== null && course.appealDecidedAt === null;

const appealDue = (
  deadlines: readonly { readonly term: string; readonly dueAt: number }[],
  lastDay: (dueAt: number) => string,
): string | null => {
  const due = deadlines.find(({ term }) => term === 'appeal');
  return due === undefined ? null : lastDay(due.dueAt);
};

const told = ({ id, text, verified }: ToldRule): ToldRule => ({ id, text, verified });

const reasonOf = ({ notices: { reasons } }: Law, { kind, subject }: HoldGround): Localized =>
  reasons.get(reasonKey(kind, subject)) ?? reasons.get(kind)!;

/** A worker's words go out only where no word of them could betray what must not be told (11(5)). */
const harmless = ({ notices }: Law, text: string | null): string | null =>
  text === null || LANGUAGES.some((language) => betrays(notices, text, language)) ? null : text;
