import type { NumberNode, TestNode } from './expression.ts';

/** A compiled tree: reads the feature vector, allocates nothing. */
export type NumberOf = (f: Float64Array) => number;
export type Test = (f: Float64Array) => boolean;

/**
 * A test of one feature against constants, kept out of closures so that the hot loop runs it without a
 * call: true when low <= f[feature] <= high. Strict bounds use the next representable number; an
 * unknown value (NaN) lies in no interval.
 */
export interface Gate {
  readonly feature: number;
  readonly low: number;
  readonly high: number;
}

export interface Conjunction {
  readonly gates: readonly Gate[];
  /** What gates cannot say; null when nothing is left. */
  readonly rest: Test | null;
}

/** Splits a test into gates and the rest, the rest cheapest first. */
export function compileTest(node: TestNode): Conjunction {
  const gates: Gate[] = [];
  const rest: TestNode[] = [];
  for (const part of conjuncts(node)) {
    const gate = gateOf(part);
    if (gate === undefined) rest.push(part);
    else gates.push(gate);
  }
  rest.sort((a, b) => costOf(a) - costOf(b));
  return { gates, rest: rest.length === 0 ? null : testOf({ kind: 'all', of: rest }) };
}

/** Strength 0..1: the number clamped; unknown is 0. */
export function compileStrength(node: NumberNode): NumberOf {
  const x = numberOf(node);
  return (f) => {
    const v = x(f);
    return v > 0 ? (v < 1 ? v : 1) : 0;
  };
}

/** Nodes of a tree: the measure of its cost. */
export function costOf(node: TestNode | NumberNode): number {
  switch (node.kind) {
    case 'constant':
      return 0;
    case 'feature':
      return 1;
    case 'known':
    case 'unknown':
      return 1 + costOf(node.of);
    case 'all':
    case 'any':
      return node.of.reduce((sum, n) => sum + costOf(n), 1);
    default:
      return 'left' in node
        ? 1 + costOf(node.left) + costOf(node.right)
        : node.of.reduce((sum, n) => sum + costOf(n), 1);
  }
}

function conjuncts(node: TestNode): readonly TestNode[] {
  return node.kind === 'all' ? node.of.flatMap(conjuncts) : [node];
}

function gateOf(node: TestNode): Gate | undefined {
  if (node.kind === 'known' && node.of.kind === 'feature')
    return {
      feature: node.of.index,
      low: Number.NEGATIVE_INFINITY,
      high: Number.POSITIVE_INFINITY,
    };
  if (!('left' in node) || node.kind === 'ne') return undefined;
  const left = fold(node.left);
  const right = fold(node.right);
  if (left.kind === 'feature' && right.kind === 'constant')
    return interval(left.index, node.kind, right.value);
  if (left.kind === 'constant' && right.kind === 'feature')
    return interval(right.index, MIRRORED[node.kind], left.value);
  return undefined;
}

const MIRRORED = { gt: 'lt', ge: 'le', lt: 'gt', le: 'ge', eq: 'eq' } as const;

function interval(feature: number, kind: keyof typeof MIRRORED, bound: number): Gate {
  const low = Number.NEGATIVE_INFINITY;
  const high = Number.POSITIVE_INFINITY;
  // A bound that is itself unknown admits nothing.
  if (Number.isNaN(bound)) return { feature, low: high, high: low };
  switch (kind) {
    case 'ge':
      return { feature, low: bound, high };
    case 'gt':
      return { feature, low: nextAbove(bound), high };
    case 'le':
      return { feature, low, high: bound };
    case 'lt':
      return { feature, low, high: -nextAbove(-bound) };
    case 'eq':
      return { feature, low: bound, high: bound };
  }
}

const FLOAT = new Float64Array(1);
const BITS = new BigInt64Array(FLOAT.buffer);

/** The smallest double greater than x; NaN above infinity, so that "> Infinity" admits nothing. */
export function nextAbove(x: number): number {
  if (x === Number.POSITIVE_INFINITY) return Number.NaN;
  if (x === 0) return Number.MIN_VALUE;
  FLOAT[0] = x;
  BITS[0] = BITS[0]! + (x > 0 ? 1n : -1n);
  return FLOAT[0];
}

/** A tree of constants is a constant. */
function fold(node: NumberNode): NumberNode {
  if (node.kind === 'constant' || node.kind === 'feature') return node;
  const of = node.of.map(fold);
  const folded = { kind: node.kind, of, unit: node.unit };
  return of.every((n) => n.kind === 'constant')
    ? { kind: 'constant', value: numberOf(folded)(FLOAT), unit: node.unit }
    : folded;
}

function numberOf(tree: NumberNode): NumberOf {
  const node = tree.kind === 'constant' || tree.kind === 'feature' ? tree : foldArgs(tree);
  switch (node.kind) {
    case 'constant': {
      const { value } = node;
      return () => value;
    }
    case 'feature': {
      const { index } = node;
      return (f) => f[index]!;
    }
    case 'add':
      return node.of.map(numberOf).reduce((a, b) => (f) => a(f) + b(f));
    case 'mul':
      return node.of.map(numberOf).reduce((a, b) => (f) => a(f) * b(f));
    case 'min':
      return node.of.map(numberOf).reduce((a, b) => (f) => Math.min(a(f), b(f)));
    case 'max':
      return node.of.map(numberOf).reduce((a, b) => (f) => Math.max(a(f), b(f)));
    default:
      return fixedArity(node.kind, node.of.map(numberOf));
  }
}

function foldArgs(node: Exclude<NumberNode, { kind: 'constant' | 'feature' }>): typeof node {
  return { ...node, of: node.of.map(fold) };
}

function fixedArity(
  kind: 'sub' | 'div' | 'ramp' | 'otherwise',
  [a, b, c, d]: readonly NumberOf[],
): NumberOf {
  const x = a!;
  const y = b!;
  switch (kind) {
    case 'sub':
      return (f) => x(f) - y(f);
    case 'div':
      return (f) => {
        const by = y(f);
        return by === 0 ? Number.NaN : x(f) / by;
      };
    case 'otherwise':
      return (f) => {
        const v = x(f);
        return Number.isNaN(v) ? y(f) : v;
      };
    case 'ramp':
      return ramp(x, y, c!, d ?? (() => 0));
  }
}

function ramp(x: NumberOf, from: NumberOf, to: NumberOf, least: NumberOf): NumberOf {
  return (f) => {
    const start = from(f);
    const span = to(f) - start;
    if (span === 0) return Number.NaN;
    const v = (x(f) - start) / span;
    const low = least(f);
    // Written so that NaN stays NaN.
    return v < 0 ? low : v > 1 ? 1 : low + (1 - low) * v;
  };
}

function testOf(node: TestNode): Test {
  switch (node.kind) {
    case 'all':
    case 'any':
      return joined(node.kind, [...node.of].sort((a, b) => costOf(a) - costOf(b)).map(testOf));
    case 'known': {
      const x = numberOf(node.of);
      return (f) => !Number.isNaN(x(f));
    }
    case 'unknown': {
      const x = numberOf(node.of);
      return (f) => Number.isNaN(x(f));
    }
    default:
      return comparison(node.kind, numberOf(node.left), numberOf(node.right));
  }
}

function comparison(
  kind: 'gt' | 'ge' | 'lt' | 'le' | 'eq' | 'ne',
  left: NumberOf,
  right: NumberOf,
): Test {
  switch (kind) {
    case 'gt':
      return (f) => left(f) > right(f);
    case 'ge':
      return (f) => left(f) >= right(f);
    case 'lt':
      return (f) => left(f) < right(f);
    case 'le':
      return (f) => left(f) <= right(f);
    case 'eq':
      return (f) => left(f) === right(f);
    case 'ne':
      // Not `!==`: that would be true of NaN.
      return (f) => {
        const a = left(f);
        const b = right(f);
        return a < b || a > b;
      };
  }
}

function joined(kind: 'all' | 'any', tests: readonly Test[]): Test {
  if (tests.length === 0) return () => kind === 'all';
  return kind === 'all'
    ? tests.reduce((a, b) => (f) => a(f) && b(f))
    : tests.reduce((a, b) => (f) => a(f) || b(f));
}
