import { fail, ok, type Result } from '../domain/errors/catalogue.ts';
import type { Hold, HoldAction, HoldActionKind, HoldRole } from './hold-state.ts';
import type { Law } from './law.ts';

/** Who may do what, by role. The second person of a release against a listed party is a supervisor. */
const WHO_MAY: Readonly<Record<HoldActionKind, readonly HoldRole[]>> = {
  place: ['analyst', 'supervisor'],
  add_ground: ['analyst', 'supervisor'],
  ask: ['analyst', 'supervisor'],
  answer: ['analyst', 'supervisor', 'client'],
  notify_centre: ['analyst', 'supervisor'],
  le_decision: ['liaison', 'supervisor'],
  report_afm: ['analyst', 'supervisor'],
  afm_decision: ['liaison', 'supervisor'],
  ask_release: ['analyst', 'supervisor'],
  release: ['analyst', 'supervisor'],
  refuse: ['supervisor'],
  return_money: ['supervisor'],
  appeal: ['analyst', 'supervisor', 'liaison', 'client'],
  decide_appeal: ['supervisor'],
};

/** Acts that the person who placed the hold may not do: they harm somebody, or they judge the hold itself. */
const NEVER_THE_PLACER: readonly HoldActionKind[] = ['refuse', 'return_money', 'decide_appeal'];

/** Two persons release a hold when it stands against somebody on a list. */
export const needsTwo = (law: Law, hold: Hold): boolean =>
  hold.grounds.some(({ kind }) => law.grounds.rules.get(kind)!.twoPeople);

/**
 * Whether this person may do this act on this hold.
 * Fails with QRG_HOLD_ROLE, QRG_HOLD_SAME_PERSON or QRG_HOLD_SECOND_PERSON.
 */
export function mayAct(law: Law, hold: Hold, action: HoldAction): Result<undefined> {
  const { by, kind } = action;
  if (!hasRole(by.roles, WHO_MAY[kind])) return fail('QRG_HOLD_ROLE', { act: kind });
  const { placedBy, refusedBy, appealsRefusedBy } = hold.course;
  if (NEVER_THE_PLACER.includes(kind) && by.id === placedBy)
    return fail('QRG_HOLD_SAME_PERSON', { act: kind });
  if (kind === 'decide_appeal' && (by.id === refusedBy || appealsRefusedBy.includes(by.id)))
    return fail('QRG_HOLD_SAME_PERSON', { act: kind });
  return kind === 'release' && needsTwo(law, hold) ? mayReleaseListed(hold, action) : ok(undefined);
}

function mayReleaseListed({ course }: Hold, { by, kind }: HoldAction): Result<undefined> {
  if (course.releaseAskedBy === null) return fail('QRG_HOLD_SECOND_PERSON', { act: kind });
  if (by.id === course.releaseAskedBy || by.id === course.placedBy)
    return fail('QRG_HOLD_SAME_PERSON', { act: kind });
  return by.roles.includes('supervisor') ? ok(undefined) : fail('QRG_HOLD_ROLE', { act: kind });
}

const hasRole = (roles: readonly string[], wanted: readonly string[]): boolean =>
  roles.some((role) => wanted.includes(role));
