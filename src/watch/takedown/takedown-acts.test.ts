import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actOnTakedown, possibleTakedownActs, seeTakedown } from './takedown-acts.ts';
import {
  TAKEDOWN_ACTS,
  TAKEDOWN_SIGHTS,
  TAKEDOWN_STATES,
  type Takedown,
  type TakedownActKind,
  type TakedownState,
  WAYS,
} from './takedown-state.ts';

const aigul = { id: 1, roles: ['analyst'] };
const bolat = { id: 2, roles: ['supervisor'] };
const dana = { id: 3, roles: ['investigator'] };
const erlan = { id: 4, roles: ['liaison'] };

const draft = (more: Partial<Takedown> = {}): Takedown => ({
  state: 'triaged',
  draftedBy: aigul.id,
  approvedBy: null,
  hasCapture: false,
  openAppeals: 0,
  ...more,
});

const sent: Takedown = draft({ state: 'requested', approvedBy: bolat.id, hasCapture: true });

const codeOf = (takedown: Takedown, kind: TakedownActKind, by: typeof aigul): string => {
  const next = actOnTakedown(takedown, kind, by);
  return next.ok ? next.value.state : next.problem.code;
};

describe('an act on a request', () => {
  it('goes the way from a draft to a removal, with two persons', () => {
    let takedown = draft();
    const step = (kind: TakedownActKind, by: typeof aigul) => {
      const next = actOnTakedown(takedown, kind, by);
      if (!next.ok) throw new Error(next.problem.code);
      takedown = next.value;
      return takedown.state;
    };
    expect(step('edit', aigul)).toBe('triaged');
    expect(step('seal', aigul)).toBe('sealed');
    expect(step('send', bolat)).toBe('requested');
    expect(step('acknowledge', erlan)).toBe('acknowledged');
    expect(step('remove', erlan)).toBe('removed');
    const seen = seeTakedown(takedown, 'found_again');
    expect(seen.ok && seen.value.state).toBe('reappeared');
  });

  it('who drafted does not send, whatever else they are', () => {
    const sealed = draft({ state: 'sealed', hasCapture: true });
    const both = { id: aigul.id, roles: ['analyst', 'supervisor', 'investigator'] };
    expect(codeOf(sealed, 'send', both)).toBe('QRG_TAKEDOWN_SAME_PERSON');
    expect(codeOf(sealed, 'send', { id: 9, roles: ['analyst'] })).toBe('QRG_TAKEDOWN_ROLE');
    expect(codeOf(sealed, 'send', dana)).toBe('requested');
  });

  it('nobody sends what they wrote a word of: only the drafter edits', () => {
    expect(codeOf(draft(), 'edit', dana)).toBe('QRG_TAKEDOWN_DRAFTER');
    expect(codeOf(draft(), 'edit', bolat)).toBe('QRG_TAKEDOWN_ROLE');
    expect(codeOf(sent, 'edit', aigul)).toBe('QRG_TAKEDOWN_STATE');
  });

  it('nothing is sent that is not sealed', () => {
    expect(codeOf(draft(), 'send', bolat)).toBe('QRG_TAKEDOWN_STATE');
    expect(codeOf(draft({ state: 'sealed' }), 'send', bolat)).toBe('QRG_TAKEDOWN_UNSEALED');
  });

  it('a draft is taken back by its drafter, what was sent by those who send', () => {
    expect(codeOf(draft(), 'withdraw', aigul)).toBe('withdrawn');
    expect(codeOf(draft(), 'withdraw', { id: 9, roles: ['analyst'] })).toBe('QRG_TAKEDOWN_ROLE');
    expect(codeOf(sent, 'withdraw', aigul)).toBe('QRG_TAKEDOWN_ROLE');
    expect(codeOf(sent, 'withdraw', bolat)).toBe('withdrawn');
  });

  it('an appeal is decided by somebody who neither drafted nor sent', () => {
    expect(codeOf(sent, 'uphold', dana)).toBe('QRG_TAKEDOWN_NO_APPEAL');
    const appealed = { ...sent, openAppeals: 1 };
    const drafter = { id: aigul.id, roles: ['investigator'] };
    expect(codeOf(appealed, 'uphold', drafter)).toBe('QRG_TAKEDOWN_SAME_PERSON');
    expect(codeOf(appealed, 'reverse', bolat)).toBe('QRG_TAKEDOWN_SAME_PERSON');
    expect(codeOf(appealed, 'uphold', dana)).toBe('requested');
    expect(codeOf(appealed, 'reverse', dana)).toBe('withdrawn');
    expect(codeOf(draft(), 'appeal', erlan)).toBe('QRG_TAKEDOWN_STATE');
  });

  it('says of every act whether it is possible, and if not, why', () => {
    const acts = possibleTakedownActs(sent, erlan);
    expect(acts.map(({ kind }) => kind)).toEqual([...TAKEDOWN_ACTS]);
    const open = acts.filter(({ problem }) => problem === null).map(({ kind }) => kind);
    expect(open).toEqual(['acknowledge', 'remove', 'partly', 'refuse', 'appeal']);
    expect(acts.find(({ kind }) => kind === 'withdraw')?.problem?.code).toBe('QRG_TAKEDOWN_ROLE');
  });

  it('a page that is gone changes nothing of a refusal', () => {
    const refused = seeTakedown({ ...sent, state: 'refused' }, 'found_gone');
    expect(refused.ok).toBe(false);
  });
});

/** The ways once more, as they are told to people: from, act, to. */
const TOLD: readonly string[] = `
triaged edit triaged
sealed edit sealed
triaged seal sealed
sealed seal sealed
sealed send requested
requested acknowledge acknowledged
requested remove removed
acknowledged remove removed
partly remove removed
refused remove removed
reappeared remove removed
requested partly partly
acknowledged partly partly
requested refuse refused
acknowledged refuse refused
partly refuse refused
triaged withdraw withdrawn
sealed withdraw withdrawn
requested withdraw withdrawn
acknowledged withdraw withdrawn
partly withdraw withdrawn
reappeared withdraw withdrawn
requested found_gone removed
acknowledged found_gone removed
partly found_gone removed
withdrawn uphold withdrawn
withdrawn reverse withdrawn
removed found_again reappeared
${['requested', 'acknowledged', 'removed', 'refused', 'partly', 'reappeared']
  .flatMap((state) => [
    `${state} appeal ${state}`,
    `${state} uphold ${state}`,
    `${state} reverse withdrawn`,
  ])
  .join('\n')}`
  .trim()
  .split('\n');

it('the table of ways is the one that was meant', () => {
  const ways = Object.entries(WAYS).flatMap(([act, way]) =>
    Object.entries(way).map(([from, to]) => `${from} ${act} ${to}`),
  );
  expect(ways.sort()).toEqual([...TOLD].sort());
});

describe('any walk of a request', () => {
  const roles = ['analyst', 'supervisor', 'investigator', 'liaison', 'auditor', 'admin'];
  const step = fc.record({
    what: fc.constantFrom(...TAKEDOWN_ACTS, ...TAKEDOWN_SIGHTS),
    by: fc.record({
      id: fc.integer({ min: 1, max: 4 }),
      roles: fc.subarray(roles, { minLength: 1 }),
    }),
  });
  const isSight = (what: string): what is (typeof TAKEDOWN_SIGHTS)[number] =>
    (TAKEDOWN_SIGHTS as readonly string[]).includes(what);

  it('goes told ways only, and never with one person at both ends', () => {
    const told = new Set(TOLD);
    const reached = new Set<TakedownState>();
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let now = draft();
        for (const { what, by } of steps) {
          const next = isSight(what) ? seeTakedown(now, what) : actOnTakedown(now, what, by);
          if (!next.ok) continue;
          expect(told.has(`${now.state} ${what} ${next.value.state}`)).toBe(true);
          if (what === 'uphold' || what === 'reverse')
            expect([now.draftedBy, now.approvedBy]).not.toContain(by.id);
          now = next.value;
          reached.add(now.state);
          expect(now.approvedBy).not.toBe(now.draftedBy);
          expect(now.openAppeals).toBeGreaterThanOrEqual(0);
          const isOut = !['triaged', 'sealed', 'withdrawn'].includes(now.state);
          if (isOut) expect([now.approvedBy === null, now.hasCapture]).toEqual([false, true]);
        }
      }),
      { numRuns: 2_000, seed: 6 },
    );
    expect([...reached].sort()).toEqual([...TAKEDOWN_STATES].sort());
  });
});
