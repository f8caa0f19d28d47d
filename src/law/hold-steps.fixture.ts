import { type GroundKind, groundOf } from './grounds.ts';
import { actOn, passTime, proposedHold } from './hold.ts';
import type { Hold, HoldAction, HoldPerson } from './hold-state.ts';
import type { Law } from './law.ts';

export const local = (text: string): number => Date.parse(`${text}+05:00`);
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
/** Thursday 26 November 2026, noon: five working days end with Thursday 3 December. */
export const START = local('2026-11-26T12:00');
export const TERM_END = local('2026-12-04T00:00');

export const aigul: HoldPerson = { id: 1, roles: ['analyst'] };
export const bolat: HoldPerson = { id: 2, roles: ['supervisor'] };
export const dana: HoldPerson = { id: 3, roles: ['supervisor'] };
export const liaison: HoldPerson = { id: 4, roles: ['liaison'] };

/** An act without who and when. */
export type Wish = HoldAction extends infer A
  ? A extends HoldAction
    ? Omit<A, 'at' | 'by'>
    : never
  : never;

export const place: Wish = { kind: 'place', grounds: [] };

export const release = (change: object = {}): Wish => ({
  kind: 'release',
  basis: 'cleared',
  payeeInEvents: false,
  acknowledgedRefundDuty: false,
  ...change,
});

export const decideAppeal: Wish = {
  kind: 'decide_appeal',
  granted: true,
  payeeInEvents: false,
  acknowledgedRefundDuty: false,
};

/** Holds of a country's law, and steps of theirs. */
export function holdSteps(law: Law) {
  const ground = (kind: GroundKind, subject: 'payer' | 'payee' | null = null) =>
    groundOf(law.grounds.rules.get(kind)!, subject);

  const proposed = (...kinds: GroundKind[]): Hold =>
    proposedHold(
      kinds.map((kind) => ground(kind, kind.startsWith('party') ? 'payee' : null)),
      START,
    );

  const step = (hold: Hold, wish: Wish, by: HoldPerson, when: number) =>
    actOn(law, hold, { ...wish, by, at: when } as HoldAction);

  /** The hold after an act that is possible. */
  function must(hold: Hold, wish: Wish, by = aigul, when = START + HOUR): Hold {
    const next = step(hold, wish, by, when);
    if (!next.ok) throw new Error(next.problem.code);
    return next.value;
  }

  /** The state after an act, or the code of why it was refused. */
  function codeOf(hold: Hold, wish: Wish, by = aigul, when = START + HOUR): string {
    const next = step(hold, wish, by, when);
    return next.ok ? next.value.state : next.problem.code;
  }

  function later(hold: Hold, when: number): Hold {
    const next = passTime(law, hold, when);
    if (!next.ok) throw new Error(next.problem.code);
    return next.value;
  }

  const placed = (...kinds: GroundKind[]): Hold => must(proposed(...kinds), place);
  const notified = (...kinds: GroundKind[]): Hold =>
    must(placed(...kinds), { kind: 'notify_centre' });
  return { ground, proposed, must, codeOf, later, placed, notified };
}
