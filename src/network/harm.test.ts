import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALWAYS, indexByAccount } from './account-flows.ts';
import { linkMoney } from './fifo.ts';
import { harmMinor } from './harm.ts';
import { flowsOf } from './made-flows.ts';
import type { Flows } from './model.ts';
import { buildScene } from './scene.ts';

const graphs = fc.array(
  fc.record({
    at: fc.integer({ min: 0, max: 400 }).map((n) => n * 3_600_000),
    payer: fc.integer({ min: 0, max: 7 }),
    payee: fc.integer({ min: 0, max: 7 }),
    amountMinor: fc.integer({ min: 1, max: 1000 }),
    channel: fc.constantFrom('transfer' as const, 'cash_out' as const, 'purchase' as const),
    score: fc.constantFrom(0, 90),
  }),
  { minLength: 1, maxLength: 60 },
);

const sceneOf = (flows: Flows, inside: readonly number[]) =>
  buildScene(
    linkMoney(flows, new Set([0]), 'exact'),
    indexByAccount(flows),
    inside.map((account) => ({ account, score: 90, typologies: {} })),
  );

describe('harmMinor', () => {
  it('is never more than came in from outside, nor than went out and rests', () => {
    fc.assert(
      fc.property(graphs, fc.uniqueArray(fc.integer({ min: 1, max: 7 })), (rows, inside) => {
        const flows = flowsOf(rows);
        const scene = sceneOf(flows, inside);
        const passing = new Set(inside);
        const harm = harmMinor(scene, passing, ALWAYS);
        let came = 0;
        let went = 0;
        for (let t = 0; t < flows.count; t++) {
          const from = passing.has(flows.payer[t]);
          const to = passing.has(flows.payee[t]);
          if (to && !from) came += flows.amountMinor[t];
          if (from && !to) went += flows.amountMinor[t];
          if (from) came += scene.links.unknownMinor[t];
          if (to) went += scene.links.restMinor[t];
        }
        expect(harm).toBeLessThanOrEqual(came);
        expect(harm).toBeLessThanOrEqual(went);
        expect(harm).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('counts money once, however many accounts it passes and however often it comes round', () => {
    const rows = [
      { at: 1, payer: 9, payee: 1, amountMinor: 100 },
      { at: 2, payer: 1, payee: 2, amountMinor: 100 },
      { at: 3, payer: 2, payee: 1, amountMinor: 100 },
      { at: 4, payer: 1, payee: 3, amountMinor: 100 },
      { at: 5, payer: 3, payee: 8, amountMinor: 60 },
      { at: 6, payer: 3, payee: 0, amountMinor: 40, channel: 'purchase' as const },
    ];
    const scene = sceneOf(flowsOf(rows), [1, 2, 3]);
    expect(harmMinor(scene, new Set([1, 2, 3]), ALWAYS)).toBe(60);
  });
});
