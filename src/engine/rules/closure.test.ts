import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FEATURES, featureIndex } from '../features.ts';
import { compileStrength, compileTest, nextAbove } from './closure.ts';
import { parseNumber, parseTest, type Scope } from './expression.ts';

const A = featureIndex('payer.in_count_1h');
const NAMES = ['payer.in_count_1h', 'payer.in_parties_1h', 'payee.in_count_1h'];
const INDEXES = NAMES.map(featureIndex);

function scope(problems: string[] = []): Scope {
  return {
    params: new Map([['five', { value: 5, unit: 'count' }]]),
    usedParams: new Set(),
    usedFeatures: new Set(),
    report: (path, code, found) => problems.push(`${path} ${code} ${found}`),
  };
}

const vector = (...values: number[]): Float64Array => {
  const f = new Float64Array(FEATURES.length);
  for (const [i, v] of values.entries()) f[INDEXES[i]!] = v;
  return f;
};

/** Runs a compiled test the way the hot loop does. */
function holds(data: unknown, f: Float64Array): boolean {
  const { gates, rest } = compileTest(parseTest(data, 'when', scope()));
  return (
    gates.every((g) => f[g.feature]! >= g.low && f[g.feature]! <= g.high) && (rest?.(f) ?? true)
  );
}
const value = (data: unknown, f: Float64Array): number =>
  compileStrength(parseNumber(data, 'strength', scope()))(f);

/** The meaning of the language, written for reading and not for speed. */
function meaning(data: unknown, f: Float64Array): number {
  if (typeof data === 'number') return data;
  if (typeof data === 'string') return data === '$five' ? 5 : f[featureIndex(data)]!;
  const [[op, args]] = Object.entries(data as object) as [[string, unknown[]]];
  const v = args.map((a) => meaning(a, f));
  const unknown = v.some(Number.isNaN);
  switch (op) {
    case 'add':
      return v.reduce((a, b) => a + b);
    case 'mul':
      return v.reduce((a, b) => a * b);
    case 'sub':
      return v[0]! - v[1]!;
    case 'div':
      return v[1] === 0 ? Number.NaN : v[0]! / v[1]!;
    case 'min':
      return unknown ? Number.NaN : v.reduce((a, b) => (b < a ? b : a));
    case 'max':
      return unknown ? Number.NaN : v.reduce((a, b) => (b > a ? b : a));
    case 'otherwise':
      return Number.isNaN(v[0]) ? v[1]! : v[0]!;
    default: {
      const share = v[1] === v[2] ? Number.NaN : (v[0]! - v[1]!) / (v[2]! - v[1]!);
      if (share < 0) return v[3] ?? 0;
      if (share > 1) return 1;
      return (v[3] ?? 0) + (1 - (v[3] ?? 0)) * share;
    }
  }
}

/** Three answers: yes, no, and unknown, which is no whether negated or not. */
function answer(data: unknown, f: Float64Array): boolean | null {
  const [[op, args]] = Object.entries(data as object) as [[string, unknown]];
  if (op === 'not') {
    const inner = answer(args, f);
    return inner === null ? null : !inner;
  }
  if (op === 'known') return !Number.isNaN(meaning(args, f));
  const list = args as unknown[];
  if (op === 'all' || op === 'any') {
    const answers = list.map((a) => answer(a, f));
    const decisive = op === 'any';
    if (answers.includes(decisive)) return decisive;
    return answers.includes(null) ? null : !decisive;
  }
  const [a, b] = list.map((x) => meaning(x, f)) as [number, number];
  if (Number.isNaN(a) || Number.isNaN(b)) return null;
  return { gt: a > b, ge: a >= b, lt: a < b, le: a <= b, eq: a === b }[op]!;
}

const smallNumber = fc.constantFrom(Number.NaN, -2, -1, -0, 0, 0.5, 1, 2, 3, 5, 1e308, -1e308);
const { number, test } = fc.letrec((tie) => ({
  leaf: fc.oneof(
    fc.constantFrom(...NAMES, '$five'),
    smallNumber.filter((n) => !Number.isNaN(n)),
  ),
  number: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    tie('leaf'),
    fc.record({ add: fc.array(tie('number'), { minLength: 2, maxLength: 3 }) }),
    fc.record({ mul: fc.array(tie('number'), { minLength: 2, maxLength: 3 }) }),
    fc.record({ min: fc.array(tie('number'), { minLength: 2, maxLength: 3 }) }),
    fc.record({ max: fc.array(tie('number'), { minLength: 2, maxLength: 3 }) }),
    fc.record({ sub: fc.tuple(tie('number'), tie('number')) }),
    fc.record({ div: fc.tuple(tie('number'), tie('number')) }),
    fc.record({ otherwise: fc.tuple(tie('number'), tie('number')) }),
    fc.record({ ramp: fc.tuple(tie('number'), tie('number'), tie('number')) }),
    fc.record({ ramp: fc.tuple(tie('number'), tie('number'), tie('number'), fc.constant(0.25)) }),
  ),
  comparison: fc
    .tuple(fc.constantFrom('gt', 'ge', 'lt', 'le', 'eq'), tie('number'), tie('number'))
    .map(([op, a, b]) => ({ [op]: [a, b] })),
  test: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    tie('comparison'),
    fc.record({ known: tie('number') }),
    fc.record({ all: fc.array(tie('test'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('test'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('test') }),
  ),
}));
const values = fc.tuple(smallNumber, smallNumber, smallNumber);

describe('a compiled tree', () => {
  it('means what the plain reading of the language means', () => {
    fc.assert(
      fc.property(test, values, (tree, v) => {
        const f = vector(...v);
        expect(holds(tree, f)).toBe(answer(tree, f) === true);
      }),
      { numRuns: 3000 },
    );
  });

  it('gives the strength of the plain reading, clamped, 0 when unknown', () => {
    fc.assert(
      fc.property(number, values, (tree, v) => {
        const f = vector(...v);
        const plain = meaning(tree, f);
        const clamped = plain > 0 ? Math.min(1, plain) : 0;
        expect(value(tree, f)).toBeCloseTo(clamped, 9);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('comparisons', () => {
  const table: [string, number, boolean][] = [
    ['gt', 5, false],
    ['gt', 6, true],
    ['ge', 5, true],
    ['ge', 4, false],
    ['lt', 5, false],
    ['lt', 4, true],
    ['le', 5, true],
    ['le', 6, false],
    ['eq', 5, true],
    ['eq', 4, false],
  ];
  it.each(table)('%s against 5, of %d: %s', (op, x, expected) => {
    expect(holds({ [op]: [NAMES[0], '$five'] }, vector(x))).toBe(expected);
    expect(holds({ not: { [op]: [NAMES[0], '$five'] } }, vector(x))).toBe(!expected);
  });

  it.each(['gt', 'ge', 'lt', 'le', 'eq'])('%s is false of the unknown, negated too', (op) => {
    for (const tree of [
      { [op]: [NAMES[0], 5] },
      { [op]: [5, NAMES[0]] },
      { not: { [op]: [NAMES[0], 5] } },
    ])
      expect(holds(tree, vector(Number.NaN))).toBe(false);
  });

  it('turns a comparison of a feature with a constant into a gate, whichever side it stands on', () => {
    const { gates, rest } = compileTest(
      parseTest(
        { all: [{ ge: [NAMES[0], '$five'] }, { gt: [{ add: [3, 4] }, NAMES[0]] }] },
        'w',
        scope(),
      ),
    );
    expect(rest).toBeNull();
    expect(gates.map((g) => g.feature)).toEqual([A, A]);
    expect(gates[0]!.low).toBe(5);
    expect(gates[1]!.high).toBeLessThan(7);
    expect(nextAbove(gates[1]!.high)).toBe(7);
  });
});

describe('the next number above', () => {
  it('leaves no room between', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) => {
        const next = nextAbove(x);
        const middle = x + (next - x) / 2;
        expect(next > x).toBe(true);
        expect(middle === x || middle === next).toBe(true);
      }),
    );
  });
  it('knows the ends', () => {
    expect(nextAbove(0)).toBe(Number.MIN_VALUE);
    expect(nextAbove(Number.MAX_VALUE)).toBe(Number.POSITIVE_INFINITY);
    expect(nextAbove(Number.NEGATIVE_INFINITY)).toBe(-Number.MAX_VALUE);
    expect(nextAbove(Number.POSITIVE_INFINITY)).toBeNaN();
  });
});

describe('a tree that cannot be read', () => {
  it.each([
    [{ gt: [NAMES[0]] }, 'when.gt QRG_RULE_TEST'],
    [{ gt: [NAMES[0], 1], lt: [NAMES[0], 9] }, 'when QRG_RULE_TEST'],
    [{ all: [] }, 'when.all QRG_RULE_TEST'],
    [{ nand: [{ known: NAMES[0] }] }, 'when.nand QRG_RULE_TEST'],
    [NAMES[0], 'when QRG_RULE_TEST'],
    [null, 'when QRG_RULE_TEST'],
    [{ gt: [{ all: [{ known: NAMES[0] }] }, 1] }, 'when.gt[0] QRG_RULE_NUMBER'],
    [{ gt: [{ sub: [1, 2, 3] }, NAMES[0]] }, 'when.gt[0].sub QRG_RULE_NUMBER'],
    [{ gt: [Number.POSITIVE_INFINITY, NAMES[0]] }, 'when.gt[0] QRG_RULE_NUMBER'],
    [{ gt: ['payer.wealth', 1] }, 'when.gt[0] QRG_RULE_FEATURE payer.wealth'],
    [{ gt: ['$six', 1] }, 'when.gt[0] QRG_RULE_PARAM $six'],
    [{ gt: ['payer.age_ms', '$five'] }, 'when.gt QRG_RULE_UNIT ms / count'],
    [
      { any: [{ gt: [{ add: ['payer.in_sum_1h', NAMES[0]] }, 1] }] },
      'when.any[0].gt[0].add QRG_RULE_UNIT minor / count',
    ],
  ])('%j is a problem with its place', (tree, expected) => {
    const problems: string[] = [];
    parseTest(tree, 'when', scope(problems));
    expect(problems.join('\n')).toContain(expected);
  });

  it('accepts units that make sense together', () => {
    const problems: string[] = [];
    const tree = {
      all: [
        { gt: ['payer.in_sum_1h', { mul: [3, 'payer.income_month'] }] },
        {
          gt: [
            { div: ['payer.in_sum_1h', 'payer.income_month'] },
            { otherwise: ['payer.out_in_7d', 1] },
          ],
        },
        { gt: [{ mul: ['payer.new_payers_share_28d', 'payer.in_parties_28d'] }, '$five'] },
        { gt: ['payer.age_ms', { div: ['payer.idle_ms', 'pair.count'] }] },
      ],
    };
    parseTest(tree, 'when', scope(problems));
    expect(problems).toEqual([]);
  });

  it('does not follow a tree of any depth', () => {
    let tree: unknown = { known: NAMES[0] };
    for (let i = 0; i < 5000; i++) tree = { not: tree };
    const problems: string[] = [];
    parseTest(tree, 'when', scope(problems));
    expect(problems).toHaveLength(1);
  });
});
