import { describe, expect, test } from 'vitest';
import { createRandom } from '../domain/random.ts';
import { Folds, type LearnOptions } from './folds.ts';
import { CodeBlock, Matrix } from './matrix.ts';
import { learnTwoStage, type Passage, spanOf } from './two-stage.ts';

const LIMITS = {
  depth: 3,
  leafWeight: 0.5,
  ridge: 1,
  columnShare: 1,
  rate: 0.3,
  // As many as lie between two looks at the latest slice: that slice never says how many are enough.
  trees: 10,
  worstShare: 0.2,
  restShare: 0.5,
};
const OPTIONS: LearnOptions = {
  first: LIMITS,
  second: LIMITS,
  negatives: 300,
  folds: 4,
  beginning: 0.15,
  seed: 5,
  glanceTrees: 0,
};
const ROWS = 1000;
const BEGIN = 150;

function passageOf(seed: number): { passage: Passage; matrix: Matrix } {
  const random = createRandom(seed);
  const block = new CodeBlock(ROWS, 3);
  const label = new Uint8Array(ROWS);
  for (let i = 0; i < ROWS; i++) {
    const x = Float64Array.from({ length: 3 }, () => random.normal(0, 1));
    label[i] = random.chance(x[0] > 0.7 && x[1] > 0 ? 0.8 : 0.03) ? 1 : 0;
    block.put(i, x);
  }
  const column = () => Uint32Array.from({ length: ROWS }, () => random.int(0, 30));
  const at = Float64Array.from({ length: ROWS }, (_, i) => 1_700_000_000_000 + i * 3_600_000);
  const passage = { at, payer: column(), payee: column(), label, accounts: 31 };
  return { passage, matrix: new Matrix([block]) };
}

/** Rows of slice `k` of those that are held out. */
const sliceOf = (k: number): [from: number, to: number] => {
  const place = (n: number): number => BEGIN + Math.floor(((ROWS - BEGIN) * n) / OPTIONS.folds);
  return [place(k), place(k + 1)];
};

describe('margins of rows held out', () => {
  const { passage, matrix } = passageOf(21);
  const heldOut = (label: Uint8Array): Float64Array =>
    new Folds(label, OPTIONS).learn([matrix], LIMITS).heldOut[0];
  const plain = heldOut(passage.label);

  test.each([0, 1, 2, 3])('owe nothing to the labels of their own slice (%i)', (k) => {
    const [from, to] = sliceOf(k);
    const label = passage.label.map((one, i) => (i >= from && i < to ? 1 - one : one));
    const other = heldOut(label);
    expect([...other.subarray(from, to)]).toEqual([...plain.subarray(from, to)]);
    // The rows around learnt from them.
    const [rest, before] = k === 0 ? [to, ROWS] : [BEGIN, from];
    expect([...other.subarray(rest, before)]).not.toEqual([...plain.subarray(rest, before)]);
  });

  test('owe nothing to what the rows of their own slice look like', () => {
    const [from, to] = sliceOf(2);
    const block = new CodeBlock(ROWS, 3);
    block.codes.set(matrix.blocks[0].codes);
    // All but the last row of the slice look another way.
    block.codes.fill(0xbf80, from * 3, (to - 1) * 3);
    const other = new Folds(passage.label, OPTIONS).learn([new Matrix([block])], LIMITS).heldOut[0];
    expect(other[to - 1]).toBe(plain[to - 1]);
    expect(other[from]).not.toBe(plain[from]);
  });

  test('are of the rows from the beginning on, which all forests learn from', () => {
    expect(new Folds(passage.label, OPTIONS).begin).toBe(BEGIN);
    expect(learnTwoStage(passage, [{ matrix, spans: 0 }], OPTIONS).heldOutFrom).toBe(BEGIN);
    const label = passage.label.map((one, i) => (i < BEGIN ? 1 - one : one));
    const other = heldOut(label);
    for (let k = 0; k < OPTIONS.folds; k++) {
      const [from, to] = sliceOf(k);
      expect([...other.subarray(from, to)]).not.toEqual([...plain.subarray(from, to)]);
    }
  });
});

test('the same passage and seed give the same forests; both stages know more than chance', () => {
  const { passage, matrix } = passageOf(22);
  const views = [
    { matrix, spans: 1 },
    { matrix, spans: 4 },
  ];
  const two = learnTwoStage(passage, views, OPTIONS);
  expect(JSON.stringify(learnTwoStage(passage, views, OPTIONS))).toBe(JSON.stringify(two));
  const share = passage.label.reduce((sum, one) => sum + one, 0) / ROWS;
  for (const figure of [two.figures.first, two.figures.second])
    expect(figure).toBeGreaterThan(2 * share);
});

test('spans are equal parts of the time, in order, and all there are', () => {
  const random = createRandom(23);
  const at = Float64Array.from({ length: 500 }, () => random.int(0, 1e9)).sort();
  for (const spans of [0, 1, 2, 4, 7]) {
    const of = Array.from(at, (_, i) => spanOf(at, i, spans));
    expect([...new Set(of)]).toEqual(Array.from({ length: Math.max(1, spans) }, (_, s) => s));
    expect(of).toEqual([...of].sort((a, b) => a - b));
    for (let s = 0; s < spans; s++) {
      const times = [...at].filter((_, i) => of[i] === s);
      expect(times[times.length - 1] - times[0]).toBeLessThanOrEqual(
        (at[at.length - 1] - at[0] + 1) / spans,
      );
    }
  }
});
