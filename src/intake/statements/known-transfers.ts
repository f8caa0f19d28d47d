import type { JoinedTransfer, View } from './joined-transfer.ts';
import { isAlias, isUnknown } from './party.ts';

/**
 * The transfers that the views so far told of, found by account, so that a new view is compared with what may concern it
 * and the work grows with the rows and not with the square of the files.
 */
export class KnownTransfers {
  readonly all = new Set<JoinedTransfer>();
  readonly #byAccount = new Map<string, Set<JoinedTransfer>>();
  /** Those with a side known by its owner only or not at all, by sum. */
  readonly #vagueBySum = new Map<string, Set<JoinedTransfer>>();

  /** Adds a transfer, or again one whose sides became plainer. */
  add(transfer: JoinedTransfer): void {
    this.all.add(transfer);
    const { payerKey, payeeKey } = transfer;
    for (const key of [payerKey, payeeKey])
      if (isAlias(key) || isUnknown(key)) put(this.#vagueBySum, transfer.sumKey, transfer);
      else put(this.#byAccount, key, transfer);
  }

  /** What `told` by a view may be told of already. */
  candidates(told: readonly JoinedTransfer[], view: View): JoinedTransfer[] {
    const keys = new Set<string>();
    const sums = new Set<string>();
    for (const { payerKey, payeeKey, sumKey } of told) {
      sums.add(sumKey);
      const own = [payerKey, payeeKey].filter((key) => view.accounts.has(key));
      for (const key of own.length > 0 ? own : [payerKey, payeeKey]) keys.add(key);
    }
    const found = new Set<JoinedTransfer>();
    for (const key of keys) for (const t of this.#byAccount.get(key) ?? []) found.add(t);
    for (const sum of sums) for (const t of this.#vagueBySum.get(sum) ?? []) found.add(t);
    return [...found];
  }
}

function put<K, V>(index: Map<K, Set<V>>, key: K, value: V): void {
  const known = index.get(key);
  if (known === undefined) index.set(key, new Set([value]));
  else known.add(value);
}
