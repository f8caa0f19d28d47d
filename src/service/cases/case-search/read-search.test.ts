import { expect, test } from 'vitest';
import { fakeKzIban } from '../../../domain/fake/iban-kz.ts';
import { fakeIin } from '../../../domain/fake/iin.ts';
import { createRandom } from '../../../domain/random.ts';
import { readSearch } from './read-search.ts';

const random = createRandom(4);

test('a number of a case is one, however its end is written', () => {
  expect(readSearch(' kz-2026-000123 ').number).toBe('KZ-2026-000123');
  expect(readSearch('KZ-2026-123').number).toBe('KZ-2026-000123');
  expect(readSearch('123').number).toBe('000123');
});

test('identifiers are known by their own form', () => {
  const iin = fakeIin(random, { bornAt: Date.UTC(1990, 1, 1), sex: 'male' });
  expect(readSearch(iin).keys).toContainEqual({ kind: 'iin', value: iin });
  const iban = fakeKzIban(random, '722');
  expect(readSearch(iban.replace(/(.{4})/g, '$1 ')).keys).toContainEqual({
    kind: 'account',
    value: iban,
  });
  expect(readSearch('8 (701) 000-00-01').keys.map(({ kind }) => kind)).toEqual(['phone']);
  expect(readSearch('@karta_hr').keys.map(({ kind }) => kind)).toEqual(['handle']);
});

test('anything else is words, small and each once', () => {
  expect(readSearch('Дропперы и ТОО «Жетісу-Трейд», дропперы')).toEqual({
    number: undefined,
    keys: [],
    words: ['дропперы', 'тоо', 'жетісу', 'трейд'],
  });
  expect(readSearch('?!').words).toEqual([]);
});
