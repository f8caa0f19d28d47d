import fc from 'fast-check';
import type { LabelledRows, Said } from './rows.ts';

const DAY_MS = 86_400_000;

const oneRow = fc.record({
  gapDays: fc.integer({ min: 0, max: 2 }),
  payer: fc.integer({ min: 0, max: 5 }),
  payee: fc.integer({ min: 0, max: 5 }),
  amountMinor: fc.integer({ min: 1, max: 100 }),
  label: fc.constantFrom(0, 0, 1),
  pattern: fc.integer({ min: -1, max: 3 }),
  score: fc.integer({ min: 0, max: 4 }),
  alarm: fc.constantFrom(0, 1),
});

export const ACCOUNTS = 6;

/** Small labelled sets with few scores, so that there are ties, and what was said of them. */
export const labelledSets: fc.Arbitrary<{ rows: LabelledRows; said: Said }> = fc
  .array(oneRow, { minLength: 1, maxLength: 30 })
  .map((list) => {
    let at = 0;
    const numbers = new Map<number, number>();
    const patternOf = (told: number): number => {
      if (told >= 0 && !numbers.has(told)) numbers.set(told, numbers.size);
      return numbers.get(told) ?? -1;
    };
    const pattern = Int32Array.from(list, (r) => (r.label === 1 ? patternOf(r.pattern) : -1));
    return {
      rows: {
        count: list.length,
        at: Float64Array.from(list, (r) => (at += r.gapDays * DAY_MS)),
        payer: Uint32Array.from(list, (r) => r.payer),
        payee: Uint32Array.from(list, (r) => r.payee),
        amountMinor: Float64Array.from(list, (r) => r.amountMinor),
        label: Uint8Array.from(list, (r) => r.label),
        typology: Int32Array.from(list, (r) => (r.label === 1 ? r.payer % 2 : -1)),
        pattern,
        patterns: numbers.size,
        typologies: ['fan', 'cycle'],
      },
      said: {
        score: Float32Array.from(list, (r) => r.score),
        alarm: Uint8Array.from(list, (r) => r.alarm),
      },
    };
  });
