import type { ErrorCode } from '../../domain/errors/catalogue.ts';
import { FEATURES, featureIndex, isFeature, type Unit } from '../features.ts';

/**
 * What a rule asks, as a checked tree. Written in data as one-key maps:
 *
 *   all: [test, …]   any: [test, …]   not: test   known: number
 *   gt | ge | lt | le | eq: [number, number]
 *   add | mul | min | max: [number, …]   sub | div: [number, number]
 *   ramp: [x, from, to]          0 at `from`, 1 at `to`, straight in between; `from` may be the greater
 *   ramp: [x, from, to, least]   the same, but `least` at `from` and before it
 *   otherwise: [x, y]            x, or y when x is unknown
 *   a number; 'payer.in_count_24h' (a feature); '$name' (a parameter of the rule)
 *
 * NaN means unknown and every comparison with it is false, negated ones too: `not` is pushed down to the
 * comparisons (not ge = lt), so an unknown number never makes a rule speak. Division by zero is unknown.
 */
export type NumberNode =
  | { readonly kind: 'constant'; readonly value: number; readonly unit: UnitOrAny }
  | { readonly kind: 'feature'; readonly index: number; readonly unit: UnitOrAny }
  | {
      readonly kind: Arithmetic;
      readonly of: readonly NumberNode[];
      readonly unit: UnitOrAny;
    };

export type TestNode =
  | { readonly kind: Comparison; readonly left: NumberNode; readonly right: NumberNode }
  | { readonly kind: 'known' | 'unknown'; readonly of: NumberNode }
  | { readonly kind: 'all' | 'any'; readonly of: readonly TestNode[] };

export type Arithmetic = 'add' | 'sub' | 'mul' | 'div' | 'min' | 'max' | 'ramp' | 'otherwise';
export type Comparison = 'gt' | 'ge' | 'lt' | 'le' | 'eq' | 'ne';
/** A bare number takes the unit of what it meets. */
export type UnitOrAny = Unit | 'any';

/** What a tree may refer to, and where its problems go. */
export interface Scope {
  /** Parameters in the engine's units. */
  readonly params: ReadonlyMap<string, { readonly value: number; readonly unit: Unit }>;
  readonly usedParams: Set<string>;
  readonly usedFeatures: Set<number>;
  report(path: string, code: ErrorCode, found: string): void;
}

/** Fewest and most arguments. */
const ARITY: Readonly<Record<Arithmetic, readonly [number, number]>> = {
  add: [2, 16],
  mul: [2, 16],
  min: [2, 16],
  max: [2, 16],
  sub: [2, 2],
  div: [2, 2],
  ramp: [3, 4],
  otherwise: [2, 2],
};
const OPPOSITE: Readonly<Record<Comparison, Comparison>> = {
  gt: 'le',
  ge: 'lt',
  lt: 'ge',
  le: 'gt',
  eq: 'ne',
  ne: 'eq',
};
const WRITTEN_COMPARISONS: ReadonlySet<string> = new Set(['gt', 'ge', 'lt', 'le', 'eq']);
/** Deeper than any readable rule; keeps hostile data from exhausting the stack. */
const DEPTH_MAX = 24;
const UNKNOWN: NumberNode = { kind: 'constant', value: Number.NaN, unit: 'any' };
const NEVER: TestNode = { kind: 'any', of: [] };

/** Reads a yes/no tree; problems go to `scope.report` and the result is then not to be used. */
export function parseTest(data: unknown, path: string, scope: Scope): TestNode {
  return testAt(data, path, scope, false, 0);
}

/** Reads a number tree, like `parseTest`. */
export function parseNumber(data: unknown, path: string, scope: Scope): NumberNode {
  return numberAt(data, path, scope, 0);
}

function testAt(
  data: unknown,
  path: string,
  scope: Scope,
  negated: boolean,
  depth: number,
): TestNode {
  const entry = onlyEntry(data);
  if (entry === undefined || depth > DEPTH_MAX) {
    scope.report(path, 'QRG_RULE_TEST', show(data));
    return NEVER;
  }
  const [op, args] = entry;
  const here = `${path}.${op}`;
  if (op === 'not') return testAt(args, here, scope, !negated, depth + 1);
  if (op === 'known') {
    return { kind: negated ? 'unknown' : 'known', of: numberAt(args, here, scope, depth + 1) };
  }
  if (!Array.isArray(args) || args.length === 0) {
    scope.report(here, 'QRG_RULE_TEST', show(data));
    return NEVER;
  }
  if (op === 'all' || op === 'any') {
    const of = args.map((a, i) => testAt(a, `${here}[${i}]`, scope, negated, depth + 1));
    // De Morgan: the negation of "all" is "any of the negations".
    return { kind: negated === (op === 'all') ? 'any' : 'all', of };
  }
  if (!WRITTEN_COMPARISONS.has(op) || args.length !== 2) {
    scope.report(here, 'QRG_RULE_TEST', show(data));
    return NEVER;
  }
  const left = numberAt(args[0], `${here}[0]`, scope, depth + 1);
  const right = numberAt(args[1], `${here}[1]`, scope, depth + 1);
  sameUnit([left, right], here, scope);
  const kind = op as Comparison;
  return { kind: negated ? OPPOSITE[kind] : kind, left, right };
}

function numberAt(data: unknown, path: string, scope: Scope, depth: number): NumberNode {
  if (typeof data === 'number' && Number.isFinite(data))
    return { kind: 'constant', value: data, unit: 'any' };
  if (typeof data === 'string') return nameAt(data, path, scope);
  const entry = onlyEntry(data);
  if (entry === undefined || !isArithmetic(entry[0]) || depth > DEPTH_MAX) {
    scope.report(path, 'QRG_RULE_NUMBER', show(data));
    return UNKNOWN;
  }
  const [op, args] = entry;
  const here = `${path}.${op}`;
  const [least, most] = ARITY[op];
  if (!Array.isArray(args) || args.length < least || args.length > most) {
    scope.report(here, 'QRG_RULE_NUMBER', show(data));
    return UNKNOWN;
  }
  const of = args.map((a, i) => numberAt(a, `${here}[${i}]`, scope, depth + 1));
  return { kind: op, of, unit: unitOf(op, of, here, scope) };
}

function nameAt(name: string, path: string, scope: Scope): NumberNode {
  if (name.startsWith('$')) {
    const param = scope.params.get(name.slice(1));
    if (param === undefined) {
      scope.report(path, 'QRG_RULE_PARAM', name);
      return UNKNOWN;
    }
    scope.usedParams.add(name.slice(1));
    return { kind: 'constant', value: param.value, unit: param.unit };
  }
  if (!isFeature(name)) {
    scope.report(path, 'QRG_RULE_FEATURE', name);
    return UNKNOWN;
  }
  const index = featureIndex(name);
  scope.usedFeatures.add(index);
  return { kind: 'feature', index, unit: FEATURES[index]!.unit };
}

/** The unit of a result; reports sums and bounds of things that cannot be compared. */
function unitOf(op: Arithmetic, of: readonly NumberNode[], path: string, scope: Scope): UnitOrAny {
  const units = of.map((n) => n.unit).filter((u) => u !== 'any');
  if (op === 'mul') {
    // A share of a count is a count, a count of sums is a sum.
    const scaled = units.filter((u) => u !== 'ratio');
    return scaled.find((u) => u !== 'count') ?? scaled[0] ?? units[0] ?? 'any';
  }
  if (op === 'div') {
    if (of[0]!.unit === of[1]!.unit) return 'ratio';
    return of[1]!.unit === 'any' || of[1]!.unit === 'count' ? of[0]!.unit : 'any';
  }
  sameUnit(op === 'ramp' ? of.slice(0, 3) : of, path, scope);
  return op === 'ramp' ? 'ratio' : (units[0] ?? 'any');
}

function sameUnit(of: readonly NumberNode[], path: string, scope: Scope): void {
  const units = new Set(of.map((n) => n.unit).filter((u) => u !== 'any'));
  if (units.size > 1) scope.report(path, 'QRG_RULE_UNIT', [...units].join(' / '));
}

const isArithmetic = (op: string): op is Arithmetic => Object.hasOwn(ARITY, op);

function onlyEntry(data: unknown): readonly [string, unknown] | undefined {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return undefined;
  const entries = Object.entries(data);
  return entries.length === 1 ? entries[0] : undefined;
}

/** One level of what was found: the whole may be as deep as its author likes. */
function show(data: unknown): string {
  if (Array.isArray(data)) return `[${data.length}]`;
  if (typeof data === 'object' && data !== null) return `{${Object.keys(data).join(', ')}}`;
  return JSON.stringify(data) ?? '—';
}
