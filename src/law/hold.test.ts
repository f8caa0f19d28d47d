import { describe, expect, it } from 'vitest';
import { loadLaw } from '../service/law/load-law.ts';
import { nextChangeAt, proposedHold } from './hold.ts';
import { deadlinesOf, releaseDueAt } from './hold-deadlines.ts';
import { type Hold, POSSIBLE } from './hold-state.ts';
import {
  aigul,
  bolat,
  DAY,
  dana,
  decideAppeal,
  HOUR,
  holdSteps,
  liaison,
  local,
  place,
  release,
  START,
  TERM_END,
  type Wish,
} from './hold-steps.fixture.ts';

const law = await loadLaw();
const { ground, proposed, must, codeOf, later, placed, notified } = holdSteps(law);

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

  it('a late answer ends the block: one working day to decideAppeal, then it must be released', () => {
    const asked = must(placed('internal_rules'), { kind: 'ask' });
    // Friday: the next working day is Monday 7 December, so the term ends with it.
    const answered = must(asked, { kind: 'answer' }, aigul, TERM_END + 10 * HOUR);
    expect(answered.state).toBe('answered');
    expect(releaseDueAt(law, answered)).toEqual({ ok: true, value: local('2026-12-08T00:00') });
    expect(later(answered, local('2026-12-08T00:00')).state).toBe('expired');
  });

  it('an answer in time leaves the five days as they are', () => {
    const asked = must(placed('internal_rules'), { kind: 'ask' });
    const answered = must(asked, { kind: 'answer' }, aigul, START + DAY);
    expect(releaseDueAt(law, answered)).toEqual({ ok: true, value: TERM_END });
  });

  it('law enforcement that says nothing for three working days lets the money go', () => {
    const hold = notified('internal_rules');
    const silent = local('2026-12-02T00:00');
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
    const expired = later(notified('internal_rules'), local('2026-12-05T00:00'));
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
    const decidedAt = local('2026-12-03T10:00');
    const stopped = must(
      reported,
      { kind: 'afm_decision', outcome: 'suspend', decidedAt },
      liaison,
      decidedAt,
    );
    const over = local('2026-12-09T00:00');
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
    expect(releaseDueAt(law, stop)).toEqual({ ok: true, value: local('2026-12-12T00:00') });
  });

  it('a hold may begin with the Agency’s stop of accounts', () => {
    const grounds = [ground('account_stop')];
    const hold = must(proposedHold([], START), { kind: 'place', grounds }, aigul, START);
    expect(releaseDueAt(law, hold)).toEqual({ ok: true, value: local('2026-12-12T00:00') });
  });

  it('a late message opens the 24 hours all the same, a second one does not', () => {
    const expired = later(must(proposedHold([ground('aml_suspicion')], START), place), START + DAY);
    const reported = must(expired, { kind: 'report_afm' }, aigul, START + 2 * DAY);
    expect(reported.state).toBe('placed');
    expect(releaseDueAt(law, reported)).toEqual({ ok: true, value: START + 3 * DAY });
    expect(codeOf(reported, { kind: 'report_afm' }, aigul, START + 2 * DAY)).toBe('QRG_HOLD_STATE');
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
    expect(later(hold, local('2026-11-28T00:00')).overdueSince).toBe(local('2026-11-28T00:00'));
  });
});

describe('an appeal', () => {
  it('is decided neither by whoever placed the hold nor by whoever refused one before', () => {
    const first = must(placed('internal_rules'), { kind: 'appeal' });
    const refused = must(first, { ...decideAppeal, granted: false } as Wish, bolat);
    const second = must(refused, { kind: 'appeal' });
    expect(codeOf(second, decideAppeal, bolat)).toBe('QRG_HOLD_SAME_PERSON');
    expect(codeOf(second, decideAppeal, dana)).toBe('released');
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
    const late = proposedHold([ground('internal_rules')], local('2027-12-30T10:00'));
    expect(codeOf(late, place, aigul, local('2027-12-30T11:00'))).toBe('QRG_LAW_CALENDAR_YEAR');
  });
});
