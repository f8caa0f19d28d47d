import fc from 'fast-check';
import { expect, it } from 'vitest';
import { apportion } from './apportion.ts';

const capacities = fc.array(fc.integer({ min: 0, max: 2 ** 50 }), { minLength: 1, maxLength: 7 });

it('gives each its exact quota rounded down or up, all of the sum, and no more than fits', () => {
  fc.assert(
    fc.property(capacities, fc.double({ min: 0, max: 1, noNaN: true }), (parts, part) => {
      const total = parts.reduce((sum, p) => sum + p, 0);
      const minor = Math.floor(total * part);
      const left = Float64Array.from(parts);
      const shares = new Float64Array(parts.length);
      apportion(minor, left, shares);
      expect(shares.reduce((sum, s) => sum + s, 0)).toBe(minor);
      parts.forEach((p, i) => {
        const down = total === 0 ? 0n : (BigInt(minor) * BigInt(p)) / BigInt(total);
        expect([down, down + 1n]).toContain(BigInt(shares[i]));
        expect(left[i]).toBe(p - shares[i]);
        expect(left[i]).toBeGreaterThanOrEqual(0);
      });
    }),
  );
});

it('shares several parts one after the other without passing any capacity', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 }),
      fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 5 }),
      (parts, wanted) => {
        const left = Float64Array.from(parts);
        const shares = new Float64Array(parts.length);
        let room = parts.reduce((sum, p) => sum + p, 0);
        for (const want of wanted) {
          const minor = Math.min(want, room);
          apportion(minor, left, shares);
          room -= minor;
          expect(left.every((p) => p >= 0)).toBe(true);
        }
        expect(left.reduce((sum, p) => sum + p, 0)).toBe(room);
      },
    ),
  );
});

it('refuses to share more than there is room for', () => {
  expect(() => apportion(4, Float64Array.of(1, 2), new Float64Array(2))).toThrow(RangeError);
});
