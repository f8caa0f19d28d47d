import { KEY_KINDS, type KeyKind } from './exact-key.ts';
import type { ListFacts, ListHit } from './list-hit.ts';
import { hasRefundDuty } from './list-kind.ts';

/** One identifier of one entry. */
export interface ListedKey {
  /** The keyed hash, 32 bytes. */
  readonly hash: Uint8Array;
  readonly via: KeyKind;
  readonly entryId: number;
  readonly since: number;
  readonly until: number;
  readonly reason?: string;
}

/** Lists give a handful of reasons; of one that gives more, the further texts stand in the store only. */
const MOST_REASONS = 4096;
/** Words of a slot: 64 bits of the hash, and 1 + the number of its latest posting (0: empty). */
const SLOT = 3;

/**
 * The identifiers of one version of one list, in flat columns: about 60 bytes an identifier, a fifth of what a Map of
 * strings takes. Of a hash 64 bits are compared: among a million identifiers a stranger's meets one by chance once in
 * 10^13, and nobody can look for such a meeting without the key.
 *
 * Filled once, identifier by identifier, and not changed after it went into a `ListIndex`.
 */
export class ListSnapshot {
  readonly facts: ListFacts;
  #size = 0;
  readonly #entries: Float64Array;
  readonly #since: Float64Array;
  readonly #until: Float64Array;
  readonly #via: Uint8Array;
  /** 1 + number of the reason; 0: none. */
  readonly #reason: Uint16Array;
  readonly #reasons = new Map<string, number>();
  readonly #reasonTexts: string[] = [];
  readonly #slots: Uint32Array;
  /** 1 + the posting before this one with the same hash; 0: none. */
  readonly #next: Uint32Array;

  /** @param room how many identifiers will be added at most */
  constructor(facts: ListFacts, room: number) {
    this.facts = facts;
    this.#entries = new Float64Array(room);
    this.#since = new Float64Array(room);
    this.#until = new Float64Array(room);
    this.#via = new Uint8Array(room);
    this.#reason = new Uint16Array(room);
    this.#next = new Uint32Array(room);
    // At most two slots in three are taken: a probe meets one or two others.
    this.#slots = new Uint32Array(SLOT * 2 ** Math.ceil(Math.log2(Math.max(1, room) * 1.5)));
  }

  get size(): number {
    return this.#size;
  }

  /** Bytes of the columns. */
  get bytes(): number {
    const { byteLength } = this.#slots;
    const perPosting = 3 * 8 + 1 + 2 + 4;
    return byteLength + perPosting * this.#via.length;
  }

  /** Throws RangeError past the room. */
  add({ hash, via, entryId, since, until, reason }: ListedKey): void {
    if (this.#size === this.#via.length) throw new RangeError('the snapshot is full');
    const posting = this.#size++;
    const [high, low] = [wordOf(hash, 0), wordOf(hash, 4)];
    this.#entries[posting] = entryId;
    this.#since[posting] = since;
    this.#until[posting] = until;
    this.#via[posting] = KEY_KINDS.indexOf(via);
    this.#reason[posting] = reason === undefined ? 0 : this.#reasonOf(reason);
    const slot = this.#find(high, low);
    this.#slots[slot] = high;
    this.#slots[slot + 1] = low;
    this.#next[posting] = this.#slots[slot + 2];
    this.#slots[slot + 2] = posting + 1;
  }

  /** Appends to `into` what this hash meets, in force at any time. */
  collect(hash: Uint8Array, into: ListHit[]): void {
    const latest = this.#slots[this.#find(wordOf(hash, 0), wordOf(hash, 4)) + 2];
    for (let p = latest; p !== 0; p = this.#next[p - 1]) into.push(this.#hit(p - 1));
  }

  #hit(posting: number): ListHit {
    const reason = this.#reasonTexts[this.#reason[posting] - 1];
    return {
      ...this.facts,
      entryId: this.#entries[posting],
      via: KEY_KINDS[this.#via[posting]],
      since: this.#since[posting],
      until: this.#until[posting],
      ...(reason !== undefined && { reason }),
      refundDuty: hasRefundDuty(this.facts.kind),
    };
  }

  #reasonOf(reason: string): number {
    const known = this.#reasons.get(reason);
    if (known !== undefined) return known;
    if (this.#reasonTexts.length >= MOST_REASONS) return 0;
    const number = this.#reasonTexts.push(reason);
    this.#reasons.set(reason, number);
    return number;
  }

  /** The slot of this hash, or the empty one where it would go. */
  #find(high: number, low: number): number {
    const slots = this.#slots;
    const mask = slots.length / SLOT - 1;
    let slot = low & mask;
    for (;;) {
      const at = SLOT * slot;
      if (slots[at + 2] === 0 || (slots[at] === high && slots[at + 1] === low)) return at;
      slot = (slot + 1) & mask;
    }
  }
}

/** Four bytes of a hash as a number. */
const wordOf = (b: Uint8Array, at: number): number =>
  ((b[at] << 24) | (b[at + 1] << 16) | (b[at + 2] << 8) | b[at + 3]) >>> 0;
