import { beforeAll, describe, expect, test } from 'vitest';
import { createRandom } from '../src/domain/random.ts';
import { CHANNELS } from '../src/domain/transfer.ts';
import { Engine, type EngineOptions } from '../src/engine/engine.ts';
import { FEATURES, featureIndex } from '../src/engine/features.ts';
import { randomModel } from '../src/engine/model/forest.fixture.ts';
import { HEARD_NAMES } from '../src/engine/model/heard.ts';
import type { Model } from '../src/engine/model/model.ts';
import { factsOf } from '../src/engine/rules/explain.ts';
import { restoreEngine, saveEngine } from '../src/engine/snapshot.ts';
import { loadRuleset } from '../src/service/ruleset.ts';

type Step = Parameters<Engine['step']>;

const COLUMNS = [...FEATURES.map((f) => f.name), ...HEARD_NAMES];
let base: EngineOptions;
beforeAll(async () => {
  const ruleset = await loadRuleset();
  const { thresholdsMinor } = ruleset;
  base = { ruleset, clock: 'exact', currency: 'KZT', thresholdsMinor };
});

/** Transfers among a few who meet often, some of them in cash. */
function stream(seed: number, count: number): Step[] {
  const random = createRandom(seed);
  let at = Date.UTC(2025, 2, 1);
  return Array.from({ length: count }, () => {
    at += random.int(0, 2 * 3_600_000);
    const payer = random.int(0, 19);
    const channel = random.chance(0.3) ? random.int(0, CHANNELS.length - 1) : 1;
    const payee = (payer + random.int(1, 19)) % 20;
    return [at, payer, payee, random.int(1, 500) * 50_000, channel, random.int(0, 3), 0];
  });
}

interface Said {
  readonly score: number;
  readonly margin: number | undefined;
  readonly hits: readonly (readonly [rule: number, strength: number])[];
}

function say(engine: Engine, step: Step): Said {
  const score = engine.step(...step);
  const { rules, strengths, count } = engine.hits;
  const hits = Array.from({ length: count }, (_, h) => [rules[h], strengths[h]] as const);
  return { score, margin: engine.learned?.margin, hits };
}

describe.each([1, 3, 5])('an engine with a model (%i)', (seed) => {
  const STEPS = stream(seed, 500);

  test('goes on from a snapshot as if nothing had been, to the byte', () => {
    const options = { ...base, model: randomModel(seed) };
    const engine = new Engine(options);
    for (const step of STEPS.slice(0, 300)) engine.step(...step);
    const bytes = saveEngine(engine);
    const restored = restoreEngine(new Engine(options), bytes);
    if (!restored.ok) throw new Error(restored.problem.code);
    for (const step of STEPS.slice(300)) {
      expect(say(restored.value, step)).toEqual(say(engine, step));
      expect(restored.value.features).toEqual(engine.features);
    }
    expect(Buffer.from(saveEngine(restored.value)).equals(saveEngine(engine))).toBe(true);
  });

  test('takes no snapshot of another model, or of none', () => {
    const options = { ...base, model: randomModel(seed) };
    const bytes = saveEngine(new Engine(options));
    for (const model of [randomModel(seed + 1), undefined]) {
      const fresh = new Engine({ ...base, ...(model && { model }) });
      expect(restoreEngine(fresh, bytes)).toMatchObject({
        ok: false,
        problem: { code: 'QRG_SNAPSHOT_OTHER_ENGINE' },
      });
    }
  });

  test('tells at most four reasons, of strength 0 to 1, of what it suspects and of nothing else', () => {
    const { ruleset } = base;
    const engine = new Engine({ ...base, model: randomModel(seed) });
    let told = 0;
    for (const step of STEPS) {
      const { margin = Number.NaN, hits } = say(engine, step);
      const learned = hits.filter(([rule]) => ruleset.rules[rule].learned.length > 0);
      expect(learned.length).toBeLessThanOrEqual(4);
      expect(new Set(learned.map(([rule]) => rule)).size).toBe(learned.length);
      for (const [, strength] of learned) {
        expect(strength).toBeGreaterThan(0);
        expect(strength).toBeLessThanOrEqual(1);
      }
      // All shares together are never more than all that speaks against it.
      expect(learned.reduce((all, [, s]) => all + s, 0)).toBeLessThanOrEqual(1 + 1e-9);
      const line = randomModel(seed).arrival.score;
      const score = 100 / (1 + Math.exp(-line.slope * margin - line.offset));
      if (score < ruleset.review) expect(learned).toEqual([]);
      told += learned.length;
    }
    expect(told).toBeGreaterThan(50);
  });

  test('shows in its reasons what is so, whether or not the model asks it', () => {
    const { ruleset } = base;
    const model = askingLittle(randomModel(seed), seed);
    const live = new Engine({ ...base, model });
    const whole = new Engine({ ...base, model, allFeatures: true });
    let told = 0;
    for (const step of STEPS) {
      const said = say(live, step);
      expect(said).toEqual(say(whole, step));
      for (const [index] of said.hits) {
        const rule = ruleset.rules[index];
        expect(factsOf(rule, live.features)).toEqual(factsOf(rule, whole.features));
        if (rule.learned.length > 0) told++;
      }
    }
    expect(told).toBeGreaterThan(20);
  });
});

test('every column belongs to one reason at most; these to none', () => {
  const reasons = base.ruleset.rules.filter((rule) => rule.learned.length > 0);
  const claims = (column: string): string[] =>
    reasons.flatMap(({ id, learned }) =>
      learned
        .filter((p) => (p.endsWith('*') ? column.startsWith(p.slice(0, -1)) : column === p))
        .map((pattern) => `${id}: ${pattern}`),
    );
  expect(COLUMNS.filter((column) => claims(column).length > 1)).toEqual([]);
  expect(COLUMNS.filter((column) => claims(column).length === 0)).toEqual([]);
  for (const { id, learned } of reasons)
    for (const pattern of learned)
      expect(
        COLUMNS.some((column) => claims(column).includes(`${id}: ${pattern}`)),
        pattern,
      ).toBe(true);
});

/** The same model, asking a few columns only: the live engine may leave out what nobody asks. */
function askingLittle(model: Model, seed: number): Model {
  const random = createRandom(seed).fork('little');
  const { first, second } = model.arrival;
  const asked = Array.from({ length: 6 }, () => random.int(0, FEATURES.length - 1));
  // A reason of shapes shows two widths, the model asks for one.
  asked[0] = featureIndex('pattern.scatter_gather_width');
  const few = (forest: typeof first) => ({
    ...forest,
    feature: forest.feature.map((f) => (f < 0 ? f : asked[f % asked.length])),
  });
  const arrival = { ...model.arrival, first: few(first), second: few(second), uses: asked };
  return { ...model, arrival };
}
