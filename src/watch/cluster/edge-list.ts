import type { ClusterEdge, EdgeReason } from './edge.ts';

/** Edges by their two posts: reasons for one pair stand together, each once. */
export class EdgeList {
  readonly #reasons = new Map<string, { a: number; b: number; reasons: EdgeReason[] }>();

  add(one: number, other: number, reason: EdgeReason): void {
    const a = Math.min(one, other);
    const b = Math.max(one, other);
    const edge = this.#reasons.get(`${a} ${b}`) ?? { a, b, reasons: [] };
    this.#reasons.set(`${a} ${b}`, edge);
    if (!edge.reasons.some((known) => isSame(known, reason))) edge.reasons.push(reason);
  }

  /** By ids, ascending. */
  list(): ClusterEdge[] {
    return [...this.#reasons.values()].sort((x, y) => x.a - y.a || x.b - y.b);
  }
}

const isSame = (a: EdgeReason, b: EdgeReason): boolean =>
  a.kind === b.kind && (a.kind !== 'contact' || b.kind !== 'contact' || a.contact === b.contact);
