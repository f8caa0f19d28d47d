import { describe, expect, it } from 'vitest';
import { loadLaw } from '../service/law/load-law.ts';
import { type GroundKind, groundOf } from './grounds.ts';
import { actOn, nextChangeAt, passTime, proposedHold } from './hold.ts';
import { deadlinesOf, releaseDueAt } from './hold-deadlines.ts';
import { type Hold, type HoldAction, type HoldActionKind, POSSIBLE } from './hold-state.ts';

const law = await loadLaw();
const at = (local: string): number => Date.parse(`${local}+05:00`);
const ground = (kind: GroundKind, subject: 'payer' | 'payee' | null = null) =>
  groundOf(law.grounds.rules.get(kind)!, subject);

const aigul = { id: 1, roles: ['analyst'] };
const bolat = { id: 2, roles: ['supervisor'] };
const dana = { id: 3, roles: ['supervisor'] };
const liaison = { id: 4, roles: ['liaison'] };

/** Thursday 26 November 2026, noon: five working days end on Thursday 3 December at midnight. */
const START = at('2026-11-26T12:00');
const TERM_END = at('2026-12-04T00:00');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const proposed = (...kinds: GroundKind[]): Hold =>
  proposedHold(
    kinds.map((kind) => ground(kind, kind.startsWith('party') ? 'payee' : null)),
    START,
  );

type Wish = HoldAction extends infer A
  ? A extends HoldAction
    ? Omit<A, 'at' | 'by'>
    : never
  : never;

function step(hold: Hold, wish: Wish, by = aigul, when = START + HOUR) {
  return actOn(law, hold, { ...wish, by, at: when } as HoldAction);
}

function must(hold: Hold, wish: Wish, by = aigul, when = START + HOUR): Hold {
  const next = step(hold, wish, by, when);
  if (!next.ok) throw new Error(next.problem.code);
  return next.value;
}

const codeOf = (hold: Hold, wish: Wish, by = aigul, when = START + HOUR): string => {
  const next = step(hold, wish, by, when);
  return next.ok ? next.value.state : next.problem.code;
};

const later = (hold: Hold, when: number): Hold => {
  const next = passTime(law, hold, when);
  if (!next.ok) throw new Error(next.problem.code);
  return next.value;
};

const place: Wish = { kind: 'place', grounds: [] };
const release = (change: object = {}): Wish => ({
  kind: 'release',
  basis: 'cleared',
  payeeInEvents: false,
  acknowledgedRefundDuty: false,
  ...change,
});
const placed = (...kinds: GroundKind[]): Hold => must(proposed(...kinds), place);
const notified = (...kinds: GroundKind[]): Hold =>
  must(placed(...kinds), { kind: 'notify_centre' });

describe('the way of a hold under the payments law', () => {
  it('runs from when the money stopped, not from the click of a person', () => {
    const late = must(proposed('internal_rules'), place, aigul, START + 3 * DAY);
    expect(releaseDueAt(law, late)).toEqual({ ok: true, value: TERM_END });
  });

  it('expires at the end of the fifth working day, a moment before it does not', () => {
    const hold = placed('internal_rules');
    expect(later(hold, TERM_END - 1).state).toBe('placed');
    expect(later(hold, TERM_END)).toMatchObject({ state: 'expired', overdueSince: TERM_END });
  });

  it('expires also when nobody looked at the proposal, and says after a day that nobody did', () => {
    const hold = proposed('internal_rules');
    expect(later(hold, START + DAY - 1).overdueSince).toBeNull();
    expect(later(hold, START + DAY)).toMatchObject({
      state: 'proposed',
      overdueSince: START + DAY,
    });
    expect(later(hold, TERM_END).state).toBe('expired');
  });

  it('blocks the account when explanations were asked and did not come', () => {
    const asked = must(placed('internal_rules'), { kind: 'ask' });
    const blocked = later(asked, TERM_END + 5 * DAY);
    expect(blocked.state).toBe('blocked_until_explanations');
    expect(blocked.course.blockedAt).toBe(TERM_END);
    expect(releaseDueAt(law, blocked)).toEqual({ ok: true, value: null });
    expect(later(blocked, TERM_END + 200 * DAY).state).toBe('blocked_until_explanations');
  });

  it('a late answer ends the block: one working day to decide, then it must be released', () => {
    const asked = must(placed('internal_rules'), { kind: 'ask' });
    // Friday: the next working day is Monday 7 December, so the term ends with it.
    const answered = must(asked, { kind: 'answer' }, aigul, TERM_END + 10 * HOUR);
    expect(answered.state).toBe('answered');
    expect(releaseDueAt(law, answered)).toEqual({ ok: true, value: at('2026-12-08T00:00') });
    expect(later(answered, at('2026-12-08T00:00')).state).toBe('expired');
  });

  it('an answer in time leaves the five days as they are', () => {
    const asked = must(placed('internal_rules'), { kind: 'ask' });
    const answered = must(asked, { kind: 'answer' }, aigul, START + DAY);
    expect(releaseDueAt(law, answered)).toEqual({ ok: true, value: TERM_END });
  });

  it('law enforcement that says nothing for three working days lets the money go', () => {
    const hold = notified('internal_rules');
    const silent = at('2026-12-02T00:00');
    expect(later(hold, silent - 1).state).toBe('centre_notified');
    expect(later(hold, silent).state).toBe('expired');
    expect(codeOf(hold, release({ basis: 'term_over' }), aigul, silent)).toBe('released');
  });

  it('says when the three days reach beyond the five', () => {
    const late = must(placed('internal_rules'), { kind: 'notify_centre' }, aigul, START + 6 * DAY);
    const deadlines = deadlinesOf(law, late);
    expect(deadlines.ok && deadlines.value[0]).toMatchObject({
      term: 'le-answer',
      beyondHold: true,
    });
    const early = deadlinesOf(law, notified('internal_rules'));
    expect(early.ok && early.value[0]).toMatchObject({ term: 'le-answer', beyondHold: false });
  });

  it('keeps the money when law enforcement says so, and lets go when it says that', () => {
    const kept = must(
      notified('internal_rules'),
      { kind: 'le_decision', outcome: 'keep', decidedAt: START + DAY },
      liaison,
      START + DAY,
    );
    expect(kept.state).toBe('le_decided');
    expect(releaseDueAt(law, kept)).toEqual({ ok: true, value: null });
    expect(codeOf(kept, release())).toBe('QRG_HOLD_BASIS');
    expect(codeOf(kept, release({ basis: 'authority' }))).toBe('released');
    const free = must(
      notified('internal_rules'),
      { kind: 'le_decision', outcome: 'release', decidedAt: START + DAY },
      liaison,
      START + DAY,
    );
    expect(free).toMatchObject({ state: 'expired', overdueSince: START + DAY });
    expect(codeOf(free, release({ basis: 'le_decision' }), aigul, START + DAY)).toBe('released');
  });

  it('a decision that comes after the term still binds while the money is there', () => {
    const expired = later(notified('internal_rules'), at('2026-12-05T00:00'));
    expect(
      codeOf(
        expired,
        { kind: 'le_decision', outcome: 'keep', decidedAt: START + 8 * DAY },
        liaison,
        START + 9 * DAY,
      ),
    ).toBe('le_decided');
  });

  it('returns money only by a resolution that the prosecutor agreed to, by another person', () => {
    const told = must(
      notified('internal_rules'),
      { kind: 'le_decision', outcome: 'return', decidedAt: START + DAY },
      liaison,
      START + DAY,
    );
    expect(codeOf(told, { kind: 'return_money', prosecutorAgreed: false }, bolat)).toBe(
      'QRG_HOLD_PROSECUTOR',
    );
    expect(codeOf(told, { kind: 'return_money', prosecutorAgreed: true }, aigul)).toBe(
      'QRG_HOLD_ROLE',
    );
    expect(codeOf(told, { kind: 'return_money', prosecutorAgreed: true }, bolat)).toBe('returned');
  });

  it('the analysis cannot begin after its term, and a new ground of the same law does not begin it anew', () => {
    const expired = later(placed('internal_rules'), TERM_END);
    expect(codeOf(expired, { kind: 'ask' }, aigul, TERM_END)).toBe('QRG_HOLD_STATE');
    expect(
      codeOf(
        expired,
        { kind: 'add_ground', grounds: [ground('client_complaint')] },
        aigul,
        TERM_END,
      ),
    ).toBe('QRG_HOLD_TERM_OVER');
    expect(codeOf(proposed('internal_rules'), place, aigul, TERM_END)).toBe('QRG_HOLD_STATE');
  });

  it('the outcome does not depend on when the clock was looked at', () => {
    const asked = must(placed('internal_rules'), { kind: 'ask' });
    const looked = later(later(asked, TERM_END), TERM_END + HOUR);
    const when = TERM_END + 2 * HOUR;
    expect(must(asked, { kind: 'answer' }, aigul, when)).toEqual(
      must(looked, { kind: 'answer' }, aigul, when),
    );
  });

  it('sends the notice only on grounds of the payments law', () => {
    expect(codeOf(placed('terror_list'), { kind: 'notify_centre' })).toBe('QRG_HOLD_GROUND');
  });
});

describe('people', () => {
  it('one person may let go what no list speaks of', () => {
    expect(codeOf(placed('internal_rules'), release())).toBe('released');
    expect(codeOf(proposed('internal_rules'), release())).toBe('released');
  });

  it('two let go a party on a list, and the second is neither the first nor the placer', () => {
    const hold = placed('party_in_attempts');
    expect(codeOf(hold, release(), bolat)).toBe('QRG_HOLD_SECOND_PERSON');
    const asked = must(hold, { kind: 'ask_release' }, bolat);
    expect(codeOf(asked, release(), bolat)).toBe('QRG_HOLD_SAME_PERSON');
    expect(codeOf(asked, release(), aigul)).toBe('QRG_HOLD_SAME_PERSON');
    expect(codeOf(asked, release(), { id: 5, roles: ['analyst'] })).toBe('QRG_HOLD_ROLE');
    expect(codeOf(asked, release(), dana)).toBe('released');
  });

  it('two are needed also for what the program proposed and nobody placed', () => {
    const asked = must(proposed('party_in_events'), { kind: 'ask_release' });
    expect(codeOf(proposed('party_in_events'), release(), bolat)).toBe('QRG_HOLD_SECOND_PERSON');
    expect(codeOf(asked, release(), bolat)).toBe('released');
  });

  it('refusal is for another person, on a ground that carries it', () => {
    const placedByBolat = must(proposed('party_in_events'), place, bolat);
    expect(codeOf(placedByBolat, { kind: 'refuse' }, bolat)).toBe('QRG_HOLD_SAME_PERSON');
    expect(codeOf(placedByBolat, { kind: 'refuse' }, dana)).toBe('refused');
    expect(codeOf(placed('internal_rules'), { kind: 'refuse' }, bolat)).toBe(
      'QRG_HOLD_REFUSAL_GROUND',
    );
  });

  it('an appeal is decided by somebody who neither placed nor refused', () => {
    const byBolat = must(proposed('party_in_attempts'), place, bolat);
    const refused = must(byBolat, { kind: 'refuse' }, dana);
    const filed = must(refused, { kind: 'appeal' });
    const decide = {
      kind: 'decide_appeal',
      granted: true,
      payeeInEvents: false,
      acknowledgedRefundDuty: false,
    } as const;
    expect(codeOf(filed, decide, bolat)).toBe('QRG_HOLD_SAME_PERSON');
    expect(codeOf(filed, decide, dana)).toBe('QRG_HOLD_SAME_PERSON');
    const third = must(filed, decide, { id: 9, roles: ['supervisor'] });
    expect(third.course.appealDecidedAt).toBe(START + HOUR);
    expect(codeOf(third, decide, { id: 9, roles: ['supervisor'] })).toBe('QRG_HOLD_STATE');
  });

  it('granting an appeal releases; against a listed party it stands for the first of two', () => {
    const decide = {
      kind: 'decide_appeal',
      granted: true,
      payeeInEvents: false,
      acknowledgedRefundDuty: false,
    } as const;
    const plain = must(placed('internal_rules'), { kind: 'appeal' });
    expect(codeOf(plain, decide, bolat)).toBe('released');
    const listed = must(must(placed('party_in_attempts'), { kind: 'appeal' }), decide, bolat);
    expect(listed.state).toBe('placed');
    expect(codeOf(listed, release({ basis: 'appeal' }), bolat)).toBe('QRG_HOLD_SAME_PERSON');
    expect(codeOf(listed, release({ basis: 'appeal' }), dana)).toBe('released');
  });

  it('an appeal that waits too long is overdue, a second one does not restart the clock', () => {
    const filed = must(placed('terror_list'), { kind: 'appeal' });
    expect(codeOf(filed, { kind: 'appeal' })).toBe('QRG_HOLD_STATE');
    const reported = must(filed, { kind: 'report_afm' });
    expect(later(reported, at('2026-12-02T00:00'))).toMatchObject({
      overdueSince: at('2026-12-02T00:00'),
    });
  });

  it.each(Object.keys(POSSIBLE) as HoldActionKind[])('nobody without a role does: %s', (kind) => {
    const auditor = { id: 7, roles: ['auditor', 'admin', 'investigator'] };
    const states = POSSIBLE[kind].map((state) => ({ ...placed('terror_list'), state }));
    for (const hold of states)
      expect(codeOf(hold, { kind } as Wish, auditor)).toBe('QRG_HOLD_ROLE');
  });
});

describe('the duty to refund', () => {
  it('is said before the release, and the release says that it is known', () => {
    const asked = must(placed('party_in_events'), { kind: 'ask_release' });
    const risky = release({ payeeInEvents: true });
    expect(codeOf(asked, risky, bolat)).toBe('QRG_HOLD_REFUND_DUTY');
    expect(
      codeOf(asked, release({ payeeInEvents: true, acknowledgedRefundDuty: true }), bolat),
    ).toBe('released');
  });

  it('counts also when the payee came onto the base meanwhile', () => {
    expect(codeOf(placed('internal_rules'), release({ payeeInEvents: true }))).toBe(
      'QRG_HOLD_REFUND_DUTY',
    );
  });

  it('does not arise from a refusal', () => {
    expect(codeOf(placed('party_in_events'), { kind: 'refuse' }, bolat)).toBe('refused');
  });
});

describe('suspension under the AML law', () => {
  const suspected = (): Hold =>
    must(proposed('internal_rules'), { kind: 'place', grounds: [ground('aml_suspicion')] });

  it('wants the message at once and waits 24 hours for the answer', () => {
    const hold = suspected();
    expect(hold.overdueSince).toBe(START + HOUR);
    const reported = must(hold, { kind: 'report_afm' }, aigul, START + 2 * HOUR);
    expect(reported.overdueSince).toBeNull();
    const deadlines = deadlinesOf(law, reported);
    expect(deadlines.ok && deadlines.value.map(({ term }) => term)).toEqual(['afm-answer', 'hold']);
  });

  it('each law ends by itself: the payments term over, the suspension keeps the money', () => {
    const reported = must(suspected(), { kind: 'report_afm' }, aigul, START + 2 * HOUR);
    const decidedAt = at('2026-12-03T10:00');
    const stopped = must(
      reported,
      { kind: 'afm_decision', outcome: 'suspend', decidedAt },
      liaison,
      decidedAt,
    );
    const over = at('2026-12-09T00:00');
    expect(later(stopped, TERM_END).state).toBe('placed');
    expect(codeOf(stopped, release(), aigul, TERM_END + HOUR)).toBe('QRG_HOLD_BASIS');
    expect(later(stopped, over).state).toBe('expired');
    expect(codeOf(stopped, release({ basis: 'term_over' }), aigul, over)).toBe('released');
  });

  it('no need to suspend lets go of what nothing else holds', () => {
    const pure = must(proposedHold([ground('aml_suspicion')], START), place);
    const reported = must(pure, { kind: 'report_afm' });
    const free = must(
      reported,
      { kind: 'afm_decision', outcome: 'no_need', decidedAt: START + 2 * HOUR },
      liaison,
      START + 2 * HOUR,
    );
    expect(free).toMatchObject({ state: 'expired', overdueSince: START + 2 * HOUR });
    const mixed = must(
      suspected(),
      { kind: 'afm_decision', outcome: 'no_need', decidedAt: START + 2 * HOUR },
      liaison,
      START + 2 * HOUR,
    );
    expect(mixed.state).toBe('placed');
    expect(codeOf(mixed, release(), aigul, START + 3 * HOUR)).toBe('released');
  });

  it('no answer in 24 hours: the operation goes', () => {
    const pure = must(must(proposedHold([ground('aml_suspicion')], START), place), {
      kind: 'report_afm',
    });
    expect(later(pure, START + HOUR + DAY - 1).state).toBe('placed');
    expect(later(pure, START + HOUR + DAY).state).toBe('expired');
  });

  it('never reported, it does not hold for ever', () => {
    const pure = must(proposedHold([ground('aml_suspicion')], START), place);
    expect(later(pure, START + DAY).state).toBe('expired');
  });

  it('a stop of accounts lasts fifteen days from the decision', () => {
    const stop = must(
      suspected(),
      { kind: 'afm_decision', outcome: 'account_stop', decidedAt: START },
      liaison,
    );
    expect(releaseDueAt(law, stop)).toEqual({ ok: true, value: at('2026-12-12T00:00') });
  });

  it('a suspicion found late carries a hold whose payments term is over', () => {
    const expired = later(placed('internal_rules'), TERM_END);
    const carried = must(
      expired,
      { kind: 'add_ground', grounds: [ground('aml_suspicion')] },
      aigul,
      TERM_END + HOUR,
    );
    expect(carried.state).toBe('placed');
    expect(releaseDueAt(law, carried)).toEqual({ ok: true, value: TERM_END + HOUR + DAY });
  });
});

describe('freezing', () => {
  it('has no end in law and is lifted on three bases only, by two', () => {
    const hold = must(placed('terror_list'), { kind: 'report_afm' });
    expect(later(hold, START + 300 * DAY).state).toBe('placed');
    const asked = must(hold, { kind: 'ask_release' });
    for (const basis of ['cleared', 'le_decision', 'term_over', 'appeal'])
      expect(codeOf(asked, release({ basis }), bolat)).toBe('QRG_HOLD_BASIS');
    for (const basis of ['not_the_person', 'delisted', 'authority'])
      expect(codeOf(asked, release({ basis }), bolat)).toBe('released');
  });

  it('keeps the money when the payments law lets it go', () => {
    const both = must(placed('terror_list', 'internal_rules'), { kind: 'report_afm' });
    expect(later(both, TERM_END + DAY).state).toBe('placed');
  });

  it('wants a message by the next working day', () => {
    const hold = placed('sanctions_list');
    expect(later(hold, at('2026-11-28T00:00')).overdueSince).toBe(at('2026-11-28T00:00'));
  });
});

describe('the table of states', () => {
  it('closed is closed', () => {
    for (const state of ['released', 'returned'] as const)
      for (const [kind, from] of Object.entries(POSSIBLE)) expect(from, kind).not.toContain(state);
  });

  it('nextChangeAt is the moment at which something changes, and before it nothing does', () => {
    const holds = [
      proposed('internal_rules'),
      placed('internal_rules'),
      must(placed('internal_rules'), { kind: 'ask' }),
      notified('internal_rules'),
      placed('sanctions_list'),
      must(placed('party_in_events'), { kind: 'appeal' }),
    ];
    for (const hold of holds) {
      const next = nextChangeAt(law, hold);
      if (!next.ok || next.value === null) throw new Error('should change');
      expect(later(hold, next.value - 1)).toEqual(hold);
      expect(later(hold, next.value)).not.toEqual(hold);
    }
    const frozen = must(placed('sanctions_list'), { kind: 'report_afm' });
    expect(nextChangeAt(law, frozen)).toEqual({ ok: true, value: null });
  });

  it('without a calendar of the year nothing is guessed', () => {
    const late = proposedHold([ground('internal_rules')], at('2027-12-30T10:00'));
    expect(codeOf(late, place, aigul, at('2027-12-30T11:00'))).toBe('QRG_LAW_CALENDAR_YEAR');
  });
});
