import { expect, it } from 'vitest';
import type { Arm } from '../../../academy/class-results.ts';
import type { AgeBand } from '../../../store/tables/classes.ts';
import { shownBands, toldOfPupils } from './told-of-pupils.ts';

it('ages are told of five pupils, and not by what is missing', () => {
  const of = (...sizes: number[]) =>
    sizes.flatMap((size, band) =>
      Array.from({ length: size }, (_, i) => ({
        learnerId: band * 100 + i,
        ageBand: (['under_14', '14_15', '16_17', '18_over'] as const)[band],
      })),
    );
  expect(shownBands(of(0, 6, 7, 0))).toEqual(new Set(['14_15', '16_17']));
  expect(shownBands(of(3, 6, 7, 3))).toEqual(new Set(['14_15', '16_17']));
  expect(shownBands(of(0, 6, 7, 2))).toEqual(new Set(['16_17']));
});

it('an age that is of five pupils in the class but of fewer in a group is not told there', () => {
  const told = toldOfPupils(
    [...pupils(6, '14_15', 'lesson'), ...pupils(6, '14_15', 'control', 100), ...older],
    true,
  );
  expect(told.arm({ arm: 'control' })).toBe('control');
  expect(told.band({ ageBand: '14_15', arm: 'lesson' })).toBe('14_15');
  expect(told.band({ ageBand: '16_17', arm: 'lesson' })).toBe('16_17');
  expect(told.band({ ageBand: '16_17', arm: 'control' })).toBe('');
  expect(told.band({ ageBand: '14_15', arm: 'control' })).toBe('');
});

const pupils = (count: number, ageBand: AgeBand, arm: Arm, from = 0) =>
  Array.from({ length: count }, (_, i) => ({
    ...{ learnerId: from + i, ageBand, arm },
    ...({ sitting: 'pre', form: 'A' } as const),
  }));

/** Six of sixteen, five of whom train first. */
const older = [...pupils(5, '16_17', 'lesson', 200), ...pupils(1, '16_17', 'control', 300)];
