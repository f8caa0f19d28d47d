import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { EngineOptions } from './engine.ts';
import { featureIndex } from './features.ts';
import { Mirror } from './mirror.ts';
import { compileRules } from './rules/compile.ts';

const folder = join(import.meta.dirname, '../../data/rules/kz');
const compiled = compileRules(
  readdirSync(folder).map((file) => ({
    file,
    data: parse(readFileSync(join(folder, file), 'utf8')) as unknown,
  })),
);
if (!compiled.ok) throw new Error('rules');
const options = (clock: EngineOptions['clock']): EngineOptions => ({
  ruleset: compiled.ruleset,
  clock,
  currency: 'KZT',
  thresholdsMinor: [],
});
const DAY_MS = 86_400_000;

test('what came after is seen as if it had come before', () => {
  const mirror = new Mirror(options('exact'), []);
  const at = Date.UTC(2026, 3, 1);
  // 0 pays 1; an hour later 1 pays 2 and 3. Latest first:
  mirror.look(at + 3_600_000, 1, 3, 400, 0, 0);
  mirror.look(at + 3_000_000, 1, 2, 500, 0, 0);
  const seen = mirror.look(at, 0, 1, 1000, 0, 0);
  // Payer and payee change places: the payee's payments of the next day are what "came" to it.
  expect(seen[featureIndex('payer.in_sum_24h')]).toBe(900);
  expect(seen[featureIndex('payer.in_parties_24h')]).toBe(2);
  expect(seen[featureIndex('payee.out_sum_24h')]).toBe(0);
});

test('what was one day stays one day, and days keep their distance, from 1970 to 2099', () => {
  const start = fc.integer({ min: 1, max: 47_000 });
  const inDay = fc.nat(DAY_MS - 1);
  fc.assert(
    fc.property(start, inDay, inDay, fc.nat(20), (day, first, second, apart) => {
      const mirror = new Mirror(options('day'), []);
      // Kazakhstan's day begins at 19 o'clock UTC.
      const from = day * DAY_MS - 5 * 3_600_000;
      mirror.look(from + apart * DAY_MS + second, 0, 1, 100, 0, 0);
      const seen = mirror.look(from + first, 0, 1, 100, 0, 0);
      expect(seen[featureIndex('pair.gap_ms')]).toBe(apart * DAY_MS);
    }),
  );
});

test('a chain has its depth from its end too', () => {
  const mirror = new Mirror(options('exact'), []);
  const at = Date.UTC(2026, 3, 1);
  // 0 pays 1, 1 pays 2 and 2 pays 3, each keeping a little.
  mirror.look(at + 2 * DAY_MS, 2, 3, 940, 0, 0);
  mirror.look(at + DAY_MS, 1, 2, 970, 0, 0);
  const seen = mirror.look(at, 0, 1, 1000, 0, 0);
  expect(seen[featureIndex('money.chain_depth')]).toBe(2);
  expect(seen[featureIndex('money.pass_on_depth')]).toBe(2);
});
