/**
 * The best moment of every rule on every account it spoke about, with the numbers it saw. A rule fires
 * many times; an analyst reads the strongest. At most one entry per rule and account.
 */
export interface Evidence {
  /** Index of the rule in the ruleset. */
  rule: number;
  strength: number;
  /** When, epoch ms, and the running number of the transfer. */
  at: number;
  seq: number;
  /** How often the rule fired on this account. */
  fired: number;
  /** Values of the features the rule names, in the rule's order. */
  facts: Float64Array;
}

export class EvidenceBook {
  readonly byAccount = new Map<number, Evidence[]>();

  note(
    account: number,
    rule: number,
    strength: number,
    at: number,
    seq: number,
    uses: readonly number[],
    f: Float64Array,
  ): void {
    let list = this.byAccount.get(account);
    if (list === undefined) {
      list = [];
      this.byAccount.set(account, list);
    }
    for (const known of list) {
      if (known.rule !== rule) continue;
      known.fired++;
      if (strength <= known.strength) return;
      known.strength = strength;
      known.at = at;
      known.seq = seq;
      pick(f, uses, known.facts);
      return;
    }
    const facts = new Float64Array(uses.length);
    pick(f, uses, facts);
    list.push({ rule, strength, at, seq, fired: 1, facts });
  }

  of(account: number): readonly Evidence[] {
    return this.byAccount.get(account) ?? [];
  }
}

function pick(f: Float64Array, uses: readonly number[], into: Float64Array): void {
  for (let i = 0; i < uses.length; i++) into[i] = f[uses[i]];
}
