import { PREFIX_BITS, SUFFIX_BITS, splitSlow } from '../../../domain/known-contact.ts';
import type { Vault } from '../../../store/vault.ts';

/** Entries of an answer at the least; it doubles when a prefix has more, for all prefixes at once. */
const ENTRIES_LEAST = 16;

/**
 * What is known, by prefix, in memory. Every answer has as many entries as every other: those that are not of a contact are made
 * from the prefix by the vault's key, so that they stay the same and nobody outside can tell which they are.
 */
export class KnownBook {
  readonly #vault: Vault;
  #byPrefix: ReadonlyMap<string, readonly string[]> = new Map();
  #entries = ENTRIES_LEAST;
  /** The store has been read. */
  isRead = false;

  constructor(vault: Vault) {
    this.#vault = vault;
  }

  replace(slow: readonly Uint8Array[]): void {
    const byPrefix = new Map<string, string[]>();
    for (const one of slow) {
      const { prefix, suffix } = splitSlow(one);
      const there = byPrefix.get(prefix);
      if (there === undefined) byPrefix.set(prefix, [suffix]);
      else if (!there.includes(suffix)) there.push(suffix);
    }
    const most = Math.max(0, ...[...byPrefix.values()].map(({ length }) => length));
    this.#entries = ENTRIES_LEAST;
    while (this.#entries < most) this.#entries *= 2;
    this.#byPrefix = byPrefix;
    this.isRead = true;
  }

  /** Suffixes of a prefix among others, sorted; as many for every prefix. */
  suffixes(prefix: string): string[] {
    const all = new Set(this.#byPrefix.get(prefix));
    for (let i = 0; all.size < this.#entries; i++) all.add(this.#filling(prefix, i));
    return [...all].sort();
  }

  #filling(prefix: string, i: number): string {
    const bytes = this.#vault.hash('word', `filling of ${prefix} ${PREFIX_BITS} ${i}`);
    return bytes.toString('hex').slice(0, SUFFIX_BITS / 4);
  }
}
