import type { HashedKind } from '../../domain/keyed-hash.ts';
import { VERDICTS } from '../../engine/verdict.ts';
import { type GroundBook, groundsFor, type LegalGround } from '../../law/grounds.ts';
import { exactKey } from '../../screening/lists/exact-key.ts';
import type { ListHit } from '../../screening/lists/list-hit.ts';
import type { ListedEnd } from './decided.ts';
import type { Judged } from './live-state.ts';
import type { Institution, ToldIdentifier, TransferRequest } from './transfer-request.ts';

/** What of the lists the decision path asks: kept in memory, changed at once when a version is activated. */
export interface Listing {
  hitsOf(account: number, atMs: number, institutionId: number): readonly ListHit[];
  /** Hits of an identifier that a bank tells beside the account. */
  hitsOfHash(hash: Uint8Array, atMs: number, institutionId: number): readonly ListHit[];
  onNewAccount(account: number, institutionId: number, hashes: readonly Uint8Array[]): void;
}

/** Hears of identifiers that banks tell with transfers: posts may carry them. */
export interface ToldIdentifiers {
  onTold(account: number, institutionId: number, hash: Buffer): void;
}

/** What law and lists say of a transfer, beside the engine. */
export interface LegalLook {
  /** Least verdict that they leave: index into VERDICTS. */
  readonly verdictLeast: number;
  readonly grounds: readonly LegalGround[];
  readonly listHits: readonly ListedEnd[];
  readonly refundRisk: boolean;
}

const REVIEW = VERDICTS.indexOf('review');
const HOLD = VERDICTS.indexOf('hold');

/** How both ends of a transfer stand with lists, and what the law makes of it. */
export class Standing {
  readonly #listing: Listing;
  readonly #law: GroundBook;
  readonly #hash: (kind: HashedKind, value: string) => Buffer;
  readonly #told: ToldIdentifiers | undefined;

  constructor(
    listing: Listing,
    law: GroundBook,
    hash: (kind: HashedKind, value: string) => Buffer,
    told?: ToldIdentifiers,
  ) {
    this.#listing = listing;
    this.#law = law;
    this.#hash = hash;
    this.#told = told;
  }

  /** Looks a new account up in the lists; returns the hash of its name that they were asked by. */
  onNewAccount(account: number, institutionId: number, name: string): Buffer {
    const hash = this.#hash('account', name);
    this.#listing.onNewAccount(account, institutionId, [hash]);
    return hash;
  }

  look(
    institution: Institution,
    request: TransferRequest,
    ends: { readonly payer: number; readonly payee: number },
    judged: Judged,
    atMs: number,
  ): LegalLook {
    const payerHits = this.#hitsOf(institution, ends.payer, request.payerIdentifiers, atMs);
    const payeeHits = this.#hitsOf(institution, ends.payee, request.payeeIdentifiers, atMs);
    const listHits = [
      ...payerHits.map((hit) => ended('payer', hit)),
      ...payeeHits.map((hit) => ended('payee', hit)),
    ];
    const { grounds, holdBefore, refundRisk } = groundsFor(this.#law, {
      at: atMs,
      verdict: VERDICTS[judged.verdict],
      hits: listHits,
      amountMinor: request.amountMinor,
      currency: request.currency,
      channel: request.channel ?? 'unknown',
      purpose: request.purpose ?? 'unknown',
    });
    // A listed party is never passed without a look, whatever the engine thinks of the money.
    const verdictLeast = holdBefore === 'required' ? HOLD : listHits.length > 0 ? REVIEW : 0;
    return { verdictLeast, grounds, listHits, refundRisk };
  }

  #hitsOf(
    { institutionId }: Institution,
    account: number,
    told: readonly ToldIdentifier[] | undefined,
    atMs: number,
  ): readonly ListHit[] {
    const hits = this.#listing.hitsOf(account, atMs, institutionId);
    if (told === undefined || told.length === 0) return hits;
    const all = [...hits];
    for (const { kind, value } of told) {
      const key = exactKey(kind === 'iin' || kind === 'bin' ? 'iin_or_bin' : kind, value);
      // What is no identifier stands on no list; the rest of the transfer is judged all the same.
      if (!key.ok) continue;
      const hash = this.#hash(key.value.kind, key.value.value);
      all.push(...this.#listing.hitsOfHash(hash, atMs, institutionId));
      this.#told?.onTold(account, institutionId, hash);
    }
    return all;
  }
}

const ended = (subject: 'payer' | 'payee', hit: ListHit): ListedEnd => ({
  subject,
  kind: hit.kind,
  listId: hit.listId,
  entryId: hit.entryId,
  via: hit.via,
});
