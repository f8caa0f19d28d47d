import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { actOnPackage, possiblePackageActs } from './package-acts.ts';
import {
  PACKAGE_ACTS,
  PACKAGE_STATES,
  PACKAGE_WAYS,
  type PackageActKind,
} from './package-state.ts';

const ROLES = ['analyst', 'supervisor', 'investigator', 'liaison', 'auditor', 'admin'] as const;
type Role = (typeof ROLES)[number];

/** Who may do what with a package that another person made: the table of docs/explanation/who-may.md. */
const MAY = new Map(
  readFileSync(new URL('../../../docs/explanation/who-may.md', import.meta.url), 'utf8')
    .split('| act on a package |')[1]!
    .split('\n')
    .flatMap((line) => {
      const [, act, ...cells] = line.split('|').map((cell) => cell.trim());
      const name = /^`(\w+)`$/.exec(act ?? '')?.[1];
      return name === undefined
        ? []
        : [[name, ROLES.filter((_, i) => cells[i] === 'yes')] as const];
    })
    .slice(0, PACKAGE_ACTS.length),
);

const of = (act: PackageActKind) => {
  const [state] = PACKAGE_STATES.filter((one) => PACKAGE_WAYS[act][one] !== undefined);
  return { state: state!, madeBy: 1, approvedBy: null };
};
const told = (act: PackageActKind, role: Role, id: number) => {
  const done = actOnPackage(of(act), act, { id, roles: [role] });
  return done.ok ? 'done' : done.problem.code;
};

it.each(PACKAGE_ACTS)('%s: each role, on what another made', (act) => {
  expect(ROLES.filter((role) => told(act, role, 2) === 'done')).toEqual(MAY.get(act));
});

it('a maker edits and takes back, and approves nothing, whatever else they are', () => {
  for (const role of ['analyst', 'investigator', 'liaison'] as const) {
    expect([told('edit', role, 1), told('withdraw', role, 1)]).toEqual(['done', 'done']);
    expect(told('approve', role, 1)).toBe('QRG_PACKAGE_SAME_PERSON');
    expect(told('edit', role, 2)).toBe('QRG_PACKAGE_MAKER');
  }
  const both = { id: 1, roles: ['analyst', 'supervisor'] };
  const tried = actOnPackage(of('approve'), 'approve', both);
  expect(tried.ok ? 'done' : tried.problem.code).toBe('QRG_PACKAGE_SAME_PERSON');
});

it('a pair that is no way is refused with the state, for everybody', () => {
  for (const state of PACKAGE_STATES)
    for (const { act, problem } of possiblePackageActs(
      { state, madeBy: 1, approvedBy: null },
      { id: 2, roles: [...ROLES] },
    ))
      if (PACKAGE_WAYS[act][state] === undefined)
        expect(problem).toEqual({ code: 'QRG_PACKAGE_STATE', args: { act, state } });
});
