import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HEARD_NAMES, Heard } from './heard.ts';

const HALF_LIFE_SEC = 14 * 86_400;

test('what is heard are faded sums and greatest of the transfers before, and of none after', () => {
  const transfers = fc.array(
    fc.record({
      payer: fc.nat(3),
      payee: fc.nat(3),
      gapSec: fc.nat(400_000),
      chance: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    { maxLength: 40 },
  );
  fc.assert(
    fc.property(transfers, (list) => {
      const heard = new Heard();
      heard.ensure(3);
      const x = new Float64Array(HEARD_NAMES.length);
      const before: { payer: number; payee: number; sec: number; chance: number }[] = [];
      let sec = 1000;
      for (const { payer, payee, gapSec, chance } of list) {
        sec += gapSec;
        heard.read(x, 0, payer, payee, sec * 1000);
        const slow = [payer, payee].flatMap((account) => {
          const faded = (side: 'payee' | 'payer') =>
            before
              .filter((t) => t[side] === account)
              .map((t) => t.chance * 2 ** (-(sec - t.sec) / HALF_LIFE_SEC));
          const [came, left] = [faded('payee'), faded('payer')];
          const sum = (a: number[]): number => a.reduce((s, v) => s + v, 0);
          return [sum(came), sum(left), Math.max(0, ...came), Math.max(0, ...left)];
        });
        slow.forEach((value, k) => {
          expect(x[k]).toBeCloseTo(value, 4);
        });
        heard.note(payer, payee, chance);
        before.push({ payer, payee, sec, chance });
      }
    }),
  );
});
