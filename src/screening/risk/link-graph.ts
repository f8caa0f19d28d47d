import {
  explainSharing,
  type LinkExplanation,
  type LinkedCustomer,
  type SharedIdentifier,
} from './customer-links.ts';
import type { LinkLimits } from './parameter-types.ts';
import type { LinkKind } from './profile.ts';

/** Two customers have one identifier in common. */
export interface LinkEdge {
  /** The customer asked about, or the one with the smaller id. */
  readonly a: number;
  readonly b: number;
  readonly kind: LinkKind;
  /** Null: nothing explains it, which is what an analyst looks for. */
  readonly explained: LinkExplanation['explained'] | null;
  readonly by: LinkExplanation['by'] | null;
}

export interface LinkGraph {
  /** The customer asked about first. */
  readonly nodes: readonly LinkedCustomer[];
  readonly edges: readonly LinkEdge[];
  /** Edges left out because there were too many. */
  readonly cut: number;
}

/** Edges of a graph at most: more than that nobody can read. */
export const EDGES_MOST = 400;

/**
 * Who is linked to whom around a customer. Its own edges come first, unexplained ones before the rest; then those between the
 * others over the same identifiers, but for crowds, where everybody is linked to everybody and it says nothing.
 */
export function linkGraph(
  customer: LinkedCustomer,
  shared: readonly SharedIdentifier[],
  limits: LinkLimits,
  edgesMost = EDGES_MOST,
): LinkGraph {
  const few = explainSharing(customer, shared, limits).filter(({ crowd }) => !crowd);
  const others = new Map(few.flatMap(({ others }) => others.map(({ other }) => [other.id, other])));
  const edges = edgesOf(customer, shared, limits);
  const pairs = few.reduce((sum, { others: { length } }) => sum + (length * (length - 1)) / 2, 0);
  const all = edges.length + pairs;
  for (const other of others.values()) {
    if (edges.length >= edgesMost) break;
    const theirs = few.filter(({ holders }) => holders.some(({ id }) => id === other.id));
    edges.push(
      ...edgesOf(other, theirs, limits).filter(({ b }) => b !== customer.id && other.id < b),
    );
  }
  const shown = edges.slice(0, edgesMost);
  return { nodes: nodesOf(customer, shared, shown), edges: shown, cut: all - shown.length };
}

function edgesOf(
  customer: LinkedCustomer,
  shared: readonly SharedIdentifier[],
  limits: LinkLimits,
): LinkEdge[] {
  return explainSharing(customer, shared, limits)
    .flatMap(({ kind, others }) =>
      others.map(({ other, explanation }) => ({
        a: customer.id,
        b: other.id,
        kind,
        explained: explanation?.explained ?? null,
        by: explanation?.by ?? null,
      })),
    )
    .sort((one, two) => Number(one.explained !== null) - Number(two.explained !== null));
}

function nodesOf(
  customer: LinkedCustomer,
  shared: readonly SharedIdentifier[],
  edges: readonly LinkEdge[],
): LinkedCustomer[] {
  const reached = new Set(edges.flatMap(({ a, b }) => [a, b]));
  const nodes = new Map([[customer.id, customer]]);
  for (const { holders } of shared)
    for (const holder of holders)
      if (reached.has(holder.id) && !nodes.has(holder.id)) nodes.set(holder.id, holder);
  return [...nodes.values()];
}
