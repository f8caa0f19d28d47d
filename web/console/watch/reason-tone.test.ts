import { expect, test } from 'vitest';
import { isAlarming } from './reason-tone.ts';

test('what speaks for an unlawful label alarms, what speaks for a lawful one reassures', () => {
  expect(isAlarming(1.4, 'dropper')).toBe(true);
  expect(isAlarming(-0.3, 'drug_ad')).toBe(false);
  expect(isAlarming(2, 'legit')).toBe(false);
  expect(isAlarming(-1, 'other_spam')).toBe(true);
});
