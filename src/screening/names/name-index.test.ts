import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareNames } from './compare-names.ts';
import { LOWEST_THRESHOLD, NAME_THRESHOLD, NameIndex } from './name-index.ts';
import type { NameAsked, NameListed } from './name-match.ts';

/** Words that are near one another on purpose, so that small lists are full of hits and of near misses. */
const WORDS = (
  'Ахметов Ахметова Ахмет Akhmetov Axmetova Ahmet Нурлан Нұрлан Nurlan Нуржан Nur Lan Нур Лан Н. N Серик Serik Серікұлы ' +
  'Serikovich Сериков Омар Omar Омаров Uali Уәли Wali Али Жан Jan Zhan Zh. Ш. al Аль 17 18 Трейд Trade ТОО LLP Алтын Altyn 🙂 ، Хан'
).split(' ');

const word = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...WORDS) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...WORDS), fc.nat(8), fc.constantFrom('а', 'e', 'н', 'r', ''))
      .map(([text, at, letter]) => text.slice(0, at) + letter + text.slice(at + 1)),
  },
);
const birth = fc.constantFrom(
  { day: '1990-03-05' },
  { day: '1990-05-03' },
  { fromYear: 1970, toYear: 1970 },
);
const name = fc.record(
  {
    text: fc.array(word, { maxLength: 5 }).map((words) => words.join(' ')),
    party: fc.constantFrom('person', 'organisation', 'unknown'),
    births: fc.array(birth, { maxLength: 2 }),
    iinOrBin: fc.constantFrom('900305300017', '721121300015'),
  },
  { requiredKeys: ['text', 'party'] },
) as fc.Arbitrary<NameAsked>;

/** What a search has to find, by looking at every name. */
function bruteForce(asked: NameAsked, listed: readonly NameListed[], threshold: number) {
  const best = new Map<number, number>();
  for (const one of listed) {
    const { entry, score } = compareNames(asked, one);
    if (score >= threshold) best.set(entry, Math.max(score, best.get(entry) ?? 0));
  }
  return [...best].sort(([a], [b]) => a - b);
}

test('a search finds what comparing with every name finds', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(name, fc.nat(12), fc.boolean()), { maxLength: 30 }),
      name,
      fc.constantFrom(LOWEST_THRESHOLD, NAME_THRESHOLD, 0.95),
      (names, asked, threshold) => {
        const listed = names.map(([one, entry, weak]) => ({ ...one, entry, weak }));
        const found = NameIndex.build(listed).search(asked, { threshold });
        const scores = found.map(({ entry, score }) => [entry, score]);
        expect(scores.toSorted(([a], [b]) => a - b)).toEqual(bruteForce(asked, listed, threshold));
        expect(scores.map(([, score]) => score)).toEqual(
          scores.map(([, score]) => score).toSorted((a, b) => b - a),
        );
      },
    ),
    { numRuns: 500 },
  );
});

describe('NameIndex', () => {
  const listed: NameListed[] = [
    { entry: 1, text: 'Akhmetov Nurlan', party: 'person' },
    { entry: 1, text: 'Ахметов Нурлан', party: 'person' },
    { entry: 2, text: 'Ахметов Нурлам', party: 'person' },
    { entry: 3, text: '', party: 'person', iinOrBin: '900305300017' },
  ];
  const index = NameIndex.build(listed);
  const asked = { text: 'Ахметов Нурлан', party: 'person' } as const;

  test('an entry comes once, by the name that met best', () => {
    expect(index.search(asked).map(({ entry, listed: text }) => [entry, text])).toEqual([
      [1, 'Ахметов Нурлан'],
      [2, 'Ахметов Нурлам'],
    ]);
    expect(index.search(asked, { most: 1 })).toHaveLength(1);
  });

  test('a key finds an entry without a name', () => {
    const hits = index.search({ text: '', party: 'person', iinOrBin: '900305300017' });
    expect(hits).toMatchObject([{ entry: 3, score: 1, key: 'same' }]);
  });

  test('nothing is found in nothing, nor by nothing', () => {
    expect(NameIndex.build([]).search(asked)).toEqual([]);
    expect(index.search({ text: ' 🙂 — ', party: 'unknown' })).toEqual([]);
    expect(index.size).toBe(4);
  });
});
