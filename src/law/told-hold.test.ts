import { describe, expect, it } from 'vitest';
import { loadLaw } from '../service/law/load-law.ts';
import { actOn } from './hold.ts';
import { releaseDueAt } from './hold-deadlines.ts';
import { DAY, HOUR, holdSteps, START, TERM_END } from './hold-steps.fixture.ts';
import { hasUntold, mustTell, toldHold } from './told-hold.ts';

const law = await loadLaw();
const { placed, must, ground } = holdSteps(law);

const told = (hold: ReturnType<typeof placed>, at = START) => {
  const found = toldHold(law, hold, at);
  if (!found.ok) throw new Error(found.problem.code);
  return found.value;
};

describe('a hold as its client hears of it', () => {
  it('is told where the payments law says so, and nowhere else', () => {
    expect(mustTell(placed('internal_rules'))).toBe(true);
    expect(mustTell(placed('client_complaint'))).toBe(true);
    for (const kind of ['aml_suspicion', 'terror_list', 'sanctions_list'] as const)
      expect(mustTell(placed(kind)), kind).toBe(false);
  });

  it('may be told whole only where nothing else holds the money', () => {
    expect(hasUntold(placed('internal_rules'))).toBe(false);
    expect(hasUntold(placed('terror_list'))).toBe(true);
    const both = must(placed('internal_rules'), {
      kind: 'add_ground',
      grounds: [ground('aml_suspicion')],
    });
    expect(hasUntold(both)).toBe(true);
  });

  it('has the days of the payments law, whatever carries the money on', () => {
    let hold = must(placed('internal_rules'), {
      kind: 'add_ground',
      grounds: [ground('aml_suspicion')],
    });
    hold = must(hold, { kind: 'report_afm' });
    const plain = placed('internal_rules');
    expect(told(hold)).toEqual(told(plain));
    expect(releaseDueAt(law, told(hold))).toEqual({ ok: true, value: TERM_END });
    const stopped = actOn(law, hold, {
      kind: 'afm_decision',
      by: { id: 4, roles: ['liaison'] },
      at: START + HOUR,
      outcome: 'account_stop',
      decidedAt: START + HOUR,
    });
    if (!stopped.ok) throw new Error(stopped.problem.code);
    const later = START + 9 * DAY;
    expect(told(stopped.value, later).state).toBe('expired');
    expect(told(plain, later).state).toBe('expired');
  });
});
