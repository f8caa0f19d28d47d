import { expect, test } from 'vitest';
import { caseFileFixture } from '../../../domain/case/case-file.fixture.ts';
import { compareParties } from './compare-parties.ts';

test('two droppers of one collector share device, address, who paid them and whom they paid', () => {
  const file = caseFileFixture();
  const shared = compareParties(file, ['c2', 'c3']);
  expect(shared.map(({ kind, value }) => [kind, value])).toEqual([
    ['device', 'device-7f31'],
    ['ip', '198.51.100.7'],
    ['address', 'Қарағанды, Бұқар жырау даңғылы, 12-3'],
    ['document', '044000111'],
    ['payer', 'a1'],
    ['payee', 'a4'],
  ]);
  expect(shared.every(({ parties }) => parties.join() === 'c2,c3')).toBe(true);
});

test('what one of them alone has is not shared, nor what a party shares with itself', () => {
  const file = caseFileFixture();
  expect(compareParties(file, ['c2'])).toEqual([]);
  expect(compareParties(file, ['c1', 'o5'])).toEqual([]);
});

test('one address in two spellings is one, and a post that names both is told', () => {
  const file = caseFileFixture();
  const parties = file.parties.map((party) =>
    party.id === 'c3'
      ? { ...party, address: 'г. Қарағанды, даң. Бұқар жырау, д. 12, кв. 3' }
      : party,
  );
  const contacts = [
    ...file.contacts,
    { id: 'k9', kind: 'phone' as const, value: '+7', seenWith: ['p9', 'c2', 'c3'], origin: null },
  ];
  const kinds = compareParties({ ...file, parties, contacts }, ['c2', 'c3']).map(
    ({ kind }) => kind,
  );
  expect(kinds).toContain('address');
  expect(kinds).toContain('post');
});
