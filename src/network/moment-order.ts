import type { Flows } from './model.ts';

/**
 * Orders the transfers of one moment (one timestamp, or one day when the input has days only) so that money
 * can pass on inside it: an account's credits come before its debits. What goes round in a circle inside the
 * moment starts at the account that had most to give. The result does not depend on the order of the rows.
 */
export class MomentOrder {
  readonly #flows: Flows;
  readonly #isHub: Uint8Array;
  /** By account: node in the present moment + 1, 0 = none. */
  readonly #node: Uint32Array;

  constructor(flows: Flows, accounts: number, isHub: Uint8Array) {
    this.#flows = flows;
    this.#isHub = isHub;
    this.#node = new Uint32Array(accounts);
  }

  /** Sorts `moment`, transfer indexes of one moment, in place. `balance`: money in lots by account, before it. */
  arrange(moment: Uint32Array, balance: Float64Array): void {
    if (moment.length < 2) return;
    const accounts = this.#passing(moment);
    const rank = accounts.length === 0 ? null : this.#ranks(moment, accounts, balance);
    this.#sort(moment, rank);
    for (const t of moment) {
      this.#node[this.#flows.payer[t]] = 0;
      this.#node[this.#flows.payee[t]] = 0;
    }
  }

  /** Accounts that both receive and pay in the moment, numbered. Hubs order nothing: nobody walks through. */
  #passing(moment: Uint32Array): number[] {
    const { payer, payee } = this.#flows;
    const node = this.#node;
    const receives = 0xffff_ffff;
    for (const t of moment) if (this.#isHub[payee[t]] === 0) node[payee[t]] = receives;
    const accounts: number[] = [];
    for (const t of moment)
      if (node[payer[t]] === receives) {
        accounts.push(payer[t]);
        node[payer[t]] = accounts.length;
      }
    for (const t of moment) if (node[payee[t]] === receives) node[payee[t]] = 0;
    return accounts;
  }

  /** By node: its level in the moment's graph of payments; inside a circle a fraction on top says the step. */
  #ranks(moment: Uint32Array, accounts: number[], balance: Float64Array): Float64Array {
    const graph = this.#graph(moment, accounts.length);
    const part = strongParts(graph);
    const rank = new Float64Array(accounts.length);
    const parts: number[][] = [];
    for (let v = 0; v < accounts.length; v++) {
      parts[part[v]] ??= [];
      parts[part[v]].push(v);
    }
    const inflow = this.#inflow(moment, part, balance, accounts);
    // Strong parts come out sinks first, so from the last to the first is the direction of the money.
    const level = new Uint32Array(parts.length);
    for (let p = parts.length - 1; p >= 0; p--) {
      const members = parts[p];
      const steps =
        members.length === 1 ? null : circleSteps(graph, part, members, inflow, accounts);
      members.forEach((v, i) => {
        rank[v] = level[p] + (steps === null ? 0 : steps[i] / (members.length + 1));
        for (let e = graph.from[v]; e < graph.from[v + 1]; e++) {
          const to = part[graph.to[e]];
          if (to !== p) level[to] = Math.max(level[to], level[p] + 1);
        }
      });
    }
    return rank;
  }

  #graph(moment: Uint32Array, nodes: number): Graph {
    const { payer, payee } = this.#flows;
    const from = new Uint32Array(nodes + 2);
    for (const t of moment) {
      const u = this.#node[payer[t]];
      if (u > 0 && this.#node[payee[t]] > 0) from[u + 1]++;
    }
    for (let v = 1; v < from.length; v++) from[v] += from[v - 1];
    const to = new Uint32Array(from[nodes + 1]);
    for (const t of moment) {
      const u = this.#node[payer[t]];
      const v = this.#node[payee[t]];
      if (u > 0 && v > 0) to[from[u]++] = v - 1;
    }
    return { from, to };
  }

  /** By node: what it has to give that does not come from its own circle. */
  #inflow(
    moment: Uint32Array,
    part: Uint32Array,
    balance: Float64Array,
    accounts: number[],
  ): Float64Array {
    const { payer, payee, amountMinor } = this.#flows;
    const inflow = Float64Array.from(accounts, (account) => balance[account]);
    for (const t of moment) {
      const v = this.#node[payee[t]];
      if (v === 0) continue;
      const u = this.#node[payer[t]];
      if (u === 0 || part[u - 1] !== part[v - 1]) inflow[v - 1] += amountMinor[t];
    }
    return inflow;
  }

  #sort(moment: Uint32Array, rank: Float64Array | null): void {
    const { payer, payee, amountMinor, channel } = this.#flows;
    const node = this.#node;
    const rankOf = (t: number): number => {
      const v = node[payer[t]];
      // Who receives nothing in this moment waits for nobody.
      return rank === null || v === 0 ? -1 : rank[v - 1];
    };
    moment.sort(
      (a, b) =>
        rankOf(a) - rankOf(b) ||
        payer[a] - payer[b] ||
        payee[a] - payee[b] ||
        amountMinor[a] - amountMinor[b] ||
        channel[a] - channel[b] ||
        a - b,
    );
  }
}

/** Edges of node v: to[from[v] .. from[v + 1]]. */
interface Graph {
  from: Uint32Array;
  to: Uint32Array;
}

/** Strong components (Tarjan 1972, without recursion): component by node, numbered sinks first. */
function strongParts({ from, to }: Graph): Uint32Array {
  const nodes = from.length - 2;
  const part = new Uint32Array(nodes);
  const seen = new Uint32Array(nodes); // order of discovery + 1
  const low = new Uint32Array(nodes);
  const open = new Uint8Array(nodes);
  const next = from.slice(0, nodes);
  const stack: number[] = [];
  const path: number[] = [];
  let clock = 0;
  let parts = 0;
  const enter = (v: number): void => {
    seen[v] = low[v] = ++clock;
    open[v] = 1;
    stack.push(v);
    path.push(v);
  };
  for (let root = 0; root < nodes; root++) {
    if (seen[root] === 0) enter(root);
    while (path.length > 0) {
      const v = path[path.length - 1];
      if (next[v] < from[v + 1]) {
        const w = to[next[v]++];
        if (seen[w] === 0) enter(w);
        else if (open[w] === 1) low[v] = Math.min(low[v], seen[w]);
        continue;
      }
      path.pop();
      if (path.length > 0) {
        const parent = path[path.length - 1];
        low[parent] = Math.min(low[parent], low[v]);
      }
      if (low[v] !== seen[v]) continue;
      for (let w = -1; w !== v; ) {
        w = stack.pop() ?? v;
        open[w] = 0;
        part[w] = parts;
      }
      parts++;
    }
  }
  return part;
}

/** Steps from the member with most to give, breadth first; ties go to the smaller account. */
function circleSteps(
  { from, to }: Graph,
  part: Uint32Array,
  members: number[],
  inflow: Float64Array,
  accounts: number[],
): number[] {
  let start = members[0];
  for (const v of members)
    if (inflow[v] > inflow[start] || (inflow[v] === inflow[start] && accounts[v] < accounts[start]))
      start = v;
  const step = new Map([[start, 0]]);
  const queue = [start];
  for (let head = 0; head < queue.length; head++) {
    const v = queue[head];
    for (let e = from[v]; e < from[v + 1]; e++) {
      const w = to[e];
      if (part[w] !== part[v] || step.has(w)) continue;
      step.set(w, (step.get(v) ?? 0) + 1);
      queue.push(w);
    }
  }
  return members.map((v) => step.get(v) ?? 0);
}
