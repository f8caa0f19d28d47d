import { type Period, paidBy } from './account-flows.ts';
import { isPurchase } from './leaving.ts';
import type { NetworkEdge } from './model.ts';
import type { Scene } from './scene.ts';

/** Payments between the accounts in the period, one edge a pair, by payer and payee. */
export function edgesBetween(
  scene: Scene,
  accounts: ReadonlySet<number>,
  period: Period,
): NetworkEdge[] {
  const { flows } = scene.links;
  const edges: NetworkEdge[] = [];
  for (const from of [...accounts].sort((a, b) => a - b)) {
    const paid = new Map<number, NetworkEdge>();
    for (const t of paidBy(scene.index, flows, from, period)) {
      const to = flows.payee[t];
      if (to === from || !accounts.has(to) || isPurchase(flows.channel[t])) continue;
      const edge = paid.get(to);
      if (edge === undefined) {
        const at = flows.at[t];
        const amountMinor = flows.amountMinor[t];
        paid.set(to, { from, to, amountMinor, count: 1, firstAt: at, lastAt: at });
        continue;
      }
      edge.amountMinor += flows.amountMinor[t];
      edge.count++;
      edge.lastAt = flows.at[t];
    }
    edges.push(...[...paid.values()].sort((a, b) => a.to - b.to));
  }
  return edges;
}
