import { fail, ok, type Problem, type Result } from '../../domain/errors/catalogue.ts';
import {
  TAKEDOWN_ACTS,
  type Takedown,
  type TakedownActKind,
  type TakedownPerson,
  type TakedownSight,
  WAYS,
} from './takedown-state.ts';

type Roles = readonly string[];

const DRAFTERS: Roles = ['analyst', 'investigator'];
const APPROVERS: Roles = ['supervisor', 'investigator'];
const READERS: Roles = ['analyst', 'supervisor', 'investigator', 'liaison'];

/** Who may do what, by role. Whoever reads the answer writes down what it says. */
const WHO_MAY: Readonly<Record<TakedownActKind, Roles>> = {
  edit: DRAFTERS,
  seal: ['analyst', 'supervisor', 'investigator'],
  send: APPROVERS,
  acknowledge: READERS,
  remove: READERS,
  partly: READERS,
  refuse: READERS,
  withdraw: ['analyst', 'supervisor', 'investigator'],
  appeal: READERS,
  uphold: APPROVERS,
  reverse: APPROVERS,
};

export const mayDraft = (roles: Roles): boolean => hasRole(roles, DRAFTERS);

/**
 * One act of a named person on a request, or why it is not possible.
 * Fails with QRG_TAKEDOWN_STATE, QRG_TAKEDOWN_ROLE, QRG_TAKEDOWN_SAME_PERSON, QRG_TAKEDOWN_DRAFTER, QRG_TAKEDOWN_UNSEALED,
 * QRG_TAKEDOWN_NO_APPEAL.
 */
export function actOnTakedown(
  before: Takedown,
  kind: TakedownActKind,
  by: TakedownPerson,
): Result<Takedown> {
  const state = WAYS[kind][before.state];
  if (state === undefined) return fail('QRG_TAKEDOWN_STATE', { act: kind, state: before.state });
  const problem = whyNot(before, kind, by);
  if (problem !== null) return { ok: false, problem };
  return ok({ ...before, ...changeBy(before, kind, by), state });
}

/** What somebody saw who looked at the page again. Fails with QRG_TAKEDOWN_STATE where it changes nothing. */
export function seeTakedown(before: Takedown, sight: TakedownSight): Result<Takedown> {
  const state = WAYS[sight][before.state];
  return state === undefined
    ? fail('QRG_TAKEDOWN_STATE', { act: sight, state: before.state })
    : ok({ ...before, state });
}

export interface PossibleTakedownAct {
  readonly kind: TakedownActKind;
  readonly problem: Problem | null;
}

/** Every act, and why this person may not do it now; null: they may. */
export const possibleTakedownActs = (
  takedown: Takedown,
  by: TakedownPerson,
): PossibleTakedownAct[] =>
  TAKEDOWN_ACTS.map((kind) => {
    const tried = actOnTakedown(takedown, kind, by);
    return { kind, problem: tried.ok ? null : tried.problem };
  });

function whyNot(takedown: Takedown, kind: TakedownActKind, by: TakedownPerson): Problem | null {
  if (!hasRole(by.roles, WHO_MAY[kind])) return problem('QRG_TAKEDOWN_ROLE', kind);
  const isDrafter = by.id === takedown.draftedBy;
  switch (kind) {
    case 'edit':
      // Whoever sends it has written no word of it.
      return isDrafter ? null : problem('QRG_TAKEDOWN_DRAFTER', kind);
    case 'send':
      if (isDrafter) return problem('QRG_TAKEDOWN_SAME_PERSON', kind);
      return takedown.hasCapture ? null : problem('QRG_TAKEDOWN_UNSEALED', kind);
    case 'withdraw':
      return mayWithdraw(takedown, by, isDrafter) ? null : problem('QRG_TAKEDOWN_ROLE', kind);
    case 'uphold':
    case 'reverse':
      if (takedown.openAppeals === 0) return problem('QRG_TAKEDOWN_NO_APPEAL', kind);
      return isDrafter || by.id === takedown.approvedBy
        ? problem('QRG_TAKEDOWN_SAME_PERSON', kind)
        : null;
    default:
      return null;
  }
}

/** A draft is taken back by who wrote it, too; what was sent is taken back by those who send. */
const mayWithdraw = (takedown: Takedown, by: TakedownPerson, isDrafter: boolean): boolean =>
  hasRole(by.roles, APPROVERS) || (isDrafter && takedown.approvedBy === null);

function changeBy(before: Takedown, kind: TakedownActKind, by: TakedownPerson): Partial<Takedown> {
  switch (kind) {
    case 'seal':
      return { hasCapture: true };
    case 'send':
      return { approvedBy: by.id };
    case 'appeal':
      return { openAppeals: before.openAppeals + 1 };
    case 'uphold':
    case 'reverse':
      return { openAppeals: before.openAppeals - 1 };
    default:
      return {};
  }
}

const hasRole = (roles: Roles, wanted: Roles): boolean =>
  roles.some((role) => wanted.includes(role));

const problem = (code: Problem['code'], act: TakedownActKind): Problem => ({ code, args: { act } });
