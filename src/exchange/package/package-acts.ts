import { fail, ok, type Problem, type Result } from '../../domain/errors/catalogue.ts';
import {
  PACKAGE_ACTS,
  PACKAGE_WAYS,
  type PackageActKind,
  type PackageState,
} from './package-state.ts';

type Roles = readonly string[];

/** Who chooses what leaves, and for what. */
export const PACKAGE_MAKERS = ['analyst', 'investigator', 'liaison'] as const;
const SENDERS: Roles = ['analyst', 'supervisor', 'investigator', 'liaison'];

/** Who may do what, by role. */
const WHO_MAY: Readonly<Record<PackageActKind, Roles>> = {
  edit: PACKAGE_MAKERS,
  return: ['supervisor'],
  approve: ['supervisor'],
  send: SENDERS,
  answer: SENDERS,
  refuse: SENDERS,
  withdraw: SENDERS,
  mark: ['supervisor', 'investigator', 'liaison'],
  // An item of a case: cases say who adds one.
  attach: ['analyst', 'supervisor', 'investigator'],
};

/** A package, as far as what may be done with it depends on it. Persons are user ids. */
export interface PackageStanding {
  readonly state: PackageState;
  readonly madeBy: number;
  readonly approvedBy: number | null;
}

/** A named person. */
export interface PackagePerson {
  readonly id: number;
  readonly roles: Roles;
}

/** The state that an act leads to. Fails with QRG_PACKAGE_STATE, QRG_PACKAGE_ROLE, QRG_PACKAGE_SAME_PERSON, QRG_PACKAGE_MAKER. */
export function actOnPackage(
  before: PackageStanding,
  act: PackageActKind,
  by: PackagePerson,
): Result<PackageState> {
  const state = PACKAGE_WAYS[act][before.state];
  if (state === undefined) return fail('QRG_PACKAGE_STATE', { act, state: before.state });
  const code = whyNot(before, act, by);
  return code === null ? ok(state) : fail(code, { act });
}

function whyNot(before: PackageStanding, act: PackageActKind, by: PackagePerson) {
  const isMaker = by.id === before.madeBy;
  // Who approves has written no word of it, and chosen no field.
  if (act === 'approve' && isMaker) return 'QRG_PACKAGE_SAME_PERSON';
  if (!by.roles.some((role) => WHO_MAY[act].includes(role))) return 'QRG_PACKAGE_ROLE';
  if (act === 'edit' && !isMaker) return 'QRG_PACKAGE_MAKER';
  // A draft is taken back by its maker; what another approved, by those who approve, too.
  if (act === 'withdraw' && !isMaker && !by.roles.includes('supervisor'))
    return 'QRG_PACKAGE_MAKER';
  return null;
}

export interface PossiblePackageAct {
  readonly act: PackageActKind;
  readonly problem: Problem | null;
}

/** Every act, and why this person may not do it now; null: they may. */
export const possiblePackageActs = (
  before: PackageStanding,
  by: PackagePerson,
): PossiblePackageAct[] =>
  PACKAGE_ACTS.map((act) => {
    const tried = actOnPackage(before, act, by);
    return { act, problem: tried.ok ? null : tried.problem };
  });
