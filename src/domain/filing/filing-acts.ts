import { fail, ok, type Problem, type Result } from '../errors/catalogue.ts';

/** A notice FM-1 on its way: a person fills it, another approves it, it goes out, the body answers. */
export const FILING_STATES = [
  'draft',
  'submitted',
  'approved', // numbered, its bytes are fixed
  'sent',
  'accepted',
  'rejected',
  'withdrawn', // before it was sent
] as const;
export type FilingState = (typeof FILING_STATES)[number];

/** What a notice is about: it decides the ground of requisite 1.5 and the term. */
export const FILING_KINDS = [
  'suspicion_before', // recognised before the operation was carried out
  'suspicion_after',
  'activity', // of a client, over several operations
  'study', // an operation that the law tells to study
  'typology',
  'refusal',
  'list', // of a person on a list: frozen
  'threshold',
] as const;
export type FilingKind = (typeof FILING_KINDS)[number];

/** What a notice is to the one before: requisite 1.3 in words. */
export const FOLLOWS_AS = ['correction', 'replacement'] as const;
export type FollowsAs = (typeof FOLLOWS_AS)[number];

/** What a person does with a notice. */
export const FILING_ACTS = [
  'edit',
  'submit',
  'return', // to who fills it
  'approve',
  'sign', // the file that their own provider signed
  'send',
  'acknowledge', // the answer of the body
  'withdraw',
  'correct', // another notice in place of a rejected one
  'replace', // another notice in place of an accepted one
] as const;
export type FilingActKind = (typeof FILING_ACTS)[number];

/** Roles that work with notices; an auditor only reads them. */
type Roles = readonly ('analyst' | 'supervisor' | 'investigator')[];
const FILL: Roles = ['analyst', 'supervisor', 'investigator'];

/** Who draws up a notice. */
export const MAY_FILE: Roles = FILL;

/** Who loads codes of signs, writes the reporter's own data, and runs the day's thresholds by hand. */
export const MAY_SET_UP: Roles = ['supervisor'];

export const FILING_WHO_MAY: Readonly<Record<FilingActKind, Roles>> = {
  edit: FILL,
  submit: FILL,
  return: ['supervisor'],
  approve: ['supervisor'],
  sign: FILL,
  send: FILL,
  acknowledge: FILL,
  withdraw: FILL,
  correct: FILL,
  replace: FILL,
};

const WHEN: Readonly<Record<FilingActKind, readonly FilingState[]>> = {
  edit: ['draft'],
  submit: ['draft'],
  return: ['submitted'],
  approve: ['submitted'],
  sign: ['approved'],
  send: ['approved'],
  acknowledge: ['sent'],
  withdraw: ['draft', 'submitted', 'approved'],
  correct: ['rejected'],
  replace: ['accepted'],
};

/** What of a notice decides who may do what now. */
export interface FilingStanding {
  readonly state: FilingState;
  /** User ids of all who wrote in it; none of them approves. */
  readonly madeBy: readonly number[];
  /** The signed file has come back. */
  readonly isSigned: boolean;
  /** A later notice took its place, and was not withdrawn. */
  readonly isFollowed: boolean;
}

export interface FilingPerson {
  readonly id: number;
  readonly roles: readonly string[];
}

/**
 * Whether this person may do this with a notice of their institution now. Fails with QRG_FILING_ROLE, QRG_FILING_STATE,
 * QRG_FILING_SAME_PERSON, QRG_FILING_UNSIGNED, QRG_FILING_FOLLOWED.
 */
export function mayOnFiling(
  { state, madeBy, isSigned, isFollowed }: FilingStanding,
  act: FilingActKind,
  { id, roles }: FilingPerson,
): Result<undefined> {
  if (!roles.some((role) => (FILING_WHO_MAY[act] as readonly string[]).includes(role)))
    return fail('QRG_FILING_ROLE', { act });
  if (!WHEN[act].includes(state)) return fail('QRG_FILING_STATE', { act, state });
  if (act === 'approve' && madeBy.includes(id)) return fail('QRG_FILING_SAME_PERSON');
  if (act === 'send' && !isSigned) return fail('QRG_FILING_UNSIGNED');
  if ((act === 'correct' || act === 'replace') && isFollowed) return fail('QRG_FILING_FOLLOWED');
  return ok(undefined);
}

export interface PossibleFilingAct {
  readonly kind: FilingActKind;
  /** Null: it may be done. */
  readonly problem: Problem | null;
}

/** Every act, and why not where not. */
export const possibleFilingActs = (
  standing: FilingStanding,
  person: FilingPerson,
): PossibleFilingAct[] =>
  FILING_ACTS.map((kind) => {
    const may = mayOnFiling(standing, kind, person);
    return { kind, problem: may.ok ? null : may.problem };
  });
