import { expect, test } from 'vitest';
import { labelOfWord, readLabels } from './labels.ts';

test('words of labels in three languages', () => {
  for (const word of ['1', ' TRUE ', 'yes', 'Да', 'иә']) expect(labelOfWord(word)).toBe(1);
  for (const word of ['0', 'False', 'no', 'нет', 'жоқ', '']) expect(labelOfWord(word)).toBe(0);
  expect(labelOfWord('2')).toBeUndefined();
});

test('names transfers or accounts; without the column of labels every row is confirmed', () => {
  expect(readLabels('id,bad\nT1,1\nT2,0\n', 'bad')).toMatchObject({
    ok: true,
    value: { of: 'transfer', confirmed: new Set(['T1']) },
  });
  expect(readLabels('\ufeffaccount\nKZ1\nKZ2\n', 'bad')).toMatchObject({
    ok: true,
    value: { of: 'account', confirmed: new Set(['KZ1', 'KZ2']) },
  });
});

test('says what is wrong with a file of labels', () => {
  expect(readLabels('name,bad\nx,1\n', 'bad')).toMatchObject({
    ok: false,
    problem: { code: 'QRG_LABEL_FILE' },
  });
  expect(readLabels('id,bad\nT1,maybe\n', 'bad')).toMatchObject({
    ok: false,
    problem: { code: 'QRG_LABEL_VALUE', args: { value: 'maybe' } },
  });
});
