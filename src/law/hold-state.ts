import type { GroundKind, LegalGround } from './grounds.ts';

export const HOLD_STATES = [
  'proposed', // by the decision; nobody has looked yet, the money stands
  'placed', // by a named person
  'explanations_asked',
  'answered',
  'blocked_until_explanations', // the term of the analysis ended without an answer
  'centre_notified',
  'le_decided', // law enforcement said that it keeps or returns the money
  'expired', // must be released: no term in law carries the hold any more
  'released',
  'refused',
  'returned',
] as const;
export type HoldState = (typeof HOLD_STATES)[number];

const CLOSED_STATES: readonly HoldState[] = ['released', 'refused', 'returned'];
export const isOpen = (state: HoldState): boolean => !CLOSED_STATES.includes(state);

export interface HoldGround extends LegalGround {
  /** When the hold came to stand on it (epoch ms). */
  readonly since: number;
}

export const LE_OUTCOMES = ['keep', 'release', 'return'] as const;
export type LeOutcome = (typeof LE_OUTCOMES)[number];

export const AFM_OUTCOMES = ['suspend', 'no_need', 'account_stop'] as const;
export type AfmOutcome = (typeof AFM_OUTCOMES)[number];

/** What happened so far, as far as terms and persons depend on it. Moments in epoch ms; persons are user ids. */
export interface HoldCourse {
  /** The money stands since then: the terms of art. 25-1 run from here and not from a person's click. */
  readonly suspendedAt: number;
  readonly placedBy: number | null;
  readonly placedAt: number | null;
  readonly askedAt: number | null;
  readonly answeredAt: number | null;
  /** The analysis ended without an answer, and the account was blocked until there is one. */
  readonly blockedAt: number | null;
  readonly notifiedAt: number | null;
  readonly leOutcome: LeOutcome | null;
  readonly leDecidedAt: number | null;
  /** The message to the Financial Monitoring Agency. */
  readonly reportedAt: number | null;
  readonly afmOutcome: AfmOutcome | null;
  readonly afmDecidedAt: number | null;
  readonly releaseAskedBy: number | null;
  readonly refusedBy: number | null;
  readonly appealFiledAt: number | null;
  readonly appealDecidedAt: number | null;
  /** Who refused an appeal: the next one is for somebody else. */
  readonly appealsRefusedBy: readonly number[];
}

export interface Hold {
  readonly state: HoldState;
  readonly grounds: readonly HoldGround[];
  readonly course: HoldCourse;
  /** The first term that passed without what it asks for; null when none did. */
  readonly overdueSince: number | null;
}

export const RELEASE_BASES = [
  'cleared', // the analysis found no fraud: 25-1(3-1)(5)
  'le_decision',
  'term_over',
  'not_the_person', // a namesake
  'delisted',
  'authority', // another decision of a competent body, named in the reason
  'appeal',
] as const;
export type ReleaseBasis = (typeof RELEASE_BASES)[number];

/** `client`: the one whose money stands, who explains and appeals by a code of the hold. */
export const HOLD_ROLES = ['analyst', 'supervisor', 'investigator', 'liaison', 'client'] as const;
export type HoldRole = (typeof HOLD_ROLES)[number];

/** A named person. */
export interface HoldPerson {
  readonly id: number;
  readonly roles: readonly string[];
}

interface Act {
  readonly by: HoldPerson;
  readonly at: number;
}

/** A decision of a body, recorded here: its terms run from when it was made and not from when it was typed in. */
interface Decision {
  readonly decidedAt: number;
}

export type HoldAction =
  | (Act & { readonly kind: 'place'; readonly grounds: readonly LegalGround[] })
  | (Act & { readonly kind: 'add_ground'; readonly grounds: readonly LegalGround[] })
  | (Act & { readonly kind: 'ask' })
  | (Act & { readonly kind: 'answer' })
  | (Act & { readonly kind: 'notify_centre' })
  | (Act & Decision & { readonly kind: 'le_decision'; readonly outcome: LeOutcome })
  | (Act & { readonly kind: 'report_afm' })
  | (Act & Decision & { readonly kind: 'afm_decision'; readonly outcome: AfmOutcome })
  | (Act & { readonly kind: 'ask_release' })
  | (Act & { readonly kind: 'release'; readonly basis: ReleaseBasis } & RefundFacts)
  | (Act & { readonly kind: 'refuse' })
  | (Act & { readonly kind: 'return_money'; readonly prosecutorAgreed: boolean })
  | (Act & { readonly kind: 'appeal' })
  | (Act & { readonly kind: 'decide_appeal'; readonly granted: boolean } & RefundFacts);

export type HoldActionKind = HoldAction['kind'];

/** The duty to refund, as it stands at the moment of release. */
export interface RefundFacts {
  /** The payee stands in the base of events now (not: stood when the transfer came). */
  readonly payeeInEvents: boolean;
  readonly acknowledgedRefundDuty: boolean;
}

/** Placed by a person and not ended. */
const UNDER_WAY: readonly HoldState[] = HOLD_STATES.filter(
  (state) => state !== 'proposed' && !CLOSED_STATES.includes(state),
);

/** From which states an act is possible at all. */
export const POSSIBLE: Readonly<Record<HoldActionKind, readonly HoldState[]>> = {
  place: ['proposed'],
  add_ground: UNDER_WAY,
  ask: ['placed', 'answered'],
  answer: ['explanations_asked', 'blocked_until_explanations'],
  notify_centre: ['placed', 'explanations_asked', 'answered', 'blocked_until_explanations'],
  // A decision that comes after the term still binds while the money is there.
  le_decision: ['centre_notified', 'le_decided', 'expired'],
  report_afm: UNDER_WAY,
  afm_decision: UNDER_WAY,
  ask_release: ['proposed', ...UNDER_WAY],
  release: ['proposed', ...UNDER_WAY],
  refuse: ['proposed', ...UNDER_WAY.filter((state) => state !== 'le_decided')],
  return_money: ['le_decided'],
  appeal: [...UNDER_WAY, 'refused'],
  decide_appeal: [...UNDER_WAY, 'refused'],
};

/** Grounds on which the law lets a bank refuse the payment for good: 25-1(5) and (6), AML law 13(1), (1-1); the client's own word. */
export const REFUSABLE: readonly GroundKind[] = [
  'terror_list',
  'sanctions_list',
  'party_in_events',
  'party_in_attempts',
  'client_complaint',
  'aml_suspicion',
];

export const NEW_COURSE: Omit<HoldCourse, 'suspendedAt'> = {
  placedBy: null,
  placedAt: null,
  askedAt: null,
  answeredAt: null,
  blockedAt: null,
  notifiedAt: null,
  leOutcome: null,
  leDecidedAt: null,
  reportedAt: null,
  afmOutcome: null,
  afmDecidedAt: null,
  releaseAskedBy: null,
  refusedBy: null,
  appealFiledAt: null,
  appealDecidedAt: null,
  appealsRefusedBy: [],
};
