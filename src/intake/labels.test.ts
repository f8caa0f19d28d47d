import { expect, test } from 'vitest';
import { labelOfWord, readLabels } from './labels.ts';

const NOTHING = { typology: '', pattern: '' };

test('words of labels in three languages', () => {
  for (const word of ['1', ' TRUE ', 'yes', 'Да', 'иә']) expect(labelOfWord(word)).toBe(1);
  for (const word of ['0', 'False', 'no', 'нет', 'жоқ', '']) expect(labelOfWord(word)).toBe(0);
  expect(labelOfWord('2')).toBeUndefined();
});

test('names transfers or accounts; without the column of labels every row is confirmed', () => {
  expect(readLabels('id,bad\nT1,1\nT2,0\n', { label: 'bad' })).toMatchObject({
    ok: true,
    value: { of: 'transfer', confirmed: new Map([['T1', NOTHING]]) },
  });
  expect(readLabels('\ufeffaccount\nKZ1\nKZ2\n', { label: 'bad' })).toMatchObject({
    ok: true,
    value: {
      of: 'account',
      confirmed: new Map([
        ['KZ1', NOTHING],
        ['KZ2', NOTHING],
      ]),
    },
  });
});

test('says what is wrong with a file of labels', () => {
  expect(readLabels('name,bad\nx,1\n', { label: 'bad' })).toMatchObject({
    ok: false,
    problem: { code: 'QRG_LABEL_FILE' },
  });
  expect(readLabels('id,bad\nT1,maybe\n', { label: 'bad' })).toMatchObject({
    ok: false,
    problem: { code: 'QRG_LABEL_VALUE', args: { value: 'maybe' } },
  });
});

test('kind and case of what is confirmed, by usual names or by those told', () => {
  const text = 'id,bad,typology,ring,kind\nT1,1,fan_in,R7,x\nT2,0,fan_out,R8,y\n';
  expect(readLabels(text, { label: 'bad' })).toMatchObject({
    value: { confirmed: new Map([['T1', { typology: 'fan_in', pattern: 'R7' }]]) },
  });
  expect(readLabels(text, { label: 'bad', typology: 'kind' })).toMatchObject({
    value: { confirmed: new Map([['T1', { typology: 'x', pattern: 'R7' }]]) },
  });
  expect(readLabels(text, { label: 'bad', pattern: 'case' })).toMatchObject({
    ok: false,
    problem: { code: 'QRG_LABEL_COLUMN', args: { column: 'case' } },
  });
});
