/** Money from one account to another. */
export interface HopEdge {
  readonly from: string;
  readonly to: string;
}

/**
 * Steps from the first payer to each account. What a network traced (`told`) stands; from there on every step of money counts
 * one, the shortest way. Where nothing was traced, accounts that pay and receive nothing are the first payers. An account that
 * no way comes to is left out: a hub is reached and not walked through.
 */
export function hopsOf(
  told: ReadonlyMap<string, number>,
  edges: readonly HopEdge[],
  isHub: (id: string) => boolean,
): ReadonlyMap<string, number> {
  const next = new Map<string, string[]>();
  const receives = new Set<string>();
  for (const { from, to } of edges) {
    if (from === to) continue;
    receives.add(to);
    next.set(from, [...(next.get(from) ?? []), to]);
  }
  const hops = new Map(told);
  if (hops.size === 0) for (const from of next.keys()) if (!receives.has(from)) hops.set(from, 0);
  const known = new Set(told.keys());
  // A queue by layers: the first time that an account is met is by the shortest way.
  const layers: string[][] = [];
  const enter = (id: string, hop: number): void => {
    layers[hop] = [...(layers[hop] ?? []), id];
  };
  for (const [id, hop] of hops) enter(id, hop);
  for (let hop = 0; hop < layers.length; hop++)
    for (const id of layers[hop] ?? []) {
      if (isHub(id) || hops.get(id) !== hop) continue;
      for (const to of next.get(id) ?? []) {
        const before = hops.get(to);
        if (known.has(to) || (before !== undefined && before <= hop + 1)) continue;
        hops.set(to, hop + 1);
        enter(to, hop + 1);
      }
    }
  return hops;
}
