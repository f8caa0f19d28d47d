import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../domain/language.ts';
import type { HandOvers } from './hand-over.ts';
import { handOverReasons } from './hand-over-reasons.ts';
import { handOverChance } from './hand-over-score.ts';

/** One account: 5 m came, 4.5 m were passed on, 4 m in a chain, 1 m dealt out; it met six others. */
const ONE: HandOvers = {
  inMinor: Float64Array.of(500_000_000),
  passedMinor: Float64Array.of(450_000_000),
  chainMinor: Float64Array.of(400_000_000),
  dealtMinor: Float64Array.of(100_000_000),
  counterparties: Uint32Array.of(6),
  muchMinor: 20_000_000,
  channelsTold: true,
};
const WORDING = { currency: 'KZT', clock: 'exact' } as const;

describe('handOverReasons', () => {
  it('shares the chance out among the lines, strongest first', () => {
    const reasons = handOverReasons(ONE, 0, WORDING);
    expect(reasons.map((r) => r.id)).toEqual([
      'look-back-chain',
      'look-back-passed-on',
      'look-back-dealt-out',
    ]);
    const sum = reasons.reduce((points, r) => points + r.points, 0);
    expect(sum).toBeCloseTo(100 * handOverChance(ONE, 0), 6);
  });

  it('tells its numbers in every language', () => {
    for (const { id, text } of handOverReasons(ONE, 0, WORDING))
      for (const language of LANGUAGES) {
        const figures = text[language].replace(/[^\d%]+/g, ' ');
        if (id === 'look-back-chain') expect(figures).toMatch(/4 000 000 6/);
        if (id === 'look-back-passed-on') expect(figures).toMatch(/4 500 000 90/);
        if (id === 'look-back-dealt-out') expect(figures).toMatch(/1 000 000/);
      }
  });

  it('says nothing where there is nothing, and where channels are not told', () => {
    const idle = { ...ONE, passedMinor: new Float64Array(1), chainMinor: new Float64Array(1) };
    expect(handOverReasons({ ...idle, dealtMinor: new Float64Array(1) }, 0, WORDING)).toEqual([]);
    expect(handOverReasons({ ...ONE, channelsTold: false }, 0, WORDING)).toEqual([]);
  });
});
