import type { LinkKind } from '../../screening/risk/profile.ts';

/** Somebody who has an identifier from one moment to another, epoch ms. */
interface Holder {
  readonly customer: number;
  readonly from: number;
  readonly until: number;
}

/** An identifier of a customer and the customers who have it. */
export interface Tie {
  readonly kind: LinkKind;
  readonly holders: readonly number[];
}

/** Who has which phone, device, address and IP address at one bank, and since when. */
export class Ties {
  readonly #holders = new Map<string, Holder[]>();
  /** Keys of `#holders` by customer. */
  readonly #ofCustomer = new Map<number, Map<string, LinkKind>>();

  add(
    kind: LinkKind,
    value: string,
    customer: number,
    bank: number,
    from: number,
    until = Number.POSITIVE_INFINITY,
  ): void {
    if (value === '' || from >= until) return;
    const key = `${kind} ${bank} ${value}`;
    const holders = this.#holders.get(key) ?? [];
    this.#holders.set(key, holders);
    holders.push({ customer, from, until });
    const own = this.#ofCustomer.get(customer) ?? new Map<string, LinkKind>();
    this.#ofCustomer.set(customer, own.set(key, kind));
  }

  /** Identifiers that `customer` has at the moment `at`, each once, with all who have them then. */
  of(customer: number, at: number): Tie[] {
    return [...(this.#ofCustomer.get(customer) ?? [])]
      .map(([key, kind]) => ({ kind, holders: this.#holdersAt(key, at) }))
      .filter(({ holders }) => holders.includes(customer));
  }

  #holdersAt(key: string, at: number): number[] {
    const there = (this.#holders.get(key) ?? []).filter(
      ({ from, until }) => from <= at && at < until,
    );
    return [...new Set(there.map(({ customer }) => customer))];
  }
}
