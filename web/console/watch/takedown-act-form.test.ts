import { expect, test } from 'vitest';
import { TakedownAct } from '../../../src/http/contract/takedown.ts';
import { ACT_KINDS, type ActForm, actOf } from './takedown-act-form.ts';

const filled: ActForm = {
  reason: '  Текст и копия проверены ',
  number: ' 12-3/456 ',
  at: '2026-11-26T12:00',
  wasWrong: true,
  capture: '7',
};

test.each(ACT_KINDS)('a filled form is an act that the API takes: %s', (kind) => {
  const read = TakedownAct.safeParse(actOf(kind, filled));
  expect(read.error).toBeUndefined();
  expect(read.data).toMatchObject({ kind, reason: 'Текст и копия проверены' });
});

test('a letter was sent in the time of Kazakhstan; a copy that is not named is fetched', () => {
  expect(TakedownAct.parse(actOf('send', filled))).toMatchObject({
    number: '12-3/456',
    sentAt: Date.UTC(2026, 10, 26, 7),
  });
  expect(actOf('seal', { ...filled, capture: '' })).not.toHaveProperty('capture');
});
