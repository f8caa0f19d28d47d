import { expect, test } from 'vitest';
import { HoldAct } from '../../../src/http/contract/hold.ts';
import { localMoment } from '../pieces/moment-text.ts';
import { ACT_KINDS, type ActForm, actOf, EMPTY_FORM } from './act-form.ts';

const filled: ActForm = {
  reason: '  Клиент подтвердил  ',
  outcome: 'keep',
  decidedAt: '2026-11-26T09:30',
  basis: 'cleared',
  acknowledged: true,
  granted: true,
  prosecutor: true,
  ground: 'client_complaint',
  subject: 'payee',
  notProtected: '',
};

test.each(ACT_KINDS)('a filled form is an act that the API takes: %s', (kind) => {
  const outcome = kind === 'afm_decision' ? 'suspend' : 'keep';
  for (const refundDuty of [true, false]) {
    const act = actOf(kind, { ...filled, outcome }, refundDuty);
    const read = HoldAct.safeParse(act);
    expect(read.error).toBeUndefined();
    expect(act.reason).toBe('Клиент подтвердил');
  }
});

test('a decision made elsewhere is told in the time of Kazakhstan', () => {
  const act = HoldAct.parse(actOf('le_decision', filled, false));
  expect(act).toMatchObject({ decidedAt: Date.UTC(2026, 10, 26, 4, 30) });
  expect(localMoment(Date.UTC(2026, 10, 26, 4, 30))).toBe('2026-11-26T09:30');
});

test('the duty to refund is acknowledged where there is one, and nowhere else', () => {
  expect(actOf('release', filled, true)).toMatchObject({ acknowledgedRefundDuty: true });
  expect(actOf('release', filled, false)).not.toHaveProperty('acknowledgedRefundDuty');
  const dismissed = actOf('decide_appeal', { ...filled, granted: false }, true);
  expect(dismissed).not.toHaveProperty('acknowledgedRefundDuty');
});

test('nothing more than what was filled in is sent', () => {
  expect(actOf('place', { ...EMPTY_FORM, reason: 'Похоже на сеть' }, false)).toEqual({
    kind: 'place',
    reason: 'Похоже на сеть',
  });
});
