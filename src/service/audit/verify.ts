import type { Store } from '../../store/store.ts';
import { breachOf, type ChainEnd, EMPTY_CHAIN, type LinkBreach } from './chain.ts';
import { isUnused, openHead } from './head.ts';
import { pageAfter } from './read-links.ts';

/**
 * How the record as a whole can fail, beside a single link: `cut` links are missing at the end; `added` links follow the
 * sealed end; `rewritten` every link holds and the last is not the one that was sealed; `head` the sealed end is gone or
 * was not made with this master key; `anchor` the link of that number is not the one that was written down elsewhere.
 */
export type Breach = LinkBreach | 'cut' | 'added' | 'rewritten' | 'head' | 'anchor';

export interface AuditVerdict {
  /** The end of what holds: all of it, or the links before the first breach. */
  readonly end: ChainEnd;
  /** Where the record breaks first; undefined when it is whole. */
  readonly broken?: { readonly seq: number; readonly breach: Breach };
}

/**
 * Walks the chain from its first link, a page at a time, in one snapshot of the store.
 *
 * Found without the master key in the wrong hands: any link changed, removed, moved, put in, cut off or appended, and a
 * chain computed anew. Not found without an anchor: an older record put back whole together with its own sealed head, and
 * anything by someone who holds the master key.
 */
export function verifyAudit(
  store: Store,
  options: { anchor?: ChainEnd | undefined } = {},
): Promise<AuditVerdict> {
  return store.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (trx) => {
      const row = await trx.selectFrom('audit_head').select('sealed').executeTakeFirst();
      if (row === undefined && (await isUnused(trx))) return { end: EMPTY_CHAIN };
      const head = row === undefined ? undefined : openHead(store.vault, row.sealed);
      const walk = new Walk(head, options.anchor);
      let after = Number.MIN_SAFE_INTEGER;
      for (;;) {
        const page = await pageAfter(trx, after);
        for (const link of page) if (!walk.step(link)) return walk.verdict();
        if (page.length === 0) return walk.verdict();
        after = page[page.length - 1].seq;
      }
    });
}

class Walk {
  end = EMPTY_CHAIN;
  readonly #head: ChainEnd | undefined;
  readonly #anchor: ChainEnd | undefined;
  #broken: AuditVerdict['broken'];

  constructor(head: ChainEnd | undefined, anchor: ChainEnd | undefined) {
    this.#head = head;
    this.#anchor = anchor;
  }

  /** Takes one link; false ends the walk. */
  step(link: Parameters<typeof breachOf>[1]): boolean {
    const seq = this.end.seq + 1;
    const past = this.#head !== undefined && seq > this.#head.seq;
    const breach = past ? 'added' : breachOf(this.end, link);
    if (breach !== undefined) return this.#breaks(seq, breach);
    if (differs(this.#anchor, link)) return this.#breaks(seq, 'anchor');
    if (differs(this.#head, link)) return this.#breaks(seq, 'rewritten');
    this.end = link;
    return true;
  }

  verdict(): AuditVerdict {
    const end = { seq: this.end.seq, hash: this.end.hash };
    const broken = this.#broken ?? this.#missing();
    return broken === undefined ? { end } : { end, broken };
  }

  /** What the end of the walk shows. */
  #missing(): AuditVerdict['broken'] {
    const seq = this.end.seq + 1;
    if (this.#head === undefined) return { seq: 0, breach: 'head' };
    if (this.end.seq < this.#head.seq) return { seq, breach: 'cut' };
    if (this.#anchor !== undefined && this.end.seq < this.#anchor.seq)
      return { seq, breach: 'cut' };
    return undefined;
  }

  #breaks(seq: number, breach: Breach): false {
    this.#broken = { seq, breach };
    return false;
  }
}

const differs = (sealed: ChainEnd | undefined, link: ChainEnd): boolean =>
  sealed !== undefined && sealed.seq === link.seq && !sealed.hash.equals(link.hash);
