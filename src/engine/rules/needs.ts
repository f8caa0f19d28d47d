import { FEATURES } from '../features.ts';
import type { NumberNode, TestNode } from './expression.ts';

/**
 * What an input must tell before a rule can speak; read off the rule, so that the reference page and the
 * report can say why a rule was silent on a file.
 */
export const NEEDS = ['clock', 'kzt', 'owner', 'device', 'purpose', 'channel', 'marks'] as const;
export type Need = (typeof NEEDS)[number];

const BY_NAME: readonly (readonly [RegExp, Need])[] = [
  [/_1h$|held_share_(1m|15m|1h)$|\.hour$|\.night_share$/, 'clock'],
  [/\.amount_kzt$|\.just_under/, 'kzt'],
  [/\.owner_accounts$|\.owner_age$|\.is_person$|\.income_month$/, 'owner'],
  [/\.device_accounts$/, 'device'],
  [/\.is_loan$|\.is_salary$|\.to_own$/, 'purpose'],
  [/\.is_(cash_in|cash_out|exchange|purchase|abroad)$/, 'channel'],
  [/\.taint_/, 'marks'],
];

export function needsOf(when: TestNode): Need[] {
  const found = new Set<Need>();
  for (const feature of required(when)) {
    const { name } = FEATURES[feature]!;
    for (const [pattern, need] of BY_NAME) if (pattern.test(name)) found.add(need);
  }
  return NEEDS.filter((n) => found.has(n));
}

/** Features without which the test can never be true. */
function required(node: TestNode): Set<number> {
  switch (node.kind) {
    case 'all':
      return new Set(node.of.flatMap((n) => [...required(n)]));
    case 'any': {
      const [first, ...others] = node.of.map(required);
      return new Set([...(first ?? [])].filter((f) => others.every((o) => o.has(f))));
    }
    case 'unknown':
      return new Set();
    case 'known':
      return inNumber(node.of);
    default:
      return holdsAtZero(node) ? new Set() : union([node.left, node.right]);
  }
}

/** "Not a loan" (flag = 0) is true of an input that does not tell purposes. */
function holdsAtZero(node: TestNode): boolean {
  return (
    node.kind === 'eq' &&
    node.left.kind === 'feature' &&
    FEATURES[node.left.index]!.unit === 'flag' &&
    node.right.kind === 'constant' &&
    node.right.value === 0
  );
}

function inNumber(node: NumberNode): Set<number> {
  if (node.kind === 'constant') return new Set();
  if (node.kind === 'feature') return new Set([node.index]);
  // "x otherwise y" is known when either is.
  if (node.kind === 'otherwise') return new Set();
  return union(node.of);
}

const union = (nodes: readonly NumberNode[]): Set<number> =>
  new Set(nodes.flatMap((n) => [...inNumber(n)]));
