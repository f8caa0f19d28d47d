/**
 * How far a request to take a page down has come. A post that nobody asked about yet is only found; that a page was looked at
 * again is kept as checks beside the state.
 */
export const TAKEDOWN_STATES = [
  'triaged', // a person drafted a request for a post that a person had reviewed
  'sealed', // a sealed copy of the page goes with it
  'requested', // another person approved it and sent it
  'acknowledged', // whoever was asked said that it came
  'removed', // by word of whoever was asked, or the page was gone at a check
  'refused',
  'partly', // some of it is gone
  'reappeared', // the page is back, or its campaign posted again
  'withdrawn',
] as const;
export type TakedownState = (typeof TAKEDOWN_STATES)[number];

/** Acts of named persons. */
export const TAKEDOWN_ACTS = [
  'edit',
  'seal',
  'send',
  'acknowledge',
  'remove',
  'partly',
  'refuse',
  'withdraw',
  'appeal',
  'uphold',
  'reverse',
] as const;
export type TakedownActKind = (typeof TAKEDOWN_ACTS)[number];

/** What is seen when a page is looked at again; nobody's act. */
export const TAKEDOWN_SIGHTS = ['found_gone', 'found_again'] as const;
export type TakedownSight = (typeof TAKEDOWN_SIGHTS)[number];

/** A request, as far as what may be done with it depends on it. Persons are user ids. */
export interface Takedown {
  readonly state: TakedownState;
  readonly draftedBy: number;
  readonly approvedBy: number | null;
  readonly hasCapture: boolean;
  /** Appeals that nobody has decided. */
  readonly openAppeals: number;
}

/** A named person. */
export interface TakedownPerson {
  readonly id: number;
  readonly roles: readonly string[];
}

type Way = Readonly<Partial<Record<TakedownState, TakedownState>>>;

const stay = (...states: TakedownState[]): Way =>
  Object.fromEntries(states.map((state) => [state, state]));
const to = (next: TakedownState, ...states: TakedownState[]): Way =>
  Object.fromEntries(states.map((state) => [state, next]));

/** States in which somebody was asked and the request stands. */
const ASKED = [
  'requested',
  'acknowledged',
  'removed',
  'refused',
  'partly',
  'reappeared',
] as const satisfies readonly TakedownState[];

/** Where each act leads from each state; a pair that is not here is not possible. */
export const WAYS: Readonly<Record<TakedownActKind | TakedownSight, Way>> = {
  edit: stay('triaged', 'sealed'),
  // A page that changed since is sealed again before the request is sent.
  seal: to('sealed', 'triaged', 'sealed'),
  send: to('requested', 'sealed'),
  acknowledge: to('acknowledged', 'requested'),
  remove: to('removed', 'requested', 'acknowledged', 'partly', 'refused', 'reappeared'),
  partly: to('partly', 'requested', 'acknowledged'),
  refuse: to('refused', 'requested', 'acknowledged', 'partly'),
  withdraw: to(
    'withdrawn',
    'triaged',
    'sealed',
    'requested',
    'acknowledged',
    'partly',
    'reappeared',
  ),
  appeal: stay(...ASKED),
  // What was taken back may have appeals that nobody has answered.
  uphold: stay(...ASKED, 'withdrawn'),
  reverse: to('withdrawn', ...ASKED, 'withdrawn'),
  // A page that is gone though removal was refused is gone by somebody else's will: the refusal stays on record.
  // What came back once is closed by a person: the page may be gone while its campaign goes on elsewhere.
  found_gone: to('removed', 'requested', 'acknowledged', 'partly'),
  found_again: to('reappeared', 'removed'),
};

/** Whether the addressee owes an answer. */
export const awaitsAnswer = (state: TakedownState): boolean => state === 'requested';
