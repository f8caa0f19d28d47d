import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadLaw } from '../service/law/load-law.ts';
import { GROUND_KINDS, type GroundKind } from './grounds.ts';
import { actOn, nextChangeAt, passTime } from './hold.ts';
import { releaseDueAt } from './hold-deadlines.ts';
import { needsTwo } from './hold-people.ts';
import {
  AFM_OUTCOMES,
  type Hold,
  type HoldAction,
  type HoldActionKind,
  isOpen,
  LE_OUTCOMES,
  POSSIBLE,
  RELEASE_BASES,
} from './hold-state.ts';
import { DAY, HOUR, holdSteps, START } from './hold-steps.fixture.ts';

const law = await loadLaw();
const { ground, proposed } = holdSteps(law);

const kinds = GROUND_KINDS.filter((kind) => kind !== 'threshold');
const anyKind = fc.constantFrom(...kinds);
/** A decision of the Agency comes to a hold by a person, never by the program. */
const beginKind = fc.constantFrom(
  ...kinds.filter((kind) => kind !== 'afm_suspension' && kind !== 'account_stop'),
);

/** An act of anybody on anything, and how long after the one before. */
const anyStep = fc.record({
  wait: fc.integer({ min: 0, max: 3 * DAY }),
  kind: fc.constantFrom(...(Object.keys(POSSIBLE) as HoldActionKind[])),
  by: fc.constantFrom(1, 2, 3, 4),
  named: anyKind,
  basis: fc.constantFrom(...RELEASE_BASES),
  le: fc.constantFrom(...LE_OUTCOMES),
  afm: fc.constantFrom(...AFM_OUTCOMES),
  yes: fc.boolean(),
});
type Step = typeof anyStep extends fc.Arbitrary<infer T> ? T : never;

const actionOf = (step: Step, at: number): HoldAction =>
  ({
    kind: step.kind,
    by: { id: step.by, roles: ['analyst', 'supervisor', 'liaison'] },
    at,
    grounds: [ground(step.named)],
    basis: step.basis,
    outcome: step.kind === 'le_decision' ? step.le : step.afm,
    decidedAt: at,
    granted: step.yes,
    prosecutorAgreed: step.yes,
    payeeInEvents: step.yes,
    acknowledgedRefundDuty: step.yes,
  }) as HoldAction;

const timed = (hold: Hold, at: number): Hold => {
  const next = passTime(law, hold, at);
  if (!next.ok) throw new Error(next.problem.code);
  return next.value;
};

/** Walks a hold through what is possible of the steps; `seen` hears of every hold on the way and the act that led there. */
function walk(
  begin: readonly GroundKind[],
  steps: readonly Step[],
  seen: (hold: Hold, at: number, before: Hold, action: HoldAction) => void,
): void {
  let hold = proposed(...begin);
  let at = START;
  for (const step of steps) {
    at += step.wait;
    const action = actionOf(step, at);
    const next = actOn(law, hold, action);
    if (!next.ok) continue;
    seen(next.value, at, hold, action);
    hold = next.value;
  }
}

const way = [
  fc.uniqueArray(beginKind, { minLength: 1, maxLength: 3 }),
  fc.array(anyStep, { maxLength: 25 }),
] as const;

describe('any walk of a hold', () => {
  it('time composes: looking often or once comes to the same, and looking twice changes nothing', () => {
    fc.assert(
      fc.property(...way, fc.integer({ min: 0, max: 20 * DAY }), (begin, steps, span) => {
        walk(begin, steps, (hold, at) => {
          const once = timed(hold, at + span);
          expect(timed(timed(hold, at + Math.floor(span / 2)), at + span)).toEqual(once);
          expect(timed(once, at + span)).toEqual(once);
        });
      }),
    );
  });

  it('nothing changes before the moment that the clock waits for', () => {
    fc.assert(
      fc.property(...way, (begin, steps) => {
        walk(begin, steps, (hold, at) => {
          const next = nextChangeAt(law, hold);
          if (!next.ok) throw new Error(next.problem.code);
          const still = next.value === null ? at + 400 * HOUR : next.value - 1;
          if (still >= at) expect(timed(hold, still)).toEqual(hold);
        });
      }),
    );
  });

  it('what no term carries is released by a person or stays to be seen; what one carries is not expired', () => {
    fc.assert(
      fc.property(...way, (begin, steps) => {
        walk(begin, steps, (hold, at) => {
          const end = releaseDueAt(law, hold);
          if (!end.ok) throw new Error(end.problem.code);
          if (isOpen(hold.state) && hold.state !== 'expired')
            expect(end.value === null || end.value > at).toBe(true);
          if (hold.state === 'expired') expect(end.value === null || end.value <= at).toBe(true);
        });
      }),
    );
  });

  it('closed stays closed, and nobody lets a listed party go alone or undoes their own act', () => {
    fc.assert(
      fc.property(...way, (begin, steps) => {
        walk(begin, steps, (hold, _, before, action) => {
          const closed = !isOpen(before.state);
          if (closed) expect(hold.state).toBe(before.state);
          const { placedBy } = before.course;
          if (action.kind === 'release' && needsTwo(law, before)) {
            expect(before.course.releaseAskedBy).not.toBeNull();
            expect([placedBy, before.course.releaseAskedBy]).not.toContain(action.by.id);
          }
          if (['refuse', 'return_money', 'decide_appeal'].includes(action.kind))
            expect(action.by.id).not.toBe(placedBy);
        });
      }),
    );
  });
});
