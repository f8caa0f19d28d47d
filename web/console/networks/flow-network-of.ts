import type { Role } from '../../../src/network/role.ts';
import type { FlowNetwork } from '../../shared/flow/flow-network.ts';
import type { NetworkDetail, Trace } from '../api.ts';

/** A network as the picture takes it; accounts go by their number. */
export function flowOfNetwork({ accounts, edges }: NetworkDetail): FlowNetwork {
  const drawn = new Set(edges.flatMap(({ from, to }) => [from, to]));
  return {
    members: accounts
      .filter(({ account }) => drawn.has(account.ref))
      .map(({ account, ...member }) => ({ account: String(account.ref), ...member })),
    edges: edges.map(({ from, to, ...edge }) => ({ from: String(from), to: String(to), ...edge })),
  };
}

/**
 * A trail as the picture takes it: traced money between accounts, from left to right in the order it moved. An account no
 * traced money came to is a source; one it did not leave is where the trail ends.
 */
export function flowOfTrace(trace: Trace, direction: 'down' | 'up'): FlowNetwork {
  const edges = new Map<string, FlowNetwork['edges'][number]>();
  const inMinor = new Map<number, number>();
  const outMinor = new Map<number, number>();
  const add = (sums: Map<number, number>, account: number, minor: number): void => {
    sums.set(account, (sums.get(account) ?? 0) + minor);
  };
  for (const { from, to, at, tracedMinor } of trace.transfers) {
    add(outMinor, from, tracedMinor);
    add(inMinor, to, tracedMinor);
    const key = `${from} ${to}`;
    const known = edges.get(key);
    edges.set(key, {
      from: String(from),
      to: String(to),
      amountMinor: (known?.amountMinor ?? 0) + tracedMinor,
      count: (known?.count ?? 0) + 1,
      firstAt: Math.min(known?.firstAt ?? at, at),
      lastAt: Math.max(known?.lastAt ?? at, at),
    });
  }
  const furthest = Math.max(0, ...trace.accounts.map(({ hop }) => hop));
  const roleOf = (account: number): Role => {
    if (!inMinor.has(account)) return 'victim';
    return outMinor.has(account) ? 'transit' : 'none';
  };
  const hopOf = new Map(trace.accounts.map(({ account, hop }) => [account.ref, hop]));
  const drawn = new Set([...inMinor.keys(), ...outMinor.keys()]);
  return {
    members: [...drawn].map((account) => {
      const hop = hopOf.get(account) ?? 0;
      return {
        account: String(account),
        role: roleOf(account),
        layer: direction === 'down' ? hop : furthest - hop,
        inMinor: inMinor.get(account) ?? 0,
        outMinor: outMinor.get(account) ?? 0,
        score: 0,
      };
    }),
    edges: [...edges.values()],
  };
}
