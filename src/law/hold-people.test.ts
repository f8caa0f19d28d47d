import { describe, expect, it } from 'vitest';
import { loadLaw } from '../service/law/load-law.ts';
import { type HoldActionKind, POSSIBLE } from './hold-state.ts';
import {
  aigul,
  bolat,
  dana,
  decideAppeal,
  HOUR,
  holdSteps,
  local,
  place,
  release,
  START,
  type Wish,
} from './hold-steps.fixture.ts';

const law = await loadLaw();
const { proposed, must, codeOf, later, placed } = holdSteps(law);

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
    expect(codeOf(filed, decideAppeal, bolat)).toBe('QRG_HOLD_SAME_PERSON');
    expect(codeOf(filed, decideAppeal, dana)).toBe('QRG_HOLD_SAME_PERSON');
    const third = must(filed, decideAppeal, { id: 9, roles: ['supervisor'] });
    expect(third.course.appealDecidedAt).toBe(START + HOUR);
    expect(codeOf(third, decideAppeal, { id: 9, roles: ['supervisor'] })).toBe('QRG_HOLD_STATE');
  });

  it('granting an appeal releases; against a listed party it stands for the first of two', () => {
    const plain = must(placed('internal_rules'), { kind: 'appeal' });
    expect(codeOf(plain, decideAppeal, bolat)).toBe('released');
    const listed = must(must(placed('party_in_attempts'), { kind: 'appeal' }), decideAppeal, bolat);
    expect(listed.state).toBe('placed');
    expect(codeOf(listed, release({ basis: 'appeal' }), bolat)).toBe('QRG_HOLD_SAME_PERSON');
    expect(codeOf(listed, release({ basis: 'appeal' }), dana)).toBe('released');
  });

  it('an appeal that waits too long is overdue, a second one does not restart the clock', () => {
    const filed = must(placed('terror_list'), { kind: 'appeal' });
    expect(codeOf(filed, { kind: 'appeal' })).toBe('QRG_HOLD_STATE');
    const reported = must(filed, { kind: 'report_afm' });
    expect(later(reported, local('2026-12-02T00:00'))).toMatchObject({
      overdueSince: local('2026-12-02T00:00'),
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
