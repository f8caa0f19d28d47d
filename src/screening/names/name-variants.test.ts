import { expect, test } from 'vitest';
import { createRandom } from '../../domain/random.ts';
import { fakeCompany, fakePerson } from './fake-people.fixture.ts';
import { NAME_THRESHOLD, NameIndex } from './name-index.ts';
import type { NameAsked, NameListed } from './name-match.ts';
import { companyVariants, registeredName, variantsOf } from './name-variants.fixture.ts';

const PEOPLE = 600;
const COMPANIES = 150;

const random = createRandom(2026);
const people = Array.from({ length: PEOPLE }, () => fakePerson(random));
const companies = Array.from({ length: COMPANIES }, () =>
  companyVariants(fakeCompany(random), random),
);
const listed: NameListed[] = [
  ...people.map(
    (person, entry) => ({ entry, text: registeredName(person), party: 'person' }) as const,
  ),
  ...companies.map(
    ({ registered }, i) =>
      ({ entry: PEOPLE + i, text: registered, party: 'organisation' }) as const,
  ),
];
const index = NameIndex.build(listed);
const isFound = (asked: NameAsked, entry: number): boolean =>
  index
    .search(asked, { threshold: NAME_THRESHOLD, most: listed.length })
    .some((hit) => hit.entry === entry);

test('no way to write a name hides it', () => {
  const missed = people.flatMap((person, entry) =>
    variantsOf(person, random)
      .filter(({ text }) => !isFound({ text, party: 'person' }, entry))
      .map(({ kind, text }) => `${kind}: ${text} is ${listed[entry].text}`),
  );
  expect(missed).toEqual([]);
});

test('no way to write the name of an organisation hides it', () => {
  const missed = companies.flatMap(({ variants, registered }, i) =>
    variants
      .filter(({ text }) => !isFound({ text, party: 'organisation' }, PEOPLE + i))
      .map(({ kind, text }) => `${kind}: ${text} is ${registered}`),
  );
  expect(missed).toEqual([]);
});

test('strangers seldom meet: fewer than 3 of 100,000 pairs', () => {
  const strangers = Array.from({ length: 300 }, () => registeredName(fakePerson(random)));
  const hits = strangers.flatMap((text) => index.search({ text, party: 'person' }));
  expect(hits.length).toBeLessThanOrEqual((300 * PEOPLE * 3) / 100_000);
});
