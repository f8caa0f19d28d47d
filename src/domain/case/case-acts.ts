import { fail, ok, type Problem, type Result } from '../errors/catalogue.ts';
import type { CaseOutcome, CaseState } from './case-file.ts';

/** What a person does with a case. */
export const CASE_ACTS = [
  'take',
  'assign',
  'return', // back to the queue
  'wait', // for somebody outside
  'resume',
  'note',
  'call', // to a customer
  'add_item',
  'remove_item',
  'task_add',
  'task_done',
  'task_drop',
  'fact_say',
  'fact_withdraw',
  'feedback',
  'file_add',
  'title',
  'tlp',
  'propose_hold',
  'propose_close', // with an outcome that harms somebody
  'decide_proposal',
  'withdraw_proposal',
  'close',
  'reopen',
  'merge',
  'split',
] as const;
export type CaseActKind = (typeof CASE_ACTS)[number];

/** Who works with cases, of the roles of the service. */
export type CaseRoleOfPerson =
  | 'analyst'
  | 'supervisor'
  | 'investigator'
  | 'liaison'
  | 'auditor'
  | 'admin';

export interface CasePerson {
  readonly id: number;
  readonly roles: readonly string[];
}

/** What of a case decides who may do what now. */
export interface CaseStanding {
  readonly state: CaseState;
  readonly assignee: number | null;
}

type Roles = readonly CaseRoleOfPerson[];
const WORK: Roles = ['analyst', 'supervisor', 'investigator'];
const ALL: Roles = [...WORK, 'liaison'];

/** Who opens a case. */
export const MAY_OPEN: Roles = ALL;

/** Who may do what, by role. An auditor and an administrator do nothing with cases. */
export const CASE_WHO_MAY: Readonly<Record<CaseActKind, Roles>> = {
  take: WORK,
  assign: ['supervisor'],
  return: WORK,
  wait: WORK,
  resume: WORK,
  note: ALL,
  call: ['analyst', 'supervisor'],
  add_item: WORK,
  remove_item: WORK,
  task_add: ALL,
  task_done: ALL,
  task_drop: WORK,
  fact_say: WORK,
  fact_withdraw: WORK,
  feedback: WORK,
  file_add: ALL,
  title: WORK,
  tlp: ALL,
  propose_hold: ['analyst', 'supervisor'],
  propose_close: WORK,
  decide_proposal: ['supervisor', 'investigator'],
  withdraw_proposal: WORK,
  close: WORK,
  reopen: ['supervisor'],
  merge: WORK,
  split: WORK,
};

const OPEN: readonly CaseState[] = ['open', 'in_work', 'waiting'];
const WORKED: readonly CaseState[] = ['in_work', 'waiting'];
const ANY_BUT_MERGED: readonly CaseState[] = [...OPEN, 'closed'];

/** In which states an act is possible; a merged case is frozen. */
const WHEN: Readonly<Record<CaseActKind, readonly CaseState[]>> = {
  take: OPEN,
  assign: OPEN,
  return: WORKED,
  wait: ['in_work'],
  resume: ['waiting'],
  note: ANY_BUT_MERGED,
  call: OPEN,
  add_item: OPEN,
  remove_item: OPEN,
  task_add: OPEN,
  task_done: OPEN,
  task_drop: OPEN,
  fact_say: OPEN,
  fact_withdraw: OPEN,
  // What is found out after the end is worth knowing, too.
  feedback: ANY_BUT_MERGED,
  file_add: OPEN,
  title: OPEN,
  tlp: ANY_BUT_MERGED,
  propose_hold: WORKED,
  propose_close: WORKED,
  decide_proposal: WORKED,
  withdraw_proposal: WORKED,
  close: WORKED,
  reopen: ['closed'],
  merge: OPEN,
  split: OPEN,
};

/** Acts that decide the course of a case: its own person does them, or a supervisor. */
const OF_ITS_PERSON: readonly CaseActKind[] = [
  'take',
  'return',
  'wait',
  'resume',
  'propose_close',
  'close',
  'merge',
  'split',
];

/** Outcomes that harm somebody: another person decides them. */
export const HARMFUL_OUTCOMES: readonly CaseOutcome[] = ['confirmed', 'handed_over'];

/**
 * Whether this person may do this act on a case of their institution now. What depends on the thing acted on (whose proposal it
 * is, whose task) is asked where it is at hand. Fails with QRG_CASE_ROLE, QRG_CASE_STATE, QRG_CASE_TAKEN.
 */
export function mayOnCase(
  standing: CaseStanding,
  act: CaseActKind,
  { id, roles }: CasePerson,
): Result<undefined> {
  if (!roles.some((role) => (CASE_WHO_MAY[act] as readonly string[]).includes(role)))
    return fail('QRG_CASE_ROLE', { act });
  if (!WHEN[act].includes(standing.state))
    return fail('QRG_CASE_STATE', { act, state: standing.state });
  // Whoever has it takes nothing.
  if (act === 'take' && standing.assignee === id)
    return fail('QRG_CASE_STATE', { act, state: standing.state });
  const isOthers = standing.assignee !== null && standing.assignee !== id;
  if (OF_ITS_PERSON.includes(act) && isOthers && !roles.includes('supervisor'))
    return fail('QRG_CASE_TAKEN');
  return ok(undefined);
}

export interface PossibleCaseAct {
  readonly kind: CaseActKind;
  /** Null: it may be done. */
  readonly problem: Problem | null;
}

/** Every act, and why not where not. */
export const possibleCaseActs = (standing: CaseStanding, person: CasePerson): PossibleCaseAct[] =>
  CASE_ACTS.map((kind) => {
    const may = mayOnCase(standing, kind, person);
    return { kind, problem: may.ok ? null : may.problem };
  });

/** Who decides a proposal: another person, whose role fits what is proposed. A hold is placed by a bank's supervisor. */
export const DECIDES_PROPOSAL: Readonly<Record<'hold' | 'close', Roles>> = {
  hold: ['supervisor'],
  close: ['supervisor', 'investigator'],
};
